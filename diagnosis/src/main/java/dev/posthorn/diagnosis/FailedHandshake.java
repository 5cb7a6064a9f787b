package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.error.FailureKind;
import dev.posthorn.openssl.error.HandshakeContext;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.openssl.error.OpenSslError;
import dev.posthorn.openssl.error.TraceLine;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.text.TerminalText;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a handshake failed by: OpenSSL's errors in the light of what else is known, or the lack of errors. */
final class FailedHandshake {

    private static final MaillogKind[] EVIDENCE = {
        MaillogKind.TLS_STATE,
        MaillogKind.TLS_ALERT,
        MaillogKind.SSL_ACCEPT_ERROR,
        MaillogKind.SSL_CONNECT_ERROR,
        MaillogKind.TLS_LIBRARY_PROBLEM,
        MaillogKind.TLSPROXY_HANDSHAKE_FAILED,
        MaillogKind.SMTPD_LOST,
        MaillogKind.SMTP_LOST,
        MaillogKind.DELIVERY
    };

    private static final FailureKind UNSUPPORTED_PROTOCOL = new FailureKind("UNSUPPORTED_PROTOCOL");

    private FailedHandshake() {}

    static SessionVerdict verdict(VerdictCase its) {
        its.session
                .cipherString()
                .ifPresent(string -> its.tell(
                        "The cipher string in force was \"" + TerminalText.escape(string.text(), 500) + "\"."));
        its.settings()
                .flatMap(settings -> LevelMixUp.of(its.session.role(), settings))
                .ifPresent(its::tell);
        HandshakeContext known = context(its.session, its.context.settings());
        return its.session.errors().isEmpty() ? withoutError(its, known) : ofErrors(its, known);
    }

    private static SessionVerdict ofErrors(VerdictCase its, HandshakeContext known) {
        List<LogLine> evidence = its.linesOf(EVIDENCE);
        HandshakeFailure failure = HandshakeFailure.of(its.session.errors(), known);
        CauseFinding finding = HandshakeCauses.of(failure, its.session.role());
        if (failure.kind().equals(FailureKind.NO_SHARED_CIPHER)) {
            finding = new SuiteChoice(its).refine(finding, failure.error());
        } else if (failure.kind().equals(UNSUPPORTED_PROTOCOL)) {
            finding = VersionChoice.refine(finding, its);
        }
        return its.verdict(finding, Optional.of(failure), Optional.empty(), evidence);
    }

    /** From Postfix 2.9 on the status without an error of OpenSSL's is the system's word for it; before it is a number. */
    private static SessionVerdict withoutError(VerdictCase its, HandshakeContext known) {
        Optional<String> status = its.session.handshakeErrorStatus();
        String words = status.orElse("").toLowerCase(Locale.ROOT);
        List<LogLine> evidence = its.linesOf(EVIDENCE);
        if (words.contains("timed out")) {
            return its.verdict(CauseFinding.certain(SessionCause.HANDSHAKE_TIMEOUT), status, evidence);
        }
        if (words.contains("reset") || words.contains("broken pipe")) {
            return its.verdict(CauseFinding.certain(SessionCause.PEER_RESET), status, evidence);
        }
        CauseFinding finding = silence(words);
        return its.verdict(finding, Optional.of(HandshakeFailure.ofLostConnection(known)), status, evidence);
    }

    /** What is shorter than a record is not judged: a peer may have sent plain text, or half a hello, before it hung up. */
    private static CauseFinding silence(String words) {
        if (words.equals("lost connection") || words.equals("0")) {
            return CauseFinding.likely(SessionCause.PEER_CLOSED, SessionCause.NOT_TLS, SessionCause.MALFORMED_MESSAGE);
        }
        return CauseFinding.open(SessionCause.PEER_CLOSED, SessionCause.HANDSHAKE_TIMEOUT, SessionCause.PEER_RESET);
    }

    /** What is known of one session, for the judgement of OpenSSL's errors. */
    static HandshakeContext context(SmtpSession session, Optional<PostfixTlsSettings> settings) {
        boolean isClient = session.role() == TlsRole.CLIENT;
        HandshakeContext known = isClient ? HandshakeContext.ofClient() : HandshakeContext.ofServer();
        if (!session.trace().isEmpty()) {
            known = known.withTrace(session.trace());
        }
        if (settings.isPresent() && !isClient) {
            Set<ProtocolVersion> off = new TreeSet<>(settings.get()
                    .forInstance(session.instance())
                    .server()
                    .protocols()
                    .disabled());
            // No setting says whether the library was built with SSLv2, so nothing must rest on it being on.
            off.add(ProtocolVersion.SSLV2);
            known = known.withProtocolsOff(off);
        }
        Optional<ProtocolVersion> earlier = session.peerBefore().lastVersion();
        return earlier.isPresent() ? known.withEarlierSession(earlier.get()) : known;
    }

    /** The alert of a peer that came when this side held the handshake for done: with TLSv1.3 a client is done first. */
    static Optional<SessionVerdict> afterwards(VerdictCase its) {
        List<OpenSslError> errors = its.session.errors().stream()
                .filter(error -> error.peerAlert().isPresent())
                .toList();
        Optional<TraceLine> traced = its.session.trace().stream()
                .filter(line -> line.event() == TraceLine.Event.ALERT_RECEIVED && !line.isWarning())
                .findFirst();
        if (errors.isEmpty() && traced.isEmpty()) {
            return Optional.empty();
        }
        HandshakeContext known = context(its.session, its.context.settings());
        Optional<HandshakeFailure> failure = errors.isEmpty()
                ? traced.flatMap(TraceLine::alert).map(alert -> HandshakeFailure.ofAlert(alert, known))
                : Optional.of(HandshakeFailure.of(errors, known));
        its.tell("The alert came after this side had finished the handshake, as it does with TLSv1.3.");
        return Optional.of(its.verdict(
                CauseFinding.certain(SessionCause.PEER_ALERT), failure, Optional.empty(), its.linesOf(EVIDENCE)));
    }
}
