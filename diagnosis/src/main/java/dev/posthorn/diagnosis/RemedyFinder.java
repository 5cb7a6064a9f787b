package dev.posthorn.diagnosis;

import dev.posthorn.diagnosis.Remedy.Kind;
import dev.posthorn.openssl.negotiation.Choice;
import dev.posthorn.openssl.negotiation.ClientHello;
import dev.posthorn.openssl.negotiation.EcdhParameters;
import dev.posthorn.openssl.negotiation.Negotiation;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyType;
import dev.posthorn.postfix.EcdhGrade;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.PostfixVersion;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tries changes one at a time on the negotiation model and keeps those that help: that make a failing handshake
 * succeed, or bring forward secrecy to one that succeeds without.
 */
final class RemedyFinder {

    private static final PostfixVersion FIRST_WITH_GRADE = new PostfixVersion(2, 6, 0);
    private static final PostfixVersion FIRST_WITH_ECDH_BY_DEFAULT = new PostfixVersion(2, 8, 0);

    private final OpenSslServer server;
    private final ClientHello hello;
    private final Optional<PostfixTlsSettings> settings;
    private final Negotiation now;
    private final List<Remedy> found = new ArrayList<>();

    RemedyFinder(OpenSslServer server, ClientHello hello, Optional<PostfixTlsSettings> settings, Negotiation now) {
        this.server = server;
        this.hello = hello;
        this.settings = settings;
        this.now = now;
    }

    List<Remedy> find() {
        ecdh();
        cipherString();
        protocols();
        certificates();
        upgrade();
        found.sort(Comparator.<Remedy, Kind>comparing(Remedy::kind)
                .thenComparing(remedy -> offersForwardSecrecy(remedy.brings()) ? 0 : 1));
        return List.copyOf(found);
    }

    /** Keeps a change if the changed server does better. */
    private void tryChange(Kind kind, OpenSslServer changed, String change, String risk) {
        changed.answer(hello).choice().filter(this::isBetter).ifPresent(choice -> {
            found.add(new Remedy(kind, change, choice, risk));
        });
    }

    private boolean isBetter(Choice choice) {
        return now.choice()
                .map(current -> offersForwardSecrecy(choice) && !offersForwardSecrecy(current))
                .orElse(true);
    }

    private static boolean offersForwardSecrecy(Choice choice) {
        return choice.suite().keyExchange().offersForwardSecrecy();
    }

    private void ecdh() {
        boolean hasParameter = settings.map(known -> known.version().isAtLeast(FIRST_WITH_GRADE))
                .orElse(true);
        EcdhParameters strong = EcdhParameters.fixed(NamedGroup.SECP256R1);
        if (hasParameter && !server.ecdh().equals(strong)) {
            tryChange(
                    Kind.SETTING,
                    server.withEcdh(strong),
                    "smtpd_tls_eecdh_grade = strong",
                    "none worth mentioning, but a Postfix that was compiled against an OpenSSL without elliptic curves"
                            + " accepts the setting in silence and stays as it was");
        }
    }

    /** A removal and what it would bring. */
    private record Rewriting(RuleRemoval removal, OpenSslServer changed, Choice choice) {}

    /** The least of the string that must go: once for a suite with forward secrecy, once for one without. */
    private void cipherString() {
        List<Rewriting> rewritings = new ArrayList<>();
        for (RuleRemoval removal : RuleRemoval.candidates(server.expansion(), hello)) {
            OpenSslServer changed = server.withCipherString(removal.remaining());
            changed.answer(hello).choice().ifPresent(choice -> rewritings.add(new Rewriting(removal, changed, choice)));
        }
        rewritings.sort(Comparator.<Rewriting>comparingInt(rewriting -> rewriting.removal.size())
                .thenComparing(rewriting -> isStrong(rewriting.choice) ? 0 : 1)
                .thenComparing(rewriting ->
                        hello.cipherSuites().indexOf(rewriting.choice.suite().cipherSuite())));
        Set<Boolean> settled = new HashSet<>();
        for (Rewriting rewriting : rewritings) {
            if (settled.add(offersForwardSecrecy(rewriting.choice))) {
                tryChange(
                        Kind.CIPHER_STRING,
                        rewriting.changed,
                        rewriting.removal.describe(settings),
                        riskOf(rewriting.choice));
            }
        }
    }

