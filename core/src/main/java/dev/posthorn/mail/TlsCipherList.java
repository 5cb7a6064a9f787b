package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import org.immutables.value.Value;

/**
 * What is offered or accepted: {@code PEER: TLS cipher list "aNULL:-aNULL:ALL:+RC4:@STRENGTH"}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface TlsCipherList extends MaillogEvent permits ImmutableTlsCipherList {

    /**
     * The other side.
     *
     * @return the client for smtpd, the server for smtp and lmtp
     */
    MailPeer peer();

    /**
     * The cipher string.
     *
     * @return the text between the quotes, as OpenSSL gets it
     */
    String cipherString();

    @Override
    default MaillogKind kind() {
        return MaillogKind.TLS_CIPHER_LIST;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, peer and cipher string
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link TlsCipherList}. */
    final class Builder extends ImmutableTlsCipherList.Builder {
        Builder() {}
    }
}
