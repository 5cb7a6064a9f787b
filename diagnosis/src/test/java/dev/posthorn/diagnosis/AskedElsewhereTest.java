package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.openssl.negotiation.NegotiationFate;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.openssl.negotiation.SkipReason;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.PostfixVersion;
import dev.posthorn.tls.AlertDescription;
import dev.posthorn.tls.NamedGroup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What administrators ask for again and again: each mix-up told apart from the others by its facts. */
class AskedElsewhereTest {

    private static final String A = "a.example.com[192.0.2.1]";
    private static final String B = "mx.example.net[192.0.2.25]:25";

    private static SmtpSession failed(String error) {
        return Lines.log()
                .smtpd(1, "connect from " + A)
                .smtpd(1, "SSL_accept error from " + A + ": -1")
                .smtpd(1, error)
                .smtpd(1, "lost connection after STARTTLS from " + A)
                .smtpd(1, "disconnect from " + A)
                .sessions()
                .get(0);
    }

    private static HandshakeDiagnosis diagnose(ServerCertificate certificate, String cipherList) {
        String mainCf = "smtpd_tls_security_level = may\nsmtpd_tls_eecdh_grade = strong\nsmtpd_tls_ciphers = high\n"
                + "tls_high_cipherlist = " + cipherList + "\n";
        MailServer server = MailServer.builder()
                .settings(PostfixTlsSettings.parse(PostfixVersion.parse("2.11.11"), mainCf))
                .openSsl(OpenSslBuild.parse("1.0.2u"))
                .addCertificates(certificate)
                .build();
        return HandshakeDiagnosis.of(failed(Lines.NO_SHARED_CIPHER), server);
    }

