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

/**
 * What a client says first, as far as it decides the answer: version, suites in order, and what the extensions limit.
 *
 * <p>An extension that is not there is empty here and differs from one that is there with nothing in it: to most
 * releases "no groups named" means any group, and "no group at all" means none.
 *
 * <pre>{@code
 * ClientHello.profile("gmail-2018").orElseThrow();
 * ClientHello.builder(ProtocolVersion.TLSV1_2).cipherSuites("C02F", "009C", "002F").build();
 * ClientHello.parse(bytesFromACapture).hello();
 * ClientHello.parseDescription(textFromTshark).hello();
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads. Two hellos are equal if all of this is.
 */
public final class ClientHello {

    /** How the hello is packed. */
    public enum Format {
        /** A record of SSLv3 or TLS. */
        TLS,
        /** The format of SSLv2, in which clients that speak SSLv2 too offered even TLS; it has no extensions. */
        SSLV2
    }

    private final Format format;
    private final ProtocolVersion legacyVersion;
    private final boolean sessionIdPresent;
    private final List<CipherSuite> cipherSuites;
    private final List<CompressionMethod> compressionMethods;
    private final Optional<List<ExtensionType>> extensions;
    private final Optional<List<NamedGroup>> groups;
    private final Optional<List<PointFormat>> pointFormats;
    private final Optional<List<SignatureScheme>> signatureSchemes;
    private final Optional<List<ProtocolVersion>> supportedVersions;
    private final Optional<List<NamedGroup>> keyShares;
    private final boolean renegotiationClaimed;

    private ClientHello(Builder builder) {
        this.format = builder.format;
        this.legacyVersion = builder.legacyVersion;
        this.sessionIdPresent = builder.sessionIdPresent;
        this.cipherSuites = builder.cipherSuites;
        this.compressionMethods = builder.compressionMethods;
        this.extensions = builder.extensions();
        this.groups = builder.groups;
        this.pointFormats = builder.pointFormats;
        this.signatureSchemes = builder.signatureSchemes;
        this.supportedVersions = builder.supportedVersions;
        this.keyShares = builder.keyShares;
        this.renegotiationClaimed = builder.renegotiationClaimed;
    }

    /**
     * Starts to describe a hello in the format of TLS, with no compression and no extensions.
     *
     * @param legacyVersion the version field of the hello, which is the highest version the client speaks, up to
     *     TLSv1.2
     * @return a builder
     */
    public static Builder builder(ProtocolVersion legacyVersion) {
        return new Builder(legacyVersion);
    }

    /**
     * Reads a hello from the bytes a client sent: TLS records, or the format of SSLv2. Never throws, whatever the bytes
     * are.
     *
     * @param bytes the first bytes of the connection; what follows the hello is not looked at
     * @return the hello, or what is wrong with the bytes
     */
    public static ClientHelloReading parse(byte[] bytes) {
        return HelloParser.parse(bytes);
    }

    /**
     * Reads a hello from its description, one field per line with the number in brackets, as {@code tshark -V} and
     * Wireshark's "Copy, All Visible Items" give it. Never throws. What stands before the hello's own header is passed over,
     * and so are fields that bear on no answer.
     *
     * @param text the description
     * @return the hello, or what is missing in it
     */
    public static ClientHelloReading parseDescription(String text) {
        return HelloDescription.parse(text);
    }

    /**
     * The hello of a known kind of client.
     *
     * @param name the name of a {@link ClientHelloProfile}, such as {@code gmail-2018}
     * @return the hello, empty if there is no such profile
     */
    public static Optional<ClientHello> profile(String name) {
        return ClientHelloProfile.forName(name).map(ClientHelloProfile::hello);
    }

    /**
     * How the hello is packed.
     *
     * @return the format
     */
    public Format format() {
        return format;
    }

    /**
     * The version field. In a hello of TLS 1.3 it says TLSv1.2 on purpose.
     *
     * @return the version
     */
    public ProtocolVersion legacyVersion() {
        return legacyVersion;
    }

