package dev.posthorn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.diagnosis.HandshakeDiagnosis;
import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.maillog.MaillogDiagnosis;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosthornTest {

    @TempDir
    private Path folder;

    @Test
    void expand_printsATable() {
        assertThat(Posthorn.expand("HIGH:!aNULL:+RC4", "1.0.2u").toString())
                .contains("ECDHE-RSA-AES256-GCM-SHA384", "C030")
                .contains("rule 3 \"+RC4\" changes nothing");
    }

    @Test
    void expand_forAnUnknownRelease_namesIt() {
        assertThatThrownBy(() -> Posthorn.expand("ALL", "1.0.9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there was no OpenSSL 1.0.9");
    }

    @Test
    void negotiate_withoutCurve_printsVerdictAndFates() {
        assertThat(Posthorn.negotiate("1.0.1e", "kEECDH+AESGCM:kEDH+AESGCM", "gmail-2018")
                        .toString())
                .contains("OpenSSL 1.0.1e refuses: no shared cipher.")
                .containsPattern("C02F +ECDHE-RSA-AES128-GCM-SHA256 +was skipped: no ECDH parameters");
    }

    @Test
    void negotiate_withACurve_printsWhatChanges() {
        assertThat(Posthorn.negotiate("1.0.1e", "kEECDH+AESGCM:kEDH+AESGCM", "gmail-2018", "ecdh=prime256v1")
                        .toString())
                .contains("Before: no shared cipher")
                .contains("After:  TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 on prime256v1")
                .containsPattern("ECDHE-RSA-AES128-GCM-SHA256 +was skipped: no ECDH parameters +is chosen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ecdh=P-1 | P-1",
                "dh=many | many",
                "certs=rsaX | certs",
                "disabled=TLSv9 | TLSv9",
                "preference=mine | mine",
                "curve=prime256v1 | ecdh="
            })
    void negotiate_withASettingThatIsNone_namesIt(String setting, String named) {
        assertThatThrownBy(() -> Posthorn.negotiate("1.0.1e", "ALL", "gmail-2018", setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void negotiate_withAnUnknownClient_namesIt() {
        assertThatThrownBy(() -> Posthorn.negotiate("1.0.1e", "ALL", "gmail-1999"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gmail-1999");
    }

    @Test
    void explain_ofAnError_isAParagraphThatFitsTheScreen() {
        String text = Posthorn.explain("error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher");

        assertThat(text).contains("no cipher suite", "smtpd_tls_eecdh_grade = strong");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void maillog_askedForItsParts_givesValuesThatPrintAsOneLine() throws IOException {
        Path log = Files.writeString(folder.resolve("maillog"), """
            Nov  4 09:05:01 mail postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]
            Nov  4 09:05:02 mail postfix/smtpd[2101]: Anonymous TLS connection established from mx1.example.com[192.0.2.10]: TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)
            Nov  4 09:05:02 mail postfix/smtpd[2102]: SSL_accept error from mx2.example.com[192.0.2.11]: -1
            Nov  4 09:05:02 mail postfix/smtpd[2102]: warning: TLS library problem: error:0A0000C1:SSL routines::no shared cipher:a.c:1:
            Nov  4 09:05:03 mail postfix/smtp[2301]: 3D2F11A0C4: to=<b@example.net>, relay=mx.example.net[192.0.2.25]:25, delay=1.3, delays=0.05/0.01/0.6/0.64, dsn=2.0.0, status=sent (250 2.0.0 Ok)
            Nov  4 09:05:04 mail postfix/smtp[2301]: 3D2F11A0C5: to=<c@example.net>, relay=none, delay=30, delays=0.1/0/30/0, dsn=4.4.1, status=deferred (connect to mx.example.net[192.0.2.25]:25: timed out\u001b[2J)
            Nov  4 09:05:31 mail last message repeated 3 times
            """);
        MaillogFile maillog = Posthorn.maillog(log.toString());

        assertThat(maillog.lines()).hasSize(7);
        assertThat(maillog.deliveries().map(Object::toString))
                .containsExactly(
                        "11-04 09:05:03 postfix/smtp[2301] 3D2F11A0C4: to=<b@example.net>,"
                                + " relay=mx.example.net[192.0.2.25]:25, delay=1.3, dsn=2.0.0, status=sent (250 2.0.0 Ok)",
                        "11-04 09:05:04 postfix/smtp[2301] 3D2F11A0C5: to=<c@example.net>, relay=none, delay=30,"
                                + " dsn=4.4.1, status=deferred (connect to mx.example.net[192.0.2.25]:25: timed"
                                + " out\\u001B[2J)");
        assertThat(maillog.tlsSessions().map(Object::toString))
                .containsExactly("11-04 09:05:02 postfix/smtpd[2101] Anonymous TLS connection established from"
                        + " mx1.example.com[192.0.2.10]: TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256"
                        + " bits)");
        assertThat(maillog.failures().map(MaillogEvent::kind))
                .containsExactly(MaillogKind.SSL_ACCEPT_ERROR, MaillogKind.TLS_LIBRARY_PROBLEM, MaillogKind.DELIVERY);
        assertThat(maillog.toString()).contains("deliveries()");
    }

    @Test
    void toJsonLines_ofALog_writesAnObjectForEachLine() throws IOException {
        Path log = Files.writeString(folder.resolve("maillog"), """
            Nov  4 09:05:01 mail postfix/qmgr[2101]: 3D2F11A0C4: removed
            something else\u001b[2J
            """);
        Path json = folder.resolve("maillog.jsonl");

        assertThat(Posthorn.maillog(log.toString()).toJsonLines(json)).isEqualTo(2);

        assertThat(Files.readAllLines(json))
                .satisfiesExactly(
                        removed -> assertThat(removed)
                                .startsWith("{\"kind\":\"qmgr-removed\",\"line\":1,")
                                .endsWith("\"queueId\":\"3D2F11A0C4\"}"),
                        other -> assertThat(other)
                                .startsWith("{\"kind\":\"unrecognized\",\"line\":2,")
                                .endsWith("\"raw\":\"something else\\u001b[2J\"}"));
    }

    @Test
    void diagnose_ofAnEmptyFile_reportsNothing() throws IOException {
        MaillogDiagnosis diagnosis = Posthorn.diagnose(Files.createFile(folder.resolve("maillog")));

        assertThat(diagnosis.lineCount()).isZero();
        assertThat(diagnosis.toString()).startsWith("0 lines");
    }

    @Test
    void diagnose_ofADirectory_readsTheLogsInIt() throws IOException {
        Files.writeString(folder.resolve("maillog.1"), "postfix/smtpd[7]: connect from mx.example.com[192.0.2.1]\n");
        Files.writeString(folder.resolve("maillog"), "postfix/smtpd[7]: disconnect from mx.example.com[192.0.2.1]\n");

        assertThat(Posthorn.diagnose(folder).lineCount()).isEqualTo(2);
    }

    @Test
    void diagnose_ofAMissingFile_namesIt() {
        assertThatThrownBy(() -> Posthorn.diagnose(folder.resolve("no-such-log")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no-such-log");
        assertThatThrownBy(() -> Posthorn.maillog(folder.resolve("no-such-log").toString()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no-such-log");
    }

    @Test
    void diagnose_ofRandomBytes_losesNone() throws IOException {
        byte[] bytes = new byte[1 << 20];
        new Random(7).nextBytes(bytes);
        Path file = Files.write(folder.resolve("noise"), bytes);

        MaillogDiagnosis diagnosis = Posthorn.diagnose(file);

        assertThat(diagnosis.byteCount()).isEqualTo(bytes.length);
        assertThat(diagnosis.lineCounts()).containsOnlyKeys(MaillogKind.UNRECOGNIZED);
    }

    @Test
    void diagnose_ofALineOf100Megabytes_keepsLittleOfIt() throws IOException {
        long size = 100_000_000L;

        try (MaillogCursor cursor = Maillog.open(new LettersWithoutEnd(size))) {
            MaillogDiagnosis diagnosis = MaillogDiagnosis.of(cursor, MailServer.unknown());

            assertThat(diagnosis.lineCount()).isEqualTo(1);
            assertThat(diagnosis.byteCount()).isEqualTo(size);
        }
    }

    @Test
    void diagnose_ofManyFailures_keepsTheFirst() throws IOException {
        StringBuilder log = new StringBuilder();
        int sessions = MaillogDiagnosis.MAX_FAILURES + 10;
        for (int session = 0; session < sessions; session++) {
            log.append("postfix/smtpd[1]: connect from a.example.com[192.0.2.1]\n")
                    .append("postfix/smtpd[1]: SSL_accept error from a.example.com[192.0.2.1]: -1\n")
                    .append("postfix/smtpd[1]: disconnect from a.example.com[192.0.2.1]\n");
        }
        MaillogDiagnosis diagnosis = Posthorn.diagnose(Files.writeString(folder.resolve("maillog"), log));

        assertThat(diagnosis.failedSessionCount()).isEqualTo(sessions);
        assertThat(diagnosis.failures()).hasSize(MaillogDiagnosis.MAX_FAILURES);
        assertThat(diagnosis.toString()).contains("Only the first 1000 of 1010 failed sessions");
    }

    @Test
    void failures_areToldInTheirOrder() throws IOException {
        Path log = Files.writeString(folder.resolve("maillog"), """
            postfix/smtpd[1]: warning: TLS library problem: 1:error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol:s23_srvr.c:628:
            postfix/smtpd[2]: warning: TLS library problem: 2:error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1355:
            """);

        assertThat(Posthorn.diagnose(log).failures())
                .extracting(HandshakeDiagnosis::reason)
                .containsExactly("unknown protocol", "no shared cipher");
    }

    /** A line that goes on and on, without a hundred megabytes on disk or in memory. */
    private static final class LettersWithoutEnd extends InputStream {
        private long left;

        LettersWithoutEnd(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(target, from, from + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
