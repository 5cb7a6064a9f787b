package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import org.immutables.value.Value;

/**
 * An alert went by: {@code SSL3 alert write:fatal:handshake failure}. {@code SSL3} is printed whatever the protocol is.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface TlsAlert extends MaillogEvent permits ImmutableTlsAlert {

    /**
     * Who sent it: that side has a complaint.
     *
     * @return sent by this host or received from the peer
     */
    AlertDirection direction();

    /**
     * The level as OpenSSL prints it.
     *
     * @return {@code fatal}, {@code warning} or {@code unknown}
     */
    String level();

    /**
     * The complaint as OpenSSL prints it.
     *
     * @return such as {@code handshake failure} or {@code unknown CA}
     */
    String description();

    @Override
    default MaillogKind kind() {
        return MaillogKind.TLS_ALERT;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, direction, level and description
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link TlsAlert}. */
    final class Builder extends ImmutableTlsAlert.Builder {
        Builder() {}
    }
}
