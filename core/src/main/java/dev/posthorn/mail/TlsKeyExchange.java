package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How the keys of a TLS 1.3 session were agreed, as Postfix prints it: {@code key-exchange ECDHE (P-256)},
 * {@code key-exchange X25519}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface TlsKeyExchange permits ImmutableTlsKeyExchange {

    /**
     * The method, or the group itself since Postfix 3.10.
     *
     * @return such as {@code ECDHE}, {@code X25519} or {@code X25519MLKEM768}
     */
    String name();

    /**
     * The curve in parentheses.
     *
     * @return such as {@code P-256}, empty if none was printed
     */
    Optional<String> curve();

    /**
     * The size in parentheses.
     *
     * @return such as 2048 for {@code DHE (2048 bits)}, empty if none was printed
     */
    OptionalInt bits();

    /**
     * Starts a key exchange.
     *
     * @return a builder that wants a name
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link TlsKeyExchange}. */
    final class Builder extends ImmutableTlsKeyExchange.Builder {
        Builder() {}
    }
}
