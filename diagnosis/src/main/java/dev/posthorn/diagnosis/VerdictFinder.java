package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.error.DecidedBy;
import dev.posthorn.openssl.error.HandshakeContext;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.text.TerminalText;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out why a session came to what it came to: what TLS failed by, in the order in which one thing leads to the other,
 * else what the mail failed by (fact sheet on handshake failures section 0).
 */
final class VerdictFinder {

    private final SmtpSession session;
    private final VerdictContext context;
    private final List<String> circumstances = new ArrayList<>();

    VerdictFinder(SmtpSession session, VerdictContext context) {
        this.session = session;
        this.context = context;
    }

    /** What is known of one session, for the judgement of OpenSSL's errors. */
    static HandshakeContext handshakeContext(SmtpSession session, Optional<PostfixTlsSettings> settings) {
        boolean isClient = session.role() == TlsRole.CLIENT;
        HandshakeContext known = isClient ? HandshakeContext.ofClient() : HandshakeContext.ofServer();
        if (!session.trace().isEmpty()) {
            known = known.withTrace(session.trace());
        }
        if (settings.isPresent() && !isClient) {
            Set<ProtocolVersion> off =
                    serviceOf(session, settings.get()).server().protocols().disabled();
            known = known.withProtocolsOff(off);
        }
        Optional<ProtocolVersion> earlier = session.peerBefore().lastVersion();
        return earlier.isPresent() ? known.withEarlierSession(earlier.get()) : known;
    }

    /**
     * Stock master.cf files name the service behind the instance: {@code postfix/submission}. Clients reach a server by
     * inet, so that a client's service of the same name does not matter.
     */
    private static PostfixTlsSettings serviceOf(SmtpSession session, PostfixTlsSettings settings) {
        return session.instance()
                .filter(instance -> instance.indexOf('/') >= 0)
                .map(instance -> instance.substring(instance.lastIndexOf('/') + 1) + "/inet")
                .flatMap(service -> settings.services().stream()
                        .filter(known -> known.toString().equals(service))
                        .findFirst())
                .map(settings::forService)
                .orElse(settings);
    }

    SessionVerdict find() {
        tellHistory();
        return session.tlsOutcome().isFailure() ? ofTls() : ofMail();
    }

    private SessionVerdict ofTls() {
        return switch (session.tlsOutcome()) {
            case TLS_DISABLED -> ofDisabledTls();
            case CERTIFICATE_REFUSED -> ofCertificate();
            case STARTTLS_REFUSED -> of(SessionCause.STARTTLS_REFUSED, MaillogKind.SMTPD_REFUSING_TLS);
            case NOT_OFFERED -> of(SessionCause.TLS_NOT_OFFERED, MaillogKind.DELIVERY);
            case POLICY_UNMET ->
                of(textCause(SessionCause.DANE_UNMET), MaillogKind.DELIVERY, MaillogKind.SMTP_TLS_POLICY_LOOKUP);
            case HANDSHAKE_FAILED, LOST_AFTER_STARTTLS -> ofHandshake();
            case ESTABLISHED, UNFINISHED, NO_TLS_SEEN -> ofMail();
        };
    }

    /** A setting of the process comes before the session, one of the session within it; either explains what follows. */
    private SessionVerdict ofDisabledTls() {
        List<LogLine> evidence = new ArrayList<>();
        SessionCause cause = SessionCause.TLS_UNAVAILABLE;
        List<LogLine> all = new ArrayList<>(session.earlierWarnings());
        all.addAll(session.lines());
        for (LogLine line : all) {
            SessionCause shown = disabledBy(line.kind());
            if (shown != SessionCause.UNKNOWN) {
                cause = cause == SessionCause.TLS_UNAVAILABLE ? shown : cause;
                evidence.add(line);
            } else if (line.kind() == MaillogKind.TLS_LIBRARY_PROBLEM) {
                evidence.add(line);
            }
        }
        if (cause == SessionCause.TLS_UNAVAILABLE) {
            cause = textCause(cause);
        }
        if (!session.earlierWarnings().isEmpty()) {
            circumstances.add(
                    "The process warned of it before this session; every session of this process is affected.");
        }
        evidence.addAll(linesOf(MaillogKind.SMTPD_LOST, MaillogKind.DELIVERY, MaillogKind.SMTPD_WRAPPER_DROPPED));
        Optional<String> detail = evidence.stream().findFirst().map(LogLine::text);
        return new SessionVerdict(cause, Optional.empty(), detail, evidence, circumstances);
    }

