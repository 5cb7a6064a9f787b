package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A handshake failed: {@code SSL_accept error from mx2.example.com[192.0.2.11]: -1}.
 *
 * <p>Why it failed is on other lines of the same process: see {@link TlsLibraryProblem}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface SslError extends MaillogEvent permits ImmutableSslError {

    /**
     * Which side the writer was.
     *
     * @return server for {@code SSL_accept}, client for {@code SSL_connect}
     */
    TlsRole role();

    /**
     * The other side.
     *
     * @return the client for smtpd, the server for smtp and lmtp
     */
    MailPeer peer();

    /**
     * What the call came back with.
     *
     * @return a number ({@code -1}, {@code 0}) or, since Postfix 2.9, {@code lost connection} or the
     *     system's words such as {@code Connection timed out}
     */
    String status();

    @Override
    default MaillogKind kind() {
        return role() == TlsRole.SERVER ? MaillogKind.SSL_ACCEPT_ERROR : MaillogKind.SSL_CONNECT_ERROR;
    }

    /**
     * The status as the number that {@code SSL_accept} or {@code SSL_connect} returned. Since Postfix 2.9 it means that
     * OpenSSL has errors to report; before, every failure has one.
     *
     * @return the number, empty if the status is words
     */
    default OptionalInt returnValue() {
        return status().matches("-?\\d{1,9}") ? OptionalInt.of(Integer.parseInt(status())) : OptionalInt.empty();
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, role, peer and status
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link SslError}. */
    final class Builder extends ImmutableSslError.Builder {
        Builder() {}
    }
}
