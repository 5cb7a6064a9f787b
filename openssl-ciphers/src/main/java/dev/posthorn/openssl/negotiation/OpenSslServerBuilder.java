package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Describes a server step by step. Not safe for use by several threads. */
public final class OpenSslServerBuilder {

    final OpenSslBuild build;
    Optional<Expansion> expansion = Optional.empty();
    Optional<ServerList> list = Optional.empty();
    Optional<FailureWords> words = Optional.empty();
    Set<ProtocolVersion> disabledProtocols = Set.of();
    Set<ProtocolVersion> reEnabledProtocols = Set.of();
    Map<ServerCertificate.KeyType, ServerCertificate> certificates = Map.of();
    EcdhParameters ecdh = EcdhParameters.none();
    DhParameters dh = DhParameters.none();
    TemporaryRsa temporaryRsa = TemporaryRsa.none();
    boolean serverPreference;
    boolean pskCallback;
    boolean srpCallback;
    boolean kerberosKeytab;
    ClientCertificatePolicy clientCertificates = ClientCertificatePolicy.NONE;
    boolean trustsAuthority;

    OpenSslServerBuilder(OpenSslBuild build) {
        this.build = build;
        certificates(ServerCertificate.rsa(2048));
    }

    OpenSslServerBuilder(OpenSslServer server) {
        build = server.build();
        expansion = Optional.of(server.expansion());
        list = Optional.of(server.list());
        words = Optional.of(server.words());
        disabledProtocols = server.disabledProtocols();
        reEnabledProtocols = server.reEnabledProtocols();
        certificates(server.certificates().toArray(ServerCertificate[]::new));
        ecdh = server.ecdh();
        dh = server.dh();
        temporaryRsa = server.temporaryRsa();
        serverPreference = server.hasServerPreference();
        pskCallback = server.hasPskCallback();
        srpCallback = server.hasSrpCallback();
        kerberosKeytab = server.hasKerberosKeytab();
        clientCertificates = server.clientCertificates();
        trustsAuthority = server.trustsAuthority();
    }

    /**
     * Sets the cipher string.
     *
     * @param text the string
     * @return this builder
     * @throws CipherListNotKnownException for OpenSSL 0.9.8, if the string neither spells its suites out nor is one
     *     whose list is on record
     * @throws IllegalArgumentException if this library has no catalogue of the build's release
     */
    public OpenSslServerBuilder cipherString(String text) {
        if (SpelledOutLists.areAllThereIs(build.release())) {
            return meaning(SpelledOutLists.expand(text));
        }
        CipherString string = CipherString.parse(text);
        return expansion(
                expansion.map(former -> string.expandWith(former.catalog())).orElseGet(() -> string.expandFor(build)));
    }

    /**
     * Sets the cipher string by what it means, which saves expanding it again.
     *
     * @param expanded an expansion for the same build
     * @return this builder
     * @throws IllegalArgumentException if it was expanded for another build
     */
    public OpenSslServerBuilder expansion(Expansion expanded) {
        if (!expanded.build().equals(build)) {
            throw new IllegalArgumentException(
                    "expanded: for OpenSSL " + expanded.build() + ", but the server runs " + build);
        }
        return meaning(expanded);
    }

    private OpenSslServerBuilder meaning(Expansion expanded) {
        this.expansion = Optional.of(expanded);
        this.list = Optional.empty();
        return this;
    }

    /**
     * Switches protocols off, instead of those named before.
     *
     * @param versions the protocols
     * @return this builder
     */
    public OpenSslServerBuilder disabledProtocols(ProtocolVersion... versions) {
        return disabledProtocols(List.of(versions));
    }

    /**
     * Switches protocols off, instead of those named before.
     *
     * @param versions the protocols
     * @return this builder
     */
    public OpenSslServerBuilder disabledProtocols(Collection<ProtocolVersion> versions) {
        this.disabledProtocols = Set.copyOf(versions);
        return this;
    }

    /**
     * Switches protocols on that the release has off by default: SSLv2 from 1.0.1s and 1.0.2g on.
     *
     * @param versions the protocols, instead of those named before
     * @return this builder
     */
    public OpenSslServerBuilder reEnabledProtocols(ProtocolVersion... versions) {
        this.reEnabledProtocols = Set.of(versions);
        return this;
    }

