package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.PostfixVersion;
import dev.posthorn.tls.NamedGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings with which no server starts, or none that the model knows, cost the retracing and never the diagnosis. */
class ImpossibleSettingsTest {

    private static final List<String> STRINGS = List.of("ALL", "NOTHING", "ALL:@SECLEVEL=2", "!ALL", "");

    private static final List<String> BUILDS =
            List.of("0.9.8zh", "1.0.1e", "1.0.2u", "1.1.0l", "3.0.13", "1.0.1e no-ec", "9.9.9");

    private static final List<List<ServerCertificate>> CERTIFICATES = List.of(
            List.of(),
            List.of(ServerCertificate.rsa(512)),
            List.of(ServerCertificate.dsa(1024)),
            List.of(ServerCertificate.ecdsa(NamedGroup.SECP521R1), ServerCertificate.rsa(1024)));

    private static final List<String> CURVES = List.of(
            "",
            "smtpd_tls_eecdh_grade = strong\ntls_eecdh_strong_curve = X25519\n",
            "smtpd_tls_eecdh_grade = strong\ntls_eecdh_strong_curve = brainpoolP256r1\n",
            "smtpd_tls_eecdh_grade = auto\n");

    private static HandshakeDiagnosis diagnose(MailServer server, String error) {
        return Lines.log().smtpd(7, error).diagnose(server).failures().get(0);
    }

    private static MailServer server(
            String version, String mainCf, String build, List<ServerCertificate> certificates) {
        return MailServer.builder()
                .settings(PostfixTlsSettings.parse(PostfixVersion.parse(version), mainCf))
                .openSsl(OpenSslBuild.parse(build))
                .addAllCertificates(certificates)
                .build();
    }

    /** Postfix sets level 0 from 3.0.14 on (fact sheet on Postfix TLS configuration section 8). */
    @Test
    void shortKey_atTheLevelThatPostfixSets_isNotRefused() {
        String mainCf = "smtpd_tls_security_level = may\n";

        assertThat(diagnose(
                                server("3.0.14", mainCf, "1.1.0l", List.of(ServerCertificate.rsa(512))),
                                Lines.NO_SHARED_CIPHER)
                        .cipherDiagnosis())
                .isPresent();
    }

    @Test
    void shortKey_thatTheReleaseRefuses_isNotRetraced_andTold() {
        HandshakeDiagnosis diagnosis = diagnose(
                server("3.0.13", "smtpd_tls_security_level = may\n", "1.1.0l", List.of(ServerCertificate.rsa(512))),
                Lines.NO_SHARED_CIPHER);

        assertThat(diagnosis.cipherDiagnosis()).isEmpty();
        assertThat(diagnosis.assumptions())
                .anyMatch(text -> text.startsWith("No server that is known here runs with these settings"))
                .anyMatch(text -> text.contains("ee key too small"));
        assertThat(diagnosis.reason()).isEqualTo("no shared cipher");
        assertThat(diagnosis.explain()).contains("no shared cipher");
    }

    @Test
    void curveThatTheReleaseDoesNotKnow_isNotRetraced_andTold() {
        HandshakeDiagnosis diagnosis = diagnose(
                server("2.6.6", "smtpd_tls_security_level = may\n" + CURVES.get(1), "1.0.1e", List.of()),
                Lines.NO_SHARED_CIPHER);

        assertThat(diagnosis.cipherDiagnosis()).isEmpty();
        assertThat(diagnosis.assumptions()).anyMatch(text -> text.contains("does not know the curve"));
    }

    @Test
    void stringOfExcessiveLength_isNotRetraced_andTold() {
        HandshakeDiagnosis diagnosis = diagnose(
                server("2.6.6", "tls_export_cipherlist = " + "ALL:".repeat(10_000), "1.0.1e", List.of()),
                Lines.NO_SHARED_CIPHER);

        assertThat(diagnosis.cipherDiagnosis()).isEmpty();
        assertThat(diagnosis.assumptions()).anyMatch(text -> text.contains("what is so long is not retraced"));
    }

    @Test
    void everyCombinationOfOddSettings_isDiagnosedWithoutAnException() {
        int diagnosed = 0;
        for (String build : BUILDS) {
            for (List<ServerCertificate> certificates : CERTIFICATES) {
                for (String curve : CURVES) {
                    for (String string : STRINGS) {
                        String mainCf = "smtpd_tls_security_level = may\nsmtpd_tls_protocols = !TLSv1\n"
                                + "smtpd_tls_ciphers = high\ntls_high_cipherlist = " + string + "\n" + curve;
                        MailServer server = server("2.6.6", mainCf, build, certificates);
                        assertThat(diagnose(server, Lines.NO_SHARED_CIPHER).explain())
                                .isNotEmpty();
                        assertThat(diagnose(server, Lines.UNKNOWN_PROTOCOL).explain())
                                .isNotEmpty();
                        diagnosed++;
                    }
                }
            }
        }
        assertThat(diagnosed).isEqualTo(BUILDS.size() * CERTIFICATES.size() * CURVES.size() * STRINGS.size());
    }

    @Test
    void serviceNameThatTwoTypesShare_isTheServersOwn() {
        String masterCf = "smtp inet n - n - - smtpd\n  -o smtpd_tls_protocols=!TLSv1\nsmtp unix - - n - - smtp\n";
        PostfixTlsSettings settings = PostfixTlsSettings.parse(PostfixVersion.parse("2.6.6"), "myhostname = mx\n")
                .withMasterCf(masterCf);
        SmtpSession session = Lines.log()
                .program("postfix/smtp/smtpd", 7, Lines.UNKNOWN_PROTOCOL)
                .program("postfix/smtp/smtpd", 7, "disconnect from a.example.com[192.0.2.1]")
                .sessions()
                .get(0);

        assertThat(session.instance()).contains("postfix/smtp");
        assertThat(session.verdict(VerdictContext.unknown().withSettings(settings))
                        .failure()
                        .orElseThrow()
                        .causes())
                .extracting(Object::toString)
                .first()
                .asString()
                .contains("TLSV1_0");
    }
}