    /**
     * Does the client ask to resume a session? Sessions are taken to be unknown to the server.
     *
     * @return true if the hello has a session id
     */
    public boolean hasSessionId() {
        return sessionIdPresent;
    }

    /**
     * What the client offers, signals and unknown numbers included.
     *
     * @return an immutable list in the client's order of preference
     */
    public List<CipherSuite> cipherSuites() {
        return cipherSuites;
    }

    /**
     * The compression methods.
     *
     * @return an immutable list in the client's order
     */
    public List<CompressionMethod> compressionMethods() {
        return compressionMethods;
    }

    /**
     * Which extensions the hello has.
     *
     * @return an immutable list in the order of the hello; empty if it has no extension block
     */
    public Optional<List<ExtensionType>> extensions() {
        return extensions;
    }

    /**
     * Is an extension in the hello?
     *
     * @param type the extension
     * @return true if it is
     */
    public boolean has(ExtensionType type) {
        return extensions.isPresent() && extensions.get().contains(type);
    }

    /**
     * The client's curves and other groups.
     *
     * @return an immutable list in the client's order; empty if it does not say
     */
    public Optional<List<NamedGroup>> groups() {
        return groups;
    }

    /**
     * How the client takes points of curves.
     *
     * @return an immutable list; empty if it does not say
     */
    public Optional<List<PointFormat>> pointFormats() {
        return pointFormats;
    }

    /**
     * What the client can verify.
     *
     * @return an immutable list in the client's order; empty if it does not say
     */
    public Optional<List<SignatureScheme>> signatureSchemes() {
        return signatureSchemes;
    }

    /**
     * The versions of the extension that TLS 1.3 brought.
     *
     * @return an immutable list in the client's order; empty if there is no such extension
     */
    public Optional<List<ProtocolVersion>> supportedVersions() {
        return supportedVersions;
    }

    /**
     * The groups for which the client sends its half of a key agreement.
     *
     * @return an immutable list in the client's order; empty if there is no such extension
     */
    public Optional<List<NamedGroup>> keyShares() {
        return keyShares;
    }

    /**
     * Does the hello say that it renegotiates a connection, by what it has in renegotiation_info (RFC 5746)? The first
     * hello of a connection must not.
     *
     * @return true if that extension has any content
     */
    public boolean claimsRenegotiation() {
        return renegotiationClaimed;
    }

