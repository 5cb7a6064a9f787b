package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.CompressionMethod;
import dev.posthorn.tls.ExtensionType;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.PointFormat;
import dev.posthorn.tls.ProtocolVersion;
import dev.posthorn.tls.SignatureScheme;
import java.util.HashSet;
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
    private final boolean extensionNamedTwice;

    ClientHello(ClientHelloBuilder builder) {
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
        this.extensionNamedTwice = extensions
                .filter(types -> new HashSet<>(types).size() < types.size())
                .isPresent();
    }

    /**
     * Starts to describe a hello in the format of TLS, with no compression and no extensions.
     *
     * @param legacyVersion the version field of the hello, which is the highest version the client speaks, up to
     *     TLSv1.2
     * @return a builder
     */
    public static ClientHelloBuilder builder(ProtocolVersion legacyVersion) {
        return new ClientHelloBuilder(legacyVersion);
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

    /** Is one type of extension there twice? */
    boolean namesAnExtensionTwice() {
        return extensionNamedTwice;
    }

    /** Does it offer no suite but those of SSLv2, or none at all? */
    boolean offersOnlySslv2() {
        for (CipherSuite suite : cipherSuites) {
            if (!suite.isSslv2CipherKind()) {
                return false;
            }
        }
        return true;
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
    public ClientHelloBuilder toBuilder() {
        return new ClientHelloBuilder(this);
    }
}
