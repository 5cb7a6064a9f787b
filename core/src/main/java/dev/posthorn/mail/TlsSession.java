package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What two hosts agreed on: {@code TLSv1.2 with cipher ECDHE-RSA-AES128-GCM-SHA256 (128/128 bits)}, and more for
 * TLS 1.3.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface TlsSession permits ImmutableTlsSession {

    /**
     * The protocol as it was printed.
     *
     * @return such as {@code TLSv1.2} or {@code unknown}
     */
    String protocol();

    /**
     * The protocol's version.
     *
     * @return the version, empty if {@link #protocol()} is no name this library knows
     */
    default Optional<ProtocolVersion> negotiatedVersion() {
        return ProtocolVersion.forOpenSslName(protocol());
    }

    /**
     * The cipher suite as OpenSSL named it.
     *
     * @return such as {@code ECDHE-RSA-AES128-GCM-SHA256}
     */
    String cipherSuiteName();

    /**
     * The cipher suite.
     *
     * @return the suite, empty if {@link #cipherSuiteName()} is no name this library knows
     */
    default Optional<CipherSuite> cipherSuite() {
        return CipherSuite.forOpenSslName(cipherSuiteName());
    }

    /**
     * How many bits of the key were secret.
     *
     * @return the first number of {@code (56/128 bits)}
     */
    int effectiveKeyBits();

    /**
     * How many bits the algorithm takes.
     *
     * @return the second number of {@code (56/128 bits)}
     */
    int algorithmKeyBits();

    /**
     * How the keys were agreed.
     *
     * @return the key exchange, printed for TLS 1.3 only
     */
    Optional<TlsKeyExchange> keyExchange();

    /**
     * How the server proved its identity.
     *
     * @return the signature, printed for TLS 1.3 only and not for resumed sessions
     */
    Optional<TlsSignature> serverSignature();

    /**
     * How the client proved its identity.
     *
     * @return the signature, printed for TLS 1.3 only and if the client had a certificate or key
     */
    Optional<TlsSignature> clientSignature();

    /**
     * Starts a session.
     *
     * @return a builder that wants protocol, suite and both key sizes
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link TlsSession}. */
    final class Builder extends ImmutableTlsSession.Builder {
        Builder() {}
    }
}
