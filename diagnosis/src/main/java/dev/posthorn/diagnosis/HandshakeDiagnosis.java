package dev.posthorn.diagnosis;

import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.openssl.error.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why the handshake of one session failed: the verdict on its errors, weighed against what is known of the server, and
 * for a failed choice of suite the whole story of that choice.
 */
public final class HandshakeDiagnosis {

    private final SmtpSession session;
    private final SessionVerdict verdict;
    private final Optional<HandshakeFailure> failure;
    private final Optional<CipherDiagnosis> cipherDiagnosis;
    private final List<String> assumptions;

    HandshakeDiagnosis(
            SmtpSession session,
            SessionVerdict verdict,
            Optional<HandshakeFailure> failure,
            Optional<CipherDiagnosis> cipherDiagnosis,
            List<String> assumptions) {
        this.session = session;
        this.verdict = verdict;
        this.failure = failure;
        this.cipherDiagnosis = cipherDiagnosis;
        this.assumptions = List.copyOf(assumptions);
    }

    /**
     * Diagnoses a session.
     *
     * @param session a session whose handshake failed
     * @param server what is known of the server
     * @return the diagnosis
     * @throws IllegalArgumentException if the session did not fail
     */
    public static HandshakeDiagnosis of(SmtpSession session, MailServer server) {
        if (!session.tlsOutcome().isFailure()) {
            throw new IllegalArgumentException(
                    "session: its outcome is " + session.tlsOutcome() + ", there is no failure to diagnose");
        }
        return new Diagnostician(server).diagnose(session);
    }

    /**
     * The session.
     *
     * @return what the log says of it
     */
    public SmtpSession session() {
        return session;
    }

    /**
     * The verdict on the session, in the light of what is known of the server.
     *
     * @return what happened, how sure that is, and the lines that show it
     */
    public SessionVerdict verdict() {
        return verdict;
    }

    /**
     * The verdict on the session's errors.
     *
     * @return the verdict, empty if OpenSSL reported none
     */
    public Optional<HandshakeFailure> failure() {
        return failure;
    }

    /**
     * The failure in a few words: OpenSSL's reason text, or what the log says instead.
     *
     * @return such as {@code no shared cipher}
     */
    public String reason() {
        return failure.flatMap(verdict -> verdict.error().reasonText())
                .or(() -> session.invalidProtocols().map(list -> "invalid TLS protocol list"))
                .orElseGet(this::reasonWithoutError);
    }

    private String reasonWithoutError() {
        return switch (verdict.cause()) {
            case PEER_CLOSED, PEER_RESET, HANDSHAKE_TIMEOUT, UNKNOWN -> "connection ended during the handshake";
            default -> verdict.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /**
     * What the failure may mean, weighed against what is known of the server.
     *
     * @return an immutable list, most likely first; empty if OpenSSL reported no error
     */
    public List<Reading> readings() {
        return failure.map(HandshakeFailure::readings).orElse(List.of());
    }

    /**
     * The story of the choice of a suite or version.
     *
     * @return the diagnosis, empty if the failure is about something else or the cipher string is not known
     */
    public Optional<CipherDiagnosis> cipherDiagnosis() {
        return cipherDiagnosis;
    }

    /**
     * What the diagnosis takes for granted because neither log nor caller says it.
     *
     * @return sentences
     */
    public List<String> assumptions() {
        return assumptions;
    }

    /**
     * What would have helped, proven on the model of the server.
     *
     * @return remedies, best first
     */
    public List<Remedy> remedies() {
        return cipherDiagnosis.map(CipherDiagnosis::remedies).orElse(List.of());
    }

    /**
     * What a newer OpenSSL would have made of it.
     *
     * @return the upgrade and its outcome; empty if the choice could not be retraced, or there is no newer one for this server
     */
    public Optional<OpenSslUpgrade> openSslUpgrade() {
        return cipherDiagnosis.flatMap(OpenSslUpgrade::of);
    }

    /**
     * Tells the whole story.
     *
     * @return paragraphs and tables of at most 100 columns
     */
    public String explain() {
        return new HandshakeStory(this).tell();
    }

    /** The {@link #explain() story}. */
    @Override
    public String toString() {
        return explain();
    }
}
