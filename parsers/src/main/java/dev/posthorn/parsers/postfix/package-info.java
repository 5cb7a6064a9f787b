/**
 * Postfix's own messages: one grammar for each daemon, one view for each shape of message.
 *
 * <p>Two types to know: {@link dev.posthorn.parsers.postfix.PostfixView}, what all views share, and
 * {@link dev.posthorn.parsers.postfix.DeliveryView}, the one most people came for. Views come from a
 * {@link dev.posthorn.parsers.MaillogCursor} or arrive at a {@link dev.posthorn.parsers.MaillogVisitor}.
 *
 * <pre>{@code
 * DeliveryView delivery = cursor.delivery();       // borrowed until the next advance()
 * if (delivery.status() == DeliveryStatus.DEFERRED) {
 *     kept.add(delivery.snapshot());               // owned
 * }
 * }</pre>
 *
 * <p>The truth of a line is the format string that printed it; each view names the function of Postfix that has it.
 * Where the boundaries of the parts are is found when the line is read, so a line that is recognised is whole; what the
 * parts mean (numbers, enums, text) is found when asked for. Nothing allocates but {@code snapshot()} and
 * {@code toString()}.
 *
 * <p>Which grammar reads a line is decided by its tag alone, never by words in its text: Dovecot, Exim, Sendmail and
 * Cyrus print {@code SSL_accept} too.
 *
 * <p>Views belong to one thread and to the line they were handed out for. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.parsers.postfix;

import org.jspecify.annotations.NullMarked;
