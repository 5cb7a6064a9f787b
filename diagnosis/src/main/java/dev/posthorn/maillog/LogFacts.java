package dev.posthorn.maillog;

import dev.posthorn.diagnosis.LogLine;
import dev.posthorn.diagnosis.SmtpSession;
import dev.posthorn.diagnosis.TlsOutcome;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsRole;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the sessions of a log show of the server's settings: which versions and suites came about, and which cipher strings
 * were in force, by service. Bounded, for a log decides how many there are.
 */
final class LogFacts {

    /** A configuration has a handful of each. */
    private static final int MAX_KINDS = 1_000;

    private static final int MAX_TEXT = 2_000;
    private static final int MAX_NAME = 100;

    /** What was agreed on. */
    record Agreed(TlsRole role, Optional<String> service, String protocol, String suite) {}

    /** What was in force. */
    record InForce(TlsRole role, Optional<String> service, String cipherString) {}

    /** A list of protocols that Postfix refused. */
    record Refused(TlsRole role, Optional<String> service, String protocols) {}

    /** How often, and where first. */
    record Seen(long count, long firstLine) {

        Seen plus(Seen more) {
            return new Seen(count + more.count, firstLine);
        }
    }

    private final Map<Agreed, Seen> agreed = new LinkedHashMap<>();
    private final Map<InForce, Seen> inForce = new LinkedHashMap<>();
    private final Map<Refused, Seen> refused = new LinkedHashMap<>();

    void add(SmtpSession session) {
        Optional<String> service = session.instance().map(LogFacts::cut);
        if (session.tlsOutcome() == TlsOutcome.ESTABLISHED) {
            session.established()
                    .ifPresent(summary -> count(
                            agreed,
                            new Agreed(
                                    session.role(),
                                    service,
                                    cut(summary.session().protocol()),
                                    cut(summary.session().cipherSuiteName())),
                            new Seen(1, summary.envelope().lineNumber())));
        }
        session.cipherString()
                .filter(string -> string.text().length() <= MAX_TEXT)
                .ifPresent(string -> count(
                        inForce,
                        new InForce(session.role(), service, string.text()),
                        new Seen(1, lineOf(session, MaillogKind.TLS_CIPHER_LIST))));
        session.invalidProtocols()
                .filter(list -> list.length() <= MAX_TEXT)
                .ifPresent(list -> count(
                        refused,
                        new Refused(session.role(), service, list),
                        new Seen(1, lineOf(session, MaillogKind.TLS_INVALID_PROTOCOLS))));
    }

    /** The line itself if the session has kept it, else its first. */
    private static long lineOf(SmtpSession session, MaillogKind kind) {
        return Stream.concat(session.earlierWarnings().stream(), session.lines().stream())
                .filter(line -> line.kind() == kind)
                .mapToLong(LogLine::number)
                .findFirst()
                .orElse(session.firstLine());
    }

    private static <K> void count(Map<K, Seen> counts, K key, Seen here) {
        if (counts.containsKey(key) || counts.size() < MAX_KINDS) {
            counts.merge(key, here, Seen::plus);
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_NAME ? text : text.substring(0, MAX_NAME);
    }

    Map<Agreed, Seen> agreed() {
        return agreed;
    }

    Map<InForce, Seen> inForce() {
        return inForce;
    }

    Map<Refused, Seen> refused() {
        return refused;
    }
}
