package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A client is gone: {@code disconnect from mx1.example.com[192.0.2.10] ehlo=1 quit=1 commands=2}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface SmtpdDisconnect extends MaillogEvent permits ImmutableSmtpdDisconnect {

    /**
     * Who connected.
     *
     * @return name and address, the port with {@code smtpd_client_port_logging} only
     */
    MailPeer client();

    /**
     * What the client did, command by command, the sum {@code commands} last.
     *
     * @return the counters in the order of the line; none before Postfix 3.0
     */
    List<CommandCount> counters();

    /**
     * What Postfix noticed about the client (3.9 and later).
     *
     * @return such as {@code bare_lf}, empty if nothing was printed
     */
    Optional<String> notes();

    @Override
    default MaillogKind kind() {
        return MaillogKind.SMTPD_DISCONNECT;
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

    /** Collects the parts of a {@link SmtpdDisconnect}. */
    final class Builder extends ImmutableSmtpdDisconnect.Builder {
        Builder() {}
    }
}
