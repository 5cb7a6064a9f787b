package dev.posthorn.parsers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** At least one line of every kind, and some that nobody recognises. */
final class SampleLines {

    private static final String OF_POSTFIX_AND_LOGGERS = """
        Nov  4 09:05:01 mail postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]
        Nov  4 09:05:01 mail postfix/smtpd[2101]: initializing the server-side TLS engine
        Nov  4 09:05:01 mail postfix/smtpd[2101]: setting up TLS connection from mx1.example.com[192.0.2.10]
        Nov  4 09:05:01 mail postfix/smtpd[2101]: mx1.example.com[192.0.2.10]: TLS cipher list "ALL:+RC4:@STRENGTH"
        Nov  4 09:05:01 mail postfix/smtpd[2101]: SSL_accept:SSLv3 read client hello B
        Nov  4 09:05:01 mail postfix/smtpd[2101]: SSL_accept:error in SSLv3 read client hello C
        Nov  4 09:05:01 mail postfix/smtpd[2101]: SSL3 alert write:fatal:handshake failure
        Nov  4 09:05:01 mail postfix/smtpd[2101]: SSL_accept error from mx1.example.com[192.0.2.10]: -1
        Nov  4 09:05:01 mail postfix/smtpd[2101]: warning: TLS library problem: 2101:error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1053:
        Nov  4 09:05:01 mail postfix/smtpd[2101]: warning: Invalid TLS protocol list "TLSv1.2, !TLSv1": disabling TLS support
        Nov  4 09:05:01 mail postfix/smtpd[2101]: lost connection after STARTTLS from mx1.example.com[192.0.2.10]
        Nov  4 09:05:01 mail postfix/smtpd[2101]: disconnect from mx1.example.com[192.0.2.10] ehlo=1 starttls=0/1 commands=1/2
        Nov 04 09:05:02 mail postfix/smtpd[2103]: timeout after DATA (12000 bytes) from unknown[2001:db8::7]:40212
        Nov 4 09:05:02 mail postfix/submission/smtpd[2110]: 4XyZbK1p2Rz9vQn: client=unknown[2001:db8::7], sasl_method=PLAIN, sasl_username=alice, bob@example.com
        Nov  4 09:05:02 mail postfix/smtpd[2120]: 7A1B2C3D4E: client=localhost[127.0.0.1], orig_queue_id=6A1B2C3D4E, orig_client=mx1.example.com[192.0.2.10]
        Nov  4 09:05:02 mail postfix/smtpd[2101]: Anonymous TLS connection established from mx1.example.com[192.0.2.10] to mail.example.org: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange ECDHE (P-256) server-signature RSA-PSS (2048 bits) server-digest SHA256
        Nov  4 09:05:02 mail postfix/smtp[2301]: Untrusted TLS connection reused to mx.example.net[192.0.2.25]:25: TLSv1.2 with cipher ECDHE-RSA-AES128-GCM-SHA256 (128/128 bits)
        Nov  4 09:05:02 mail postfix/smtp[2302]: SSL_connect error to mx.example.net[192.0.2.25]:25: Connection timed out
        Nov  4 09:05:02 mail postfix/cleanup[2201]: 3D2F11A0C4: message-id=<20261104.1@mx1.example.com>
        Nov  4 09:05:02 mail postfix/cleanup[2201]: 3D2F11A0C4: resent-message-id=<20261104.2@mx1.example.com>
        Nov  4 09:05:02 mail postfix/qmgr[1001]: 3D2F11A0C4: from=<a@example.com>, size=3988, nrcpt=1 (queue active)
        Nov  4 09:05:03 mail postfix/smtp[2301]: 3D2F11A0C4: to=<b@example.net>, orig_to=<"b c"@example.org>, relay=mx.example.net[192.0.2.25]:25, conn_use=2, delay=1.3, delays=0.05/0.01/0.6/0.64, tls=dane, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5B2F)
        Nov  4 09:05:03 mail postfix/pipe[2401]: 3D2F11A0C4: to=<inbox@example.org>, relay=dovecot, delay=0.48, delays=0.29/0.01/0/0.18, dsn=2.0.0, status=sent (delivered via dovecot service)
        Nov  4 09:05:03 mail postfix/qmgr[1001]: 3D2F11A0C4: from=<>, status=expired, returned to sender
        Nov  4 09:05:03 mail postfix/qmgr[1001]: 3D2F11A0C4: removed
        Nov  4 09:05:03 mail opendkim[901]: 3D2F11A0C4: DKIM verification successful
        postfix/smtpd[2101]: connect from mx2.example.com[192.0.2.11]
        mail postfix/smtpd[2101]: connect from mx3.example.com[192.0.2.12]
        warning: TLS library problem: 364:error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol:s23_srvr.c:647:
        2026-11-04T09:05:01.123456+01:00 mail postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]
        <22>1 2026-11-04T08:05:01Z mail postfix/smtpd 2101 - [a k="v"] connect from mx1.example.com[192.0.2.10]
        @400000006aeaf6c71a2b3c4d postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]
        [ 1234.567890] mail postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]
        {"log":"Nov 04 09:05:01 mail postfix/smtpd[2101]: connect from mx1.example.com[192.0.2.10]\\n","time":"2026-11-04T08:05:01Z"}
        {"MESSAGE":"3D2F11A0C4: removed","_HOSTNAME":"mail","SYSLOG_IDENTIFIER":"postfix/qmgr","_PID":"7","__REALTIME_TIMESTAMP":"1793783101123456"}
        mail-1  | Nov  4 09:05:01 mail mail.info postfix/smtpd[2101]: [ID 197553 mail.info] connect from mx1.example.com[192.0.2.10]
        Nov  4 09:05:03 mail postfix/smtpd[2101]: NOQUEUE: reject: RCPT from unknown[192.0.2.99]: 554 5.7.1 <b@example.org>: Relay access denied; from=<a@example.com> to=<b@example.org> proto=ESMTP helo=<mail.example.com>
        Nov  4 09:05:03 mail postfix/smtpd[2101]: 3D2F11A0C4: filter: RCPT from unknown[192.0.2.99]: <a@example.com>: Sender address triggers FILTER smtp:[127.0.0.1]:10025; from=<a@example.com> to=<b@example.org> proto=ESMTP helo=<a; b>
        Nov  4 09:05:03 mail postfix/postscreen[31]: NOQUEUE: reject: RCPT from [192.0.2.99]:20027: 550 5.7.1 Protocol error; see RFC; from=<a@example.com>, to=<b@example.org>, proto=SMTP, helo=<mx>
        Nov  4 09:05:03 mail postfix/cleanup[2201]: 3D2F11A0C4: reject: header Subject: buy from now from mx1.example.com[192.0.2.10]; from=<a@example.com> to=<b@example.org> proto=ESMTP helo=<mx1>: 5.7.1 no
        Nov  4 09:05:03 mail postfix/smtp[2301]: 3D2F11A0C4: info: header X-Y: status=sent (z): rule 5
        Nov  4 09:05:03 mail postfix/smtpd[2101]: warning: Connection rate limit exceeded: 464 from unknown[192.0.2.9] for service smtp
        Nov  4 09:05:03 mail postfix/smtpd[2101]: warning: unknown[192.0.2.9]: SASL LOGIN authentication failed: UGFzc3dvcmQ6, sasl_username=bob
        Nov  4 09:05:03 mail postfix/smtpd[2101]: mx1.example.com[192.0.2.10]: Issuing session ticket, key expiration: 1787407878
        Nov  4 09:05:03 mail postfix/smtp[2301]: 3D2F11A0C4: host mx.example.net[192.0.2.25] said: 450 4.2.1 mailbox (full) (in reply to RCPT TO command)
        Nov  4 09:05:03 mail postfix/anvil[2302]: statistics: max connection rate 2/60s for (smtp:192.0.2.10) at Nov  4 09:01:41
        Nov  4 09:05:03 mail postfix/pickup[2303]: 3D2F11A0C4: uid=0 from=<root>
        Nov  4 09:05:03 mail postfix/postscreen[31]: CONNECT from [192.0.2.191]:7084 to [2001:db8::d262]:25
        Nov  4 09:05:31 mail last message repeated 3 times
        Nov  4 09:05:31 mail postfix/smtpd[2101]: message repeated 3 times: [ warning: unknown[192.0.2.9]: SASL LOGIN authentication failed: UGFzc3dvcmQ6]
        Nov  4 09:05:31 mail rsyslogd: imuxsock lost 42 messages from pid 2101 due to rate-limiting
        Nov  4 09:05:31 mail systemd-journald[123]: Suppressed 1523 messages from postfix.service
        2026-11-04T08:05:01.123456789Z stdout P Nov 04 09:05:01 mail postfix/smtpd[2101]: connect from mx1.exam
        2026-11-04T08:05:01.223456789Z stdout F ple.com[192.0.2.10]
        {"log":"Nov 04 09:05:01 mail postfix/smtpd[2101]: connect from","stream":"stdout","time":"2026-11-04T08:05:01Z"}
        {"log":" mx1.example.com[192.0.2.10]\\n","stream":"stdout","time":"2026-11-04T08:05:01Z"}
        __CURSOR=s=1;i=2
        __REALTIME_TIMESTAMP=1793783101123456
        _HOSTNAME=mail
        SYSLOG_IDENTIFIER=postfix/smtpd
        MESSAGE=connect from mx1.example.com[192.0.2.10]

        -- the rest was cut --

        """;

