package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A handshake succeeded:
 * {@code Anonymous TLS connection established from mx1.example.com[192.0.2.10]: TLSv1.2 with cipher …}; or a client used
 * such a connection once more.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface TlsEstablished extends MaillogEvent permits ImmutableTlsEstablished {

    /**
     * What Postfix thinks of the peer's certificate.
     *
     * @return the first word, empty before Postfix 2.5
     */
    Optional<PeerTrust> trust();

    /**
     * Was the connection there already (client, Postfix 3.4 and later)?
     *
     * @return true for {@code connection reused}
     */
    boolean isReused();

    /**
     * Which side the writer is.
     *
     * @return server for {@code from}, client for {@code to}
     */
    TlsRole role();

    /**
     * The other side.
     *
     * @return the client for smtpd, the server for smtp and lmtp; without an address for clients of
     *     Postfix 2.2 and 2.3
     */
    MailPeer peer();

    /**
     * The name the client asked for and the server has a certificate for (server, Postfix 3.4 and later).
     *
     * @return the name behind {@code to}, empty if none was printed
     */
    Optional<String> sniHost();

    /**
     * What was agreed.
     *
     * @return protocol, cipher suite and the rest
     */
    TlsSession session();

    @Override
    default MaillogKind kind() {
        return isReused() ? MaillogKind.TLS_REUSED : MaillogKind.TLS_ESTABLISHED;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, whether reused, role, peer and session
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link TlsEstablished}. */
    final class Builder extends ImmutableTlsEstablished.Builder {
        Builder() {}
    }
}
