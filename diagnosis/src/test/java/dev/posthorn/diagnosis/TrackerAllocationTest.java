package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogDecoder;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.ReadLimits;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A session costs objects when it begins and when it is complete; its lines cost none, however many there are. */
class TrackerAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int LINES = 200_000;

    /** What the measurement itself and a last compilation may cost; an object a line would be 3 million. */
    private static final long TOLERANCE = 64 * 1024;

    private static final String PEER = "mx1.example.com[192.0.2.10]";

    private static long allocated(MaillogVisitor visitor, String first, String repeated) {
        MaillogDecoder decoder = Maillog.decoder(visitor, ReadLimits.defaults());
        feed(decoder, first, 1);
        feed(decoder, repeated, LINES / 4);
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        feed(decoder, repeated, LINES);
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    private static void feed(MaillogDecoder decoder, String line, int times) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < times; i++) {
            decoder.feed(bytes, 0, bytes.length);
        }
    }

    private static long sessions(String repeated) {
        String tag = "Aug 23 21:56:15 mx postfix/smtpd[7]: ";
        return allocated(new SessionTracker(session -> {}).visitor(), tag + "connect from " + PEER, tag + repeated);
    }

    @Test
    void linesOfAHandshake_costNothing() {
        assertThat(sessions("SSL_accept:SSLv3 read client hello B")).isLessThan(TOLERANCE);
        assertThat(sessions("setting up TLS connection from " + PEER)).isLessThan(TOLERANCE);
        assertThat(sessions(PEER + ": TLS cipher list \"ALL:!aNULL\"")).isLessThan(TOLERANCE);
        assertThat(sessions("SSL_accept error from " + PEER + ": -1")).isLessThan(TOLERANCE);
        assertThat(
                        sessions(
                                "warning: TLS library problem: 7:error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1053:"))
                .isLessThan(TOLERANCE);
    }

    @Test
    void linesOfTheMail_costNothing() {
        assertThat(sessions("lost connection after STARTTLS from " + PEER)).isLessThan(TOLERANCE);
        assertThat(
                        sessions(
                                "NOQUEUE: reject: RCPT from " + PEER
                                        + ": 554 5.7.1 <b@example.org>: Relay access denied; from=<a@example.com> to=<b@example.org> proto=ESMTP helo=<mx>"))
                .isLessThan(TOLERANCE);
        assertThat(sessions("warning: something else is wrong")).isLessThan(TOLERANCE);
    }

    @Test
    void linesOfAMessage_costNothing() {
        String tag = "Aug 23 21:56:15 mx postfix/smtp[7]: ";
        long allocated = allocated(
                new MessageTracker(message -> {}).visitor(),
                "Aug 23 21:56:15 mx postfix/qmgr[3]: 3D2F11A0C4: from=<a@example.com>, size=3988, nrcpt=1 (queue active)",
                tag
                        + "3D2F11A0C4: to=<b@example.net>, relay=none, delay=1, delays=1/0/0/0, dsn=4.4.1, status=deferred (connect to mx.example.net[192.0.2.25]:25: Connection timed out)");

        assertThat(allocated).isLessThan(TOLERANCE);
    }

    /** A line that names no peer waits for the one that does; with a peer it is a session. */
    @Test
    void linesOfNeighbours_costNothing() {
        String dovecot = "Aug 23 21:56:15 mx dovecot: imap-login: ";
        assertThat(allocated(
                        new SessionTracker(session -> {}).visitor(),
                        dovecot + "Debug: SSL: where=0x10, ret=1: before SSL initialization",
                        dovecot + "Debug: SSL: where=0x2001, ret=1: SSLv3/TLS read client hello"))
                .isLessThan(TOLERANCE);
        String exim = "2026-11-04 09:05:01 [7] ";
        assertThat(allocated(
                        new SessionTracker(session -> {}).visitor(),
                        exim + "H=mx [192.0.2.10] F=<a@example.com> rejected RCPT <b@example.org>: no",
                        exim + "H=mx [192.0.2.10] F=<a@example.com> rejected RCPT <b@example.org>: no"))
                .isLessThan(TOLERANCE);
        assertThat(
                        allocated(
                                new SessionTracker(session -> {}).visitor(),
                                "Aug 23 21:56:15 mx sm-mta[7]: NOQUEUE: connect from mx [192.0.2.10]",
                                "Aug 23 21:56:15 mx sm-mta[7]: STARTTLS=server: 7:error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1053:"))
                .isLessThan(TOLERANCE);
    }
}
