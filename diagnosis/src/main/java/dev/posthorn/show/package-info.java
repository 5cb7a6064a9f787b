/**
 * Showing what was found out: a text for a terminal, JSON for programs, and one HTML file for people.
 *
 * <p>One type to know: {@link dev.posthorn.show.Dossier}, what is known of the TLS in a log.
 *
 * <pre>{@code
 * MaillogDiagnosis log = Posthorn.diagnose(Path.of("maillog"));
 * Dossier dossier = Dossier.of("maillog", log);
 * System.out.println(dossier);
 * Files.writeString(Path.of("maillog.html"), dossier.toHtml());
 * Files.writeString(Path.of("maillog.json"), dossier.toJson());
 * }</pre>
 *
 * <h2>The page</h2>
 *
 * One file: no script, no font, image or style sheet from elsewhere, and a content security policy that forbids both to
 * whatever a log might smuggle in. Its drawings are SVG within the page; each has a name, a description, and its numbers in a
 * table; results differ by pattern or place and never by colour alone. It follows the light or dark scheme of the reader and
 * is as wide as the screen. Text from the log is escaped for HTML, and what would steer a terminal or turn words around is
 * written out.
 *
 * <h2>JSON</h2>
 *
 * RFC 8259, one line, ASCII. Names of members are stable; later releases may add some. Counts are whole numbers, times are
 * those of the log as text, {@code 2018-08-23 19:34:29} or, where no year is known, {@code 08-23 19:34:29}, and what is not
 * known is left out. Text from the log is as in the log: whoever shows it escapes it.
 *
 * <pre>
 * dossier "tls", version 1, title, lines
 * exact          false if there were more names than a report remembers
 * established, failed   handshakes
 * directions     by role, SERVER or CLIENT: established, reused, failed,
 *                protocols: protocol, handshakes, peersWithNothingBetter: peer, handshakes, last
 * timeline       step: HOUR, DAY, MONTH, YEAR or WHOLE; periods: period, role, results: by "TLSv1.2" and the like, or "failed"
 * suites, services, trust   name, handshakes
 * failures       total, errorBound, rows: role, peer, error, verdict, count, first, last, meanIntervalSeconds, laterSuccess
 * notUnderstood  lines by reason; leftOut, lost: messages that loggers left out or threw away
 *
 * Only where a log was diagnosed:
 * sessions       by outcome
 * peers          exact, errorBound, forgotten, failedWithoutPeer,
 *                failing: role, name, address, kind, confidence, possible, because, evidence: line, text; sessions,
 *                established, failed, acceptedOverTls, acceptedInClearText, fellBack, establishedAfterFailure, first, last,
 *                services, domains, failures: reason, cause, count, first, last, firstLine;
 *                remedies: places in the list below, from 1; noRemedy: why there is none
 * remedies       kind, summary, confidence, risk, caveats, files: file, lines; serves, impact: peer, becomes, before, after,
 *                confidence, because
 * contradictions role, service, subject, settingsSay, logSays, count, firstLine
 * settings       rule, severity, subject, reason, fix
 * </pre>
 *
 * <h2>Costs</h2>
 *
 * Text and page show the first rows of everything, so a page has some hundred kilobytes at most, whatever the log. The JSON
 * has all rows that a report remembers. Nothing here reads a clock, a file or the network: the same input gives the same
 * bytes.
 *
 * <p>No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.show;

import org.jspecify.annotations.NullMarked;
