package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import org.immutables.value.Value;

/**
 * A client connected: {@code connect from mx1.example.com[192.0.2.10]}.
 *
 * <p>Until the {@link SmtpdDisconnect} of the same process all lines of that process belong to this client.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface SmtpdConnect extends MaillogEvent permits ImmutableSmtpdConnect {

    /**
     * Who connected.
     *
     * @return name and address, the port with {@code smtpd_client_port_logging} only
     */
    MailPeer client();

    @Override
    default MaillogKind kind() {
        return MaillogKind.SMTPD_CONNECT;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope and client
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link SmtpdConnect}. */
    final class Builder extends ImmutableSmtpdConnect.Builder {
        Builder() {}
    }
}
