package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A message of a program that shares the log with Postfix, or is used in its place: {@code imap-login: Login:
 * user=<alice>, method=PLAIN, rip=192.0.2.9, lip=192.0.2.1, TLS, session=<JEoaFxpJnwC3lSNy>}.
 *
 * <p>{@link #kind()} says which message it is, and with it which parts there can be; every part has the text that was
 * printed. What all these programs say about TLS alike is a {@link TlsSessionEvent}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface NeighbourNotice extends MaillogEvent permits ImmutableNeighbourNotice {

    @Override
    MaillogKind kind();

    /**
     * Who wrote it, whatever the tag is.
     *
     * @return the program
     */
    MailSoftware software();

    /**
     * The message it is about, as the program itself numbers it. That of a filter is Postfix's.
     *
     * @return the id, or {@code NOQUEUE} if the program printed that; empty if it printed neither
     */
    Optional<String> queueId();

    /**
     * All parts, as they were printed.
     *
     * @return an immutable map without the parts that the line does not have
     */
    Map<NeighbourPart, String> parts();

    /**
     * One part, as it was printed.
     *
     * @param part its name
     * @return the text, empty if the line has no such part
     */
    default Optional<String> part(NeighbourPart part) {
        return Optional.ofNullable(parts().get(part));
    }

    @Override
    default String oneLine() {
        return EventText.of(this);
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, kind and software
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link NeighbourNotice}. */
    final class Builder extends ImmutableNeighbourNotice.Builder {
        Builder() {}
    }
}
