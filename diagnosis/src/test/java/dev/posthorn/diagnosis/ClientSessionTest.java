package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.QueueId;
import dev.posthorn.mail.TlsRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions of smtp and lmtp, which log no line for a connection made or ended (fact sheet sections 6, 11 and 17). */
class ClientSessionTest {

    private static final String MX1 = "mx1.example.net[192.0.2.25]:25";
    private static final String MX2 = "mx2.example.net[192.0.2.26]:25";
    private static final String ALERT =
            "warning: TLS library problem: error:14094410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:s3_pkt.c:1493:SSL alert number 40:";

    private static String delivery(String queueId, String recipient, String relay, String result) {
        return queueId + ": to=<" + recipient + ">, relay=" + relay + ", delay=1.3, delays=0.05/0.01/0.6/0.64, "
                + result;
    }

    private static String sent(String queueId, String relay) {
        return delivery(queueId, "b@example.net", relay, "dsn=2.0.0, status=sent (250 2.0.0 Ok)");
    }

    @Test
    void failedHandshake_andDeliveryToTheSameServer_fallBackToClearText() {
        List<SmtpSession> sessions = Lines.log()
                .smtp(7, "SSL_connect error to " + MX1 + ": -1")
                .smtp(7, ALERT)
                .smtp(7, "3D2F11A0C4: Cannot start TLS: handshake failure")
                .smtp(7, sent("3D2F11A0C4", MX1))
                .sessions();

        assertThat(sessions).singleElement().satisfies(session -> {
            assertThat(session.role()).isEqualTo(TlsRole.CLIENT);
            assertThat(session.peer().map(MailPeer::text)).contains(MX1);
            assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.HANDSHAKE_FAILED);
            assertThat(session.outcome()).isEqualTo(SessionOutcome.FELL_BACK_TO_CLEAR_TEXT);
            assertThat(session.errors()).hasSize(1);
            assertThat(session.messages()).containsExactly(new QueueId("3D2F11A0C4"));
            assertThat(session.stage()).isEqualTo(SessionStage.ACCEPTED);
            assertThat(session.verdict().cause()).isEqualTo(SessionCause.PEER_ALERT);
        });
    }

    @Test
    void attemptsBeforeTheOneThatSucceeds_learnTheirQueueId() {
        List<SmtpSession> sessions = Lines.log()
                .smtp(7, "connect to mx0.example.net[192.0.2.24]:25: Connection refused")
                .smtp(7, "SSL_connect error to " + MX1 + ": lost connection")
                .smtp(
                        7,
                        "Trusted TLS connection established to " + MX2
                                + ": TLSv1.2 with cipher ECDHE-RSA-AES128-GCM-SHA256 (128/128 bits)")
                .smtp(7, sent("3D2F11A0C4", MX2))
                .sessions();

        assertThat(sessions)
                .extracting(
                        session -> session.peer().orElseThrow().name(),
                        SmtpSession::outcome,
                        SmtpSession::tlsOutcome,
                        session -> session.messages().toString())
                .containsExactly(
                        tuple("mx0.example.net", SessionOutcome.NOT_CONNECTED, TlsOutcome.NO_TLS_SEEN, "[3D2F11A0C4]"),
                        tuple(
                                "mx1.example.net",
                                SessionOutcome.HANDSHAKE_FAILED,
                                TlsOutcome.HANDSHAKE_FAILED,
                                "[3D2F11A0C4]"),
                        tuple("mx2.example.net", SessionOutcome.MAIL_ACCEPTED, TlsOutcome.ESTABLISHED, "[3D2F11A0C4]"));
    }

    @Test
    void recipientsOfOneMessage_shareASession_theNextMessageHasItsOwn() {
        List<SmtpSession> sessions = Lines.log()
                .smtp(7, delivery("3D2F11A0C4", "a@example.net", MX1, "dsn=2.0.0, status=sent (250 Ok)"))
                .smtp(
                        7,
                        delivery(
                                "3D2F11A0C4",
                                "b@example.net",
                                MX1,
                                "dsn=5.1.1, status=bounced (host mx1.example.net[192.0.2.25] said: 550 5.1.1 no (in reply to RCPT TO command))"))
                .smtp(7, sent("4D2F11A0C4", MX1))
                .sessions();

        assertThat(sessions)
                .extracting(SmtpSession::deliveries)
                .containsExactly(List.of(DeliveryStatus.SENT, DeliveryStatus.BOUNCED), List.of(DeliveryStatus.SENT));
    }

    @Test
    void connectionUsedAgain_isTheSameSession() {
        List<SmtpSession> sessions = Lines.log()
                .smtp(7, sent("3D2F11A0C4", MX1))
                .smtp(7, sent("4D2F11A0C4", MX1 + ", conn_use=2"))
                .sessions();

        assertThat(sessions)
                .singleElement()
                .satisfies(session -> assertThat(session.messages())
                        .containsExactly(new QueueId("3D2F11A0C4"), new QueueId("4D2F11A0C4")));
    }

    @Test
    void sameRecipientAgain_isAnotherAttempt() {
        List<SmtpSession> sessions = Lines.log()
                .smtp(
                        7,
                        delivery(
                                "3D2F11A0C4",
                                "b@example.net",
                                MX1,
                                "dsn=4.2.0, status=deferred (host mx1.example.net[192.0.2.25] said: 450 4.2.0 later (in reply to RCPT TO command))"))
                .smtp(7, sent("3D2F11A0C4", MX1))
                .sessions();

        assertThat(sessions)
                .extracting(SmtpSession::outcome, SmtpSession::stage)
                .containsExactly(
                        tuple(SessionOutcome.DEFERRED, SessionStage.MAIL),
                        tuple(SessionOutcome.MAIL_ACCEPTED, SessionStage.ACCEPTED));
    }

    @Test
    void tlsRequired_andNotOffered_saysSo() {
        SmtpSession session = Lines.log()
                .smtp(
                        7,
                        delivery(
                                "3D2F11A0C4",
                                "b@example.net",
                                MX1,
                                "dsn=4.7.4, status=deferred (TLS is required, but was not offered by host mx1.example.net[192.0.2.25])"))
                .sessions()
                .get(0);

        assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.NOT_OFFERED);
        assertThat(session.outcome()).isEqualTo(SessionOutcome.DEFERRED);
        assertThat(session.verdict().cause()).isEqualTo(SessionCause.TLS_NOT_OFFERED);
        assertThat(session.verdict().evidence()).hasSize(1);
    }

    @Test
    void wordsOfTheServer_areNotTakenForPostfixs() {
        SmtpSession session = Lines.log()
                .smtp(
                        7,
                        delivery(
                                "3D2F11A0C4",
                                "b@example.net",
                                MX1,
                                "dsn=5.7.1, status=bounced (host mx1.example.net[192.0.2.25] said: 550 Server certificate not verified (in reply to MAIL FROM command))"))
                .sessions()
                .get(0);

        assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.NO_TLS_SEEN);
        assertThat(session.outcome()).isEqualTo(SessionOutcome.REJECTED);
        assertThat(session.verdict().cause()).isEqualTo(SessionCause.REFUSED_BY_PEER);
    }

    @Test
    void certificateThatDoesNotVerify_isRefused_thoughTlsWasEstablished() {
        SmtpSession session = Lines.log()
                .smtp(7, "certificate verification failed for " + MX1 + ": untrusted issuer /CN=ca.example.net")
                .smtp(
                        7,
                        "Untrusted TLS connection established to " + MX1
                                + ": TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)")
                .smtp(
                        7,
                        delivery(
                                "3D2F11A0C4",
                                "b@example.net",
                                MX1,
                                "dsn=4.7.5, status=deferred (Server certificate not trusted)"))
                .sessions()
                .get(0);

        assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.CERTIFICATE_REFUSED);
        assertThat(session.established()).isPresent();
        assertThat(session.verdict().detail()).contains("untrusted issuer /CN=ca.example.net");
    }
}
