package dev.posthorn.diagnosis;

import dev.posthorn.postfix.PostfixTlsSettings;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known besides the lines of a session. Every part can be left out.
 *
 * <pre>{@code
 * PostfixVersion version = PostfixVersion.parse("2.6.6");
 * VerdictContext context = VerdictContext.unknown()
 *         .withSettings(PostfixTlsSettings.parse(version, "smtpd_tls_protocols = !SSLv2, !SSLv3"));
 * SessionTracker tracker =
 *         new SessionTracker(session -> System.out.println(session.verdict(context).summary()));
 * }</pre>
 */
public final class VerdictContext {

    private static final VerdictContext UNKNOWN = new VerdictContext(Optional.empty(), session -> PeerHistory.none());

    private final Optional<PostfixTlsSettings> settings;
    private final Function<SmtpSession, PeerHistory> later;

    private VerdictContext(Optional<PostfixTlsSettings> settings, Function<SmtpSession, PeerHistory> later) {
        this.settings = settings;
        this.later = later;
    }

    /**
     * Nothing is known.
     *
     * @return a context without anything
     */
    public static VerdictContext unknown() {
        return UNKNOWN;
    }

    /**
     * Adds the settings of the Postfix that wrote the log.
     *
     * @param known its TLS settings
     * @return a context with these settings
     */
    public VerdictContext withSettings(PostfixTlsSettings known) {
        return new VerdictContext(Optional.of(known), later);
    }

    /**
     * Adds what sessions of the same peer came to that began after this one ended. Earlier ones the session has itself.
     *
     * @param history the later sessions
     * @return a context with this history, for a session of this peer
     */
    public VerdictContext withLater(PeerHistory history) {
        return new VerdictContext(settings, session -> history);
    }

    /**
     * Adds the sessions of a log, from which each session is told what came after it.
     *
     * @param sessions the sessions of the log that it stands in
     * @return a context with these sessions, for every session of the log
     */
    public VerdictContext withLater(LaterSessions sessions) {
        return new VerdictContext(settings, sessions::after);
    }

    /**
     * The settings of the Postfix that wrote the log.
     *
     * @return its TLS settings, empty if not known
     */
    public Optional<PostfixTlsSettings> settings() {
        return settings;
    }

    /**
     * What later sessions of the same peer came to.
     *
     * @param session the session they are later than
     * @return the history, without sessions if not known
     */
    public PeerHistory laterThan(SmtpSession session) {
        return later.apply(session);
    }
}
