package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import org.immutables.value.Value;

/**
 * The name a message gave itself: {@code 3D2F11A0C4: message-id=<1234@mx1.example.com>}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface CleanupMessageId extends MaillogEvent permits ImmutableCleanupMessageId {

    /**
     * The message.
     *
     * @return the queue id at the start of the text
     */
    QueueId queueId();

    /**
     * Is it the id of a Resent- header?
     *
     * @return true for {@code resent-message-id=}
     */
    boolean isResent();

    /**
     * The header's value.
     *
     * @return any text, usually in angle brackets; {@code <>} if there was none
     */
    String messageId();

    @Override
    default MaillogKind kind() {
        return isResent() ? MaillogKind.CLEANUP_RESENT_MESSAGE_ID : MaillogKind.CLEANUP_MESSAGE_ID;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, queue id, whether resent, and message id
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link CleanupMessageId}. */
    final class Builder extends ImmutableCleanupMessageId.Builder {
        Builder() {}
    }
}
