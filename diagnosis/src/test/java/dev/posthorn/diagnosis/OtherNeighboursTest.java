package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.mail.TlsSessionEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sessions of Sendmail, Cyrus and Courier, by the shapes of fact sheet on maillog dialects, sections 5.2 and 5.4. */
class OtherNeighboursTest {

    private static final String RELAY = "mx.example.com [192.0.2.10]";

    @Test
    void sendmailServer_isASession_forEveryProcess() {
        List<SmtpSession> sessions = Lines.log()
                .program("sm-mta", 7, "NOQUEUE: connect from " + RELAY)
                .program(
                        "sm-mta",
                        8,
                        "STARTTLS=server, error: accept failed=-1, reason=no shared cipher, SSL_error=1, errno=0, retry=-1, relay="
                                + RELAY)
                .program(
                        "sm-mta",
                        7,
                        "STARTTLS=server, relay=" + RELAY
                                + ", version=TLSv1.2, verify=NO, cipher=ECDHE-RSA-AES256-GCM-SHA384, bits=256/256")
                .program(
                        "sm-mta",
                        8,
                        "STARTTLS=server: 8:error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1053:")
                .program(
                        "sm-mta",
                        7,
                        "5A485001012345: from=<a@example.com>, size=1234, class=0, nrcpts=1, msgid=<1@example.com>, proto=ESMTPS, daemon=MTA, relay="
                                + RELAY)
                .sessions();

        assertThat(sessions)
                .extracting(
                        SmtpSession::software,
                        session -> session.processId().orElse(-1),
                        session -> session.peer().map(MailPeer::text).orElse(""),
                        SmtpSession::tlsOutcome,
                        SmtpSession::outcome,
                        session -> session.errors().size())
                .containsExactlyInAnyOrder(
                        tuple(
                                MailSoftware.SENDMAIL,
                                7L,
                                "mx.example.com[192.0.2.10]",
                                TlsOutcome.ESTABLISHED,
                                SessionOutcome.MAIL_ACCEPTED,
                                0),
                        tuple(
                                MailSoftware.SENDMAIL,
                                8L,
                                "mx.example.com[192.0.2.10]",
                                TlsOutcome.HANDSHAKE_FAILED,
                                SessionOutcome.HANDSHAKE_FAILED,
                                1));
    }

    @Test
    void sendmailClient_hasASession_forEveryServer() {
        List<SmtpSession> sessions = Lines.log()
                .program(
                        "sendmail",
                        9,
                        "STARTTLS=client, relay=mx1.example.net., version=TLSv1.3, verify=FAIL, cipher=TLS_AES_256_GCM_SHA384, bits=256/256")
                .program(
                        "sendmail",
                        9,
                        "5A485001012345: to=<b@example.net>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=1, relay=mx1.example.net. [192.0.2.25], dsn=2.0.0, stat=Sent (ok)")
                .program(
                        "sendmail",
                        9,
                        "STARTTLS=client, relay=mx2.example.net., version=TLSv1.2, verify=OK, cipher=AES256-SHA, bits=256/256")
                .program(
                        "sendmail",
                        9,
                        "5A485001012346: to=<c@example.net>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=1, relay=mx2.example.net. [192.0.2.26], dsn=4.0.0, stat=Deferred: 451 later")
                .program(
                        "sendmail",
                        9,
                        "5A485001012347: to=<d@example.org>, delay=00:00:01, mailer=local, dsn=2.0.0, stat=Sent")
                .sessions();

        assertThat(sessions)
                .extracting(
                        SmtpSession::role,
                        session -> session.peer().map(MailPeer::name).orElse(""),
                        session -> session.negotiated()
                                .map(TlsSessionEvent::protocol)
                                .orElse(""),
                        SmtpSession::outcome)
                .containsExactly(
                        tuple(TlsRole.CLIENT, "mx1.example.net.", "TLSv1.3", SessionOutcome.MAIL_ACCEPTED),
                        tuple(TlsRole.CLIENT, "mx2.example.net.", "TLSv1.2", SessionOutcome.DEFERRED));
    }

