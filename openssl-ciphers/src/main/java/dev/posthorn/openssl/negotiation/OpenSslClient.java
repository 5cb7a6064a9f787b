package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Collection;
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
 * Handshake.between(client, server); // client fails first: dh key too small
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

    private OpenSslClient(Builder builder, Expansion expansion, ClientRules rules, NegotiationRules versions) {
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
    public static Builder builder(OpenSslBuild build) {
        return new Builder(build);
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

    /** Describes a client step by step. Not safe for use by several threads. */
    public static final class Builder {

        private final OpenSslBuild build;
        private Optional<Expansion> expansion = Optional.empty();
        private Set<ProtocolVersion> disabledProtocols = Set.of();
        private Set<ProtocolVersion> reEnabledProtocols = Set.of();
        private Optional<ProtocolVersion> onlyVersion = Optional.empty();
        private Optional<List<NamedGroup>> curves = Optional.empty();
        private Optional<CertificateStanding> certificate = Optional.empty();
        private boolean verifiesServer;
        private boolean trustsAuthority;
        private boolean namesServer;
        private boolean pskCallback;
        private boolean fallbackMarker;

        private Builder(OpenSslBuild build) {
            this.build = build;
        }

        /**
         * Sets the cipher string.
         *
         * @param text the string
         * @return this builder
         * @throws CipherListNotKnownException for OpenSSL 0.9.8, if the string neither spells its suites out nor is one
         *     whose list is on record
         * @throws IllegalArgumentException if OpenSSL would refuse the string, or this library has no catalogue of the
         *     build's release
         */
        public Builder cipherString(String text) {
            Expansion expanded = SpelledOutLists.areAllThereIs(build.release())
                    ? SpelledOutLists.expand(text)
                    : CipherString.parse(text).expandFor(build);
            expanded.rejection().ifPresent(rejection -> {
                throw new IllegalArgumentException(
                        "cipherString: OpenSSL " + build + " refuses it, " + rejection + "; no client starts with it");
            });
            this.expansion = Optional.of(expanded);
            return this;
        }

        /**
         * Switches protocols off, instead of those named before.
         *
         * @param versions the protocols
         * @return this builder
         */
        public Builder disabledProtocols(Collection<ProtocolVersion> versions) {
            this.disabledProtocols = Set.copyOf(versions);
            return this;
        }

        /**
         * Switches protocols off, instead of those named before.
         *
         * @param versions the protocols
         * @return this builder
         */
        public Builder disabledProtocols(ProtocolVersion... versions) {
            return disabledProtocols(List.of(versions));
        }

        /**
         * Switches protocols on that the release has off by default.
         *
         * @param versions the protocols, instead of those named before
         * @return this builder
         */
        public Builder reEnabledProtocols(Collection<ProtocolVersion> versions) {
            this.reEnabledProtocols = Set.copyOf(versions);
            return this;
        }

        /**
         * Uses a method of one version, such as {@code TLSv1_client_method}, instead of the version-flexible one.
         *
         * @param version the version
         * @return this builder
         */
        public Builder onlyVersion(ProtocolVersion version) {
            this.onlyVersion = Optional.of(version);
            return this;
        }

        /**
         * Sets the curves it names: {@code SSL_CTX_set1_curves_list}, from 1.0.2 on.
         *
         * @param named the curves, most preferred first
         * @return this builder
         */
        public Builder curves(Collection<NamedGroup> named) {
            this.curves = Optional.of(List.copyOf(named));
            return this;
        }

        /**
         * Gives it a certificate.
         *
         * @param standing how it stands with those who verify it
         * @return this builder
         */
        public Builder certificate(CertificateStanding standing) {
            this.certificate = Optional.of(standing);
            return this;
        }

        /**
         * Says whether it fails unless it can verify the server's certificate.
         *
         * @param verifies true if it does
         * @return this builder
         */
        public Builder verifiesServer(boolean verifies) {
            this.verifiesServer = verifies;
            return this;
        }

        /**
         * Says whether it trusts the authority that issues certificates.
         *
         * @param trusts true if it does
         * @return this builder
         */
        public Builder trustsAuthority(boolean trusts) {
            this.trustsAuthority = trusts;
            return this;
        }

        /**
         * Says whether it names the server it wants (RFC 6066 section 3), which rules out the format of SSLv2.
         *
         * @param names true if it does
         * @return this builder
         */
        public Builder namesServer(boolean names) {
            this.namesServer = names;
            return this;
        }

        /**
         * Says whether there is a callback for pre-shared keys.
         *
         * @param present true if there is
         * @return this builder
         */
        public Builder pskCallback(boolean present) {
            this.pskCallback = present;
            return this;
        }

        /**
         * Says whether this is a second try at a lower version that says so (RFC 7507). Releases that do not know the
         * marker pass over this.
         *
         * @param marked true if it is
         * @return this builder
         */
        public Builder fallbackMarker(boolean marked) {
            this.fallbackMarker = marked;
            return this;
        }

        /**
         * Makes the client.
         *
         * @return the client
         * @throws IllegalArgumentException if this library does not know clients of the release, or a setting is
         *     impossible there
         */
        public OpenSslClient build() {
            ClientRules rules = ClientRules.of(build.release())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "build: what a client of OpenSSL " + build.release() + " refuses is not known here"));
            NegotiationRules versions = NegotiationRules.of(build.release()).orElseThrow();
            if (expansion.isEmpty()) {
                cipherString("DEFAULT");
            }
            if (curves.isPresent() && !versions.hasAutomaticCurve()) {
                throw new IllegalArgumentException("curves: a client of OpenSSL " + build.release()
                        + " cannot be told curves, but " + curves.get() + " are set");
            }
            return new OpenSslClient(this, expansion.orElseThrow(), rules, versions);
        }
    }
}
