/**
 * From the lines of a mail log to what went wrong and what to change.
 *
 * <p>Two types to know: {@link dev.posthorn.diagnosis.HandshakeDiagnosis}, why a handshake failed, and
 * {@link dev.posthorn.diagnosis.MailServer}, what is known of the server that wrote the log. Whole logs are diagnosed in
 * {@code dev.posthorn.maillog}.
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
 * <p>Below that stand the sessions: {@link dev.posthorn.diagnosis.SessionTracker} puts the interleaved lines of smtpd, smtp,
 * tlsproxy and postscreen together to {@link dev.posthorn.diagnosis.SmtpSession}s, and
 * {@link dev.posthorn.diagnosis.MessageTracker} those of all programs to a {@link dev.posthorn.diagnosis.MessagePath} for
 * each queue id. Both take lines where the reader has them and allocate for sessions and messages only, within
 * {@link dev.posthorn.diagnosis.TrackingLimits}. What sessions of the same peer came to before one of them, it knows itself;
 * for what came after, {@link dev.posthorn.diagnosis.LaterSessions} takes all sessions of the log first.
 *
 * <pre>{@code
 * SessionTracker tracker = new SessionTracker(session -> {
 *     if (session.tlsOutcome().isFailure()) {
 *         System.out.println(session.verdict().explain()); // with the lines that show it
 *     }
 * });
 * try (MaillogCursor cursor = Maillog.open(path)) {
 *     while (cursor.advance()) {
 *         tracker.accept(cursor);
 *     }
 * }
 * tracker.finish();
 * }</pre>
 *
 * <p>Each program has its own way of beginning and ending a session, in a process of its own: one that serves one client at
 * a time, one that tries servers in turn, and those with many peers at once. The neighbours in the same log have sessions,
 * too: logins at Dovecot, Cyrus and Courier, and the SMTP connections of Exim and Sendmail, each as far as its lines tell
 * connections apart. A diagnosis of Postfix leaves them out.
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
