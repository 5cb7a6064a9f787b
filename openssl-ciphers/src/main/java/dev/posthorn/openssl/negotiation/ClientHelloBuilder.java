package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.CompressionMethod;
import dev.posthorn.tls.ExtensionType;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.PointFormat;
import dev.posthorn.tls.ProtocolVersion;
import dev.posthorn.tls.SignatureScheme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Describes a hello step by step. Not safe for use by several threads. */
public final class ClientHelloBuilder {

    ClientHello.Format format = ClientHello.Format.TLS;
    ProtocolVersion legacyVersion;
    boolean sessionIdPresent;
    List<CipherSuite> cipherSuites = List.of();
    List<CompressionMethod> compressionMethods = List.of(CompressionMethod.NULL);
    Optional<List<ExtensionType>> statedExtensions = Optional.empty();
    Optional<List<NamedGroup>> groups = Optional.empty();
    Optional<List<PointFormat>> pointFormats = Optional.empty();
    Optional<List<SignatureScheme>> signatureSchemes = Optional.empty();
    Optional<List<ProtocolVersion>> supportedVersions = Optional.empty();
    Optional<List<NamedGroup>> keyShares = Optional.empty();
    boolean renegotiationClaimed;

    ClientHelloBuilder(ProtocolVersion legacyVersion) {
        this.legacyVersion = legacyVersion;
    }

    ClientHelloBuilder(ClientHello hello) {
        format = hello.format();
        legacyVersion = hello.legacyVersion();
        sessionIdPresent = hello.hasSessionId();
        cipherSuites = hello.cipherSuites();
        compressionMethods = hello.compressionMethods();
        statedExtensions = hello.extensions();
        groups = hello.groups();
        pointFormats = hello.pointFormats();
        signatureSchemes = hello.signatureSchemes();
        supportedVersions = hello.supportedVersions();
        keyShares = hello.keyShares();
        renegotiationClaimed = hello.claimsRenegotiation();
    }

    /**
     * Sets how the hello is packed.
     *
     * @param format the format
     * @return this builder
     */
    public ClientHelloBuilder format(ClientHello.Format format) {
        this.format = format;
        return this;
    }

    /**
     * Sets the version field.
     *
     * @param legacyVersion the version
     * @return this builder
     */
    public ClientHelloBuilder legacyVersion(ProtocolVersion legacyVersion) {
        this.legacyVersion = legacyVersion;
        return this;
    }

    /**
     * Says whether the client asks to resume a session.
     *
     * @param present true if it does
     * @return this builder
     */
    public ClientHelloBuilder sessionId(boolean present) {
        this.sessionIdPresent = present;
        return this;
    }

    /**
     * Sets what the client offers.
     *
     * @param suites the suites in the client's order of preference
     * @return this builder
     */
    public ClientHelloBuilder cipherSuites(Collection<CipherSuite> suites) {
        this.cipherSuites = List.copyOf(suites);
        return this;
    }

    /**
     * Sets what the client offers, by name or number.
     *
     * @param suites OpenSSL names, IANA names or hexadecimal code points, in the client's order of preference
     * @return this builder
     * @throws IllegalArgumentException if a text is none of these
     */
    public ClientHelloBuilder cipherSuites(String... suites) {
        List<CipherSuite> found = new ArrayList<>();
        for (String text : suites) {
            found.add(CipherSuite.forOpenSslName(text)
                    .or(() -> CipherSuite.forStandardName(text))
                    .or(() -> CipherSuite.forHexCode(text))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "suites: \"" + text + "\" is neither a known name nor a code point")));
        }
        return cipherSuites(found);
    }

    /**
     * Sets the compression methods.
     *
     * @param methods the methods in the client's order
     * @return this builder
     */
    public ClientHelloBuilder compressionMethods(Collection<CompressionMethod> methods) {
        this.compressionMethods = List.copyOf(methods);
        return this;
    }

    /**
     * Says which extensions the hello has, and in which order. Without this they are those that were given a
     * content.
     *
     * @param types the extensions in the order of the hello
     * @return this builder
     */
    public ClientHelloBuilder extensions(Collection<ExtensionType> types) {
        this.statedExtensions = Optional.of(List.copyOf(types));
        return this;
    }

    /**
     * Sets the client's groups.
     *
     * @param groups the groups in the client's order; none for an extension without content
     * @return this builder
     */
    public ClientHelloBuilder groups(Collection<NamedGroup> groups) {
        this.groups = Optional.of(List.copyOf(groups));
        return this;
    }

    /**
     * Sets the client's groups.
     *
     * @param groups the groups in the client's order; none for an extension without content
     * @return this builder
     */
    public ClientHelloBuilder groups(NamedGroup... groups) {
        return groups(List.of(groups));
    }

    /**
     * Sets how the client takes points of curves.
     *
     * @param formats the formats in the client's order
     * @return this builder
     */
    public ClientHelloBuilder pointFormats(Collection<PointFormat> formats) {
        this.pointFormats = Optional.of(List.copyOf(formats));
        return this;
    }

    /**
     * Sets what the client can verify.
     *
     * @param schemes the schemes in the client's order
     * @return this builder
     */
    public ClientHelloBuilder signatureSchemes(Collection<SignatureScheme> schemes) {
        this.signatureSchemes = Optional.of(List.copyOf(schemes));
        return this;
    }

    /**
     * Sets the versions of the extension that TLS 1.3 brought.
     *
     * @param versions the versions in the client's order
     * @return this builder
     */
    public ClientHelloBuilder supportedVersions(Collection<ProtocolVersion> versions) {
        this.supportedVersions = Optional.of(List.copyOf(versions));
        return this;
    }

    /**
     * Sets the groups for which the client sends its half of a key agreement.
     *
     * @param groups the groups in the client's order
     * @return this builder
     */
    public ClientHelloBuilder keyShares(Collection<NamedGroup> groups) {
        this.keyShares = Optional.of(List.copyOf(groups));
        return this;
    }

    /**
     * Says whether the hello claims to renegotiate a connection.
     *
     * @param claimed true if renegotiation_info has any content
     * @return this builder
     */
    public ClientHelloBuilder renegotiationClaimed(boolean claimed) {
        this.renegotiationClaimed = claimed;
        return this;
    }

    Optional<List<ExtensionType>> extensions() {
        List<ExtensionType> types = new ArrayList<>(statedExtensions.orElse(List.of()));
        addIfPresent(types, ExtensionType.SUPPORTED_GROUPS, groups);
        addIfPresent(types, ExtensionType.EC_POINT_FORMATS, pointFormats);
        addIfPresent(types, ExtensionType.SIGNATURE_ALGORITHMS, signatureSchemes);
        addIfPresent(types, ExtensionType.SUPPORTED_VERSIONS, supportedVersions);
        addIfPresent(types, ExtensionType.KEY_SHARE, keyShares);
        return statedExtensions.isEmpty() && types.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(types));
    }

    private static void addIfPresent(List<ExtensionType> types, ExtensionType type, Optional<?> content) {
        if (content.isPresent() && !types.contains(type)) {
            types.add(type);
        }
    }

    /**
     * Makes the hello.
     *
     * @return the hello
     */
    public ClientHello build() {
        return new ClientHello(this);
    }
}
