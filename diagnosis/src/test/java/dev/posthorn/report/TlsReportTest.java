package dev.posthorn.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.PeerTrust;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.openssl.error.Blame;
import dev.posthorn.parsers.syslog.YearRule;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlsReportTest {

    private static final String GCM = "TLSv1.2 with cipher ECDHE-RSA-AES128-GCM-SHA256 (128/128 bits)";

    /** Every shape of postfix-log-messages 4.1. */
    @Test
    void sessions_ofEveryShape_areCountedByWhatWasAgreed() {
        TlsReport report = tls(
                "postfix/smtpd[1]: TLS connection established from a.example.com[192.0.2.1]: TLSv1 with cipher RC4-MD5"
                        + " (128/128 bits)",
                "postfix/smtpd[1]: Anonymous TLS connection established from a.example.com[192.0.2.1]: " + GCM,
                "postfix/smtpd[1]: Anonymous TLS connection established from A.example.com[192.0.2.1]:51234: " + GCM,
                "postfix/submission/smtpd[1]: Anonymous TLS connection established from a.example.com[192.0.2.1]: "
                        + GCM,
                "postfix/smtpd[1]: Anonymous TLS connection established from a.example.com[192.0.2.1] to mail.example.org: "
                        + GCM,
                "postfix/smtp[1]: TLS connection established to mx.example.net: TLSv1 with cipher AES256-SHA (256/256 bits)",
                "postfix/smtp[1]: Verified TLS connection established to mx.example.net[192.0.2.25]:25: " + GCM,
                "postfix/smtp[1]: Verified TLS connection reused to mx.example.net[192.0.2.25]:25: " + GCM);

        assertThat(report.sessions().total()).isEqualTo(8);
        assertThat(report.sessions().rows())
                .extracting(
                        TlsSessionCount::count,
                        TlsSessionCount::key,
                        TlsSessionCount::role,
                        TlsSessionCount::isReused,
                        row -> row.trust().map(PeerTrust::word).orElse("-"),
                        TlsSessionCount::protocol,
                        TlsSessionCount::cipherSuiteName,
                        TlsSessionCount::effectiveKeyBits)
                .containsExactlyInAnyOrder(
                        tuple(
                                3L,
                                "postfix/smtpd",
                                TlsRole.SERVER,
                                false,
                                "Anonymous",
                                "TLSv1.2",
                                "ECDHE-RSA-AES128-GCM-SHA256",
                                128),
                        tuple(
                                1L,
                                "postfix/submission/smtpd",
                                TlsRole.SERVER,
                                false,
                                "Anonymous",
                                "TLSv1.2",
                                "ECDHE-RSA-AES128-GCM-SHA256",
                                128),
                        tuple(1L, "postfix/smtpd", TlsRole.SERVER, false, "-", "TLSv1", "RC4-MD5", 128),
                        tuple(1L, "postfix/smtp", TlsRole.CLIENT, false, "-", "TLSv1", "AES256-SHA", 256),
                        tuple(
                                1L,
                                "postfix/smtp",
                                TlsRole.CLIENT,
                                false,
                                "Verified",
                                "TLSv1.2",
                                "ECDHE-RSA-AES128-GCM-SHA256",
                                128),
                        tuple(
                                1L,
                                "postfix/smtp",
                                TlsRole.CLIENT,
                                true,
                                "Verified",
                                "TLSv1.2",
                                "ECDHE-RSA-AES128-GCM-SHA256",
                                128));
        assertThat(report.sessionsByPeer().rows())
                .extracting(TlsSessionCount::key, TlsSessionCount::count)
                .contains(tuple("a.example.com[192.0.2.1]", 4L), tuple("mx.example.net", 1L));
    }

    @Test
    void sessions_byDay_haveTheYearOfTheRule() throws IOException {
        List<String> lines = List.of(
                "Dec 31 10:00:00 mx postfix/smtpd[1]: Anonymous TLS connection established from a.example.com[192.0.2.1]: "
                        + GCM,
                "Jan  2 10:00:00 mx postfix/smtpd[1]: Anonymous TLS connection established from a.example.com[192.0.2.1]: "
                        + GCM);

        TlsReport report = new TlsReport().read(GeneratedLog.open(lines), YearRule.startingIn(2018, ZoneId.of("UTC")));

        assertThat(report.sessionsByDay().rows())
                .extracting(TlsSessionCount::key)
                .containsExactly("2018-12-31", "2019-01-02");
        assertThat(GeneratedLog.tls(lines).sessionsByDay().rows())
                .extracting(TlsSessionCount::key)
                .containsExactly("01-02", "12-31");
    }

    @Test
    void tails_ofTls13_areCounted() {
        String suite = "TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)";
        String from = "postfix/smtpd[1]: Anonymous TLS connection established from a.example.com[192.0.2.1]: ";
        TlsReport report = tls(
                from + suite + " key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256",
                from + suite + " key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256",
                from + suite + " key-exchange ECDHE (P-256) server-signature ECDSA (P-256) server-digest SHA256"
                        + " client-signature RSA-PSS (4096 bits) client-digest SHA512",
                from + suite);

        assertThat(report.tails().rows())
                .containsExactly(
                        new TlsTailCount("X25519", "RSA-PSS 2048 bits", "SHA256", "", "", 2),
                        new TlsTailCount("ECDHE P-256", "ECDSA P-256", "SHA256", "RSA-PSS 4096 bits", "SHA512", 1));
        assertThat(report.sessions().total()).isEqualTo(4);
    }

    /** The second recipe done right: the error stands on another line than the host. */
    @Test
    void failures_byPeerAndError_haveTimesAndALaterSuccess() {
        TlsReport report = GeneratedLog.tls(List.of(
                        failed("10:00:00", 1, "mx2.example.com[192.0.2.11]", "no shared cipher"),
                        failed("10:00:00", 2, "mx3.example.com[192.0.2.12]", "unknown protocol"),
                        failed("11:00:00", 1, "mx2.example.com[192.0.2.11]", "no shared cipher"),
                        failed("14:00:00", 1, "mx2.example.com[192.0.2.11]", "no shared cipher"),
                        "Aug 23 15:00:00 mx postfix/smtpd[1]: Anonymous TLS connection established from mx2.example.com[192.0.2.11]: "
                                + GCM)
                .stream()
                .flatMap(String::lines)
                .toList());

        assertThat(report.failures().total()).isEqualTo(4);
        TlsFailureCount often = report.failures().rows().get(0);
        assertThat(often.peer()).isEqualTo("mx2.example.com[192.0.2.11]");
        assertThat(often.error()).isEqualTo("no shared cipher");
        assertThat(often.verdict()).isNotEqualTo(Blame.NETWORK);
        assertThat(often.count()).isEqualTo(3);
        assertThat(often.first().map(LogTimestamp::text)).contains("08-23 10:00:00");
        assertThat(often.last().map(LogTimestamp::text)).contains("08-23 14:00:00");
        assertThat(often.meanInterval()).contains(Duration.ofHours(2));
        assertThat(often.laterSuccess().map(LogTimestamp::text)).contains("08-23 15:00:00");
        TlsFailureCount once = report.failures().rows().get(1);
        assertThat(once.error()).isEqualTo("unknown protocol");
        assertThat(once.meanInterval()).isEmpty();
        assertThat(once.laterSuccess()).isEmpty();
    }

    @Test
    void success_beforeTheFailure_isNoLaterSuccess() {
        TlsReport report = GeneratedLog.tls(List.of(
                        "Aug 23 09:00:00 mx postfix/smtpd[1]: Anonymous TLS connection established from mx2.example.com[192.0.2.11]: "
                                + GCM,
                        failed("10:00:00", 1, "mx2.example.com[192.0.2.11]", "no shared cipher"))
                .stream()
                .flatMap(String::lines)
                .toList());

        assertThat(report.failures().rows().get(0).laterSuccess()).isEmpty();
    }

    @Test
    void linesNotUnderstood_areCounted() {
        TlsReport report = tls("postfix/smtpd[1]: text that nobody writes", "named[7]: text");

        assertThat(report.unrecognized(UnrecognizedReason.UNKNOWN_MESSAGE)).isEqualTo(1);
        assertThat(report.lines()).isEqualTo(2);
        assertThat(report.toString().replace("\n", " ")).contains("1 lines not understood");
    }

    private static String failed(String time, int pid, String peer, String reason) {
        String smtpd = "Aug 23 " + time + " mx postfix/smtpd[" + pid + "]: ";
        return smtpd + "connect from " + peer + "\n"
                + smtpd + "SSL_accept error from " + peer + ": -1\n"
                + smtpd + "warning: TLS library problem: " + pid + ":error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:"
                + reason
                + ":s3_srvr.c:1053:\n"
                + smtpd + "lost connection after STARTTLS from " + peer + "\n"
                + smtpd + "disconnect from " + peer;
    }

    private static TlsReport tls(String... messages) {
        return GeneratedLog.tls(List.of(messages).stream()
                .map(message -> "Aug 23 10:00:00 mx " + message)
                .toList());
    }
}
