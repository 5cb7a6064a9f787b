package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A message begins: {@code 3D2F11A0C4: client=mx1.example.com[192.0.2.10]}. From here on its queue id stands for it.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface SmtpdClient extends MaillogEvent permits ImmutableSmtpdClient {

    /**
     * The message.
     *
     * @return the queue id, empty for {@code NOQUEUE}, which a before-queue proxy filter causes
     */
    Optional<QueueId> queueId();

    /**
     * Who sends it.
     *
     * @return the real client; up to Postfix 2.7 the one that XFORWARD named, if any
     */
    MailPeer client();

    /**
     * How the client authenticated.
     *
     * @return such as {@code PLAIN}, empty if it did not
     */
    Optional<String> saslMethod();

    /**
     * As whom the client authenticated.
     *
     * @return the user name, empty if it did not
     */
    Optional<String> saslUsername();

    /**
     * Whom the AUTH parameter of MAIL FROM named.
     *
     * @return an address in xtext (RFC 3461 section 4), empty if none was printed
     */
    Optional<String> saslSender();

    /**
     * The queue id at the upstream host, by XFORWARD.
     *
     * @return the id as text, since another host made it; empty if none was printed
     */
    Optional<String> origQueueId();

    /**
     * The client of the upstream host, by XFORWARD (Postfix 2.8 and later).
     *
     * @return name and address, empty if none was printed
     */
    Optional<MailPeer> origClient();

    @Override
    default MaillogKind kind() {
        return MaillogKind.SMTPD_CLIENT;
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

    /** Collects the parts of a {@link SmtpdClient}. */
    final class Builder extends ImmutableSmtpdClient.Builder {
        Builder() {}
    }
}
