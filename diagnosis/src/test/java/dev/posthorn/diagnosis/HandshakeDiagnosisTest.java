package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.openssl.error.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandshakeDiagnosisTest {

    private static final String PEER = "out1.example.com[192.0.2.10]";

    private static final String CUSTOMERS_LIST =
            PEER + ": TLS cipher list \"ALL:+RC4:@STRENGTH:!aNULL:!LOW:!EXP:!MEDIUM:"
                    + "!ADH:!AECDH:!MD5:!DSS:!ECDSA:!CAMELLIA128:!3DES:!CAMELLIA256:!RSA+AES:!eNULL\"";

    private static HandshakeDiagnosis diagnose(MailServer server, String... messages) {
        Lines log = Lines.log();
        for (String message : messages) {
            log.smtpd(7, message);
        }
        List<HandshakeDiagnosis> failures = log.diagnose(server).failures();
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    private static MailServer server(String mainCf) {
        return MailServer.of("2.6.6", mainCf, "1.0.1e");
    }

    @Test
    void noSharedCipher_fromTheLogAlone_deducesTheMissingCurve() {
        HandshakeDiagnosis diagnosis = diagnose(MailServer.unknown(), CUSTOMERS_LIST, Lines.NO_SHARED_CIPHER);

        assertThat(diagnosis.reason()).isEqualTo("no shared cipher");
        assertThat(diagnosis.assumptions())
                .anyMatch(assumption -> assumption.startsWith("Deduced: the server has no ECDH parameters"))
                .anyMatch(assumption -> assumption.startsWith("Assumed: OpenSSL 1.0.1e, from the upper-case function"));
        assertThat(diagnosis.remedies()).extracting(Remedy::change).startsWith("smtpd_tls_eecdh_grade = strong");
    }

    @Test
    void noSharedCipher_ofALowerCaseFunction_isRetracedOn102() {
        HandshakeDiagnosis diagnosis = diagnose(
                MailServer.unknown(),
                CUSTOMERS_LIST,
                "warning: TLS library problem: error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher:s3_srvr.c:1427:");

        assertThat(diagnosis.cipherDiagnosis().orElseThrow().server().build()).hasToString("1.0.2u");
    }

    @Test
    void noSharedCipher_ofAnUnknownOpenSsl_isNotRetraced() {
        HandshakeDiagnosis diagnosis = diagnose(
                MailServer.unknown(),
                CUSTOMERS_LIST,
                "warning: TLS library problem: error:0A0000C1:SSL routines::no shared cipher:../ssl/statem/statem_srvr.c:2220:");

        assertThat(diagnosis.cipherDiagnosis()).isEmpty();
        assertThat(diagnosis.assumptions()).anyMatch(text -> text.startsWith("Which OpenSSL the server runs with"));
    }

    @Test
    void noSharedCipher_withoutAString_tellsWhatToCheck() {
        HandshakeDiagnosis diagnosis = diagnose(MailServer.unknown(), Lines.NO_SHARED_CIPHER);

        assertThat(diagnosis.cipherDiagnosis()).isEmpty();
        assertThat(diagnosis.explain()).contains("What it may mean", "smtpd_tls_eecdh_grade = strong");
    }

    @Test
    void cipherListOfTheLog_beatsTheSettings() {
        HandshakeDiagnosis diagnosis = diagnose(
                server("smtpd_tls_security_level = may"),
                PEER + ": TLS cipher list \"AES256-SHA256\"",
                "SSL_accept error from " + PEER + ": -1",
                Lines.NO_SHARED_CIPHER);

        assertThat(diagnosis.cipherDiagnosis().orElseThrow().listedSuites()).hasSize(1);
    }

    @Test
    void noSharedCipher_thatNoKnownClientExplains_isNotExplainedAway() {
        HandshakeDiagnosis diagnosis = diagnose(
                server("smtpd_tls_security_level = may\nsmtpd_tls_eecdh_grade = strong"), Lines.NO_SHARED_CIPHER);

        assertThat(diagnosis.cipherDiagnosis()).isEmpty();
        assertThat(diagnosis.assumptions()).anyMatch(text -> text.startsWith("None of the known client shapes"));
    }

    @Test
    void noSharedCipher_ofAReleaseWithoutCatalogue_saysSo() {
        HandshakeDiagnosis diagnosis =
                diagnose(MailServer.of("2.6.6", "smtpd_tls_security_level = may", "0.9.8y"), Lines.NO_SHARED_CIPHER);

        assertThat(diagnosis.cipherDiagnosis()).isEmpty();
        assertThat(diagnosis.assumptions()).anyMatch(text -> text.contains("no catalogue of OpenSSL 0.9.8y"));
    }

    @Test
    void unknownProtocol_withTlsv1Off_isATlsv10Sender() {
        HandshakeDiagnosis diagnosis =
                diagnose(server("smtpd_tls_protocols = !TLSv1, !SSLv2, !SSLv3"), Lines.UNKNOWN_PROTOCOL);

        assertThat(diagnosis.readings().get(0).cause()).isEqualTo(Cause.TLSV1_0_AT_MOST);
        assertThat(diagnosis.remedies())
                .extracting(Remedy::change)
                .containsExactly("smtpd_tls_protocols = !SSLv2, !SSLv3 (without !TLSv1)");
        assertThat(diagnosis.explain().replaceAll("\\s+", " "))
                .contains("TLSv1.0 at most", "these are no SSLv3 senders");
    }

    @Test
    void unknownProtocol_withTlsv1On_isNoTlsv10Sender() {
        HandshakeDiagnosis diagnosis = diagnose(server("smtpd_tls_protocols = !SSLv2, !SSLv3"), Lines.UNKNOWN_PROTOCOL);

        assertThat(diagnosis.readings()).extracting(reading -> reading.cause()).doesNotContain(Cause.TLSV1_0_AT_MOST);
        assertThat(diagnosis.remedies()).isEmpty();
    }

    @Test
    void unknownProtocol_withoutSettings_keepsBothReadingsAndWhatDecides() {
        HandshakeDiagnosis diagnosis = diagnose(MailServer.unknown(), Lines.UNKNOWN_PROTOCOL);

        assertThat(diagnosis.readings())
                .extracting(reading -> reading.cause())
                .containsSubsequence(Cause.TLSV1_0_AT_MOST, Cause.SSLV3_ONLY);
        assertThat(diagnosis.explain()).contains("1408A10B");
    }

    @Test
    void handshakeErrorWithoutLibraryProblem_isNotGuessedAt() {
        HandshakeDiagnosis diagnosis = diagnose(
                MailServer.unknown(),
                "SSL_accept:error in SSLv2/v3 read client hello A",
                "SSL_accept error from " + PEER + ": -1");

        assertThat(diagnosis.failure()).isEmpty();
        assertThat(diagnosis.reason()).isEqualTo("connection ended during the handshake");
        assertThat(diagnosis.explain()).contains("logged only \"-1\"", "looking at the first bytes");
    }

    @Test
    void invalidProtocolList_isExplained() {
        HandshakeDiagnosis diagnosis = diagnose(
                MailServer.unknown(),
                "warning: Invalid TLS protocol list \"TLSv1.2, TLSv1.1, !TLSv1\": disabling TLS support");

        assertThat(diagnosis.reason()).isEqualTo("invalid TLS protocol list");
        assertThat(diagnosis.explain()).contains("454 4.7.0");
    }

    @Test
    void sessionThatSucceeded_isNothingToDiagnose() {
        SmtpSession session = Lines.log()
                .smtpd(1, "connect from " + PEER)
                .smtpd(1, "disconnect from " + PEER)
                .sessions()
                .get(0);

        assertThatThrownBy(() -> HandshakeDiagnosis.of(session, MailServer.unknown()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("session: its outcome is NO_TLS_SEEN");
    }

    @Test
    void hostileLog_printsNothingThatATerminalObeys() {
        HandshakeDiagnosis diagnosis = diagnose(
                MailServer.unknown(),
                "a\u001b[2J.example.com[192.0.2.1]: TLS cipher list \"ALL:\u001b]0;x\u0007\"",
                Lines.NO_SHARED_CIPHER);

        assertThat(diagnosis.explain()).doesNotContain("\u001b", "\u0007");
    }
}
