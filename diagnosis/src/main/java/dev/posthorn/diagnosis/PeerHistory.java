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
        Optional<TlsSessionEvent> negotiated = session.negotiated().filter(summary -> hasTls);
        Optional<ProtocolVersion> version = negotiated.flatMap(TlsSessionEvent::negotiatedVersion);
        return new PeerHistory(
                sessions + 1,
                established + (hasTls ? 1 : 0),
                failed + (session.tlsOutcome().isFailure() ? 1 : 0),
                accepted + (hasMail ? 1 : 0),
                version.or(() -> lastVersion),
                version.isPresent() ? negotiated.map(TlsSessionEvent::cipherSuiteName) : lastSuite,
                version.isPresent()
                        ? negotiated
                                .map(summary -> summary.envelope().lineNumber())
                                .orElse(0L)
                        : lastEstablishedLine);
    }
}