    private static boolean isStrong(Choice choice) {
        return choice.suite().strength().equals("HIGH");
    }

    private static String riskOf(Choice choice) {
        if (isStrong(choice)) {
            return offersForwardSecrecy(choice)
                    ? "none"
                    : "plain RSA has no forward secrecy; but what a sender does otherwise is clear text, or a bounce";
        }
        return "a weak suite; but what such a sender does otherwise is clear text, or a bounce";
    }

    /** The newest version that helps when it is left on; older ones would be worse. */
    private void protocols() {
        Set<ProtocolVersion> disabled = server.disabledProtocols();
        for (ProtocolVersion version : new TreeSet<>(disabled).descendingSet()) {
            Set<ProtocolVersion> fewer = new TreeSet<>(disabled);
            fewer.remove(version);
            int before = found.size();
            tryChange(
                    Kind.PROTOCOLS,
                    server.withDisabledProtocols(fewer.toArray(ProtocolVersion[]::new)),
                    protocolChange(version, fewer),
                    riskOf(version));
            if (found.size() > before) {
                return;
            }
        }
    }

    private static String riskOf(ProtocolVersion version) {
        return version.isAtLeast(ProtocolVersion.TLSV1_0)
                ? version + " is old, but such a sender's alternative is clear text, or no delivery; a submission port"
                        + " may stay strict"
                : version + " is broken; better let such a peer fall back to clear text";
    }

    private String protocolChange(ProtocolVersion version, Set<ProtocolVersion> fewer) {
        String parameter =
                settings.map(known -> known.server().protocolParameter()).orElse("smtpd_tls_protocols");
        List<String> exclusions =
                fewer.stream().map(left -> "!" + left.openSslName()).toList();
        return parameter + " = " + String.join(", ", exclusions) + " (without !" + version.openSslName() + ")";
    }

    private void certificates() {
        addCertificate(KeyType.RSA, ServerCertificate.rsa(2048), "add an RSA certificate (smtpd_tls_cert_file)");
        addCertificate(
                KeyType.EC,
                ServerCertificate.ecdsa(NamedGroup.SECP256R1),
                "add an ECDSA certificate on P-256 beside the other one (smtpd_tls_eccert_file)");
    }

    private void addCertificate(KeyType type, ServerCertificate added, String change) {
        boolean present = server.certificates().stream().anyMatch(loaded -> loaded.keyType() == type);
        if (!present && !now.succeeds()) {
            List<ServerCertificate> more = new ArrayList<>(server.certificates());
            more.add(added);
            tryChange(
                    Kind.CERTIFICATE, server.withCertificates(more.toArray(ServerCertificate[]::new)), change, "none");
        }
    }

    /** A Postfix whose administrator did not choose a grade gets ECDH from a later default. */
    private void upgrade() {
        boolean defaultWouldHelp = settings.filter(known -> !known.version().isAtLeast(FIRST_WITH_ECDH_BY_DEFAULT))
                .filter(known -> known.server().ecdhGrade() == EcdhGrade.NONE)
                .filter(known -> known.on(FIRST_WITH_ECDH_BY_DEFAULT).server().ecdhGrade() != EcdhGrade.NONE)
                .isPresent();
        if (defaultWouldHelp) {
            tryChange(
                    Kind.UPGRADE,
                    server.withEcdh(EcdhParameters.fixed(NamedGroup.SECP256R1)),
                    "upgrade Postfix to 2.8 or later, where smtpd_tls_eecdh_grade = strong is the default",
                    "that of any upgrade");
        }
    }
}
