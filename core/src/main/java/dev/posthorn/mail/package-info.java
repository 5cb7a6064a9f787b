/**
 * What a mail server reported, as values one can keep.
 *
 * <p>Two types to know: {@link dev.posthorn.mail.MaillogEvent}, the family of everything a line can say, and
 * {@link dev.posthorn.mail.Delivery}, its best known member. Every event says which {@link dev.posthorn.mail.MaillogKind
 * kind} it is and carries the {@link dev.posthorn.mail.Envelope} its line came in.
 *
 * <pre>{@code
 * String describe(MaillogEvent event) {
 *     return switch (event.kind()) {
 *         case DELIVERY -> ((Delivery) event).status().toString();
 *         case TLS_ESTABLISHED -> ((TlsEstablished) event).session().cipherSuiteName();
 *         default -> event.kind().toString();
 *     };
 * }
 * }</pre>
 *
 * <p>Values are copies: they own their text and outlive the line, the buffer and the file they came from. Reading a log
 * without making them is the business of the parsers module, whose views have the same accessors.
 *
 * <p>Names are Postfix's own: {@code client}, {@code relay}, {@code dsn}, {@code delays}, {@code nrcpt}. What a line
 * says about the outside world, such as a status word or a protocol name, is kept as it was written even where this
 * library does not know it. Text is decoded as UTF-8 where it is UTF-8 and as ISO-8859-1 where it is not, so that no
 * byte is lost.
 *
 * <p>What is not here: sessions, settings and explanations, which take more than one line; and instants, because most
 * logs have neither year nor zone.
 *
 * <p>All types here are immutable and safe for use by several threads. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.mail;

import org.jspecify.annotations.NullMarked;
