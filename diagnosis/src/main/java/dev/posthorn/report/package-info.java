/**
 * Counting what a mail log says, in bounded memory, in parts that become one.
 *
 * <p>Two types to know: {@link dev.posthorn.report.TrafficReport}, messages, deliveries, rejects and delays, and
 * {@link dev.posthorn.report.TlsReport}, which TLS was spoken with whom and what failed.
 *
 * <pre>{@code
 * TrafficReport report = new TrafficReport();
 * try (MaillogCursor cursor = Maillog.open(LogFiles.rotated(Path.of("maillog")))) {
 *     report.read(cursor, YearRule.startingIn(2025, ZoneId.systemDefault()));
 * }
 * System.out.println(report);
 * }</pre>
 *
 * <h2>Parts</h2>
 *
 * Reports of parts of a log, of many logs or of many machines become one by {@code merge}, which is associative: how the
 * work was divided does not show in the result. A {@code TlsReport} is commutative as well. A {@code TrafficReport} is but
 * for messages that have lines in both parts; there the earlier part has to come first. Both are empty to begin with, so that
 * a new report is the neutral element that aggregators want.
 *
 * <h2>Bounds</h2>
 *
 * A table counts exactly while it has no more keys than {@link dev.posthorn.report.ReportLimits} allow, and keeps the
 * frequent ones beyond; {@link dev.posthorn.report.Ranking} says which it is and how far a count may be off. Totals stay
 * exact always. Percentiles of delays are off by at most 1/64.
 *
 * <h2>JSON</h2>
 *
 * {@code toJson()} writes all that a report knows, {@code parseJson} reads it back; reports can go on counting after that.
 * Java's own serialisation, which Spark's aggregators want, writes the same JSON and nothing else: there is one form and one
 * reader, and that checks what it reads. RFC 8259, one line, ASCII. Members:
 *
 * <pre>
 * report    "traffic" or "tls"
 * version   1; later releases may add members, and readers skip those they do not know
 * keys, messages   the limits
 * exact     true if no limit was reached
 * totals    numbers without a key
 * tables    by name: exact, total (how often something was counted), errorBound (by how much a count may be too low),
 *           rows, each with
 *             key      the parts of the key, strings
 *             weight   how often the row is known to have been counted
 *             and what it measures: numbers of 0 or more, 0 left out; first and last as "2018-08-23 19:34:29",
 *             or "08-23 19:34:29" where no year is known
 * delays    by name: count, sumMillis, longestMillis, buckets: [least milliseconds, how many]
 * timeline    (tls) step: HOUR, DAY, MONTH, YEAR or WHOLE; periods, each with start, the digits YYYYMMDDhhmmss of
 *           its first second as one number, and counts by role and result, "SERVER TLSv1.2" or "CLIENT failed"; 0 left out
 * unfinished  (traffic) messages that may have begun before this part or go on behind it; what waits here for another
 *           part (received, deferred, unsized) is not in the tables yet, but is in all that the accessors give
 * </pre>
 *
 * Keys, part by part:
 *
 * <pre>
 * traffic  hours: "09"                           days: "2018-08-23"
 *          senders, recipients: address          senderDomains, recipientDomains: domain
 *          deferrals, bounces: program, enhanced status code, reason
 *          decisions: action, command, codes, reason      problems: severity, program, text
 *          unrecognized: reason                  foreignPrograms: program
 *          hosts: host                           services: tag
 * tls      sessions: role, ESTABLISHED or REUSED, trust, protocol, suite, bits, tag
 *          days: day and the first six of these  peers: peer and the first six of these
 *          tails: key exchange, server signature, digest, client signature, digest
 *          successes: role, peer                 failures: role, peer, error, verdict
 *          unrecognized: as above
 * </pre>
 *
 * <p>Names in reasons are replaced by what they are ({@code HOST}, {@code ADDRESS}), all others are as in the log: whoever
 * prints them escapes them, as {@code toString()} does. Nothing here reads a clock or guesses a year or a zone.
 *
 * <p>Reports are mutable and not safe for use by several threads; the values they give are immutable. No method accepts or
 * returns {@code null}.
 */
@NullMarked
package dev.posthorn.report;

import org.jspecify.annotations.NullMarked;
