/**
 * Mail logs as JSON Lines: one object for each event, for tools that read JSON and nothing else.
 *
 * <p>One type to know: {@link dev.posthorn.parsers.json.JsonLines}.
 *
 * <pre>{@code
 * try (MaillogCursor cursor = Maillog.open(path);
 *         OutputStream out = Files.newOutputStream(Path.of("maillog.jsonl"));
 *         JsonLines lines = new JsonLines(out)) {
 *     lines.writeAll(cursor);
 * }
 * }</pre>
 *
 * <h2>Schema</h2>
 *
 * An object has the accessors of the event of its kind as members, with their names: what
 * {@link dev.posthorn.mail.Delivery} calls {@code recipient()} is {@code "recipient"} here; only the size of a message, which
 * every line has too, is {@code "messageSize"}. What is absent in the log has no
 * member; an empty address, such as the sender of a bounce, is {@code ""}. Members come in this order, and later releases may
 * add some:
 *
 * <pre>
 * kind         the constant of MaillogKind in small letters with dashes: "delivery", "tls-established"
 * line         the number of the line, from 1; lines of several files are counted through
 * offset, size where it begins, in bytes from the start, and how many it has with its end
 * file         the file or member of an archive, where there are several
 * time         "2026-08-23T19:34:29.123+02:00"; without year, fraction or offset if the log has none: "08-23T19:34:29"
 * zone         the abbreviation of a time zone that some headers print instead of an offset
 * outerTime    the time of a wrapper, in the same form
 * host, tag, instance, program
 * pid          a number
 * severity     "info", "warning", "error", "fatal", "panic", "debug"
 * queueId, and all else that the event says
 * </pre>
 *
 * <p>Forms of values:
 *
 * <pre>
 * text          a string
 * a number      a number; durations are milliseconds, their names end in Millis
 * yes or no     true; left out for no
 * a constant    the constant in small letters with dashes
 * client, peer, relay, origClient   {"name", "address", "port"}, all strings
 * session       {"protocol", "cipherSuiteName", "effectiveKeyBits", "algorithmKeyBits",
 *                "keyExchange": {"name", "curve", "bits"},
 *                "serverSignature", "clientSignature": {"name", "curve", "bits", "isRawPublicKey", "digest"}}
 * delays        {"beforeQueueManagerMillis", "inQueueManagerMillis", "connectionSetupMillis", "transmissionMillis"}
 * counters      [{"command", "succeeded", "total"}]
 * parts         of a notice, of Postfix or a neighbour: an object, its members named by the words of NoticePart and
 *               NeighbourPart
 * repeated      the event that was repeated, with kind and all it says, but without a place in the log
 * raw           (unrecognized) the line
 * </pre>
 *
 * <p>{@code tls-library-problem} has what OpenSSL's error string is made of as well: {@code code}, {@code library},
 * {@code function}, {@code reason}, {@code sourceFile}, {@code sourceLine}, {@code data}.
 *
 * <p>Lines are ASCII and end in a newline; all else is escaped as RFC 8259 has it, control characters and what terminals
 * take for commands too. Text that is UTF-8 is taken as such, any other as ISO-8859-1, as in the values of the library.
 *
 * <p>Costs: after the first lines nothing is allocated, whatever the log; the buffer is as large as the longest line needs.
 * What this package does not do: read JSON, or leave events or members out; {@code jq} does that well.
 *
 * <p>No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.parsers.json;

import org.jspecify.annotations.NullMarked;
