package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One line of each program that prints OpenSSL's errors, with the header of its log: what is found in it, and which side the
 * program was on. Shapes: fact sheet on OpenSSL errors sections 2 to 4.
 */
class LinesOfProgramsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # Postfix up to 2.10, from 2.11 on, with OpenSSL 3, as a client, as a proxy for either side
            Aug 23 19:34:29 mx postfix/smtpd[7659]: warning: TLS library problem: 7659:error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1387: | no shared cipher | SERVER
            Aug 23 19:34:29 mx postfix/smtpd[7659]: warning: TLS library problem: error:1417A0C1:SSL routines:tls_post_process_client_hello:no shared cipher:../ssl/statem/statem_srvr.c:2282: | no shared cipher | SERVER
            2024-05-01T10:00:00.123456+02:00 mx postfix/submission/smtpd[12]: warning: TLS library problem: error:0A000416:SSL routines::sslv3 alert certificate unknown:../ssl/record/rec_layer_s3.c:1586:SSL alert number 46: | sslv3 alert certificate unknown | SERVER
            May  1 10:00:00 mx postfix/smtp[99]: warning: TLS library problem: 99:error:14077410:SSL routines:SSL23_GET_SERVER_HELLO:sslv3 alert handshake failure:s23_clnt.c:741: | sslv3 alert handshake failure | CLIENT
            May  1 10:00:00 mx postfix/tlsproxy[99]: warning: TLS library problem: error:1408F10B:SSL routines:ssl3_get_record:wrong version number:ssl/record/ssl3_record.c:332: | wrong version number | -
            May  1 10:00:00 mx postfix/smtpd[7]: warning: TLS library problem: error:0906D06C:PEM routines:PEM_read_bio:no start line:pem_lib.c:650:Expecting: DH PARAMETERS: | no start line | SERVER
            # Exim
            2024-05-01 10:00:00 TLS error on connection from mail.example.com [192.0.2.7] (SSL_accept): error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher | no shared cipher | SERVER
            2024-05-01 10:00:00 1abcde-000001-Ab H=mx.example.org [192.0.2.9] TLS error on connection (SSL_connect): error:0A000102:SSL routines::unsupported protocol | unsupported protocol | CLIENT
            2024-05-01 10:00:00 TLS error (D-H param setting '/etc/exim/dh.pem'): error:0480006C:PEM routines::no start line | no start line | -
            # Dovecot
            May  1 10:00:00 mx dovecot: imap-login: Disconnected (no auth attempts in 0 secs): user=<>, rip=192.0.2.7, lip=198.51.100.1, TLS handshaking: SSL_accept() failed: error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher, session=<AbC+dEf> | no shared cipher | SERVER
            May  1 10:00:00 mx dovecot: pop3-login: Disconnected: user=<>, rip=192.0.2.7, TLS handshaking: SSL_accept() failed: error:14094416:SSL routines:ssl3_read_bytes:sslv3 alert certificate unknown: SSL alert number 46, session=<AbC+dEf> | sslv3 alert certificate unknown | SERVER
            May  1 10:00:00 mx dovecot: imap-login: Error: SSL: Stacked error: error:1408F10B:SSL routines:ssl3_get_record:wrong version number | wrong version number | SERVER
            May  1 10:00:00 mx dovecot: lmtp(12): Error: SSL_accept() failed: error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol, error:140940E5:SSL routines:ssl3_read_bytes:ssl handshake failure | unknown protocol, ssl handshake failure | SERVER
            # Sendmail
            May  1 10:00:00 mx sendmail[12345]: STARTTLS=server: 12345:error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1387: | no shared cipher | SERVER
            May  1 10:00:00 mx sm-mta[12345]: STARTTLS=client: 12345:error:14094410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:s3_pkt.c:1487:SSL alert number 40 | sslv3 alert handshake failure | CLIENT
            # Courier, Cyrus
            May  1 10:00:00 mx imapd-ssl: couriertls: accept: error:1408F10B:SSL routines:ssl3_get_record:wrong version number | wrong version number | SERVER
            May  1 10:00:00 mx courieresmtp: couriertls: connect: error:14077102:SSL routines:SSL23_GET_SERVER_HELLO:unsupported protocol | unsupported protocol | CLIENT
            May  1 10:00:00 mx cyrus/imaps[321]: imaps TLS negotiation failed: mail.example.com [192.0.2.7]: error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher | no shared cipher | SERVER
            # nginx, Apache, HAProxy
            2024/05/01 10:00:00 [info] 33#33: *12 SSL_do_handshake() failed (SSL: error:14209102:SSL routines:tls_early_post_process_client_hello:unsupported protocol) while SSL handshaking, client: 192.0.2.7, server: 0.0.0.0:993 | unsupported protocol | SERVER
            2024/05/01 10:00:00 [error] 33#33: *12 SSL_do_handshake() failed (SSL: error:0A000086:SSL routines::certificate verify failed) while SSL handshaking to upstream, client: 192.0.2.7 | certificate verify failed | CLIENT
            [Wed May 01 10:00:00.123456 2024] [ssl:info] [pid 12] SSL Library Error: error:1407609C:SSL routines:SSL23_GET_CLIENT_HELLO:http request -- speaking HTTP to HTTPS port!? | http request | SERVER
            May  1 10:00:00 lb haproxy[7]: 192.0.2.7:50000 [01/May/2024:10:00:00.123] imaps/1: SSL handshake failure (error:0A00010B:SSL routines::wrong version number) | wrong version number | SERVER
            # openssl s_client, old and new
            140735:error:14094410:SSL routines:SSL3_READ_BYTES:sslv3 alert handshake failure:s3_pkt.c:1256:SSL alert number 40 | sslv3 alert handshake failure | -
            40B7A5C8E27F0000:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:ssl/record/rec_layer_s3.c:1584:SSL alert number 40 | sslv3 alert handshake failure | -
            """)
    void line_hasItsErrorsAndItsSide(String line, String reasons, String side) {
        assertThat(OpenSslError.findAll(line))
                .extracting(OpenSslError::reasonText)
                .isEqualTo(Arrays.stream(reasons.split(", ")).map(Optional::of).toList());
        assertThat(HandshakeContext.ofLog(line).side().map(Enum::name).orElse("-"))
                .isEqualTo(side);
    }

    @Test
    void dovecotsCallback_isReadAsATrace() {
        HandshakeContext context = HandshakeContext.ofLog("""
                May  1 10:00:00 mx dovecot: imap-login: Debug: SSL: where=0x10, ret=1: before/accept initialization [192.0.2.7]
                May  1 10:00:00 mx dovecot: imap-login: Debug: SSL: where=0x2001, ret=1: SSLv3 read client hello A [192.0.2.7]
                May  1 10:00:00 mx dovecot: imap-login: Debug: SSL alert: where=0x4004, ret=560: fatal unknown CA [192.0.2.7]
                May  1 10:00:00 mx dovecot: imap-login: Debug: SSL failed: where=0x2002: SSLv3 read client certificate A [192.0.2.7]
                """);

        assertThat(context.side()).contains(Side.SERVER);
        assertThat(context.trace())
                .extracting(TraceLine::event)
                .containsExactly(
                        TraceLine.Event.STATE,
                        TraceLine.Event.STATE,
                        TraceLine.Event.ALERT_RECEIVED,
                        TraceLine.Event.FAILED);
        assertThat(context.traceStep()).contains(HandshakeStep.CLIENT_CERTIFICATE);
    }

    /** Without the loaders' call a program prints numbers (section 2). */
    @Test
    void programWithoutNames_isUnderstoodAllTheSame() {
        HandshakeFailure failure = HandshakeFailure.of(OpenSslError.findAll(
                "May  1 10:00:00 mx app[7]: 7:error:1408A0C1:lib(20):func(138):reason(193):s3_srvr.c:1355:"));

        assertThat(failure.kind()).isEqualTo(FailureKind.NO_SHARED_CIPHER);
    }

    /** A queue as Postfix logs it: one line for each entry, the cause first, wrappers behind. */
    @Test
    void queueOverSeveralLines_isJudgedByItsCause() {
        List<OpenSslError> queue = OpenSslError.findAll("""
                May  1 10:00:00 mx postfix/smtpd[7]: warning: TLS library problem: 7:error:04075070:rsa routines:RSA_sign:digest too big for rsa key:rsa_sign.c:127:
                May  1 10:00:00 mx postfix/smtpd[7]: warning: TLS library problem: 7:error:1409B006:SSL routines:SSL3_SEND_SERVER_KEY_EXCHANGE:EVP lib:s3_srvr.c:1989:
                """);

        assertThat(queue).hasSize(2);
        assertThat(HandshakeFailure.of(queue).kind()).hasToString("DIGEST_TOO_BIG_FOR_RSA_KEY");
    }
}
