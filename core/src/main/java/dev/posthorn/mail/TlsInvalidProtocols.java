package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A list of protocols Postfix cannot read: {@code warning: Invalid TLS protocol list "TLSv1.2, !TLSv1": disabling TLS support}.
 *
 * <p>Up to Postfix 2.10, a release that does not know a protocol refuses the whole list.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface TlsInvalidProtocols extends MaillogEvent permits ImmutableTlsInvalidProtocols {

    /**
     * The server whose session was given up.
     *
     * @return the server for smtp and lmtp, empty for smtpd
     */
    Optional<MailPeer> peer();

    /**
     * The list.
     *
     * @return the text between the quotes, as it stands in main.cf
     */
    String protocols();

    @Override
    default MaillogKind kind() {
        return MaillogKind.TLS_INVALID_PROTOCOLS;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope and protocols
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link TlsInvalidProtocols}. */
    final class Builder extends ImmutableTlsInvalidProtocols.Builder {
        Builder() {}
    }
}
