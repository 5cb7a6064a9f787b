package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import org.immutables.value.Value;

/**
 * A message entered the active queue: {@code 3D2F11A0C4: from=<a@example.com>, size=1234, nrcpt=1 (queue active)}. It says so
 * again at every new attempt.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface QmgrActive extends MaillogEvent permits ImmutableQmgrActive {

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
     * How large it is.
     *
     * @return bytes
     */
    long size();

    /**
     * To how many it goes.
     *
     * @return what Postfix prints as {@code nrcpt}
     */
    int recipientCount();

    @Override
    default MaillogKind kind() {
        return MaillogKind.QMGR_ACTIVE;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, queue id, sender, size and recipient count
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link QmgrActive}. */
    final class Builder extends ImmutableQmgrActive.Builder {
        Builder() {}
    }
}
