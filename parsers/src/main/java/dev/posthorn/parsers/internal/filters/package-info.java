/**
 * The filters that look at Postfix's messages: milters, policy services, content filters and what checks passwords
 * (maillog-dialects 5.4). They have no TLS of their own; OpenSSL's errors in theirs are about signatures.
 */
@NullMarked
package dev.posthorn.parsers.internal.filters;

import org.jspecify.annotations.NullMarked;
