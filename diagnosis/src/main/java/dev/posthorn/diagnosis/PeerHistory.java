package dev.posthorn.diagnosis;

import dev.posthorn.mail.TlsSessionEvent;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Optional;

/**
 * What the sessions with one peer came to, without the one that is being looked at.
 *
 * @param sessions how many there were
 * @param established how many had TLS
 * @param failed in how many TLS did not come about, or not as it had to
 * @param accepted in how many a message was taken over
 * @param lastVersion the version negotiated last; empty if TLS was never established or not logged
 * @param lastSuite the suite negotiated last, as printed; empty if TLS was never established or not logged
 * @param lastEstablishedLine the number of the line that says so; 0 if there is none
 */
public record PeerHistory(
        long sessions,
        long established,
        long failed,
        long accepted,
        Optional<ProtocolVersion> lastVersion,
        Optional<String> lastSuite,
        long lastEstablishedLine) {

    private static final PeerHistory NONE = new PeerHistory(0, 0, 0, 0, Optional.empty(), Optional.empty(), 0);

    /**
     * A history.
     *
     * @param sessions how many sessions there were
     * @param established how many had TLS
     * @param failed in how many TLS did not come about, or not as it had to
     * @param accepted in how many a message was taken over
     * @param lastVersion the version negotiated last
     * @param lastSuite the suite negotiated last
     * @param lastEstablishedLine the number of the line that says so; 0 if there is none
     */
    public PeerHistory {}

    /**
     * Of a peer never seen.
     *
     * @return a history without sessions
     */
    public static PeerHistory none() {
        return NONE;
    }

    /**
     * Adds a session of this peer.
     *
     * @param session the session
     * @return the history with it
     */
    public PeerHistory with(SmtpSession session) {
        boolean hasMail = session.outcome() == SessionOutcome.MAIL_ACCEPTED
                || session.outcome() == SessionOutcome.FELL_BACK_TO_CLEAR_TEXT;
        boolean hasTls = session.tlsOutcome() == TlsOutcome.ESTABLISHED;
        Optional<ProtocolVersion> version = hasTls ? versionOf(session) : Optional.empty();
        return new PeerHistory(
                sessions + 1,
                established + (hasTls ? 1 : 0),
                failed + (session.tlsOutcome().isFailure() ? 1 : 0),
                accepted + (hasMail ? 1 : 0),
                version.or(() -> lastVersion),
                version.isPresent() ? suiteOf(session) : lastSuite,
                version.isPresent() ? lineOf(session) : lastEstablishedLine);
    }

    /** Every session comes by here, so what Postfix prints is not made an event of all programs first. */
    private static Optional<ProtocolVersion> versionOf(SmtpSession session) {
        return session.established().isPresent()
                ? session.established().get().session().negotiatedVersion()
                : session.negotiated().flatMap(TlsSessionEvent::negotiatedVersion);
    }

    private static Optional<String> suiteOf(SmtpSession session) {
        return session.established().isPresent()
                ? Optional.of(session.established().get().session().cipherSuiteName())
                : session.negotiated().map(TlsSessionEvent::cipherSuiteName);
    }

    private static long lineOf(SmtpSession session) {
        return session.established().isPresent()
                ? session.established().get().envelope().lineNumber()
                : session.negotiated()
                        .map(summary -> summary.envelope().lineNumber())
                        .orElse(0L);
    }
}
