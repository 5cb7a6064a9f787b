package dev.posthorn.maillog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.diagnosis.MailServer;
import org.junit.jupiter.api.Test;

/** Where settings and log do not agree, the log is right. */
class ContradictionTest {

    private static final String PEER = "mx.example.net[192.0.2.25]";

    private static MailServer server(String mainCf, String openSsl) {
        return MailServer.of("2.6.6", "smtpd_tls_security_level = may\n" + mainCf, openSsl);
    }

    @Test
    void versionThatIsOff_isSeen() {
        MaillogDiagnosis log = WrittenLog.log()
                .clientSucceeds(PEER, "TLSv1 with cipher AES128-SHA (128/128 bits)")
                .clientSucceeds(PEER, "TLSv1 with cipher AES128-SHA (128/128 bits)")
                .diagnose(server("smtpd_tls_protocols = !TLSv1", "1.0.1e"));

        assertThat(log.contradictions())
                .extracting(Contradiction::toString)
                .containsExactly(
                        "smtpd_tls_protocols: by the settings TLSv1 is off, but line 3 has TLSv1 with AES128-SHA"
                                + " (2 times)");
    }

    @Test
    void ecdheWithoutCurve_isSeen_butNotWhereOpenSslChoosesCurves() {
        WrittenLog log =
                WrittenLog.log().clientSucceeds(PEER, "TLSv1.2 with cipher ECDHE-RSA-AES128-GCM-SHA256 (128/128 bits)");

        assertThat(log.diagnose(server("", "1.0.1e")).contradictions())
                .extracting(Contradiction::subject)
                .containsExactly("smtpd_tls_eecdh_grade");
        assertThat(log.diagnose(server("smtpd_tls_eecdh_grade = strong", "1.0.1e"))
                        .contradictions())
                .isEmpty();
        assertThat(log.diagnose(server("", "1.1.0l")).contradictions()).isEmpty();
    }

    @Test
    void suiteThatIsNotListed_isSeen() {
        MaillogDiagnosis log = WrittenLog.log()
                .clientSucceeds(PEER, "TLSv1 with cipher RC4-SHA (128/128 bits)")
                .diagnose(server("smtpd_tls_exclude_ciphers = RC4", "1.0.1e"));

        assertThat(log.contradictions())
                .extracting(Contradiction::settingsSay)
                .containsExactly("the list has no RC4-SHA");
    }

    @Test
    void tlsWithoutTls_isSeen() {
        MaillogDiagnosis log = WrittenLog.log()
                .clientSucceeds(PEER, "TLSv1 with cipher RC4-SHA (128/128 bits)")
                .diagnose(MailServer.of("2.6.6", "smtpd_tls_security_level = none", "1.0.1e"));

        assertThat(log.contradictions()).extracting(Contradiction::subject).containsExactly("smtpd_tls_security_level");
    }

    @Test
    void submissionService_hasSettingsOfItsOwn() {
        String masterCf = """
            submission inet n - n - - smtpd
              -o smtpd_tls_protocols=!SSLv2,!SSLv3
            """;
        MailServer server = MailServer.builder()
                .settings(server("smtpd_tls_protocols = !TLSv1", "1.0.1e")
                        .settings()
                        .orElseThrow()
                        .withMasterCf(masterCf))
                .build();
        byte[] log = ("Aug 23 21:56:15 mx postfix/submission/smtpd[7]: connect from " + PEER + "\n"
                        + "Aug 23 21:56:15 mx postfix/submission/smtpd[7]: Anonymous TLS connection established from "
                        + PEER
                        + ": TLSv1 with cipher AES128-SHA (128/128 bits)\n"
                        + "Aug 23 21:56:15 mx postfix/submission/smtpd[7]: disconnect from " + PEER + "\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(WrittenLog.diagnose(log, server).contradictions()).isEmpty();
    }

    @Test
    void logThatAgrees_contradictsNothing() {
        MaillogDiagnosis log = WrittenLog.log()
                .clientSucceeds(PEER, "TLSv1.2 with cipher AES128-GCM-SHA256 (128/128 bits)")
                .deliverySucceeds(
                        "mx.example.net[192.0.2.25]:25",
                        "a@example.net",
                        "TLSv1.2 with cipher AES128-SHA (128/128 bits)")
                .diagnose(server("smtp_tls_security_level = may", "1.0.1e"));

        assertThat(log.contradictions()).isEmpty();
    }

    @Test
    void withoutSettings_nothingIsContradicted() {
        MaillogDiagnosis log = WrittenLog.log()
                .clientSucceeds(PEER, "SSLv2 with cipher RC4-MD5 (128/128 bits)")
                .diagnose(MailServer.unknown());

        assertThat(log.contradictions()).isEmpty();
    }
}
