package dev.posthorn.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogDecoder;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.ReadLimits;
import dev.posthorn.parsers.syslog.YearRule;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines whose names and reasons have been seen before allocate nothing; messages do, for their queue ids. */
class ReportAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 20_000;

    /** What the measurement itself and a last compilation may cost; a single object a line would be several million. */
    private static final long TOLERANCE = 64 * 1024;

    private static final byte[] LOG = (String.join(
                            "\n",
                            List.of(
                                    "Aug 23 10:00:00 mx postfix/smtpd[1]: connect from mx1.example.com[192.0.2.10]",
                                    "Aug 23 10:00:00 mx postfix/smtpd[1]: Anonymous TLS connection established from"
                                            + " mx1.example.com[192.0.2.10]: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256"
                                            + " bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256",
                                    "Aug 23 10:00:01 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[192.0.2.99]: 554 5.7.1"
                                            + " <b@example.org>: Relay access denied; from=<a@example.com> to=<b@example.org>"
                                            + " proto=ESMTP helo=<x>",
                                    "Aug 23 10:00:01 mx postfix/smtpd[1]: warning: hostname x.example.com does not resolve to"
                                            + " address 192.0.2.9",
                                    "Aug 23 10:00:02 mx postfix/smtp[1]: 3D2F11A0C4: to=<b@example.net>,"
                                            + " relay=mx.example.net[192.0.2.25]:25, delay=1.3, delays=0.05/0.01/0.6/0.64,"
                                            + " dsn=4.4.1, status=deferred (connect to mx.example.net[192.0.2.25]:25: timed out)",
                                    "Aug 23 10:00:02 mx dovecot: imap-login: Login: user=<a>"))
                    + "\n")
            .getBytes(StandardCharsets.US_ASCII);

    @Test
    void traffic_ofNamesSeenBefore_allocatesNothing() {
        TrafficReport report = new TrafficReport();

        assertThat(allocated(report.visitor(YearRule.startingIn(2018, ZoneId.of("UTC")))))
                .isLessThan(TOLERANCE);
        assertThat(report.totals().deferrals()).isEqualTo(2L * ROUNDS);
    }

    @Test
    void tls_ofNamesSeenBefore_allocatesNothing() {
        TlsReport report = new TlsReport();

        assertThat(allocated(report.visitor())).isLessThan(TOLERANCE);
        assertThat(report.sessions().total()).isEqualTo(2L * ROUNDS);
    }

    private static long allocated(MaillogVisitor visitor) {
        MaillogDecoder decoder = Maillog.decoder(visitor, ReadLimits.defaults());
        feed(decoder);
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        feed(decoder);
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    private static void feed(MaillogDecoder decoder) {
        for (int round = 0; round < ROUNDS; round++) {
            decoder.feed(LOG, 0, LOG.length);
        }
    }
}