    @Test
    void cyrusLogin_namesTheClientOfItsHandshake() {
        List<SmtpSession> sessions = Lines.log()
                .program(
                        "imap",
                        910,
                        "starttls: TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits new) no authentication")
                .program("imap", 910, "login: " + RELAY + " alice PLAIN+TLS User logged in")
                .program("imap", 910, "STARTTLS negotiation failed: other.example.com [192.0.2.9]")
                .program("imap", 910, "badlogin: " + RELAY + " PLAIN [SASL(-13): authentication failure: no]")
                .sessions();

        assertThat(sessions)
                .extracting(
                        session -> session.peer().map(MailPeer::address), SmtpSession::tlsOutcome, SmtpSession::outcome)
                .containsExactly(
                        tuple(Optional.of("192.0.2.10"), TlsOutcome.ESTABLISHED, SessionOutcome.PASSED_ON),
                        tuple(Optional.of("192.0.2.9"), TlsOutcome.HANDSHAKE_FAILED, SessionOutcome.HANDSHAKE_FAILED),
                        tuple(Optional.of("192.0.2.10"), TlsOutcome.NO_TLS_SEEN, SessionOutcome.REJECTED));
        assertThat(sessions.get(0).negotiated()).isPresent();
    }

    @Test
    void errorOfCouriertls_isOfTheClientThatIsGoneNext() {
        String tag = "Aug 23 21:56:15 mx imapd-ssl: ";
        List<SmtpSession> sessions = Lines.log()
                .line(tag + "couriertls: accept: error:14094418:SSL routines:SSL3_READ_BYTES:tlsv1 alert unknown ca")
                .line(tag + "Disconnected, ip=[::ffff:192.0.2.9], time=0, starttls=1")
                .line(
                        tag
                                + "ip=[::ffff:192.0.2.10], couriertls: accept: error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher")
                .line(tag + "LOGIN, user=alice, ip=[::ffff:192.0.2.11], port=[40212], protocol=IMAP")
                .line(tag + "LOGOUT, user=alice, ip=[::ffff:192.0.2.11], port=[40212], headers=0, body=0")
                .line(tag + "couriertls: accept: error:1408F10B:SSL routines:SSL3_GET_RECORD:wrong version number")
                .sessions();

        assertThat(sessions)
                .extracting(
                        session -> session.peer().map(MailPeer::address).orElse(""),
                        SmtpSession::tlsOutcome,
                        SmtpSession::outcome,
                        session -> session.errors().size())
                .containsExactlyInAnyOrder(
                        tuple("::ffff:192.0.2.9", TlsOutcome.HANDSHAKE_FAILED, SessionOutcome.HANDSHAKE_FAILED, 1),
                        tuple("::ffff:192.0.2.10", TlsOutcome.HANDSHAKE_FAILED, SessionOutcome.HANDSHAKE_FAILED, 1),
                        tuple("::ffff:192.0.2.11", TlsOutcome.NO_TLS_SEEN, SessionOutcome.PASSED_ON, 0),
                        tuple("", TlsOutcome.HANDSHAKE_FAILED, SessionOutcome.HANDSHAKE_FAILED, 1));
    }

    @Test
    void namesOfAnAttacker_areKeptAsTheyAre_andPrintedHarmlessly() {
        List<SmtpSession> sessions = Lines.log()
                .line(
                        "2026-11-04 09:05:01 TLS error on connection from \u001b[31mx<script> ($(reboot)) [192.0.2.9] (SSL_accept): error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher")
                .line(
                        "Aug 23 21:56:15 mx dovecot: imap-login: Disconnected (auth failed, 1 attempts in 2 secs): user=<\u001b[31m';--<b>>, method=PLAIN, rip=192.0.2.9, lip=192.0.2.1, TLS")
                .sessions();

        assertThat(sessions).hasSize(2).allSatisfy(session -> {
            assertThat(session.oneLine()).doesNotContain("\u001b");
            assertThat(session.verdict().explain()).doesNotContain("\u001b");
            assertThat(session.toString()).isNotEmpty();
        });
    }

    @Test
    void repeatedLineOfANeighbour_countsOnce() {
        assertThat(Lines.log()
                        .line(
                                "Aug 23 21:56:15 mx dovecot: message repeated 3 times: [ imap-login: Disconnected (no auth attempts in 0 secs): user=<>, rip=192.0.2.9, lip=192.0.2.1, TLS handshaking: Disconnected]")
                        .sessions())
                .hasSize(1);
    }
}
