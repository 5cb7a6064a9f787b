package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * One attempt to deliver to one recipient:
 * {@code 3D2F11A0C4: to=<b@example.net>, relay=mx.example.net[192.0.2.25]:25, delay=1.3, …, status=sent (250 2.0.0 Ok)}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface Delivery extends MaillogEvent permits ImmutableDelivery {

    /**
     * The message.
     *
     * @return the queue id at the start of the text
     */
    QueueId queueId();

    /**
     * To whom.
     *
     * @return the address without angle brackets, quoted where Postfix 3.5 and later quotes it
     */
    String recipient();

    /**
     * To whom it was addressed before aliases changed that.
     *
     * @return what is printed as {@code orig_to}, empty if it is the same
     */
    Optional<String> originalRecipient();

    /**
     * Where the agent took it.
     *
     * @return a server, a local service or none
     */
    Relay relay();

    /**
     * How many deliveries the connection has seen.
     *
     * @return what is printed as {@code conn_use}, 2 or more; empty for a fresh connection
     */
    OptionalInt connectionUse();

    /**
     * How long since the message came.
     *
     * @return the time as printed: two significant digits, at most two decimals
     */
    Duration delay();

    /**
     * Where that time went.
     *
     * @return the four parts, empty before Postfix 2.3
     */
    Optional<Delays> delays();

    /**
     * How TLS was wanted and what came of it (smtp and lmtp, Postfix 3.11 and later).
     *
     * @return such as {@code dane?} or {@code !encrypt:none}, empty if none was printed
     */
    Optional<String> tls();

    /**
     * What the status means, in numbers.
     *
     * @return what is printed as {@code dsn}, empty before Postfix 2.3
     */
    Optional<EnhancedStatusCode> dsn();

    /**
     * How it ended, as it was printed.
     *
     * @return such as {@code sent}, {@code deferred} or a word this library does not know
     */
    String statusWord();

    /**
     * Why.
     *
     * @return what stands in the parentheses at the end: often the other host's reply
     */
    String text();

    /**
     * Was the line cut before its closing parenthesis? Postfix stops at 2,000 bytes, some receivers at 1,024.
     *
     * @return true if the text may go on
     */
    boolean isTruncated();

    @Override
    default MaillogKind kind() {
        return MaillogKind.DELIVERY;
    }

    /**
     * How it ended.
     *
     * @return the status, {@link DeliveryStatus#OTHER} for words this library does not know
     */
    default DeliveryStatus status() {
        return DeliveryStatus.forWord(statusWord());
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants all but the optional parts
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Delivery}. */
    final class Builder extends ImmutableDelivery.Builder {
        Builder() {}
    }
}
