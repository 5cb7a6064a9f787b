package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.TlsRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions of the two programs that have many peers at a time (fact sheet sections 7 and 8). */
class TlsproxySessionTest {

    private static final String A = "[192.0.2.44]:51877";
    private static final String B = "[192.0.2.45]:40001";

    private static Lines tlsproxy(String... messages) {
        Lines log = Lines.log();
        for (String message : messages) {
            log.program("postfix/tlsproxy", 901, message);
        }
        return log;
    }

    private static Lines postscreen(String... messages) {
        Lines log = Lines.log();
        for (String message : messages) {
            log.program("postfix/postscreen", 571, message);
        }
        return log;
    }

    @Test
    void errorsBeforeThePeerIsNamed_belongToTheOneWhoseHandshakeFailed() {
        List<SmtpSession> sessions = tlsproxy(
                        "CONNECT from " + A,
                        "CONNECT from " + B,
                        "warning: TLS library problem: error:0A0000C1:SSL routines::no shared cipher:ssl/statem/statem_srvr.c:2226:",
                        "TLS handshake failed for service=smtpd peer=" + A,
                        "Anonymous TLS connection established from " + B
                                + ": TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)",
                        "DISCONNECT " + A,
                        "DISCONNECT " + B)
                .sessions();

        assertThat(sessions)
                .extracting(
                        session -> session.peer().map(MailPeer::text).orElse("-"),
                        SmtpSession::tlsOutcome,
                        session -> session.errors().size(),
                        SmtpSession::lineCount)
                .containsExactly(tuple(A, TlsOutcome.HANDSHAKE_FAILED, 1, 4L), tuple(B, TlsOutcome.ESTABLISHED, 0, 3L));
    }

    @Test
    void connectTo_isTheClientsSide() {
        assertThat(tlsproxy("CONNECT to [192.0.2.25]:25", "DISCONNECT [192.0.2.25]:25")
                        .sessions())
                .extracting(SmtpSession::role)
                .containsExactly(TlsRole.CLIENT);
    }

    @Test
    void postscreen_tellsItsClientsApart() {
        List<SmtpSession> sessions = postscreen(
                        "CONNECT from " + A + " to [192.0.2.1]:25",
                        "CONNECT from " + B + " to [192.0.2.1]:25",
                        "PASS OLD " + A,
                        "PREGREET 14 after 0.02 from " + B + ": EHLO spam\\r\\n",
                        "DISCONNECT " + B)
                .sessions();

        assertThat(sessions)
                .extracting(session -> session.peer().map(MailPeer::text).orElse("-"), SmtpSession::outcome)
                .containsExactly(tuple(A, SessionOutcome.PASSED_ON), tuple(B, SessionOutcome.REJECTED));
    }

    @Test
    void passNew_afterARefusal_isFollowedByTheDisconnect() {
        List<SmtpSession> sessions = postscreen(
                        "CONNECT from " + A + " to [192.0.2.1]:25",
                        "NOQUEUE: reject: RCPT from " + A
                                + ": 450 4.3.2 Service currently unavailable; from=<a@example.com>, to=<b@example.org>, proto=ESMTP, helo=<mx.example.com>",
                        "PASS NEW " + A,
                        "DISCONNECT " + A)
                .sessions();

        assertThat(sessions)
                .extracting(SmtpSession::outcome, SmtpSession::lineCount, SmtpSession::end)
                .containsExactly(tuple(SessionOutcome.DEFERRED, 4L, SessionEnd.DISCONNECTED));
    }

    @Test
    void tooManyPeersOfOneProcess_closeTheEldest_notTheProcess() {
        Lines log = Lines.log();
        for (int port = 1; port <= 6; port++) {
            log.program("postfix/postscreen", 571, "CONNECT from [192.0.2.44]:" + port + " to [192.0.2.1]:25");
        }

        List<SmtpSession> sessions = log.sessions(TrackingLimits.defaults().withOpen(4));

        assertThat(sessions)
                .extracting(SmtpSession::end)
                .containsExactly(
                        SessionEnd.LIMIT,
                        SessionEnd.LIMIT,
                        SessionEnd.END_OF_LOG,
                        SessionEnd.END_OF_LOG,
                        SessionEnd.END_OF_LOG,
                        SessionEnd.END_OF_LOG);
    }
}
