package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How one side of a TLS 1.3 session proved its identity, as Postfix prints it:
 * {@code server-signature RSA-PSS (2048 bits) server-digest SHA256}.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface TlsSignature permits ImmutableTlsSignature {

    /**
     * The algorithm.
     *
     * @return such as {@code RSA-PSS}, {@code ECDSA} or {@code mldsa65}
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
     * @return such as 2048 for {@code RSA-PSS (2048 bits)}, empty if none was printed
     */
    OptionalInt bits();

    /**
     * Was it a bare key instead of a certificate (RFC 7250; Postfix 3.9 and later)?
     *
     * @return true if the words {@code raw public key} were printed
     */
    @Value.Default
    default boolean isRawPublicKey() {
        return false;
    }

    /**
     * The digest that was signed.
     *
     * @return such as {@code SHA256}, empty if none was printed
     */
    Optional<String> digest();

    /**
     * Starts a signature.
     *
     * @return a builder that wants a name
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link TlsSignature}. */
    final class Builder extends ImmutableTlsSignature.Builder {
        Builder() {}
    }
}
