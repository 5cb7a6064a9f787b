/**
 * Dovecot's messages: {@code <process>(<user>)<pid><session>: <Level>: <text>}, each piece but the text optional, behind the
 * tag {@code dovecot} or, in Dovecot's own log file, right behind the time (maillog-dialects 5.1).
 */
@NullMarked
package dev.posthorn.parsers.internal.dovecot;

import org.jspecify.annotations.NullMarked;