    /** A rejection with the message that was rejected. */
    private static final String REJECT_LOG = """
        2026-11-04 09:05:01 [7603] 1aBcDe-0001Xy-9Z H=(helo) [192.0.2.9] F=<a@example.com> rejected after DATA: no
        Envelope-from: <a@example.com>
        Envelope-to: <b@example.org>
        P Received: from [192.0.2.9] (helo=helo)
        \tby mail.example.org with esmtp (Exim 4.96)
        F From: a@example.com
          Subject: buy now
        """;

    private static final String NEIGHBOURS = "neighbours.txt";

    static final String ALL = ofNeighbours() + REJECT_LOG + OF_POSTFIX_AND_LOGGERS;

    private SampleLines() {}

    /** These, and all golden lines of our own. */
    static byte[] ofEveryKind() {
        try (Stream<Path> files = Files.list(Path.of(golden("lines").toURI()))) {
            String lines = files.sorted()
                    .filter(file -> !file.endsWith(NEIGHBOURS)) // They are among these.
                    .map(SampleLines::linesOf)
                    .collect(Collectors.joining());
            return (ALL + lines).getBytes(StandardCharsets.UTF_8);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ofNeighbours() {
        try {
            return linesOf(Path.of(golden("lines/" + NEIGHBOURS).toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL golden(String name) {
        return Objects.requireNonNull(SampleLines.class.getResource("golden/" + name), name);
    }

    /** Golden lines without what is beside them. */
    private static String linesOf(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isEmpty() && !line.startsWith(" ") && !line.startsWith("#"))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