    @Test
    void rsaKeyWithAListForEcdsa_servesNobody_andWantsAnotherCertificate() {
        HandshakeDiagnosis diagnosis =
                diagnose(ServerCertificate.rsa(2048), "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-SHA");

        assertThat(diagnosis.verdict().cause()).isEqualTo(SessionCause.SUITES_WITHOUT_KEYS);
        assertThat(diagnosis.verdict().confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(diagnosis.cipherDiagnosis().orElseThrow().deadSuites())
                .containsOnlyKeys(SkipReason.NO_ECDSA_CERTIFICATE);
        assertThat(diagnosis.remedies()).extracting(Remedy::kind).contains(Remedy.Kind.CERTIFICATE);
    }

    @Test
    void ecdsaKeyOnAnOddCurve_isNoWrongList() {
        NamedGroup odd = NamedGroup.forOpenSslName("secp256k1").orElseThrow();
        HandshakeDiagnosis diagnosis =
                diagnose(ServerCertificate.ecdsa(odd), "ECDHE-ECDSA-AES128-GCM-SHA256:AES128-SHA");

        assertThat(diagnosis.verdict().cause()).isEqualTo(SessionCause.NO_SHARED_CIPHER);
        assertThat(diagnosis.cipherDiagnosis().orElseThrow().negotiation().fates())
                .filteredOn(NegotiationFate.Skipped.class::isInstance)
                .extracting(fate -> ((NegotiationFate.Skipped) fate).reason())
                .contains(SkipReason.CERTIFICATE_CURVE_NOT_SHARED);
        assertThat(diagnosis.remedies()).extracting(Remedy::kind).startsWith(Remedy.Kind.CERTIFICATE);
    }

    @Test
    void listThatExcludesWhatClientsOffer_wantsAnotherList_notAnotherKey() {
        HandshakeDiagnosis diagnosis = diagnose(ServerCertificate.rsa(2048), "ALL:!ECDHE:!RSA+AES:!3DES:!RC4");

        assertThat(diagnosis.verdict().cause()).isEqualTo(SessionCause.NO_SHARED_CIPHER);
        assertThat(diagnosis.remedies()).extracting(Remedy::kind).startsWith(Remedy.Kind.CIPHER_STRING);
    }

    @ParameterizedTest
    @CsvSource({
        "may, smtpd_tls_mandatory_protocols, smtpd_tls_protocols",
        "may, smtpd_tls_mandatory_exclude_ciphers, smtpd_tls_exclude_ciphers",
        "encrypt, smtpd_tls_protocols, smtpd_tls_mandatory_protocols"
    })
    void settingOfTheOtherLevel_isNamedBesideTheOneThatCounts(String level, String idle, String inForce) {
        SessionVerdict verdict = failed(Lines.UNKNOWN_PROTOCOL).verdict(context(level, idle));

        assertThat(verdict.context())
                .anyMatch(sentence -> sentence.startsWith(idle + " is set and has no effect here")
                        && sentence.contains(inForce + " is what counts"));
    }

    @Test
    void exclusionsOfOptionalTls_holdForRequiredTlsToo_soNothingIsSaid() {
        SessionVerdict verdict =
                failed(Lines.UNKNOWN_PROTOCOL).verdict(context("encrypt", "smtpd_tls_exclude_ciphers"));

        assertThat(verdict.context()).noneMatch(sentence -> sentence.contains("has no effect"));
    }

    private static VerdictContext context(String level, String stated) {
        return VerdictContext.unknown()
                .withSettings(PostfixTlsSettings.parse(
                        PostfixVersion.parse("2.11.11"),
                        "smtpd_tls_security_level = " + level + "\n" + stated + " = "
                                + (stated.endsWith("protocols") ? "!SSLv2" : "RC4") + "\n"));
    }

    @Test
    void tlsNotAvailable_isExplainedByTheFirstWarningOfThatProcess() {
        List<SmtpSession> sessions = Lines.log()
                .smtpd(
                        1,
                        "warning: cannot get RSA private key from file \"/etc/postfix/key.pem\": disabling TLS support")
                .smtpd(
                        1,
                        "warning: TLS library problem: error:0B080074:x509 certificate routines:X509_check_private_key:key values mismatch:x509_cmp.c:330:")
                .smtpd(2, "warning: Invalid TLS protocol list \"TLSv1.2\": disabling TLS support")
                .smtpd(1, "connect from " + A)
                .smtpd(1, "lost connection after STARTTLS from " + A)
                .smtpd(1, "disconnect from " + A)
                .smtpd(1, "connect from " + A)
                .smtpd(1, "lost connection after STARTTLS from " + A)
                .smtpd(1, "disconnect from " + A)
                .sessions();

        List<SessionVerdict> ofTheFirst = sessions.stream()
                .filter(session -> session.processId().orElse(0) == 1)
                .map(SmtpSession::verdict)
                .toList();
        assertThat(ofTheFirst).hasSize(2).allSatisfy(verdict -> {
            assertThat(verdict.cause()).isEqualTo(SessionCause.KEY_MISMATCH);
            assertThat(verdict.evidence()).extracting(LogLine::number).startsWith(1L, 2L);
        });
    }

    @Test
    void alertAfterTheHandshakeOfTls13_isTheServersVerdict() {
        SessionVerdict verdict = Lines.log()
                .smtp(
                        1,
                        "Trusted TLS connection established to " + B
                                + ": TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)")
                .smtp(
                        1,
                        "warning: TLS library problem: error:0A00045C:SSL routines::tlsv13 alert certificate required:../ssl/record/rec_layer_s3.c:1601:SSL alert number 116:")
                .smtp(
                        1,
                        delivery("lost connection with mx.example.net[192.0.2.25] while performing the EHLO handshake"))
                .sessions()
                .get(0)
                .verdict();

        assertThat(verdict.cause()).isEqualTo(SessionCause.PEER_ALERT);
        assertThat(verdict.peerAlert()).contains(new AlertDescription(116));
        assertThat(verdict.context()).anyMatch(sentence -> sentence.contains("TLSv1.3"));
    }

    @Test
    void lossAfterTheHandshakeOfTls13_mayBeARefusal_andIsNotCalledCertain() {
        SessionVerdict verdict = Lines.log()
                .smtp(
                        1,
                        "Trusted TLS connection established to " + B
                                + ": TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)")
                .smtp(
                        1,
                        delivery("lost connection with mx.example.net[192.0.2.25] while performing the EHLO handshake"))
                .sessions()
                .get(0)
                .verdict();

        assertThat(verdict.cause()).isEqualTo(SessionCause.CONNECTION_LOST);
        assertThat(verdict.isUndetermined()).isTrue();
        assertThat(verdict.alternatives()).contains(SessionCause.CLIENT_CERTIFICATE_MISSING);
    }

    private static String delivery(String text) {
        return "9F8E21C0A3: to=<u@example.net>, relay=" + B
                + ", delay=0.1, delays=0/0/0.1/0, dsn=4.4.2, status=deferred (" + text + ")";
    }
}
