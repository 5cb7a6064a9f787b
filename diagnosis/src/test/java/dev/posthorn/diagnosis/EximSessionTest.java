package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.mail.TlsSessionEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions of Exim, by the shapes of fact sheet on maillog dialects section 5.3. */
class EximSessionTest {

    private static final String MX = "mx.example.com [192.0.2.10]";
    private static final String ID = "1aBcDe-0001Xy-9Z ";

    private static Lines exim(String... texts) {
        Lines lines = Lines.log();
        for (String text : texts) {
            lines.line("2026-11-04 09:05:01 " + text);
        }
        return lines;
    }

    @Test
    void arrival_withSuite_isASession() {
        SmtpSession session = exim(ID + "<= a@example.com H=" + MX
                        + " P=esmtps X=TLS1.3:ECDHE_X25519__RSA_PSS_RSAE_SHA256__AES_256_GCM:256 CV=no SNI=mail.example.org S=1234")
                .sessions()
                .get(0);

        assertThat(session.role()).isEqualTo(TlsRole.SERVER);
        assertThat(session.outcome()).isEqualTo(SessionOutcome.MAIL_ACCEPTED);
        assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.ESTABLISHED);
        assertThat(session.peer().map(MailPeer::text)).contains("mx.example.com[192.0.2.10]");
        assertThat(session.negotiated().flatMap(TlsSessionEvent::cipherSuite).flatMap(suite -> suite.openSslName()))
                .contains("TLS_AES_256_GCM_SHA384");
        assertThat(session.negotiated().flatMap(TlsSessionEvent::verification)).contains("no");
        assertThat(session.sniHost()).contains("mail.example.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(SSL_accept): error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher|HANDSHAKE_FAILED|HANDSHAKE_FAILED",
                "(gnutls_handshake): CA is unknown|HANDSHAKE_FAILED|HANDSHAKE_FAILED",
                "(SSL_accept): timed out|HANDSHAKE_FAILED|HANDSHAKE_FAILED",
                "(certificate verification failed): certificate invalid|CERTIFICATE_REFUSED|REJECTED",
                "(cert/key setup: cert=/etc/a key=/etc/b): Error while reading file.|TLS_DISABLED|LOCAL_PROBLEM",
                "(recv): A TLS fatal alert has been received: Certificate is bad|HANDSHAKE_FAILED|HANDSHAKE_FAILED",
                "(recv): The TLS connection was non-properly terminated.|ESTABLISHED|LOST",
            })
    void errorOfTls_says_howFarItCame(String text, TlsOutcome tls, SessionOutcome outcome) {
        List<SmtpSession> sessions =
                exim("TLS error on connection from " + MX + " " + text).sessions();

        assertThat(sessions).singleElement().satisfies(session -> {
            assertThat(session.tlsOutcome()).isEqualTo(tls);
            assertThat(session.outcome()).isEqualTo(outcome);
            assertThat(session.handshakeErrorStatus()).contains(text.substring(text.indexOf("): ") + 3));
            assertThat(session.errors()).hasSize(text.contains("error:") ? 1 : 0);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SMTP command timeout on connection from mx.example.com [192.0.2.10]|LOST",
                "SMTP data timeout (message abandoned) on connection from mx.example.com (x) [192.0.2.10] F=<a@example.com>|LOST",
                "unexpected disconnection while reading SMTP command from mx.example.com [192.0.2.10]|LOST",
                "SMTP call from mx.example.com [192.0.2.10] dropped: too many syntax or protocol errors (last command was \"X\")|REJECTED",
                "H=mx.example.com [192.0.2.10] F=<a@example.com> rejected RCPT <b@example.org>: relay not permitted|REJECTED",
                "H=mx.example.com [192.0.2.10] F=<a@example.com> temporarily rejected RCPT <b@example.org>: later|DEFERRED",
                "rejected EHLO from mx.example.com [192.0.2.10]: syntactically invalid argument(s): x y|REJECTED",
                "1aBcDe-0001Xy-9Z rejected from <a@example.com> H=mx.example.com [192.0.2.10]: message too big: read=2 max=1|REJECTED",
                "SMTP connection from mx.example.com [192.0.2.10] closed by QUIT|NO_MAIL",
                "SMTP connection from mx.example.com [192.0.2.10] lost D=0.001s|LOST",
            })
    void lineAboutAConnection_says_whatItCameTo(String text, SessionOutcome outcome) {
        assertThat(exim(text).sessions())
                .extracting(SmtpSession::outcome, session -> session.peer().map(MailPeer::address))
                .containsExactly(tuple(outcome, Optional.of("192.0.2.10")));
    }

    @Test
    void senderThatLooksLikeAHost_isNotThePeer() {
        assertThat(exim(ID + "rejected from <H=x [198.51.100.1]@example.com> H=" + MX
                                + ": message too big: read=2 max=1")
                        .sessions())
                .extracting(session -> session.peer().map(MailPeer::address))
                .containsExactly(Optional.of("192.0.2.10"));
    }

    @Test
    void linesWithoutPortAndProcess_areSessionsOfTheirOwn() {
        List<SmtpSession> sessions = exim(
                        ID + "<= a@example.com H=" + MX
                                + " P=esmtps X=TLS1.2:ECDHE_RSA_AES_256_GCM_SHA384:256 CV=no S=1",
                        ID + "<= a@example.com H=" + MX + " P=esmtp S=1",
                        "TLS error on connection from " + MX + " (gnutls_handshake): CA is unknown")
                .sessions();

        assertThat(sessions)
                .extracting(SmtpSession::tlsOutcome)
                .containsExactly(TlsOutcome.ESTABLISHED, TlsOutcome.NO_TLS_SEEN, TlsOutcome.HANDSHAKE_FAILED);
    }

    @Test
    void interleavedConnections_areToldApartByPort_andByProcess() {
        List<SmtpSession> sessions = exim(
                        "[138] SMTP connection from [192.0.2.10]:36479 I=[192.0.2.1]:25 (TCP/IP connection count = 1)",
                        "[138] SMTP connection from [192.0.2.10]:36480 I=[192.0.2.1]:25 (TCP/IP connection count = 2)",
                        "[153] TLS error on connection from mx.example.com [192.0.2.10]:36480 I=[192.0.2.1]:25 (gnutls_handshake): CA is unknown",
                        "[152] " + ID
                                + "<= a@example.com H=mx.example.com [192.0.2.10]:36479 I=[192.0.2.1]:25 P=esmtp S=222",
                        "[153] SMTP connection from mx.example.com [192.0.2.10]:36480 I=[192.0.2.1]:25 closed by EOF",
                        "[152] SMTP connection from mx.example.com [192.0.2.10]:36479 I=[192.0.2.1]:25 closed by QUIT")
                .sessions();

        assertThat(sessions)
                .extracting(
                        session -> session.peer().map(MailPeer::text).orElse(""),
                        session -> session.processId().orElse(-1),
                        SmtpSession::outcome,
                        SmtpSession::lineCount,
                        SmtpSession::end)
                .containsExactly(
                        tuple(
                                "mx.example.com[192.0.2.10]:36480",
                                153L,
                                SessionOutcome.HANDSHAKE_FAILED,
                                3L,
                                SessionEnd.DISCONNECTED),
                        tuple(
                                "mx.example.com[192.0.2.10]:36479",
                                152L,
                                SessionOutcome.MAIL_ACCEPTED,
                                3L,
                                SessionEnd.DISCONNECTED));
    }

    @Test
    void processIdThatComesAgain_isAnotherSession() {
        List<SmtpSession> sessions = exim(
                        "[7] H=mx.example.com [192.0.2.10] F=<a@example.com> rejected RCPT <b@example.org>: no",
                        "[7] " + ID + "<= a@example.com H=other.example.com [192.0.2.11] P=esmtp S=222")
                .sessions();

        assertThat(sessions)
                .extracting(session -> session.peer().map(MailPeer::address), SmtpSession::outcome, SmtpSession::end)
                .containsExactly(
                        tuple(Optional.of("192.0.2.10"), SessionOutcome.REJECTED, SessionEnd.END_MISSING),
                        tuple(Optional.of("192.0.2.11"), SessionOutcome.MAIL_ACCEPTED, SessionEnd.END_OF_LOG));
    }

    @Test
    void deliveryInClearText_afterAHandshakeThatFailed_fellBack() {
        List<SmtpSession> sessions = exim(
                        ID
                                + "H=mx.example.net [192.0.2.25] TLS error on connection to mx.example.net [192.0.2.25] (SSL_connect): error:14077410:SSL routines:SSL23_GET_SERVER_HELLO:sslv3 alert handshake failure",
                        ID
                                + "TLS session failure: delivering unencrypted to H=mx.example.net [192.0.2.25] (not in hosts_require_tls)",
                        ID + "=> b@example.net R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.25] C=\"250 OK\"",
                        ID + "-> c@example.net R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.25] C=\"250 OK\"",
                        ID + "Completed")
                .sessions();

        assertThat(sessions).singleElement().satisfies(session -> {
            assertThat(session.role()).isEqualTo(TlsRole.CLIENT);
            assertThat(session.outcome()).isEqualTo(SessionOutcome.FELL_BACK_TO_CLEAR_TEXT);
            assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.HANDSHAKE_FAILED);
            assertThat(session.errors()).hasSize(1);
            assertThat(session.lineCount()).isEqualTo(4);
        });
    }

    @Test
    void deferredForLackOfTls_saysSo() {
        List<SmtpSession> sessions = exim(
                        ID
                                + "== b@example.net R=dnslookup T=remote_smtp defer (-38) H=mx.example.net [192.0.2.25]: a TLS session is required, but the server did not offer TLS support",
                        "1aBcDe-0001Xy-9A == b@example.net R=dnslookup T=remote_smtp defer (-37) H=mx.example.net [192.0.2.25]: TLS session: (SSL_connect): error:1416F086:SSL routines:tls_process_server_certificate:certificate verify failed",
                        "1aBcDe-0001Xy-9B == b@example.net R=dnslookup T=remote_smtp defer (110) H=mx.example.net [192.0.2.25]: Connection timed out",
                        "1aBcDe-0001Xy-9C => alice <alice@example.org> R=local T=local_delivery")
                .sessions();

        assertThat(sessions)
                .extracting(SmtpSession::tlsOutcome, SmtpSession::outcome)
                .containsExactly(
                        tuple(TlsOutcome.NOT_OFFERED, SessionOutcome.DEFERRED),
                        tuple(TlsOutcome.HANDSHAKE_FAILED, SessionOutcome.DEFERRED),
                        tuple(TlsOutcome.NO_TLS_SEEN, SessionOutcome.NOT_CONNECTED));
        assertThat(sessions.get(1).errors()).hasSize(1);
    }

    @Test
    void replyOfAServer_thatLooksLikeAnError_isNone() {
        assertThat(exim(ID
                                + "** b@example.net R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.25]: SMTP error from remote mail server after RCPT TO:<b@example.net>: 550 error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher")
                        .sessions())
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.errors()).isEmpty();
                    assertThat(session.outcome()).isEqualTo(SessionOutcome.REJECTED);
                });
    }

    @Test
    void connectionsWithoutEnd_areClosedByTheClock_andByTheLimit() {
        Lines log = Lines.log()
                .line("2026-11-04 09:00:00 [1] SMTP connection from [192.0.2.10]:1 (TCP/IP connection count = 1)")
                .line("2026-11-04 19:00:00 [1] SMTP connection from [192.0.2.10]:2 (TCP/IP connection count = 1)")
                .line("2026-11-04 19:00:00 [1] SMTP connection from [192.0.2.10]:3 (TCP/IP connection count = 1)")
                .line("2026-11-04 19:00:00 [1] SMTP connection from [192.0.2.10]:4 (TCP/IP connection count = 1)");

        assertThat(log.sessions(new TrackingLimits(2, 10, 1_000, Duration.ofHours(3), 0)))
                .extracting(SmtpSession::end)
                .containsExactly(SessionEnd.SILENCE, SessionEnd.LIMIT, SessionEnd.END_OF_LOG, SessionEnd.END_OF_LOG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "F=<a@example.com> rejected RCPT <b@example.net>: relay not permitted|RELAY_DENIED",
                "F=<a@example.com> rejected RCPT <b@example.net>: relay not permitted, says who|REFUSED_BY_US",
            })
    void verdict_isByTheReasonThatEndsTheLine(String text, SessionCause cause) {
        List<SmtpSession> sessions = Lines.log()
                .line("2026-11-04 09:05:01 H=mx1.example.com [192.0.2.10] " + text)
                .sessions();

        assertThat(sessions).extracting(session -> session.verdict().cause()).containsExactly(cause);
    }
}
