package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.TlsEstablished;
import dev.posthorn.mail.TlsSessionEvent;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What a real Postfix, Dovecot and Exim wrote while a client did what the truth says it did: the sessions and messages of
 * each window come to what they came to. Prints what was compared and what did not agree.
 */
class RealSessionsTest {

    /**
     * Windows in which a record contradicts its own lines, or the lines name no session, with the reason. The list is to
     * stay short.
     */
    private static final Map<String, String> CONTRADICTIONS = Map.of(
            "ps-old/l1 in postfix-smtpd.rfc5424.log",
            "the daemon is lost, and DISCONNECT could be tlsproxy's: the line is not recognised",
            "conf-badlevel/l1 in postfix-smtp.rfc5424.log",
            "the daemon is lost, and a fatal error could be anybody's; no line names the peer",
            "rst/some in exim.mainlog.log",
            "no line follows the one that counts the connection: that it was reset is not logged");

    /** True causes of which Postfix logs nothing at all. */
    private static final Map<String, String> UNSEEN =
            Map.of("peer-closed-at-quit", "the message is sent and Postfix does not care for the answer to QUIT");

    /** What became of a log: its sessions and its messages. */
    private record Tracked(List<SmtpSession> sessions, List<MessagePath> messages) {}

    private final Map<String, Tracked> tracked = new HashMap<>();

    @Test
    void everyScenario_isFoundAsItWas() throws IOException {
        Map<String, Integer> compared = new TreeMap<>();
        List<String> mismatches = new ArrayList<>();
        for (RealScenario scenario : RealScenario.all()) {
            if (scenario.verdict().equals("background")
                    || scenario.outcome().equals("none")
                    || UNSEEN.containsKey(scenario.verdict())) {
                compared.merge("nothing claimed that the log could show", 1, Integer::sum);
                continue;
            }
            for (String file : scenario.files()) {
                compared.merge(
                        scenario.software() + " as "
                                + scenario.row().get("role").asText() + ", " + scenario.outcome(),
                        1,
                        Integer::sum);
                Optional<String> complaint = complaint(scenario, file);
                if (complaint.isPresent() && !CONTRADICTIONS.containsKey(scenario.name() + " in " + file)) {
                    mismatches.add(file + " " + scenario + "\n    " + complaint.get());
                }
            }
        }
        compared.forEach((what, count) -> System.out.println("real sessions: " + count + " " + what));
        System.out.println("real sessions: " + mismatches.size() + " mismatches");
        mismatches.forEach(System.out::println);
        assertThat(mismatches).isEmpty();
    }

    private Optional<String> complaint(RealScenario scenario, String file) throws IOException {
        Tracked log = tracked(file);
        List<SmtpSession> window = log.sessions().stream()
                .filter(session -> isWithin(scenario, session))
                .toList();
        if (scenario.isOfClient()) {
            Optional<String> complaint = messages(scenario, log);
            if (complaint.isPresent() || scenario.outcome().equals("local")) {
                return complaint;
            }
        }
        if (scenario.expected("peer").isEmpty() && window.isEmpty()) {
            return Optional.empty(); // A process that never served anybody.
        }
        boolean isFound = window.stream().anyMatch(session -> agrees(scenario, session));
        return isFound
                ? Optional.empty()
                : Optional.of("sessions: "
                        + window.stream().map(SmtpSession::oneLine).toList()
                        + (scenario.isOfPostfix()
                                ? ""
                                : window.stream().map(SmtpSession::lines).toList()));
    }

    private static boolean isWithin(RealScenario scenario, SmtpSession session) {
        return session.lastLine() >= scenario.firstLine()
                && session.firstLine() <= scenario.lastLine()
                && !scenario.isBackground(session.firstLine());
    }

    private static boolean agrees(RealScenario scenario, SmtpSession session) {
        return hasPeer(scenario, session) && hasOutcome(scenario, session) && hasTls(scenario, session);
    }

    private static boolean hasPeer(RealScenario scenario, SmtpSession session) {
        Optional<String> address = session.peer().map(MailPeer::address);
        return scenario.peerAddress().isEmpty()
                || address.equals(scenario.peerAddress())
                || (scenario.isOfClient() && address.isEmpty() && isBeforeAnyServer(session));
    }

    private static boolean isBeforeAnyServer(SmtpSession session) {
        return session.stage() == SessionStage.NONE || session.end() == SessionEnd.PROCESS_DIED;
    }

    private static boolean hasOutcome(RealScenario scenario, SmtpSession session) {
        TlsOutcome tls = session.tlsOutcome();
        SessionOutcome outcome = session.outcome();
        return switch (scenario.outcome()) {
            case "established" -> tls == TlsOutcome.ESTABLISHED || isTooQuiet(scenario, session);
            case "failed" -> tls.isFailure() || isFailure(outcome);
            case "rejected" ->
                outcome == SessionOutcome.REJECTED
                        || outcome == SessionOutcome.DEFERRED
                        || session.deliveries().stream().anyMatch(status -> status != DeliveryStatus.SENT);
            case "plaintext" -> session.established().isEmpty() && tls != TlsOutcome.HANDSHAKE_FAILED;
            case "lost" -> outcome == SessionOutcome.LOST;
            case "accepted" -> outcome == SessionOutcome.MAIL_ACCEPTED || outcome == SessionOutcome.NO_MAIL;
            case "passed" -> outcome == SessionOutcome.PASSED_ON;
            default -> false;
        };
    }

