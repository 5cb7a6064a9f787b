package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.Operator;
import dev.posthorn.openssl.ciphers.Rule;
import dev.posthorn.openssl.ciphers.Step;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyType;
import dev.posthorn.openssl.negotiation.SingleChange.Kind;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Tries what one change of a server would bring, thing by thing. Serves one question. */
final class SingleChanges {

    /** What three keys of DES are worth (NIST SP 800-57), whatever the tables of older releases say. */
    private static final int STRENGTH_OF_TRIPLE_DES = 112;

    /** Within a kind: forward secrecy first, then authenticated encryption, then strength, then in the order tried. */
    private static final Comparator<SingleChange> WEAKEST_SIDE_EFFECT_FIRST = Comparator.comparing(SingleChange::kind)
            .thenComparing(change -> suiteOf(change).keyExchange().offersForwardSecrecy() ? 0 : 1)
            .thenComparing(change -> suiteOf(change).mac().equals("AEAD") ? 0 : 1)
            .thenComparing(change -> -strengthOf(suiteOf(change)));

    private static final int USUAL_DH_BITS = 2048;
    private static final int SHORT_DH_BITS = 1024;

    private final OpenSslServer server;
    private final Function<OpenSslServer, Optional<Choice>> trial;
    private final List<SingleChange> found = new ArrayList<>();

    /** Asks about a server; {@code trial} tells what a changed one chooses, if it succeeds. */
    SingleChanges(OpenSslServer server, Function<OpenSslServer, Optional<Choice>> trial) {
        this.server = server;
        this.trial = trial;
    }

    /** All changes that lead to success, the weakest side effect first. */
    List<SingleChange> thatLetSucceed() {
        trySettings();
        tryRules();
        tryProtocols();
        return found.stream().sorted(WEAKEST_SIDE_EFFECT_FIRST).toList();
    }

    /** Those among them that leave the cipher string and the protocols as they are. */
    List<SingleChange> ofSettings() {
        trySettings();
        return found.stream().sorted(WEAKEST_SIDE_EFFECT_FIRST).toList();
    }

    private void trySettings() {
        tryParameters();
        tryPreference();
        tryCertificates();
        tryClientCertificates();
        tryTemporaryRsa();
    }

    private static OpenSslCipherSuite suiteOf(SingleChange change) {
        return change.choice().suite();
    }

    private static int strengthOf(OpenSslCipherSuite suite) {
        return suite.encryption().equals("3DES") ? STRENGTH_OF_TRIPLE_DES : suite.effectiveKeyBits();
    }

    private void tryParameters() {
        EcdhParameters curve = EcdhParameters.fixed(NamedGroup.SECP256R1);
        if (!server.ecdh().equals(curve)) {
            attempt(Kind.SET_ECDH_CURVE, "set the curve prime256v1 for ECDHE", server.withEcdh(curve));
        }
        boolean missingOrShort = server.dh().kind() == DhParameters.Kind.NONE
                || (server.dh() instanceof DhParameters.Fixed fixed && fixed.bits() < SHORT_DH_BITS);
        if (missingOrShort) {
            attempt(
                    Kind.SET_DH_PARAMETERS,
                    "set DH parameters of " + USUAL_DH_BITS + " bits",
                    server.withDh(DhParameters.fixed(USUAL_DH_BITS)));
        }
    }

    private void tryPreference() {
        boolean own = server.hasServerPreference();
        attempt(
                Kind.CHANGE_PREFERENCE,
                own ? "let the client's order count" : "let the server's order count",
                server.withServerPreference(!own));
    }

    private void tryClientCertificates() {
        if (server.clientCertificates() != ClientCertificatePolicy.NONE) {
            OpenSslServer changed = server.toBuilder()
                    .clientCertificates(ClientCertificatePolicy.NONE)
                    .build();
            attempt(Kind.STOP_ASKING_FOR_CERTIFICATES, "ask for no client certificates", changed);
        }
    }

    /** From 1.1.0 on there is no such thing. */
    private void tryTemporaryRsa() {
        if (!server.rules().areLater() && server.temporaryRsa().kind() != TemporaryRsa.Kind.CALLBACK) {
            attempt(
                    Kind.SET_TEMPORARY_RSA,
                    "set a temporary RSA key",
                    server.withTemporaryRsa(TemporaryRsa.callback()));
        }
    }

    private void tryCertificates() {
        tryCertificate(ServerCertificate.rsa(2048), "add a certificate with an RSA key");
        tryCertificate(ServerCertificate.ecdsa(NamedGroup.SECP256R1), "add a certificate with an EC key on prime256v1");
    }

    private void tryCertificate(ServerCertificate certificate, String description) {
        KeyType keyType = certificate.keyType();
        if (server.certificate(keyType).isEmpty()) {
            List<ServerCertificate> loaded = new ArrayList<>(server.certificates());
            loaded.add(certificate);
            attempt(
                    Kind.ADD_CERTIFICATE,
                    description,
                    server.withCertificates(loaded.toArray(ServerCertificate[]::new)));
        }
    }

    private void tryRules() {
        for (Step step : server.expansion().steps()) {
            Rule rule = step.rule();
            boolean takesOut = rule.operator() == Operator.KILL || rule.operator() == Operator.DELETE;
            if (takesOut && rule.origin() == Rule.Origin.STRING) {
                Expansion without = expansionWithout(rule);
                if (without.rejection().isEmpty()) {
                    OpenSslServer changed =
                            server.toBuilder().expansion(without).build();
                    attempt(Kind.REMOVE_RULE, "remove " + rule, Optional.of(rule), changed);
                }
            }
        }
    }

    private Expansion expansionWithout(Rule rule) {
        Expansion expansion = server.expansion();
        String text = expansion.cipherString().text();
        String rest = text.substring(0, rule.span().from())
                + text.substring(rule.span().to());
        return CipherString.parse(rest).expandWith(expansion.catalog());
    }

    /** Newest first; what is off by default stays off, since nobody should switch SSLv2 on. */
    private void tryProtocols() {
        for (ProtocolVersion version : new TreeSet<>(server.disabledProtocols()).descendingSet()) {
            if (version.isAtLeast(ProtocolVersion.SSLV3)) {
                Set<ProtocolVersion> fewer = new TreeSet<>(server.disabledProtocols());
                fewer.remove(version);
                attempt(
                        Kind.ENABLE_PROTOCOL,
                        "switch " + version + " on",
                        server.withDisabledProtocols(fewer.toArray(ProtocolVersion[]::new)));
            }
        }
    }

    private void attempt(Kind kind, String description, OpenSslServer changed) {
        attempt(kind, description, Optional.empty(), changed);
    }

    private void attempt(Kind kind, String description, Optional<Rule> rule, OpenSslServer changed) {
        trial.apply(changed).ifPresent(choice -> found.add(new SingleChange(kind, description, rule, changed, choice)));
    }
}
