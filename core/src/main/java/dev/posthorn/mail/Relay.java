package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a delivery agent took a message: a server, a service of this machine, or nowhere.
 *
 * <p>{@code relay=mx.example.net[192.0.2.25]:25} names a server, {@code relay=host[private/lmtp]} a socket,
 * {@code relay=local} or {@code relay=dovecot} an agent or a transport, and {@code relay=none} says that there was no
 * connection.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface Relay permits ImmutableRelay {

    /**
     * The host, or the agent's or transport's name.
     *
     * @return such as {@code mx.example.net}, {@code dovecot} or {@code none}
     */
    String name();

    /**
     * What stands in the brackets.
     *
     * @return an address or the path of a socket, empty if there are no brackets
     */
    Optional<String> address();

    /**
     * The port behind the brackets.
     *
     * @return digits, empty for sockets, local agents, and Postfix 2.2
     */
    Optional<String> port();

    /**
     * Was there no connection at all?
     *
     * @return true for {@code relay=none}
     */
    default boolean isNone() {
        return address().isEmpty() && name().equals("none");
    }

    /**
     * The relay as Postfix prints it.
     *
     * @return such as {@code mx.example.net[192.0.2.25]:25}
     */
    default String text() {
        return name()
                + address().map(a -> "[" + a + "]").orElse("")
                + port().map(p -> ":" + p).orElse("");
    }

    /**
     * Starts a relay.
     *
     * @return a builder that wants a name
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Relay}. */
    final class Builder extends ImmutableRelay.Builder {
        Builder() {}
    }
}