    private List<Object> parts() {
        return List.of(
                format,
                legacyVersion,
                sessionIdPresent,
                cipherSuites,
                compressionMethods,
                extensions,
                groups,
                pointFormats,
                signatureSchemes,
                supportedVersions,
                keyShares,
                renegotiationClaimed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientHello that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** {@code TLSv1.2 hello: 13 suites, groups [X25519, prime256v1]}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        out.append(legacyVersion).append(" hello");
        out.append(format == Format.SSLV2 ? " in SSLv2 format: " : ": ");
        out.append(cipherSuites.size()).append(cipherSuites.size() == 1 ? " suite" : " suites");
        groups.ifPresent(named -> out.append(", groups ").append(named));
        return out.toString();
    }

    /**
     * A builder with everything as it is here.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Describes a hello step by step. Not safe for use by several threads. */
    public static final class Builder {

        private Format format = Format.TLS;
        private ProtocolVersion legacyVersion;
        private boolean sessionIdPresent;
        private List<CipherSuite> cipherSuites = List.of();
        private List<CompressionMethod> compressionMethods = List.of(CompressionMethod.NULL);
        private Optional<List<ExtensionType>> statedExtensions = Optional.empty();
        private Optional<List<NamedGroup>> groups = Optional.empty();
        private Optional<List<PointFormat>> pointFormats = Optional.empty();
        private Optional<List<SignatureScheme>> signatureSchemes = Optional.empty();
        private Optional<List<ProtocolVersion>> supportedVersions = Optional.empty();
        private Optional<List<NamedGroup>> keyShares = Optional.empty();
        private boolean renegotiationClaimed;

        private Builder(ProtocolVersion legacyVersion) {
            this.legacyVersion = legacyVersion;
        }

        private Builder(ClientHello hello) {
            format = hello.format;
            legacyVersion = hello.legacyVersion;
            sessionIdPresent = hello.sessionIdPresent;
            cipherSuites = hello.cipherSuites;
            compressionMethods = hello.compressionMethods;
            statedExtensions = hello.extensions;
            groups = hello.groups;
            pointFormats = hello.pointFormats;
            signatureSchemes = hello.signatureSchemes;
            supportedVersions = hello.supportedVersions;
            keyShares = hello.keyShares;
            renegotiationClaimed = hello.renegotiationClaimed;
        }

        /**
         * Sets how the hello is packed.
         *
         * @param format the format
         * @return this builder
         */
        public Builder format(Format format) {
            this.format = format;
            return this;
        }

        /**
         * Sets the version field.
         *
         * @param legacyVersion the version
         * @return this builder
         */
        public Builder legacyVersion(ProtocolVersion legacyVersion) {
            this.legacyVersion = legacyVersion;
            return this;
        }

        /**
         * Says whether the client asks to resume a session.
         *
         * @param present true if it does
         * @return this builder
         */
        public Builder sessionId(boolean present) {
            this.sessionIdPresent = present;
            return this;
        }

        /**
         * Sets what the client offers.
         *
         * @param suites the suites in the client's order of preference
         * @return this builder
         */
        public Builder cipherSuites(Collection<CipherSuite> suites) {
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
        public Builder cipherSuites(String... suites) {
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
        public Builder compressionMethods(Collection<CompressionMethod> methods) {
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
        public Builder extensions(Collection<ExtensionType> types) {
            this.statedExtensions = Optional.of(List.copyOf(types));
            return this;
        }

        /**
         * Sets the client's groups.
         *
         * @param groups the groups in the client's order; none for an extension without content
         * @return this builder
         */
        public Builder groups(Collection<NamedGroup> groups) {
            this.groups = Optional.of(List.copyOf(groups));
            return this;
        }

        /**
         * Sets the client's groups.
         *
         * @param groups the groups in the client's order; none for an extension without content
         * @return this builder
         */
        public Builder groups(NamedGroup... groups) {
            return groups(List.of(groups));
        }

        /**
         * Sets how the client takes points of curves.
         *
         * @param formats the formats in the client's order
         * @return this builder
         */
        public Builder pointFormats(Collection<PointFormat> formats) {
            this.pointFormats = Optional.of(List.copyOf(formats));
            return this;
        }

        /**
         * Sets what the client can verify.
         *
         * @param schemes the schemes in the client's order
         * @return this builder
         */
        public Builder signatureSchemes(Collection<SignatureScheme> schemes) {
            this.signatureSchemes = Optional.of(List.copyOf(schemes));
            return this;
        }

        /**
         * Sets the versions of the extension that TLS 1.3 brought.
         *
         * @param versions the versions in the client's order
         * @return this builder
         */
        public Builder supportedVersions(Collection<ProtocolVersion> versions) {
            this.supportedVersions = Optional.of(List.copyOf(versions));
            return this;
        }

        /**
         * Sets the groups for which the client sends its half of a key agreement.
         *
         * @param groups the groups in the client's order
         * @return this builder
         */
        public Builder keyShares(Collection<NamedGroup> groups) {
            this.keyShares = Optional.of(List.copyOf(groups));
            return this;
        }

        /**
         * Says whether the hello claims to renegotiate a connection.
         *
         * @param claimed true if renegotiation_info has any content
         * @return this builder
         */
        public Builder renegotiationClaimed(boolean claimed) {
            this.renegotiationClaimed = claimed;
            return this;
        }

        private Optional<List<ExtensionType>> extensions() {
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
}
