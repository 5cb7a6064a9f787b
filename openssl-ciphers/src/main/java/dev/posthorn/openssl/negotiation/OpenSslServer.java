package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An OpenSSL server in a box: a build, a cipher string, and everything else that decides what it answers to a
 * ClientHello.
 *
 * <p>Nothing needs to be set: the default is a mail server with the release's default list, an RSA certificate of 2048
 * bits, no protocol switched off, no parameters for DHE or ECDHE, and the client's preference.
 *
 * <pre>{@code
 * OpenSslServer server = OpenSslServer.builder(OpenSslBuild.parse("1.0.1e"))
 *         .cipherString("ALL:+RC4:@STRENGTH:!aNULL")
 *         .disabledProtocols(ProtocolVersion.SSLV2, ProtocolVersion.SSLV3)
 *         .dh(DhParameters.callback())
 *         .build();
 * server.answer(hello);                                                   // why not?
 * server.withEcdh(EcdhParameters.fixed(NamedGroup.SECP256R1)).answer(hello); // and what if?
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads. Making one expands the cipher string; an answer takes microseconds,
 * and the {@code with} methods share the tables.
 */
public final class OpenSslServer {

    private final OpenSslBuild build;
    private final Expansion expansion;
    private final ServerList list;
    private final NegotiationRules rules;
    private final Set<ProtocolVersion> disabledProtocols;
    private final Set<ProtocolVersion> reEnabledProtocols;
    private final Map<ServerCertificate.KeyType, ServerCertificate> certificates;
    private final EcdhParameters ecdh;
    private final DhParameters dh;
    private final TemporaryRsa temporaryRsa;
    private final boolean serverPreference;
    private final boolean pskCallback;
    private final boolean srpCallback;
    private final boolean kerberosKeytab;
    private final ClientCertificatePolicy clientCertificates;
    private final boolean trustsAuthority;
    private final FailureWords words;
    private final Engine engine;

    private OpenSslServer(Builder builder, Expansion expansion, NegotiationRules rules) {
        this.build = builder.build;
        this.expansion = expansion;
        this.list = builder.list.orElseGet(() -> new ServerList(expansion));
        this.rules = rules;
        this.disabledProtocols = builder.disabledProtocols;
        this.reEnabledProtocols = builder.reEnabledProtocols;
        this.certificates = builder.certificates;
        this.ecdh = builder.ecdh;
        this.dh = builder.dh;
        this.temporaryRsa = builder.temporaryRsa;
        this.serverPreference = builder.serverPreference;
        this.pskCallback = builder.pskCallback;
        this.srpCallback = builder.srpCallback;
        this.kerberosKeytab = builder.kerberosKeytab;
        this.clientCertificates = builder.clientCertificates;
        this.trustsAuthority = builder.trustsAuthority;
        this.words = builder.words.orElseGet(() -> new FailureWords(builder.build.release()));
        this.engine = rules.areLater() ? new LaterEngine(this) : new EarlyEngine(this);
    }

    /**
     * Starts to describe a server.
     *
     * @param build the OpenSSL it runs
     * @return a builder with the defaults above
     */
    public static Builder builder(OpenSslBuild build) {
        return new Builder(build);
    }

    /**
     * What this server answers to a hello.
     *
     * @param hello what a client sends first
     * @return the choice or the failure, with the fate of every suite
     */
    public Negotiation answer(ClientHello hello) {
        return engine.answer(hello);
    }

    /**
     * What this server makes of the first bytes of a connection, be they a hello, plain text or noise. Never throws.
     *
     * @param firstBytes what the peer sent so far
     * @return an answer, an error, or that the server waits for more
     */
    public Reception receive(byte[] firstBytes) {
        return engine.receive(firstBytes.clone(), false);
    }

    /**
     * What this server makes of bytes behind which the peer closes the connection. Never throws.
     *
     * @param allBytes everything the peer sent
     * @return an answer or an error; {@link Reception.Waiting} where the release has no error for such an end
     */
    public Reception receiveThenEnd(byte[] allBytes) {
        return engine.receive(allBytes.clone(), true);
    }

    /**
     * The suites of this server's list that can never be chosen, whatever a client offers.
     *
     * @return an immutable list in preference order
     */
    public List<DeadSuite> deadSuites() {
        List<DeadSuite> dead = new ArrayList<>();
        for (OpenSslCipherSuite suite : expansion.suites()) {
            engine.filter().obstacleForever(suite).ifPresent(reason -> dead.add(new DeadSuite(suite, reason)));
        }
        return List.copyOf(dead);
    }

    /**
     * The OpenSSL this server runs.
     *
     * @return the build
     */
    public OpenSslBuild build() {
        return build;
    }

    /**
     * The server's list, with the history of every suite. Of 0.9.8 there are no rules: there it is the list spelled out
     * suite by suite, read with the tables of 1.0.0.
     *
     * @return what the cipher string means to this build
     */
    public Expansion expansion() {
        return expansion;
    }

    /**
     * The protocols somebody switched off.
     *
     * @return an immutable set, as given
     */
    public Set<ProtocolVersion> disabledProtocols() {
        return disabledProtocols;
    }

    /**
     * The protocols somebody switched on although the release has them off by default.
     *
     * @return an immutable set, as given
     */
    public Set<ProtocolVersion> reEnabledProtocols() {
        return reEnabledProtocols;
    }

    /**
     * The protocols this server speaks: those the build has and nobody switched off.
     *
     * @return an immutable list, oldest first
     */
    public List<ProtocolVersion> enabledProtocols() {
        return ProtocolVersion.known().stream()
                .filter(version -> rules.isBuiltInto(build(), version) && isSwitchedOn(version))
                .toList();
    }

    /** Do the switches leave a protocol on, be it built in or not? */
    boolean isSwitchedOn(ProtocolVersion version) {
        boolean offByDefault = rules.offByDefault().contains(version) && !reEnabledProtocols.contains(version);
        return !offByDefault && !disabledProtocols.contains(version);
    }

    NegotiationRules rules() {
        return rules;
    }

    FailureWords words() {
        return words;
    }

    SuiteFilter filter() {
        return engine.filter();
    }

    /** Does it find something wrong with itself before it reads anything? */
    boolean failsAtSetup() {
        return rules.areLater() && LaterSetup.failureOf(this).isPresent();
    }

    /** 0 before there were levels; 1 unless the cipher string says otherwise. */
    int securityLevel() {
        return rules.areLater() ? expansion.securityLevel().orElse(1) : 0;
    }

    ServerList list() {
        return list;
    }

    /**
     * The certificates, each with its private key.
     *
     * @return an immutable list, at most one of each kind of key
     */
    public List<ServerCertificate> certificates() {
        return List.copyOf(certificates.values());
    }

    Optional<ServerCertificate> certificate(ServerCertificate.KeyType keyType) {
        return Optional.ofNullable(certificates.get(keyType));
    }

    /**
     * What is set for ECDHE suites.
     *
     * @return the parameters
     */
    public EcdhParameters ecdh() {
        return ecdh;
    }

    /**
     * What is set for DHE suites.
     *
     * @return the parameters
     */
    public DhParameters dh() {
        return dh;
    }

    /**
     * What is set for export suites with RSA key exchange.
     *
     * @return the temporary key
     */
    public TemporaryRsa temporaryRsa() {
        return temporaryRsa;
    }

    /**
     * Does the server's order count instead of the client's ({@code tls_preempt_cipherlist})?
     *
     * @return true if it does
     */
    public boolean hasServerPreference() {
        return serverPreference;
    }

    /**
     * Has the program set a callback for pre-shared keys?
     *
     * @return true if it has
     */
    public boolean hasPskCallback() {
        return pskCallback;
    }

    /**
     * Has the program set a callback for Secure Remote Password?
     *
     * @return true if it has
     */
    public boolean hasSrpCallback() {
        return srpCallback;
    }

    /**
     * Is there a Kerberos keytab that the program can read?
     *
     * @return true if there is
     */
    public boolean hasKerberosKeytab() {
        return kerberosKeytab;
    }

    /**
     * Does it ask its clients for certificates?
     *
     * @return whether it asks, and insists
     */
    public ClientCertificatePolicy clientCertificates() {
        return clientCertificates;
    }

    /**
     * Does it trust the authority that issues its clients' certificates?
     *
     * @return true if it does
     */
    public boolean trustsAuthority() {
        return trustsAuthority;
    }

    /**
     * The same server with another cipher string.
     *
     * @param cipherString the string
     * @return a copy
     * @throws IllegalArgumentException if OpenSSL would refuse the string
     */
    public OpenSslServer withCipherString(String cipherString) {
        return toBuilder().cipherString(cipherString).build();
    }

    /**
     * The same server with other protocol switches. Protocols that the release has off by default stay off unless they
     * were switched on.
     *
     * @param disabled the protocols switched off; none for no switch at all
     * @return a copy
     */
    public OpenSslServer withDisabledProtocols(ProtocolVersion... disabled) {
        return toBuilder().disabledProtocols(disabled).build();
    }

    /**
     * The same server with other certificates.
     *
     * @param replacements the certificates, instead of the former ones
     * @return a copy
     */
    public OpenSslServer withCertificates(ServerCertificate... replacements) {
        return toBuilder().certificates(replacements).build();
    }

    /**
     * The same server with something else set for ECDHE suites.
     *
     * @param parameters the parameters
     * @return a copy
     */
    public OpenSslServer withEcdh(EcdhParameters parameters) {
        return toBuilder().ecdh(parameters).build();
    }

    /**
     * The same server with something else set for DHE suites.
     *
     * @param parameters the parameters
     * @return a copy
     */
    public OpenSslServer withDh(DhParameters parameters) {
        return toBuilder().dh(parameters).build();
    }

    /**
     * The same server with something else set for export suites.
     *
     * @param key the temporary key
     * @return a copy
     */
    public OpenSslServer withTemporaryRsa(TemporaryRsa key) {
        return toBuilder().temporaryRsa(key).build();
    }

    /**
     * The same server with its own or the client's preference.
     *
     * @param own true if the server's order counts
     * @return a copy
     */
    public OpenSslServer withServerPreference(boolean own) {
        return toBuilder().serverPreference(own).build();
    }

    /**
     * A builder with everything as it is here, for changes of several things at once.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@code OpenSSL 1.0.1e, 28 suites, [RSA 2048], ECDH none, DH callback}. */
    @Override
    public String toString() {
        return "OpenSSL " + build() + ", " + expansion.suites().size() + " suites, " + certificates() + ", ECDH " + ecdh
                + ", DH " + dh;
    }

    /** Describes a server step by step. Not safe for use by several threads. */
    public static final class Builder {

        private final OpenSslBuild build;
        private Optional<Expansion> expansion = Optional.empty();
        private Optional<ServerList> list = Optional.empty();
        private Optional<FailureWords> words = Optional.empty();
        private Set<ProtocolVersion> disabledProtocols = Set.of();
        private Set<ProtocolVersion> reEnabledProtocols = Set.of();
        private Map<ServerCertificate.KeyType, ServerCertificate> certificates = Map.of();
        private EcdhParameters ecdh = EcdhParameters.none();
        private DhParameters dh = DhParameters.none();
        private TemporaryRsa temporaryRsa = TemporaryRsa.none();
        private boolean serverPreference;
        private boolean pskCallback;
        private boolean srpCallback;
        private boolean kerberosKeytab;
        private ClientCertificatePolicy clientCertificates = ClientCertificatePolicy.NONE;
        private boolean trustsAuthority;

        private Builder(OpenSslBuild build) {
            this.build = build;
            certificates(ServerCertificate.rsa(2048));
        }

        private Builder(OpenSslServer server) {
            build = server.build;
            expansion = Optional.of(server.expansion);
            list = Optional.of(server.list);
            words = Optional.of(server.words);
            disabledProtocols = server.disabledProtocols;
            reEnabledProtocols = server.reEnabledProtocols;
            certificates = server.certificates;
            ecdh = server.ecdh;
            dh = server.dh;
            temporaryRsa = server.temporaryRsa;
            serverPreference = server.serverPreference;
            pskCallback = server.pskCallback;
            srpCallback = server.srpCallback;
            kerberosKeytab = server.kerberosKeytab;
            clientCertificates = server.clientCertificates;
            trustsAuthority = server.trustsAuthority;
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
        public Builder cipherString(String text) {
            if (SpelledOutLists.areAllThereIs(build.release())) {
                return meaning(SpelledOutLists.expand(text));
            }
            CipherString string = CipherString.parse(text);
            return expansion(expansion
                    .map(former -> string.expandWith(former.catalog()))
                    .orElseGet(() -> string.expandFor(build)));
        }

        /**
         * Sets the cipher string by what it means, which saves expanding it again.
         *
         * @param expanded an expansion for the same build
         * @return this builder
         * @throws IllegalArgumentException if it was expanded for another build
         */
        public Builder expansion(Expansion expanded) {
            if (!expanded.build().equals(build)) {
                throw new IllegalArgumentException(
                        "expanded: for OpenSSL " + expanded.build() + ", but the server runs " + build);
            }
            return meaning(expanded);
        }

        private Builder meaning(Expansion expanded) {
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
        public Builder disabledProtocols(ProtocolVersion... versions) {
            return disabledProtocols(List.of(versions));
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
         * Switches protocols on that the release has off by default: SSLv2 from 1.0.1s and 1.0.2g on.
         *
         * @param versions the protocols, instead of those named before
         * @return this builder
         */
        public Builder reEnabledProtocols(ProtocolVersion... versions) {
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
        public Builder certificates(ServerCertificate... loaded) {
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
        public Builder ecdh(EcdhParameters parameters) {
            this.ecdh = parameters;
            return this;
        }

        /**
         * Sets what there is for DHE suites.
         *
         * @param parameters the parameters
         * @return this builder
         */
        public Builder dh(DhParameters parameters) {
            this.dh = parameters;
            return this;
        }

        /**
         * Sets what there is for export suites with RSA key exchange.
         *
         * @param key the temporary key
         * @return this builder
         */
        public Builder temporaryRsa(TemporaryRsa key) {
            this.temporaryRsa = key;
            return this;
        }

        /**
         * Says whose order counts.
         *
         * @param own true for the server's, false for the client's
         * @return this builder
         */
        public Builder serverPreference(boolean own) {
            this.serverPreference = own;
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
         * Says whether there is a callback for Secure Remote Password.
         *
         * @param present true if there is
         * @return this builder
         */
        public Builder srpCallback(boolean present) {
            this.srpCallback = present;
            return this;
        }

        /**
         * Says whether there is a Kerberos keytab that the program can read.
         *
         * @param present true if there is
         * @return this builder
         */
        public Builder kerberosKeytab(boolean present) {
            this.kerberosKeytab = present;
            return this;
        }

        /**
         * Says whether the server asks its clients for certificates.
         *
         * @param policy whether it asks, and insists
         * @return this builder
         */
        public Builder clientCertificates(ClientCertificatePolicy policy) {
            this.clientCertificates = policy;
            return this;
        }

        /**
         * Says whether the server trusts the authority that issues its clients' certificates.
         *
         * @param trusts true if it does
         * @return this builder
         */
        public Builder trustsAuthority(boolean trusts) {
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
}
