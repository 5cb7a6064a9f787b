/**
 * Mail logs, line by line: what each says, with all its parts, at the price of reading it.
 *
 * <p>Two types to know: {@link dev.posthorn.parsers.Maillog}, which opens logs, and
 * {@link dev.posthorn.parsers.MaillogCursor}, which goes through them. Those who are handed bytes rather than files have
 * a {@link dev.posthorn.parsers.MaillogDecoder} and their {@link dev.posthorn.parsers.MaillogVisitor}.
 *
 * <pre>{@code
 * try (MaillogCursor cursor = Maillog.open(path)) {
 *     while (cursor.advance()) {
 *         if (cursor.kind() == MaillogKind.DELIVERY) {
 *             DeliveryView delivery = cursor.delivery();       // borrowed until the next advance()
 *             if (delivery.status() == DeliveryStatus.DEFERRED) {
 *                 kept.add(delivery.snapshot());               // owned
 *             }
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Every line is an event, empty ones too, and every byte of the input belongs to exactly one. Lines this library does
 * not read come as {@link dev.posthorn.mail.MaillogKind#UNRECOGNIZED}, with their bytes and the reason; damaged ones never
 * throw. What does throw is misuse ({@link java.lang.IllegalStateException}) and input that cannot be read
 * ({@link java.io.IOException}).
 *
 * <p>A line that was written in several parts (a container runtime's, or an entry of the journal's export) is one event with
 * all its lines. Repetition markers of loggers are events too, with their count and the message, if it is there.
 * {@link dev.posthorn.parsers.Maillog#stream} gives all events as values, for people in a hurry.
 *
 * <p>Costs: after the first lines nothing is allocated. A cursor over a file holds one block of 256 KiB; a line that lies
 * across blocks is copied once; a log in memory is read where it is. Memory stays within
 * {@link dev.posthorn.parsers.ReadLimits} whatever the input.
 *
 * <p>What this package does not do: put lines together to sessions or messages, give a year or a zone to timestamps that
 * have none, or decide who was at fault.
 *
 * <p>Cursors, decoders and views belong to one thread at a time. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.parsers;

import org.jspecify.annotations.NullMarked;
