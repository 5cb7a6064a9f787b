/**
 * The neighbours in the same file: what Dovecot, Exim, Sendmail, Cyrus, Courier and the filters write beside Postfix, or in
 * its place.
 *
 * <p>Two types to know: {@link dev.posthorn.parsers.neighbours.NeighbourView}, which shows any of their messages, and
 * {@link dev.posthorn.mail.NeighbourPart}, the names of what is in them. Views come from a
 * {@link dev.posthorn.parsers.MaillogCursor} or arrive at a {@link dev.posthorn.parsers.MaillogVisitor}.
 *
 * <pre>{@code
 * if (cursor.kind() == MaillogKind.DOVECOT_DISCONNECTED) {
 *     NeighbourView session = cursor.neighbour();          // borrowed until the next advance()
 *     if (session.part(NeighbourPart.ERROR_STRING).isPresent()) {
 *         kept.add(session.snapshot());                    // owned
 *     }
 * }
 * }</pre>
 *
 * <p>Who wrote a line is decided by its tag; where a program's own file has none, by the form of its lines: Exim's begin with
 * a date and a blank, Dovecot's have a process and a level. Words of the text decide nothing, since all these programs print
 * {@code SSL_accept}. Programs of Postfix are asked first, so that neighbours cost its lines nothing.
 *
 * <p>A message that is known has its kind and its parts. One that is not, but whose program and frame are, is of the kind
 * {@code …_MESSAGE} with its text. What begins like a message that is known and goes on otherwise is damaged, and
 * {@code UNRECOGNIZED}.
 *
 * <p>Costs: a look-up of the tag, and one pass over the text. Nothing allocates but {@code snapshot()} and
 * {@code toString()}. What this package does not do: escapes of the programs are left as they are, and OpenSSL's errors in
 * DKIM signatures are no handshakes, so they stay text.
 *
 * <p>Views belong to one thread and to the line they were handed out for. No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.parsers.neighbours;

import org.jspecify.annotations.NullMarked;
