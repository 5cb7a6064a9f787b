package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import org.immutables.value.Value;

/**
 * A message is done with: {@code 3D2F11A0C4: removed}. A short queue id is free to be used again.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface QmgrRemoved extends MaillogEvent permits ImmutableQmgrRemoved {

    /**
     * The message.
     *
     * @return the queue id at the start of the text
     */
    QueueId queueId();

    @Override
    default MaillogKind kind() {
        return MaillogKind.QMGR_REMOVED;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope and queue id
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link QmgrRemoved}. */
    final class Builder extends ImmutableQmgrRemoved.Builder {
        Builder() {}
    }
}
