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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Login processes of Dovecot, by the shapes of fact sheet on maillog dialects section 5.1. */
class DovecotSessionTest {

    private static final String A = "rip=192.0.2.9, lip=192.0.2.1";
    private static final String B = "rip=192.0.2.10, lip=192.0.2.1";
    private static final String NO_SHARED_CIPHER =
            "SSL_accept() failed: error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher";

    private static Lines dovecot(String... texts) {
        Lines lines = Lines.log();
        for (String text : texts) {
            lines.line("Aug 23 21:56:15 mx dovecot: " + text);
        }
        return lines;
    }

    private static SmtpSession only(String... texts) {
        List<SmtpSession> sessions = dovecot(texts).sessions();
        assertThat(sessions).hasSize(1);
        return sessions.get(0);
    }

    @Test
    void login_withSuite_isASessionThatWasPassedOn() {
        SmtpSession session = only(
                "imap-login: Login: user=<alice>, method=PLAIN, rip=192.0.2.9, rport=40212, lip=192.0.2.1,"
                        + " mpid=1503, TLS, TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits), session=<JEoaFxpJnwC3lSNy>");

        assertThat(session.software()).isEqualTo(MailSoftware.DOVECOT);
        assertThat(session.program()).contains("imap-login");
        assertThat(session.role()).isEqualTo(TlsRole.SERVER);
        assertThat(session.peer().map(MailPeer::text)).contains("[192.0.2.9]:40212");
        assertThat(session.outcome()).isEqualTo(SessionOutcome.PASSED_ON);
        assertThat(session.stage()).isEqualTo(SessionStage.AUTHENTICATED);
        assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.ESTABLISHED);
        assertThat(session.established()).isEmpty();
        assertThat(session.negotiated().map(TlsSessionEvent::protocol)).contains("TLSv1.2");
        assertThat(session.negotiated().map(TlsSessionEvent::cipherSuiteName)).contains("ECDHE-RSA-AES256-GCM-SHA384");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Login: user=<a>, method=PLAIN, rip=192.0.2.9, lip=192.0.2.9, mpid=1, secured, session=<x>|PASSED_ON|NO_TLS_SEEN",
                "Aborted login (no auth attempts in 0 secs): user=<>, rip=192.0.2.9, lip=192.0.2.1, session=<x>|NO_MAIL|NO_TLS_SEEN",
                "Disconnected: Aborted login by logging out (no auth attempts in 0 secs): user=<>, rip=192.0.2.9, lip=192.0.2.1, TLS|NO_MAIL|ESTABLISHED",
                "Disconnected (no auth attempts in 0 secs): user=<>, rip=192.0.2.9, lip=192.0.2.1, session=<x>|LOST|NO_TLS_SEEN",
                "Disconnected: Inactivity (no auth attempts in 180 secs): user=<>, rip=192.0.2.9, lip=192.0.2.1, TLS|LOST|ESTABLISHED",
                "Disconnected (auth failed, 3 attempts in 9 secs): user=<a>, method=PLAIN, rip=192.0.2.9, lip=192.0.2.1, TLS|REJECTED|ESTABLISHED",
                "Aborted login (tried to use disallowed plaintext auth): user=<>, rip=192.0.2.9, lip=192.0.2.1|REJECTED|NO_TLS_SEEN",
                "Disconnected: Too many invalid commands (no auth attempts in 0 secs): user=<>, rip=192.0.2.9, lip=192.0.2.1|REJECTED|NO_TLS_SEEN",
                "Disconnected: Aborted login by logging out (client didn't send a cert): user=<>, method=PLAIN, rip=192.0.2.9, lip=192.0.2.1, TLS|REJECTED|CERTIFICATE_REFUSED",
                "Disconnected (no auth attempts in 0 secs): user=<>, rip=192.0.2.9, lip=192.0.2.1, TLS handshaking: Disconnected|HANDSHAKE_FAILED|HANDSHAKE_FAILED",
                "Disconnected: Connection closed (no auth attempts in 0 secs): user=<>, rip=192.0.2.9, lip=192.0.2.1, TLS: read(size=393) failed: Connection reset by peer|LOST|ESTABLISHED",
                "Disconnected: Auth process broken (disconnected before auth was ready, waited 0 secs): user=<>, rip=192.0.2.9, lip=192.0.2.1, TLS|LOCAL_PROBLEM|ESTABLISHED",
            })
    void lineOfASession_says_whatItCameTo(String text, SessionOutcome outcome, TlsOutcome tls) {
        SmtpSession session = only("imap-login: " + text);

        assertThat(session.outcome()).isEqualTo(outcome);
        assertThat(session.tlsOutcome()).isEqualTo(tls);
        assertThat(session.peer().map(MailPeer::address)).contains("192.0.2.9");
        assertThat(session.end()).isEqualTo(SessionEnd.DISCONNECTED);
    }

    /** Since 2.3 the error stands in the line twice, and with verbose_ssl once more before it. */
    @Test
    void failedHandshake_hasItsErrorOnce() {
        SmtpSession session = only(
                "imap-login: Debug: SSL error: " + NO_SHARED_CIPHER,
                "imap-login: Error: SSL: Stacked error: error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol",
                "imap-login: Disconnected: Connection closed: " + NO_SHARED_CIPHER
                        + " (no auth attempts in 0 secs): user=<>, " + A + ", TLS handshaking: " + NO_SHARED_CIPHER);

        assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.HANDSHAKE_FAILED);
        assertThat(session.errors())
                .extracting(error -> error.reasonText().orElse(""))
                .containsExactly("unknown protocol", "no shared cipher");
        assertThat(session.handshakeErrorStatus()).contains(NO_SHARED_CIPHER);
    }

    @Test
    void userName_thatLooksLikeAnError_isNone() {
        SmtpSession session =
                only("imap-login: Disconnected (auth failed, 1 attempts in 2 secs): user=<error:1408A0C1:SSL"
                        + " routines:SSL3_GET_CLIENT_HELLO:no shared cipher>, method=PLAIN, " + A + ", TLS");

        assertThat(session.errors()).isEmpty();
        assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.ESTABLISHED);
    }

    @Test
    void clientOfTls13_thatRefusesTheCertificate_hasFailedItsHandshake() {
        SmtpSession session = only("imap-login: Disconnected (no auth attempts in 0 secs): user=<>, " + A
                + ", TLS: SSL_read() failed: error:14094418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca:"
                + " SSL alert number 48, session=<x>");

        assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.HANDSHAKE_FAILED);
        assertThat(session.errors()).hasSize(1);
    }

    @Test
    void settingThatIsNoGood_failsEveryClient_withOrWithoutAName() {
        List<SmtpSession> sessions = dovecot(
                        "imap-login: Error: Failed to initialize SSL server context: Can't set cipher list to 'NO-SUCH'"
                                + " (ssl_cipher_list setting): error:0A0000B9:SSL routines::no cipher match: user=<>, "
                                + A,
                        "imap-login: Fatal: Can't load private ssl_key: Key is for a different cert than ssl_cert",
                        "config: Warning: ssl_protocols has been replaced by ssl_min_protocol")
                .sessions();

        assertThat(sessions)
                .extracting(
                        SmtpSession::tlsOutcome,
                        SmtpSession::outcome,
                        session -> session.peer().isPresent())
                .containsExactly(
                        tuple(TlsOutcome.TLS_DISABLED, SessionOutcome.LOCAL_PROBLEM, true),
                        tuple(TlsOutcome.TLS_DISABLED, SessionOutcome.LOCAL_PROBLEM, false));
        assertThat(sessions.get(0).errors()).hasSize(1);
    }

    @Test
    void traceOfOneHandshake_isOfTheSessionThatEndsNext() {
        List<SmtpSession> sessions = dovecot(
                        "imap-login: Debug: SSL: where=0x10, ret=1: before SSL initialization",
                        "imap-login: Debug: SSL: where=0x2001, ret=1: SSLv3/TLS write server done",
                        "imap-login: Debug: SSL: where=0x2002, ret=-1: SSLv3/TLS write server done",
                        "imap-login: Debug: SSL alert: where=0x4004, ret=560: fatal unknown CA",
                        "imap-login: Disconnected (no auth attempts in 0 secs): user=<>, " + A + ", TLS handshaking: x",
                        "imap-login: Debug: SSL error: SSL_accept() syscall failed: Invalid argument",
                        "imap-login: Login: user=<b>, method=PLAIN, " + B + ", mpid=2, TLS")
                .sessions();

        assertThat(sessions)
                .extracting(SmtpSession::lineCount, session -> session.trace().size())
                .containsExactly(tuple(5L, 2), tuple(1L, 0));
        assertThat(sessions.get(0).firstLine()).isEqualTo(1);
        assertThat(sessions.get(0).startedAt()).isPresent();
    }

    /** Two processes log under one tag: nobody can tell whose alert it is. */
    @Test
    void tracesOfTwoHandshakesAtATime_areGivenToNeither() {
        List<SmtpSession> sessions = dovecot(
                        "imap-login: Debug: SSL: where=0x10, ret=1: before SSL initialization",
                        "imap-login: Debug: SSL: where=0x10, ret=1: before SSL initialization",
                        "imap-login: Debug: SSL alert: where=0x4004, ret=560: fatal unknown CA",
                        "imap-login: Disconnected (no auth attempts in 0 secs): user=<>, " + A + ", TLS handshaking: x",
                        "imap-login: Login: user=<b>, method=PLAIN, " + B + ", mpid=2, TLS")
                .sessions();

        assertThat(sessions)
                .extracting(
                        session -> session.peer().map(MailPeer::address),
                        session -> session.trace().size())
                .containsExactlyInAnyOrder(
                        tuple(Optional.of("192.0.2.9"), 0),
                        tuple(Optional.of("192.0.2.10"), 0),
                        tuple(Optional.empty(), 2));
    }

    @Test
    void linesOfAnotherLoginProcess_orAddress_areNotClaimed() {
        List<SmtpSession> sessions = dovecot(
                        "imap-login: Warning: SSL alert: where=0x4008, ret=552: fatal handshake failure [192.0.2.9]",
                        "pop3-login: Disconnected (no auth attempts in 0 secs): user=<>, " + A + ", TLS handshaking: x",
                        "imap-login: Disconnected (no auth attempts in 0 secs): user=<>, " + B + ", TLS handshaking: x",
                        "imap-login: Disconnected (no auth attempts in 0 secs): user=<>, " + A + ", TLS handshaking: x")
                .sessions();

        assertThat(sessions)
                .filteredOn(session -> !session.trace().isEmpty())
                .extracting(session -> session.peer().map(MailPeer::address), SmtpSession::program)
                .containsExactly(tuple(Optional.of("192.0.2.9"), Optional.of("imap-login")));
    }

    @Test
    void handshakeWithoutEnd_isASessionOfItsOwn() {
        SmtpSession session =
                only("imap-login: Error: SSL: Stacked error: error:1408A0C1:SSL routines:ssl3_get_client_hello:no"
                        + " shared cipher");

        assertThat(session.peer()).isEmpty();
        assertThat(session.tlsOutcome()).isEqualTo(TlsOutcome.HANDSHAKE_FAILED);
        assertThat(session.errors()).hasSize(1);
        assertThat(session.end()).isEqualTo(SessionEnd.END_OF_LOG);
    }

    @Test
    void historyOfAPeer_isThatOfTheSameServer() {
        List<SmtpSession> sessions = Lines.log()
                .smtpd(1, "connect from mx.example.com[192.0.2.9]")
                .smtpd(1, "SSL_accept error from mx.example.com[192.0.2.9]: -1")
                .smtpd(1, "disconnect from mx.example.com[192.0.2.9]")
                .line("Aug 23 21:56:15 mx dovecot: imap-login: Login: user=<a>, method=PLAIN, " + A + ", mpid=2, TLS")
                .line("Aug 23 21:56:15 mx dovecot: imap-login: Login: user=<a>, method=PLAIN, " + A + ", mpid=2, TLS")
                .sessions();

        assertThat(sessions)
                .extracting(
                        session -> session.peerBefore().sessions(),
                        session -> session.peerBefore().failed())
                .containsExactly(tuple(0L, 0L), tuple(0L, 0L), tuple(1L, 0L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(client didn't send a cert): user=<>|CLIENT_CERTIFICATE_MISSING",
                "(auth failed, 1 attempts in 1 secs): user=<client didn't send a cert>|AUTHENTICATION_FAILED",
                "(no auth attempts in 0 secs): user=<(auth failed, client didn't send a cert>|NOTHING",
            })
    void verdict_isByDovecotsOwnWords_notByAUsersName(String text, SessionCause cause) {
        SmtpSession session = only("imap-login: Disconnected: Aborted login by logging out " + text
                + ", rip=192.0.2.9, lip=192.0.2.1, TLS, session=<x>");

        assertThat(session.verdict().cause()).isEqualTo(cause);
    }
}
