package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What every line carries around its message: where it stood, when it was written, by whom.
 *
 * <p>All of it but the place may be missing: logs are quoted without their timestamps, containers print without a host,
 * and a fragment of a line has no tag.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface Envelope permits ImmutableEnvelope {

    /**
     * The number of the line in its input.
     *
     * @return 1 for the first line
     */
    long lineNumber();

    /**
     * Where the line begins in its input.
     *
     * @return the number of bytes before the line
     */
    long lineOffset();

    /**
     * How long the line is, its end included. The sizes of all lines add up to the size of the input.
     *
     * @return bytes, with the newline if there is one, and all of a line that was too long to keep
     */
    long lineSize();

    /**
     * When the line says it was written.
     *
     * @return the time as written, empty if the line has none
     */
    Optional<LogTimestamp> timestamp();

    /**
     * When a wrapper around the line, such as a container's log driver, says it came by.
     *
     * @return the wrapper's time, empty unless the line has a time of its own too
     */
    Optional<LogTimestamp> outerTimestamp();

    /**
     * The host that wrote the line.
     *
     * @return a name or an address, empty if the line has none
     */
    Optional<String> host();

    /**
     * The whole tag, as in {@code postfix/submission/smtpd}.
     *
     * @return the tag without process id and colon, empty if the line has none
     */
    Optional<String> tag();

    /**
     * The part of the tag behind the last slash: the program's own name.
     *
     * @return such as {@code smtpd}, empty if the line has no tag
     */
    Optional<String> program();

    /**
     * The part of the tag before the last slash: the instance or service the program ran for.
     *
     * @return such as {@code postfix} or {@code postfix/submission}, empty if the tag has no slash
     */
    Optional<String> instance();

    /**
     * The process id behind the tag.
     *
     * @return the number in brackets, empty if the line has none
     */
    OptionalLong pid();

    /**
     * How serious the writer says it is.
     *
     * @return {@link Severity#INFO} if there is no word
     */
    @Value.Default
    default Severity severity() {
        return Severity.INFO;
    }

    /**
     * Starts an envelope.
     *
     * @return a builder that wants line number, offset and size
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of an {@link Envelope}. */
    final class Builder extends ImmutableEnvelope.Builder {
        Builder() {}
    }
}
