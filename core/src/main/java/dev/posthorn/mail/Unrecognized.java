package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import org.immutables.value.Value;

/**
 * A line whose message this library does not read. Nothing of it is lost.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface Unrecognized extends MaillogEvent permits ImmutableUnrecognized {

    /**
     * Why it was not read.
     *
     * @return the first obstacle
     */
    UnrecognizedReason reason();

    /**
     * The line without its newline.
     *
     * @return its bytes; the first part only if the reason is {@link UnrecognizedReason#OVERLONG}
     */
    LineBytes raw();

    @Override
    default MaillogKind kind() {
        return MaillogKind.UNRECOGNIZED;
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, reason and raw bytes
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of an {@link Unrecognized}. */
    final class Builder extends ImmutableUnrecognized.Builder {
        Builder() {}
    }
}
