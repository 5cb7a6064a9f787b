package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogDecoder;
import dev.posthorn.parsers.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs with gaps, of the wrong program, with a clock that jumps, and with names that somebody chose to do harm. */
class HostileLogTest {

    private static final String A = "a.example.com[192.0.2.1]";
    private static final String B = "b.example.com[192.0.2.2]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>[192.0.2.1]",
                "$(reboot)[192.0.2.1]",
                "\u001b[31mred[192.0.2.1]",
                "x\u0007y[192.0.2.1]",
                "'`;--[192.0.2.1]"
            })
    void peerNameOfAnAttacker_isKeptAsItIs_andPrintedHarmlessly(String peer) {
        List<SmtpSession> sessions = Lines.log()
                .smtpd(1, "connect from " + peer)
                .smtpd(1, "SSL_accept error from " + peer + ": -1")
                .smtpd(1, Lines.NO_SHARED_CIPHER)
                .smtpd(1, "disconnect from " + peer)
                .sessions();

        assertThat(sessions).singleElement().satisfies(session -> {
            assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.HANDSHAKE_FAILED);
            assertThat(session.oneLine()).doesNotContain("\u001b", "\u0007");
            assertThat(session.verdict().explain()).doesNotContain("\u001b", "\u0007");
        });
    }

    @Test
    void recipientThatLooksLikeAResult_isNotOne() {
        SmtpSession session = Lines.log()
                .smtp(
                        7,
                        "3D2F11A0C4: to=<status=deferred (TLS is required, but unavailable)@example.net>, relay=mx.example.net[192.0.2.25]:25, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (250 Ok)")
                .sessions()
                .get(0);

        assertThat(session.outcome()).isEqualTo(SessionOutcome.MAIL_ACCEPTED);
        assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.NO_TLS_SEEN);
    }

    @Test
    void otherPrograms_haveNoSessions() {
        List<SmtpSession> sessions = Lines.log()
                .program("sshd", 1, "Connection closed by 192.0.2.1 port 22")
                .program(
                        "postfix/cleanup",
                        2,
                        "warning: connect to Milter service inet:127.0.0.1:9999: Connection refused")
                .program("kernel", 3, "panic")
                .line("not a log line at all")
                .sessions();

        assertThat(sessions).isEmpty();
    }

    @Test
    void gapInTheMiddle_closesTheSession_whenTheIdComesBack() {
        List<SmtpSession> sessions = Lines.log()
                .line("Aug 23 10:00:00 mx postfix/smtpd[1]: connect from " + A)
                .line("Aug 23 21:00:00 mx postfix/smtpd[1]: " + Lines.NO_SHARED_CIPHER)
                .sessions();

        assertThat(sessions)
                .extracting(
                        session -> session.peer().isPresent(),
                        SmtpSession::end,
                        session -> session.errors().size())
                .containsExactly(tuple(true, SessionEnd.SILENCE, 0), tuple(false, SessionEnd.END_OF_LOG, 1));
    }

    @Test
    void processThatSaysNoMore_isClosedByTheClockOfItsHost() {
        List<SmtpSession> sessions = Lines.log()
                .line("Aug 23 10:00:00 mx postfix/smtpd[1]: connect from " + A)
                .line("Aug 23 10:00:01 other postfix/smtpd[1]: connect from " + A)
                .line("Aug 23 21:00:00 mx postfix/smtpd[2]: connect from " + B)
                .sessions();

        assertThat(sessions)
                .extracting(session -> session.host().orElse("-"), SmtpSession::end)
                .containsExactly(
                        tuple("mx", SessionEnd.SILENCE),
                        tuple("other", SessionEnd.END_OF_LOG),
                        tuple("mx", SessionEnd.END_OF_LOG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aug 23 09:00:00", "Aug 23 11:30:00", "Jan  1 00:00:00"})
    void clockThatJumps_doesNotTearASessionApart(String later) {
        List<SmtpSession> sessions = Lines.log()
                .line("Aug 23 10:00:00 mx postfix/smtpd[1]: connect from " + A)
                .line(later + " mx postfix/smtpd[1]: " + Lines.NO_SHARED_CIPHER)
                .line(later + " mx postfix/smtpd[1]: disconnect from " + A)
                .sessions();

        if (later.startsWith("Jan")) { // Months later, as far as anybody can tell: January comes after August.
            assertThat(sessions).hasSize(2);
        } else {
            assertThat(sessions).extracting(SmtpSession::lineCount).containsExactly(3L);
        }
    }

    @Test
    void newYear_isNoGap() {
        List<SmtpSession> sessions = Lines.log()
                .line("Dec 31 23:59:59 mx postfix/smtpd[1]: connect from " + A)
                .line("Jan  1 00:00:01 mx postfix/smtpd[1]: disconnect from " + A)
                .sessions();

        assertThat(sessions).extracting(SmtpSession::lineCount).containsExactly(2L);
    }

    @Test
    void lostLinesOfTwoSessions_doNotMixTheirPeers() {
        List<SmtpSession> sessions = Lines.log()
                .smtpd(1, "connect from " + A)
                .smtpd(1, "lost connection after STARTTLS from " + B)
                .smtpd(1, "disconnect from " + B)
                .sessions();

        assertThat(sessions)
                .extracting(session -> session.peer().map(MailPeer::text).orElse("-"), SmtpSession::end)
                .containsExactly(tuple(A, SessionEnd.END_MISSING), tuple(B, SessionEnd.DISCONNECTED));
    }

    @Test
    void xclientOfAProxyOnThisHost_staysOneSession() {
        List<SmtpSession> sessions = Lines.log()
                .smtpd(1, "connect from localhost[127.0.0.1]")
                .smtpd(
                        1,
                        "NOQUEUE: reject: RCPT from " + A
                                + ": 554 5.7.1 <x@example.net>: Relay access denied; from=<a@example.com> to=<x@example.net> proto=ESMTP helo=<mx>")
                .smtpd(1, "disconnect from " + A)
                .sessions();

        assertThat(sessions).singleElement().satisfies(session -> {
            assertThat(session.peer().map(MailPeer::address)).contains("127.0.0.1");
            assertThat(session.speaksFor().map(MailPeer::text)).contains(A);
        });
    }

    @Test
    void sameProcessId_ofAnotherHostOrInstance_isAnotherProcess() {
        List<SmtpSession> sessions = Lines.log()
                .line("Aug 23 10:00:00 mx1 postfix/smtpd[1]: connect from " + A)
                .line("Aug 23 10:00:00 mx2 postfix/smtpd[1]: connect from " + A)
                .line("Aug 23 10:00:00 mx1 postfix-out/smtpd[1]: connect from " + A)
                .line("Aug 23 10:00:01 mx1 postfix/smtpd[1]: disconnect from " + A)
                .line("Aug 23 10:00:01 mx2 postfix/smtpd[1]: disconnect from " + A)
                .line("Aug 23 10:00:01 mx1 postfix-out/smtpd[1]: disconnect from " + A)
                .sessions();

        assertThat(sessions)
                .extracting(
                        session -> session.host().orElse("-"),
                        session -> session.instance().orElse("-"),
                        SmtpSession::end)
                .containsExactly(
                        tuple("mx1", "postfix", SessionEnd.DISCONNECTED),
                        tuple("mx2", "postfix", SessionEnd.DISCONNECTED),
                        tuple("mx1", "postfix-out", SessionEnd.DISCONNECTED));
    }

    @Test
    void floodOfLines_isCutOff_andSaysSo() {
        Lines log = Lines.log().smtpd(1, "connect from " + A);
        for (int i = 0; i < 50; i++) {
            log.smtpd(1, Lines.NO_SHARED_CIPHER);
        }

        List<SmtpSession> sessions = log.sessions(new TrackingLimits(5, 10, 10_000, Duration.ofHours(3), 5));

        assertThat(sessions).singleElement().satisfies(session -> {
            assertThat(session.lines()).hasSize(10);
            assertThat(session.linesLeftOut()).isEqualTo(40);
            assertThat(session.lineCount()).isEqualTo(51);
        });
    }

    @Property(tries = 300)
    void anyBytes_neverThrow(@ForAll @Size(max = 300) byte[] bytes) {
        SessionTracker sessions = new SessionTracker(session -> {});
        MessageTracker messages = new MessageTracker(message -> {});
        byte[] head = "Aug 23 21:56:15 mx postfix/smtp[1]: 3D2F11A0C4: to=<".getBytes(StandardCharsets.US_ASCII);
        MaillogDecoder first = Maillog.decoder(sessions.visitor(), ReadLimits.defaults());
        MaillogDecoder second = Maillog.decoder(messages.visitor(), ReadLimits.defaults());
        first.feed(head, 0, head.length);
        first.feed(bytes, 0, bytes.length);
        second.feed(head, 0, head.length);
        second.feed(bytes, 0, bytes.length);
        first.finish();
        second.finish();
        sessions.finish();
        messages.finish();
        assertThat(sessions.openSessions()).isZero();
    }
}
