package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A logger's word for lines it did not write because they were all the same: {@code last message repeated 3 times}, or
 * {@code message repeated 3 times: [ connect from unknown[192.0.2.9]]}.
 *
 * <p>The first form means the previous line of the same host, in the order of the file; this library does not go back to
 * look for it. The second form repeats the message itself.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface Repetition extends MaillogEvent permits ImmutableRepetition {

    @Override
    MaillogKind kind();

    /**
     * How many more times it was.
     *
     * @return the number in the line, which does not count the one that was written
     */
    long count();

    /**
     * The message that was repeated, as it stands between the brackets.
     *
     * @return its text with the severity word, empty for {@link MaillogKind#LAST_MESSAGE_REPEATED}
     */
    Optional<String> message();

    /**
     * What that message says.
     *
     * @return an event in the envelope of this line, empty if there is no message or this library does not read it
     */
    Optional<MaillogEvent> repeated();

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, kind and count
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Repetition}. */
    final class Builder extends ImmutableRepetition.Builder {
        Builder() {}
    }
}