    private static boolean isFailure(SessionOutcome outcome) {
        return switch (outcome) {
            case HANDSHAKE_FAILED, NOT_CONNECTED, LOCAL_PROBLEM, LOST, DEFERRED -> true;
            default -> false;
        };
    }

    /** At level 0 a client says nothing of TLS that came about, and a server has only STARTTLS to count. */
    private static boolean isTooQuiet(RealScenario scenario, SmtpSession session) {
        boolean isUncounted = scenario.isOfClient() || scenario.isWrapped();
        return isUncounted && scenario.logLevel() == 0 && session.tlsOutcome() == TlsOutcome.NO_TLS_SEEN;
    }

    /** Version and suite stand in one line, which level 0 does not have. */
    private static boolean hasTls(RealScenario scenario, SmtpSession session) {
        if (!scenario.isOfPostfix()) {
            return hasTlsOfNeighbour(scenario, session);
        }
        Optional<TlsEstablished> established = session.established();
        if (established.isEmpty()) {
            return scenario.expected("cipher").isEmpty() || scenario.logLevel() == 0;
        }
        return agrees(scenario.expected("protocol"), established.get().session().protocol())
                && agrees(
                        scenario.expected("cipher"), established.get().session().cipherSuiteName())
                && agrees(
                        scenario.expected("trust"),
                        established
                                .get()
                                .trust()
                                .map(Enum::name)
                                .map(name -> name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT))
                                .orElse(""))
                && agrees(scenario.expected("sni"), established.get().sniHost().orElse(""));
    }

    /** Dovecot prints no suite unless it is told to, and Exim prints GnuTLS's names: what is printed has to be the same. */
    private static boolean hasTlsOfNeighbour(RealScenario scenario, SmtpSession session) {
        Optional<TlsSessionEvent> negotiated = session.negotiated();
        if (negotiated.isEmpty()) {
            return session.lines().stream()
                    .noneMatch(
                            line -> line.text().contains(" X=") || line.text().contains(" with cipher "));
        }
        boolean hasVersion = scenario.expected("protocol").isEmpty()
                || scenario.expected("protocol")
                        .equals(negotiated.get().negotiatedVersion().map(ProtocolVersion::openSslName));
        boolean hasSuite = scenario.expected("cipher").isEmpty()
                || CipherSuite.forOpenSslName(scenario.expected("cipher").get())
                        .equals(negotiated.get().cipherSuite());
        return hasVersion
                && hasSuite
                && agrees(scenario.expected("sni"), session.sniHost().orElse(""));
    }

    private static boolean agrees(Optional<String> expected, String actual) {
        return expected.isEmpty() || expected.get().equals(actual);
    }

    /** One of the messages of the window has to have fared as the truth says. */
    private static Optional<String> messages(RealScenario scenario, Tracked log) {
        Optional<String> status = scenario.expected("status");
        if (status.isEmpty() || status.get().equals("none")) {
            return Optional.empty();
        }
        List<MessagePath> window = log.messages().stream()
                .filter(message -> message.firstLine() >= scenario.firstLine()
                        && message.firstLine() <= scenario.lastLine()
                        && !scenario.isBackground(message.firstLine()))
                .toList();
        boolean isFound = window.stream().anyMatch(message -> fared(message, status.get()));
        return isFound
                ? Optional.empty()
                : Optional.of(
                        "messages: " + window.stream().map(MessagePath::oneLine).toList());
    }

    private static boolean fared(MessagePath message, String status) {
        return switch (status) {
            case "sent" -> message.fate() == MessageFate.DELIVERED;
            case "deferred" ->
                message.attempts().stream().anyMatch(attempt -> attempt.status() == DeliveryStatus.DEFERRED);
            case "bounced" -> message.fate() == MessageFate.BOUNCED;
            case "mixed" -> message.fate() == MessageFate.PARTLY_DELIVERED;
            default -> false;
        };
    }

    private Tracked tracked(String file) throws IOException {
        Tracked known = tracked.get(file);
        if (known != null) {
            return known;
        }
        List<SmtpSession> sessions = new ArrayList<>();
        List<MessagePath> messages = new ArrayList<>();
        SessionTracker sessionTracker = new SessionTracker(sessions::add);
        MessageTracker messageTracker = new MessageTracker(messages::add);
        try (MaillogCursor cursor = Maillog.open(RealScenario.log(file))) {
            while (cursor.advance()) {
                sessionTracker.accept(cursor);
                messageTracker.accept(cursor);
            }
        }
        sessionTracker.finish();
        messageTracker.finish();
        Tracked now = new Tracked(sessions, messages);
        tracked.put(file, now);
        return now;
    }
}
