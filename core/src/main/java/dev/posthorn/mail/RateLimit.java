package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A logger's word for lines it threw away because they were too many: {@code imuxsock lost 42 messages from pid 2101 due
 * to rate-limiting}. What was in them is lost.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface RateLimit extends MaillogEvent permits ImmutableRateLimit {

    @Override
    MaillogKind kind();

    /**
     * How many messages were lost.
     *
     * @return the number, empty where the logger only says that it begins to throw away
     */
    OptionalLong count();

    /**
     * Whose messages were lost.
     *
     * @return the process id of the writer, empty if the logger does not say
     */
    OptionalLong fromPid();

    /**
     * The service whose messages were lost (systemd's journal only).
     *
     * @return such as {@code postfix.service} or {@code /system.slice/postfix.service}
     */
    Optional<String> unit();

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope and kind
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link RateLimit}. */
    final class Builder extends ImmutableRateLimit.Builder {
        Builder() {}
    }
}
