package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import org.immutables.value.Value;

/**
 * A handshake begins: {@code setting up TLS connection from mx1.example.com[192.0.2.10]}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface TlsSetup extends MaillogEvent permits ImmutableTlsSetup {

    /**
     * Which side the writer is.
     *
     * @return server for {@code from}, client for {@code to}
     */
    TlsRole role();

    /**
     * The other side.
     *
     * @return the client for smtpd, the server for smtp and lmtp
     */
    MailPeer peer();

    @Override
    default MaillogKind kind() {
        return MaillogKind.TLS_SETUP;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, role and peer
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link TlsSetup}. */
    final class Builder extends ImmutableTlsSetup.Builder {
        Builder() {}
    }
}
