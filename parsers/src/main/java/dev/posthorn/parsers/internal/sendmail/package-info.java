/**
 * Sendmail's messages, 8.12 to 8.18: {@code STARTTLS=} lines of both sides, message and delivery lines with their fields,
 * and what rules decided (maillog-dialects 5.2).
 */
@NullMarked
package dev.posthorn.parsers.internal.sendmail;

import org.jspecify.annotations.NullMarked;
