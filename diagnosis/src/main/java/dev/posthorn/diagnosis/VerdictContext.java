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

    private static final VerdictContext UNKNOWN = new VerdictContext(
            MailServer.unknown(), new ServableSuites(MailServer.unknown()), session -> PeerHistory.none());

    private final MailServer server;
    private final ServableSuites suites;
    private final Function<SmtpSession, PeerHistory> later;

    private VerdictContext(MailServer server, ServableSuites suites, Function<SmtpSession, PeerHistory> later) {
        this.server = server;
        this.suites = suites;
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
        MailServer with = MailServer.builder()
                .settings(known)
                .openSsl(server.openSsl())
                .addAllCertificates(server.certificates())
                .build();
        return withServer(with);
    }

    /**
     * Adds all that is known of the server that wrote the log: its settings, its OpenSSL and its certificates.
     *
     * @param known the server
     * @return a context with this server instead of settings given before
     */
    public VerdictContext withServer(MailServer known) {
        return new VerdictContext(known, new ServableSuites(known), later);
    }

    /**
     * Adds what sessions of the same peer came to that began after this one ended. Earlier ones the session has itself.
     *
     * @param history the later sessions
     * @return a context with this history, for a session of this peer
     */
    public VerdictContext withLater(PeerHistory history) {
        return new VerdictContext(server, suites, session -> history);
    }

    /**
     * Adds the sessions of a log, from which each session is told what came after it.
     *
     * @param sessions the sessions of the log that it stands in
     * @return a context with these sessions, for every session of the log
     */
    public VerdictContext withLater(LaterSessions sessions) {
        return new VerdictContext(server, suites, sessions::after);
    }

    /**
     * The settings of the Postfix that wrote the log.
     *
     * @return its TLS settings, empty if not known
     */
    public Optional<PostfixTlsSettings> settings() {
        return server.settings();
    }

    /**
     * What is known of the server that wrote the log.
     *
     * @return the server, {@link MailServer#unknown()} if nobody told
     */
    public MailServer server() {
        return server;
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

    /** What the suites of this server are worth, remembered from session to session. */
    ServableSuites suites() {
        return suites;
    }
}
