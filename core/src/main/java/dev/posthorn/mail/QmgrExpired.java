package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import org.immutables.value.Value;

/**
 * A message stayed too long: {@code 3D2F11A0C4: from=<a@example.com>, status=expired, returned to sender}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface QmgrExpired extends MaillogEvent permits ImmutableQmgrExpired {

    /**
     * The message.
     *
     * @return the queue id at the start of the text
     */
    QueueId queueId();

    /**
     * Who sent it.
     *
     * @return the address without angle brackets, empty text for the null sender
     */
    String sender();

    /**
     * How it ended.
     *
     * @return {@code expired}, or {@code force-expired} by postsuper (3.5 and later)
     */
    String status();

    @Override
    default MaillogKind kind() {
        return MaillogKind.QMGR_EXPIRED;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, queue id, sender and status
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link QmgrExpired}. */
    final class Builder extends ImmutableQmgrExpired.Builder {
        Builder() {}
    }
}
