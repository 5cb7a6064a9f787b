package dev.posthorn.diagnosis;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.negotiation.CertificateStanding;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyType;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyUsage;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.PostfixVersion;
import dev.posthorn.tls.NamedGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The servers of the laboratory as the main.cf of a Postfix of their time would have them. */
final class RecordedServer {

    private final Map<String, VerdictContext> known = new HashMap<>();

    /** What is known of a recorded side: its server; of a client nothing. */
    VerdictContext context(RecordedLab.Side side) {
        if (!side.isServer() || !side.truth().server().isObject()) {
            return VerdictContext.unknown();
        }
        return known.computeIfAbsent(
                side.release() + side.truth().serverKey(),
                key -> VerdictContext.unknown().withServer(read(side.release(), side.truth())));
    }

    private static MailServer read(String release, RecordedTruth truth) {
        boolean isModern = release.startsWith("1.1") || release.startsWith("3.");
        PostfixVersion version =
                PostfixVersion.parse(isModern ? "3.7.11" : hasAutomaticCurve(truth) ? "3.2.0" : "2.11.11");
        MailServer.Builder server = MailServer.builder()
                .settings(PostfixTlsSettings.parse(version, mainCf(truth, isModern)))
                .openSsl(OpenSslBuild.parse(release));
        truth.server().path("certs").forEach(name -> server.addCertificates(certificate(name.asText())));
        return server.build();
    }

    /** The grade {@code auto} is one from Postfix 3.2 on. */
    private static boolean hasAutomaticCurve(RecordedTruth truth) {
        return truth.server().path("ecdh").asText().equals("auto");
    }

    private static String mainCf(RecordedTruth truth, boolean isModern) {
        Set<String> off = truth.off(truth.server());
        String ecdh = truth.server().path("ecdh").asText("none");
        String grade = ecdh.equals("none") ? (isModern ? "auto" : "none") : ecdh.equals("auto") ? "auto" : "strong";
        return """
                smtpd_tls_security_level = may
                smtpd_tls_ciphers = medium
                smtpd_tls_exclude_ciphers =
                smtpd_tls_protocols = %s
                tls_medium_cipherlist = %s
                smtpd_tls_eecdh_grade = %s
                tls_eecdh_strong_curve = %s
                """.formatted(
                        off.stream().map(name -> "!" + name).collect(Collectors.joining(", ")),
                        truth.server().path("ciphers").asText(),
                        grade,
                        grade.equals("strong") ? ecdh : "prime256v1");
    }

    private static ServerCertificate certificate(String name) {
        return switch (name) {
            case "rsa512" -> ServerCertificate.rsa(512);
            case "rsa1024" -> ServerCertificate.rsa(1024);
            case "rsa2048", "rsa2048md5" -> ServerCertificate.rsa(2048);
            case "rsa2048ca" -> ServerCertificate.rsa(2048).signedBy(KeyType.RSA);
            case "rsa2048exp" -> ServerCertificate.rsa(2048).withStanding(CertificateStanding.EXPIRED);
            case "rsa2048sign" -> ServerCertificate.rsa(2048).withKeyUsage(KeyUsage.DIGITAL_SIGNATURE);
            case "dsa1024" -> ServerCertificate.dsa(1024).withSubgroup(256);
            case "ecp224" -> onCurve("secp224r1");
            case "ecp256" -> onCurve("prime256v1");
            case "ecp384" -> onCurve("secp384r1");
            case "ecp521" -> onCurve("secp521r1");
            case "ecb163" -> onCurve("sect163r2");
            case "ecp256rsa" -> onCurve("prime256v1").signedBy(KeyType.RSA);
            case "ecp256sign" -> onCurve("prime256v1").withKeyUsage(KeyUsage.DIGITAL_SIGNATURE);
            case "ecp256agree" -> onCurve("prime256v1").withKeyUsage(KeyUsage.KEY_AGREEMENT);
            default -> throw new IllegalArgumentException("name: the laboratory has no certificate " + name);
        };
    }

    private static ServerCertificate onCurve(String name) {
        return ServerCertificate.ecdsa(NamedGroup.forOpenSslName(name).orElseThrow());
    }
}
