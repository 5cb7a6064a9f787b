package dev.posthorn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.diagnosis.HandshakeDiagnosis;
import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.diagnosis.Remedy;
import dev.posthorn.diagnosis.TlsOutcome;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.maillog.MaillogDiagnosis;
import dev.posthorn.openssl.error.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The starting case's own files, read where {@code -Dposthorn.cases=DIR} says they are. */
class CasesTest {

    private static final String LATER_SETTINGS = """
        smtpd_tls_security_level = may
        smtpd_tls_protocols = !TLSv1, !SSLv2, !SSLv3
        smtpd_tls_ciphers = high
        """;

    private Path cases = Path.of("");

    @BeforeEach
    void findCases() {
        cases = Cases.folder();
    }

    private MaillogDiagnosis diagnose(String file, MailServer server) throws IOException {
        Path path = cases.resolve(file);
        MaillogDiagnosis diagnosis = Posthorn.diagnose(path, server);
        assertThat(diagnosis.byteCount()).isEqualTo(Files.size(path));
        assertThat(diagnosis.lineCount()).isEqualTo(Files.readAllLines(path).size());
        assertThat(diagnosis.toString().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        return diagnosis;
    }

    private static List<String> reasons(MaillogDiagnosis diagnosis) {
        return diagnosis.failures().stream().map(HandshakeDiagnosis::reason).toList();
    }

    @Test
    void gmail_atLogLevel1_failsWithNoSharedCipher() throws IOException {
        MaillogDiagnosis diagnosis = diagnose("1-gmail-no-shared-cipher.log", MailServer.unknown());

        assertThat(diagnosis.lineCounts()).doesNotContainKey(MaillogKind.UNRECOGNIZED);
        assertThat(reasons(diagnosis)).containsExactly("no shared cipher");
        assertThat(diagnosis.failures().get(0).session().peer().orElseThrow().address())
                .isEqualTo("209.85.167.44");
    }

    @Test
    void gmail_atLogLevel2_isExplainedWithEveryRemedy() throws IOException {
        MaillogDiagnosis diagnosis = diagnose(
                "2-gmail-no-shared-cipher-loglevel2.log",
                MailServer.of(
                        "2.6.6", "smtpd_tls_security_level = may\nsmtpd_tls_protocols = !SSLv2, !SSLv3", "1.0.1e"));

        assertThat(reasons(diagnosis)).containsExactly("no shared cipher");
        assertThat(diagnosis.failures().get(0).remedies())
                .extracting(Remedy::toString)
                .startsWith(
                        "smtpd_tls_eecdh_grade = strong: brings TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256",
                        "take !RSA+AES out of the cipher string: brings TLSv1.2 AES128-GCM-SHA256");
    }

    @Test
    void gmail_withEveryCipher_succeeds() throws IOException {
        MaillogDiagnosis diagnosis = diagnose("3-gmail-all-ciphers-succeeds.log", MailServer.unknown());

        assertThat(diagnosis.failures()).isEmpty();
        assertThat(diagnosis.negotiatedCounts())
                .containsExactly(Map.entry("TLSv1.2 with AES128-GCM-SHA256 (128/128 bits)", 1L));
        assertThat(diagnosis.lineCounts())
                .containsEntry(MaillogKind.DELIVERY, 1L)
                .containsEntry(MaillogKind.OPENDKIM, 3L)
                .doesNotContainKey(MaillogKind.UNRECOGNIZED);
    }

    @Test
    void otherSenders_withTheSettings_areTlsv10SendersShutOut() throws IOException {
        MaillogDiagnosis diagnosis =
                diagnose("4-other-mtas-unknown-protocol.log", MailServer.of("2.6.6", LATER_SETTINGS, "1.0.1e"));

        assertThat(reasons(diagnosis)).containsExactly("unknown protocol", "unknown protocol");
        for (HandshakeDiagnosis failure : diagnosis.failures()) {
            assertThat(failure.readings().get(0).cause()).isEqualTo(Cause.TLSV1_0_AT_MOST);
            assertThat(failure.remedies())
                    .extracting(Remedy::change)
                    .containsExactly("smtpd_tls_protocols = !SSLv2, !SSLv3 (without !TLSv1)");
        }
        assertThat(diagnosis.sessionCounts()).containsEntry(TlsOutcome.NO_TLS_SEEN, 1L);
    }

    @Test
    void otherSenders_withoutSettings_mayBeEither() throws IOException {
        MaillogDiagnosis diagnosis = diagnose("4-other-mtas-unknown-protocol.log", MailServer.unknown());

        assertThat(diagnosis.failures().get(0).readings())
                .extracting(reading -> reading.cause())
                .containsSubsequence(Cause.TLSV1_0_AT_MOST, Cause.SSLV3_ONLY);
    }

    @Test
    void bareFragments_areStillEvents() throws IOException {
        MaillogDiagnosis diagnosis = diagnose("5-bare-fragments.log", MailServer.unknown());

        assertThat(diagnosis.lineCounts()).doesNotContainKey(MaillogKind.UNRECOGNIZED);
        assertThat(reasons(diagnosis))
                .containsExactlyInAnyOrder(
                        "invalid TLS protocol list", "unknown protocol", "connection ended during the handshake");
    }
}
