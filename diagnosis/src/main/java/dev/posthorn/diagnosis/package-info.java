/**
 * From the lines of a mail log to what went wrong and what to change.
 *
 * <p>Two types to know: {@link dev.posthorn.diagnosis.MaillogDiagnosis}, the report on a log, and
 * {@link dev.posthorn.diagnosis.MailServer}, what is known of the server that wrote it.
 *
 * <pre>{@code
 * MailServer server = MailServer.of("2.6.6", mainCf, "1.0.1e");
 * try (MaillogCursor cursor = Maillog.open(path)) {
 *     for (HandshakeDiagnosis failure : MaillogDiagnosis.of(cursor, server).failures()) {
 *         failure.reason();    // no shared cipher
 *         failure.remedies();  // proven on the model of that server, best first
 *         failure.explain();   // the whole story
 *     }
 * }
 * }</pre>
 *
 * <p>A log never says what a client offered, and seldom what the server is. What is missing is assumed, the assumption is
 * told, and one that would not have produced the lines of the log is never made. Memory is bounded whatever the log.
 *
 * <p>Types are immutable and safe for use by several threads unless they say otherwise. No method accepts or returns
 * {@code null}.
 */
@NullMarked
package dev.posthorn.diagnosis;

import org.jspecify.annotations.NullMarked;