    /**
     * Loads certificates with their private keys. There is room for one of each kind of key: of two, the later
     * counts, as in OpenSSL.
     *
     * @param loaded the certificates, instead of the former ones; none for a server without certificate
     * @return this builder
     */
    public OpenSslServerBuilder certificates(ServerCertificate... loaded) {
        Map<ServerCertificate.KeyType, ServerCertificate> slots = new EnumMap<>(ServerCertificate.KeyType.class);
        List.of(loaded).forEach(certificate -> slots.put(certificate.keyType(), certificate));
        this.certificates = Map.copyOf(slots);
        return this;
    }

    /**
     * Sets what there is for ECDHE suites.
     *
     * @param parameters the parameters
     * @return this builder
     */
    public OpenSslServerBuilder ecdh(EcdhParameters parameters) {
        this.ecdh = parameters;
        return this;
    }

    /**
     * Sets what there is for DHE suites.
     *
     * @param parameters the parameters
     * @return this builder
     */
    public OpenSslServerBuilder dh(DhParameters parameters) {
        this.dh = parameters;
        return this;
    }

    /**
     * Sets what there is for export suites with RSA key exchange.
     *
     * @param key the temporary key
     * @return this builder
     */
    public OpenSslServerBuilder temporaryRsa(TemporaryRsa key) {
        this.temporaryRsa = key;
        return this;
    }

    /**
     * Says whose order counts.
     *
     * @param own true for the server's, false for the client's
     * @return this builder
     */
    public OpenSslServerBuilder serverPreference(boolean own) {
        this.serverPreference = own;
        return this;
    }

    /**
     * Says whether there is a callback for pre-shared keys.
     *
     * @param present true if there is
     * @return this builder
     */
    public OpenSslServerBuilder pskCallback(boolean present) {
        this.pskCallback = present;
        return this;
    }

    /**
     * Says whether there is a callback for Secure Remote Password.
     *
     * @param present true if there is
     * @return this builder
     */
    public OpenSslServerBuilder srpCallback(boolean present) {
        this.srpCallback = present;
        return this;
    }

    /**
     * Says whether there is a Kerberos keytab that the program can read.
     *
     * @param present true if there is
     * @return this builder
     */
    public OpenSslServerBuilder kerberosKeytab(boolean present) {
        this.kerberosKeytab = present;
        return this;
    }

    /**
     * Says whether the server asks its clients for certificates.
     *
     * @param policy whether it asks, and insists
     * @return this builder
     */
    public OpenSslServerBuilder clientCertificates(ClientCertificatePolicy policy) {
        this.clientCertificates = policy;
        return this;
    }

    /**
     * Says whether the server trusts the authority that issues its clients' certificates.
     *
     * @param trusts true if it does
     * @return this builder
     */
    public OpenSslServerBuilder trustsAuthority(boolean trusts) {
        this.trustsAuthority = trusts;
        return this;
    }

    /**
     * Makes the server.
     *
     * @return the server
     * @throws IllegalArgumentException if OpenSSL would refuse the cipher string, if this library does not know the
     *     release, or if a setting is impossible there
     */
    public OpenSslServer build() {
        NegotiationRules rules = NegotiationRules.of(build.release())
                .orElseThrow(() -> new IllegalArgumentException(
                        "build: how a server of OpenSSL " + build.release() + " negotiates is not known here"));
        if (expansion.isEmpty()) {
            cipherString("DEFAULT");
        }
        Expansion expanded = expansion.orElseThrow();
        expanded.rejection().ifPresent(rejection -> {
            throw new IllegalArgumentException(
                    "cipherString: OpenSSL " + build + " refuses it, " + rejection + "; no server starts with it");
        });
        PossibleSettings settings = new PossibleSettings(build.release(), rules);
        settings.requireCurves(ecdh, certificates.values());
        settings.requireDh(dh);
        settings.requireTemporaryRsa(temporaryRsa);
        OpenSslServer server = new OpenSslServer(this, expanded, rules);
        settings.requireLevel(server.securityLevel(), certificates.values());
        return server;
    }
}
