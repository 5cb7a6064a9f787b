package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Any of the many messages that say one thing and have a few parts: {@code warning: Connection rate limit exceeded: 464
 * from unknown[192.0.2.9] for service smtp}.
 *
 * <p>There are some two hundred such messages; what most programs want of them is the kind and a part or two, so they
 * share a type. {@link #kind()} says which message it is, and with it which parts there can be.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface PostfixNotice extends MaillogEvent permits ImmutablePostfixNotice {

    @Override
    MaillogKind kind();

    /**
     * The message it is about.
     *
     * @return the queue id, empty for {@code NOQUEUE} and where none is printed
     */
    Optional<QueueId> queueId();

    /**
     * All parts, as they were printed.
     *
     * @return an immutable map without the parts that the line does not have
     */
    Map<NoticePart, String> parts();

    /**
     * One part, as it was printed.
     *
     * @param part its name
     * @return the text, empty if the line has no such part
     */
    default Optional<String> part(NoticePart part) {
        return Optional.ofNullable(parts().get(part));
    }

    /**
     * One part that names a peer.
     *
     * @param part its name: {@link NoticePart#CLIENT}, {@link NoticePart#SERVER} or {@link NoticePart#PEER}
     * @return the peer, empty if the line has no such part or it is not a peer
     */
    default Optional<MailPeer> peer(NoticePart part) {
        return part(part).flatMap(MailPeer::parse);
    }

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

    /** Collects the parts of a {@link PostfixNotice}. */
    final class Builder extends ImmutablePostfixNotice.Builder {
        Builder() {}
    }
}
