package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An OpenSSL client in a box, of 0.9.8 to 1.0.2: what it sends first, and what it then refuses.
 *
 * <pre>{@code
 * OpenSslClient client = OpenSslClient.builder(OpenSslBuild.parse("1.0.2u"))
 *         .cipherString("DHE-RSA-AES128-SHA")
 *         .build();
 * Optional<ClientHello> hello = client.hello();
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class OpenSslClient {

    private final OpenSslBuild build;
    private final List<OpenSslCipherSuite> suites;
    private final ClientRules rules;
    private final Set<ProtocolVersion> disabledProtocols;
    private final Set<ProtocolVersion> reEnabledProtocols;
    private final Optional<ProtocolVersion> onlyVersion;
    private final List<NamedGroup> curves;
    private final Optional<CertificateStanding> certificate;
    private final boolean verifiesServer;
    private final boolean trustsAuthority;
    private final boolean namesServer;
    private final boolean pskCallback;
    private final boolean fallbackMarker;
    private final ProtocolVersion newestVersion;
    private final Opening opening;

    OpenSslClient(OpenSslClientBuilder builder, Expansion expansion, ClientRules rules, NegotiationRules versions) {
        this.build = builder.build;
        this.suites = expansion.suites();
        this.rules = rules;
        this.disabledProtocols = builder.disabledProtocols;
        this.reEnabledProtocols = builder.reEnabledProtocols;
        this.onlyVersion = builder.onlyVersion;
        this.curves = builder.curves.orElseGet(() -> OwnCurves.ofClient(builder.build.release()));
        this.certificate = builder.certificate;
        this.verifiesServer = builder.verifiesServer;
        this.trustsAuthority = builder.trustsAuthority;
        this.namesServer = builder.namesServer;
        this.pskCallback = builder.pskCallback;
        this.fallbackMarker = builder.fallbackMarker;
        this.newestVersion = versions.newestVersion();
        this.opening = new HelloWriter(this, versions).open();
    }

    /**
     * Starts to describe a client.
     *
     * @param build the OpenSSL it runs
     * @return a builder for a client with the release's default list, every version, and no verification
     */
    public static OpenSslClientBuilder builder(OpenSslBuild build) {
        return new OpenSslClientBuilder(build);
    }

    /**
     * What this client sends first.
     *
     * @return the hello, empty if it finds something wrong with itself and sends nothing
     */
    public Optional<ClientHello> hello() {
        return opening.hello();
    }

    /**
     * Why this client sends nothing.
     *
     * @return the objection, empty if it does send a hello
     */
    public Optional<ClientObjection> refusalToStart() {
        return opening.objection();
    }

    /**
     * The OpenSSL this client runs.
     *
     * @return the build
     */
    public OpenSslBuild build() {
        return build;
    }

    ClientRules rules() {
        return rules;
    }

    /** The newest version of the release, switched on or not. */
    ProtocolVersion newestVersion() {
        return newestVersion;
    }

    List<OpenSslCipherSuite> suites() {
        return suites;
    }

    Optional<ProtocolVersion> onlyVersion() {
        return onlyVersion;
    }

    List<NamedGroup> curves() {
        return curves;
    }

    /**
     * The certificate it shows if asked.
     *
     * @return how it stands with those who verify it, empty if the client has none
     */
    public Optional<CertificateStanding> certificate() {
        return certificate;
    }

    /**
     * Must the server's certificate be verified?
     *
     * @return true if the client fails without
     */
    public boolean verifiesServer() {
        return verifiesServer;
    }

    /**
     * Does it trust the authority that issues certificates?
     *
     * @return true if it does
     */
    public boolean trustsAuthority() {
        return trustsAuthority;
    }

    boolean namesServer() {
        return namesServer;
    }

    boolean hasPskCallback() {
        return pskCallback;
    }

    boolean sendsFallbackMarker() {
        return fallbackMarker;
    }

    /** Is a version off, by a switch or by default? */
    boolean isOff(ProtocolVersion version, NegotiationRules versions) {
        boolean offByDefault = versions.offByDefault().contains(version) && !reEnabledProtocols.contains(version);
        return offByDefault || disabledProtocols.contains(version) || !versions.isBuiltInto(build, version);
    }

    /** Has somebody switched a version off? */
    boolean hasDisabled(ProtocolVersion version) {
        return disabledProtocols.contains(version);
    }

    /** {@code client of OpenSSL 1.0.1e: TLSv1.2 hello: 79 suites}. */
    @Override
    public String toString() {
        return "client of OpenSSL " + build + ": "
                + opening.hello()
                        .map(ClientHello::toString)
                        .or(() -> opening.objection().map(ClientObjection::text))
                        .orElse("");
    }
}
