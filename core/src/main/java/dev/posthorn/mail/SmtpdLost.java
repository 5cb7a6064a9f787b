package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A session ended before its time: {@code lost connection after STARTTLS from mx2.example.com[192.0.2.11]}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface SmtpdLost extends MaillogEvent permits ImmutableSmtpdLost {

    /**
     * The message that was being received (Postfix 3.10 and later).
     *
     * @return the queue id, empty for {@code NOQUEUE} and for earlier releases
     */
    Optional<QueueId> queueId();

    /**
     * Why it ended.
     *
     * @return {@code lost connection}, {@code timeout}, {@code too many errors} or {@code bare <LF> received}
     */
    String reason();

    /**
     * The last command.
     *
     * @return such as {@code CONNECT}, {@code STARTTLS}, {@code DATA} or {@code END-OF-MESSAGE}
     */
    String stage();

    /**
     * How much of the message had come (Postfix 2.5 and later, DATA and BDAT only).
     *
     * @return the number of bytes, empty if none was printed
     */
    OptionalLong bytes();

    /**
     * Who connected.
     *
     * @return name and address, the port with {@code smtpd_client_port_logging} only
     */
    MailPeer client();

    @Override
    default MaillogKind kind() {
        return MaillogKind.SMTPD_LOST;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, reason, stage and client
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link SmtpdLost}. */
    final class Builder extends ImmutableSmtpdLost.Builder {
        Builder() {}
    }
}
