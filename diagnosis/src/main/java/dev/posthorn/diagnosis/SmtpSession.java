package dev.posthorn.diagnosis;

import dev.posthorn.diagnosis.internal.PosthornStyle;
import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.QueueId;
import dev.posthorn.mail.TlsEstablished;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.error.OpenSslError;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * One connection, put together from the lines of one process: Postfix serves one peer at a time per process, so
 * everything between {@code connect from} and {@code disconnect from} of one process id belongs together, the lines that
 * name no peer included (fact sheet on Postfix log messages section 17).
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface SmtpSession permits ImmutableSmtpSession {

    /**
     * Which side wrote the lines.
     *
     * @return server for smtpd
     */
    @Value.Default
    default TlsRole role() {
        return TlsRole.SERVER;
    }

    /**
     * The host that wrote the lines.
     *
     * @return its name, empty if the lines have none
     */
    Optional<String> host();

    /**
     * The process that wrote the lines.
     *
     * @return the process id, empty for fragments without one
     */
    OptionalLong processId();

    /**
     * The number of the session's first line in its input.
     *
     * @return 1 or more
     */
    long firstLine();

    /**
     * How many lines were understood as part of the session.
     *
     * @return 1 or more
     */
    long lineCount();

    /**
     * When the first line was written.
     *
     * @return the time as written, empty if the line has none
     */
    Optional<LogTimestamp> startedAt();

    /**
     * The other side.
     *
     * @return the peer, empty if no line of the session names one
     */
    Optional<MailPeer> peer();

    /**
     * Did a line say that TLS is being set up?
     *
     * @return true if one did, or if the handshake left another trace
     */
    boolean isTlsAttempted();

    /**
     * The cipher string in force, from the line {@code TLS cipher list "…"} of log level 2.
     *
     * @return the string, empty if it was not logged
     */
    Optional<CipherString> cipherString();

    /**
     * The state in which the handshake ended, from a line such as {@code SSL_accept:error in STATE}.
     *
     * @return OpenSSL's words for the state, empty if no such line was logged
     */
    Optional<String> failedState();

    /**
     * The text behind {@code SSL_accept error from PEER:}.
     *
     * @return a number or an error text, empty if there is no such line
     */
    Optional<String> handshakeErrorStatus();

    /**
     * OpenSSL's error queue.
     *
     * @return the errors, oldest first; the first is the cause
     */
    List<OpenSslError> errors();

    /**
     * The list of protocols that Postfix refused when the process started.
     *
     * @return the list as configured, empty if it was not refused
     */
    Optional<String> invalidProtocols();

    /**
     * What was established.
     *
     * @return version, suite and trust, empty if TLS was not established or not logged
     */
    Optional<TlsEstablished> established();

    /**
     * The stage after which the connection was lost.
     *
     * @return such as {@code STARTTLS}, empty if it was not lost
     */
    Optional<String> lostAfter();

    /**
     * The messages received in this session.
     *
     * @return queue ids in order
     */
    List<QueueId> messages();

    /**
     * How the session ended as far as TLS is concerned.
     *
     * @return the outcome
     */
    default SessionOutcome outcome() {
        if (handshakeErrorStatus().isPresent()) {
            return SessionOutcome.HANDSHAKE_FAILED;
        }
        if (established().isPresent()) {
            return SessionOutcome.ESTABLISHED;
        }
        if (!errors().isEmpty()) {
            return SessionOutcome.HANDSHAKE_FAILED;
        }
        if (invalidProtocols().isPresent()) {
            return SessionOutcome.TLS_DISABLED;
        }
        return lostAfter().filter("STARTTLS"::equals).isPresent() || isTlsAttempted()
                ? SessionOutcome.LOST_AFTER_STARTTLS
                : SessionOutcome.NO_TLS_SEEN;
    }

    /**
     * Starts a session.
     *
     * @return a builder that wants the first line and the number of lines
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link SmtpSession}. */
    final class Builder extends ImmutableSmtpSession.Builder {
        Builder() {}
    }
}