    private static SessionCause disabledBy(MaillogKind kind) {
        return switch (kind) {
            case TLS_INVALID_PROTOCOLS, TLS_ERROR_VERSION_LIMIT -> SessionCause.PROTOCOL_LIST_INVALID;
            case TLS_INVALID_GRADE, TLS_INVALID_EXCLUSION, TLS_INVALID_CIPHER_LIST, TLS_ERROR_SETTING_GRADE ->
                SessionCause.CIPHER_SETTING_INVALID;
            case TLS_CERT_LOAD, TLS_KEY_MISMATCH, TLS_NEED_CERT_PAIR, TLS_CA_LOAD, TLS_CHAIN_FILE, SMTPD_TLS_CONFIG ->
                SessionCause.CERTIFICATE_UNUSABLE;
            case SMTP_TLS_POLICY_SYNTAX, SMTP_TLS_POLICY_LOOKUP -> SessionCause.TLS_POLICY_INVALID;
            case TLS_NO_ENTROPY,
                    TLS_NO_SSL_CTX,
                    TLS_NO_DATA_INDEX,
                    TLS_DIGEST,
                    TLS_DISABLED,
                    TLS_DANE_INIT_FAILED,
                    TLS_CONTEXT_FAILED,
                    TLS_SET_FD,
                    TLS_CONFIG_FILE,
                    TLS_NOT_COMPILED_IN,
                    TLSPROXY_NO_TLS,
                    TLSPROXY_NOT_COMPILED_IN,
                    SMTP_TLSPROXY_PROBLEM,
                    SMTP_TLS_UNAVAILABLE -> SessionCause.TLS_UNAVAILABLE;
            default -> SessionCause.UNKNOWN;
        };
    }

    private SessionVerdict ofCertificate() {
        if (session.role() == TlsRole.CLIENT) {
            List<LogLine> evidence =
                    linesOf(MaillogKind.TLS_VERIFY_FAILED, MaillogKind.TLS_PEERNAME_FAILED, MaillogKind.DELIVERY);
            return new SessionVerdict(
                    SessionCause.SERVER_CERTIFICATE_NOT_TRUSTED,
                    Optional.empty(),
                    session.certificateProblem(),
                    evidence,
                    circumstances);
        }
        List<LogLine> evidence = linesOf(MaillogKind.TLS_VERIFY_FAILED, MaillogKind.SMTPD_TLS_ABORT);
        boolean isMissing = evidence.stream().anyMatch(line -> line.text().endsWith("No client certificate presented"));
        return new SessionVerdict(
                isMissing ? SessionCause.CLIENT_CERTIFICATE_MISSING : SessionCause.CLIENT_CERTIFICATE_NOT_TRUSTED,
                Optional.empty(),
                session.certificateProblem(),
                evidence,
                circumstances);
    }

    private SessionVerdict ofHandshake() {
        List<LogLine> evidence = linesOf(
                MaillogKind.TLS_STATE,
                MaillogKind.TLS_ALERT,
                MaillogKind.SSL_ACCEPT_ERROR,
                MaillogKind.SSL_CONNECT_ERROR,
                MaillogKind.TLS_LIBRARY_PROBLEM,
                MaillogKind.TLSPROXY_HANDSHAKE_FAILED,
                MaillogKind.SMTPD_LOST,
                MaillogKind.DELIVERY);
        tellCipherString();
        HandshakeContext known = handshakeContext(session, context.settings());
        if (!session.errors().isEmpty()) {
            HandshakeFailure failure = HandshakeFailure.of(session.errors(), known);
            return new SessionVerdict(
                    causeOf(failure), Optional.of(failure), Optional.empty(), evidence, circumstances);
        }
        SessionCause cause = ofStatus(session.handshakeErrorStatus().orElse(""));
        Optional<HandshakeFailure> failure = cause == SessionCause.PEER_CLOSED
                ? Optional.of(HandshakeFailure.ofLostConnection(known))
                : Optional.empty();
        return new SessionVerdict(cause, failure, session.handshakeErrorStatus(), evidence, circumstances);
    }

    private static SessionCause causeOf(HandshakeFailure failure) {
        if (failure.decidedBy() == DecidedBy.PEER_SILENCE) {
            return SessionCause.PEER_CLOSED;
        }
        return failure.decidedBy() == DecidedBy.PEER_ALERT ? SessionCause.PEER_ALERT : SessionCause.OPENSSL_ERROR;
    }

    /** From Postfix 2.9 on the status without an error of OpenSSL's is the system's word for it; before it is a number. */
    private static SessionCause ofStatus(String status) {
        String words = status.toLowerCase(Locale.ROOT);
        if (words.contains("timed out")) {
            return SessionCause.HANDSHAKE_TIMEOUT;
        }
        return words.contains("reset") || words.contains("broken pipe")
                ? SessionCause.PEER_RESET
                : SessionCause.PEER_CLOSED;
    }

    private void tellCipherString() {
        session.cipherString()
                .ifPresent(string ->
                        circumstances.add("The cipher string in force was \"" + printable(string.text()) + "\"."));
    }

    /** Sessions of the same peer before and after tell a peer that cannot from one that could and cannot any more. */
    private void tellHistory() {
        tell(session.peerBefore(), "before");
        tell(context.laterThan(session), "after");
    }

