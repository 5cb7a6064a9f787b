package dev.posthorn.show;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.maillog.MaillogDiagnosis;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Logs to be shown: an ordinary one, and one of everything that a page must not choke on. */
final class SomeLogs {

    static final String NO_SHARED_CIPHER =
            "1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1355:";
    static final String UNKNOWN_PROTOCOL =
            "140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol:s23_srvr.c:640:";

    /** Names as a stranger may have them logged: HTML, SVG, a shell, a terminal, words from right to left. */
    static final List<String> HOSTILE_NAMES = List.of(
            "<script>alert(1)</script>",
            "\"><img/src=x/onerror=alert(1)>",
            "'onmouseover='alert(1)",
            "</title></svg><script>alert(2)</script>",
            "]]><!--",
            "&lt;b&gt;&amp;",
            "$(reboot)`reboot`",
            "\u001B[2J\u001B]0;owned\u0007",
            "\u202Egro.elpmaxe\u202C",
            "\u05D0\u05D1\u05D2.example.com",
            "a\u0000b",
            "javascript:alert(3)",
            "x".repeat(1_000),
            "\uD83D\uDCEF.example.com");

    private final List<String> lines = new ArrayList<>();
    private int process = 100;

    SomeLogs failed(String time, String peer, String error) {
        process++;
        String tag = " mx postfix/smtpd[" + process + "]: ";
        lines.add(time + tag + "connect from " + peer);
        lines.add(time + tag + "SSL_accept error from " + peer + ": -1");
        lines.add(time + tag + "warning: TLS library problem: " + process + ":error:" + error);
        lines.add(time + tag + "lost connection after STARTTLS from " + peer);
        lines.add(time + tag + "disconnect from " + peer);
        return this;
    }

    SomeLogs established(String time, String peer, String protocol, String suite) {
        process++;
        String tag = " mx postfix/smtpd[" + process + "]: ";
        lines.add(time + tag + "connect from " + peer);
        lines.add(time + tag + "Anonymous TLS connection established from " + peer + ": " + protocol + " with cipher "
                + suite + " (128/128 bits)");
        lines.add(time + tag + "disconnect from " + peer);
        return this;
    }

    SomeLogs line(String line) {
        lines.add(line);
        return this;
    }

    /** Two days, some peers, some of which fail. */
    static SomeLogs ordinary() {
        SomeLogs log = new SomeLogs();
        for (int hour = 0; hour < 48; hour++) {
            String time = String.format(Locale.ROOT, "Aug %d %02d:10:00", 23 + hour / 24, hour % 24);
            log.established(time, "mail1.example.org[198.51.100.1]", "TLSv1.2", "DHE-RSA-AES256-GCM-SHA384");
            log.established(time, "mail2.example.org[198.51.100.2]", "TLSv1.1", "DHE-RSA-AES256-SHA");
            if (hour % 5 == 0) {
                log.established(time, "old.example.net[198.51.100.3]", "TLSv1", "DHE-RSA-AES128-SHA");
                log.failed(time, "out7.bigsender.example.com[192.0.2.47]", NO_SHARED_CIPHER);
            }
            if (hour % 11 == 0) {
                log.failed(time, "exchange.example.net[192.0.2.50]", UNKNOWN_PROTOCOL);
            }
        }
        return log.line("Aug 24 23:59:00 mx postfix/smtpd[9]: a line that nobody has ever seen");
    }

    static SomeLogs hostile() {
        SomeLogs log = new SomeLogs();
        for (String name : HOSTILE_NAMES) {
            log.failed("Aug 23 10:00:00", name + "[192.0.2.66]", NO_SHARED_CIPHER);
            log.failed(
                    "Aug 23 10:00:00",
                    "x[" + name + "]",
                    "1408A0C1:SSL routines:F:" + name.replace(":", "") + ":s.c:1:");
            log.established("Aug 23 10:00:00", name + "[192.0.2.67]", "TLSv1", name.replace(" ", ""));
            log.established("Aug 23 10:00:00", "b.example.org[" + name + "]", name.replace(" ", ""), "AES128-SHA");
        }
        return log;
    }

    /** More peers, suites and days than a page has rows. */
    static SomeLogs huge(int peers) {
        SomeLogs log = new SomeLogs();
        for (int peer = 0; peer < peers; peer++) {
            String time = String.format(
                    Locale.ROOT,
                    "%04d-%02d-%02dT%02d:00:00+00:00",
                    1990 + peer % 40,
                    1 + peer % 12,
                    1 + peer % 28,
                    peer % 24);
            String name = "p" + peer + ".example.com[2001:db8::" + Integer.toHexString(peer) + "]";
            log.failed(time, name, peer % 2 == 0 ? NO_SHARED_CIPHER : UNKNOWN_PROTOCOL);
            log.established(time, "q" + name, peer % 3 == 0 ? "TLSv1" : "TLSv1.2", "SUITE-" + peer);
        }
        return log;
    }

    byte[] bytes() {
        return String.join("", lines.stream().map(line -> line + "\n").toList()).getBytes(StandardCharsets.UTF_8);
    }

    MaillogDiagnosis diagnose(MailServer server) {
        try (MaillogCursor cursor = Maillog.open(bytes())) {
            return MaillogDiagnosis.of(cursor, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With settings under which the ordinary log may well have been written. */
    MaillogDiagnosis diagnose() {
        return diagnose(MailServer.of("2.6.6", """
                        smtpd_tls_security_level = may
                        smtpd_tls_cert_file = /etc/postfix/cert.pem
                        smtpd_tls_protocols = !SSLv2, !SSLv3
                        smtpd_tls_exclude_ciphers = aNULL, MEDIUM, RSA+AES, 3DES
                        """, "1.0.1e"));
    }
}
