package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
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
    private final List<ProtocolVersion> enabledProtocols;
    private final FailureWords words;
    private final Engine engine;

    OpenSslServer(OpenSslServerBuilder builder, Expansion expansion, NegotiationRules rules) {
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
        this.enabledProtocols = ProtocolVersion.known().stream()
                .filter(version -> rules.isBuiltInto(build, version) && isSwitchedOn(version))
                .toList();
        this.words = builder.words.orElseGet(() -> new FailureWords(builder.build.release()));
        this.engine = rules.areLater() ? new LaterEngine(this) : new EarlyEngine(this);
    }

    /**
     * Starts to describe a server.
     *
     * @param build the OpenSSL it runs
     * @return a builder with the defaults above
     */
    public static OpenSslServerBuilder builder(OpenSslBuild build) {
        return new OpenSslServerBuilder(build);
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
        return enabledProtocols;
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
    public OpenSslServerBuilder toBuilder() {
        return new OpenSslServerBuilder(this);
    }

    /** {@code OpenSSL 1.0.1e, 28 suites, [RSA 2048], ECDH none, DH callback}. */
    @Override
    public String toString() {
        return "OpenSSL " + build() + ", " + expansion.suites().size() + " suites, " + certificates() + ", ECDH " + ecdh
                + ", DH " + dh;
    }
}