    private void tell(PeerHistory history, String when) {
        if (history.sessions() == 0) {
            return;
        }
        circumstances.add("The log has " + history.sessions() + " sessions with this peer " + when
                + " this one: TLS in "
                + history.established() + ", failed in " + history.failed()
                + history.lastVersion()
                        .map(version -> ", last with " + version.openSslName()
                                + history.lastSuite()
                                        .map(suite -> " and " + printable(suite))
                                        .orElse("")
                                + " in line " + history.lastEstablishedLine())
                        .orElse("")
                + ".");
    }

    private static String printable(String text) {
        return TerminalText.escape(text, 500);
    }

    private SessionVerdict ofMail() {
        return switch (session.outcome()) {
            case MAIL_ACCEPTED, FELL_BACK_TO_CLEAR_TEXT, NO_MAIL, PASSED_ON -> of(SessionCause.NOTHING);
            case HANDSHAKE_FAILED -> ofHandshake();
            case LOST -> ofLoss();
            case NOT_CONNECTED ->
                of(textCause(SessionCause.CONNECT_FAILED), MaillogKind.SMTP_CONNECT_FAILED, MaillogKind.DELIVERY);
            case LOCAL_PROBLEM -> ofLocalProblem();
            case DEFERRED, REJECTED -> session.role() == TlsRole.CLIENT ? refusedByPeer() : refusedByUs();
            case UNKNOWN -> of(SessionCause.UNKNOWN);
        };
    }

    private SessionVerdict ofLoss() {
        boolean isTimeout = session.lostReason().filter("timeout"::equals).isPresent();
        SessionCause seen = isTimeout ? SessionCause.TIMEOUT : SessionCause.CONNECTION_LOST;
        return of(
                textCause(seen),
                MaillogKind.SMTPD_LOST,
                MaillogKind.SMTP_LOST,
                MaillogKind.SMTP_TIMEOUT,
                MaillogKind.POSTSCREEN_HANGUP,
                MaillogKind.DELIVERY);
    }

    private SessionVerdict ofLocalProblem() {
        boolean isDead = session.end() == SessionEnd.PROCESS_DIED;
        return new SessionVerdict(
                isDead ? SessionCause.PROCESS_DIED : SessionCause.LOCAL_SERVICE,
                Optional.empty(),
                session.lines().stream().reduce((earlier, later) -> later).map(LogLine::text),
                session.lines(),
                circumstances);
    }

    private SessionVerdict refusedByPeer() {
        return of(
                textCause(SessionCause.REFUSED_BY_PEER),
                MaillogKind.SMTP_SERVER_SAID,
                MaillogKind.SMTP_REFUSED_TO_TALK,
                MaillogKind.SMTP_ATTEMPT_FAILED,
                MaillogKind.DELIVERY);
    }

    private SessionVerdict refusedByUs() {
        List<LogLine> evidence = session.lines();
        SessionCause cause = SessionCause.REFUSED_BY_US;
        for (LogLine line : evidence) {
            cause = switch (line.kind()) {
                case SMTPD_SASL_FAILED, SMTPD_SASL_ABORTED -> SessionCause.AUTHENTICATION_FAILED;
                case SMTPD_LIMIT_EXCEEDED -> SessionCause.LIMIT_EXCEEDED;
                case SMTPD_NON_SMTP,
                        SMTPD_ILLEGAL_ADDRESS,
                        SMTPD_REQUEST_TOO_LONG,
                        POSTSCREEN_PREGREET,
                        POSTSCREEN_BARE_NEWLINE,
                        POSTSCREEN_PIPELINING,
                        POSTSCREEN_NON_SMTP -> SessionCause.PROTOCOL_VIOLATION;
                default -> cause;
            };
        }
        Optional<String> detail = evidence.stream().findFirst().map(LogLine::text);
        return new SessionVerdict(cause, Optional.empty(), detail, evidence, circumstances);
    }

    /** What Postfix's own text for the delivery says, if it says anything. */
    private SessionCause textCause(SessionCause otherwise) {
        return session.statedCause()
                .filter(cause -> cause != SessionCause.UNKNOWN)
                .orElse(otherwise);
    }

    private SessionVerdict of(SessionCause cause, MaillogKind... kinds) {
        List<LogLine> evidence = linesOf(kinds);
        Optional<String> detail =
                evidence.stream().reduce((earlier, later) -> later).map(LogLine::text);
        return new SessionVerdict(cause, Optional.empty(), detail, evidence, circumstances);
    }

    private List<LogLine> linesOf(MaillogKind... kinds) {
        Set<MaillogKind> wanted = EnumSet.noneOf(MaillogKind.class);
        wanted.addAll(List.of(kinds));
        return session.lines().stream()
                .filter(line -> wanted.contains(line.kind()))
                .toList();
    }
}
