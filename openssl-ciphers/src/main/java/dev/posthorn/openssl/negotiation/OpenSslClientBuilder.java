package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Describes a client step by step. Not safe for use by several threads. */
public final class OpenSslClientBuilder {

    final OpenSslBuild build;
    Optional<Expansion> expansion = Optional.empty();
    Set<ProtocolVersion> disabledProtocols = Set.of();
    Set<ProtocolVersion> reEnabledProtocols = Set.of();
    Optional<ProtocolVersion> onlyVersion = Optional.empty();
    Optional<List<NamedGroup>> curves = Optional.empty();
    Optional<CertificateStanding> certificate = Optional.empty();
    boolean verifiesServer;
    boolean trustsAuthority;
    boolean namesServer;
    boolean pskCallback;
    boolean fallbackMarker;

    OpenSslClientBuilder(OpenSslBuild build) {
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
    public OpenSslClientBuilder cipherString(String text) {
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
    public OpenSslClientBuilder disabledProtocols(Collection<ProtocolVersion> versions) {
        this.disabledProtocols = Set.copyOf(versions);
        return this;
    }

    /**
     * Switches protocols off, instead of those named before.
     *
     * @param versions the protocols
     * @return this builder
     */
    public OpenSslClientBuilder disabledProtocols(ProtocolVersion... versions) {
        return disabledProtocols(List.of(versions));
    }

    /**
     * Switches protocols on that the release has off by default.
     *
     * @param versions the protocols, instead of those named before
     * @return this builder
     */
    public OpenSslClientBuilder reEnabledProtocols(Collection<ProtocolVersion> versions) {
        this.reEnabledProtocols = Set.copyOf(versions);
        return this;
    }

    /**
     * Uses a method of one version, such as {@code TLSv1_client_method}, instead of the version-flexible one.
     *
     * @param version the version
     * @return this builder
     */
    public OpenSslClientBuilder onlyVersion(ProtocolVersion version) {
        this.onlyVersion = Optional.of(version);
        return this;
    }

    /**
     * Sets the curves it names: {@code SSL_CTX_set1_curves_list}, from 1.0.2 on.
     *
     * @param named the curves, most preferred first
     * @return this builder
     */
    public OpenSslClientBuilder curves(Collection<NamedGroup> named) {
        this.curves = Optional.of(List.copyOf(named));
        return this;
    }

    /**
     * Gives it a certificate.
     *
     * @param standing how it stands with those who verify it
     * @return this builder
     */
    public OpenSslClientBuilder certificate(CertificateStanding standing) {
        this.certificate = Optional.of(standing);
        return this;
    }

    /**
     * Says whether it fails unless it can verify the server's certificate.
     *
     * @param verifies true if it does
     * @return this builder
     */
    public OpenSslClientBuilder verifiesServer(boolean verifies) {
        this.verifiesServer = verifies;
        return this;
    }

    /**
     * Says whether it trusts the authority that issues certificates.
     *
     * @param trusts true if it does
     * @return this builder
     */
    public OpenSslClientBuilder trustsAuthority(boolean trusts) {
        this.trustsAuthority = trusts;
        return this;
    }

    /**
     * Says whether it names the server it wants (RFC 6066 section 3), which rules out the format of SSLv2.
     *
     * @param names true if it does
     * @return this builder
     */
    public OpenSslClientBuilder namesServer(boolean names) {
        this.namesServer = names;
        return this;
    }

    /**
     * Says whether there is a callback for pre-shared keys.
     *
     * @param present true if there is
     * @return this builder
     */
    public OpenSslClientBuilder pskCallback(boolean present) {
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
    public OpenSslClientBuilder fallbackMarker(boolean marked) {
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
