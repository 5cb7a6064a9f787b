/**
 * One log, read once, and all that follows from it.
 *
 * <p>Two types to know: {@link dev.posthorn.maillog.MaillogDiagnosis}, the report on a log, and
 * {@link dev.posthorn.diagnosis.MailServer}, what is known of the server that wrote it.
 *
 * <pre>{@code
 * MailServer server = MailServer.of("2.6.6", mainCf, "1.0.1e");
 * MaillogDiagnosis log = MaillogDiagnosis.of(LogFiles.rotated(Path.of("maillog")), server, progress -> {});
 * log.peers().failing();      // who fails, and what they are taken for
 * log.remedies().remedies();  // what to write into which file, and for whom
 * log.contradictions();       // what the log shows that cannot be with these settings
 * System.out.println(log);    // the whole story
 * }</pre>
 *
 * <p>Everything is counted, also what was not understood. Where settings and log do not agree, the log is right, and the
 * contradiction is shown.
 *
 * <h2>Costs</h2>
 *
 * <p>The log is read once; on top of reading comes the tracking of sessions and two reports. A failed session costs some
 * microseconds. Memory is bounded whatever the log.
 *
 * <h2>What it does not do</h2>
 *
 * <p>It opens none of the files that settings name, and reads no table of policies.
 *
 * <p>Types are immutable and safe for use by several threads unless they say otherwise. No method accepts or returns
 * {@code null}.
 */
@NullMarked
package dev.posthorn.maillog;

import org.jspecify.annotations.NullMarked;
