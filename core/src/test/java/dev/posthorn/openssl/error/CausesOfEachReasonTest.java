package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: what the fact sheet on handshake failures gives as the cause of each reason, section by section. */
class CausesOfEachReasonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            error:14209102:SSL routines:tls_early_post_process_client_hello:unsupported protocol | TLSV1_0_AT_MOST
            error:14077102:SSL routines:SSL23_GET_SERVER_HELLO:unsupported protocol | VERSION_NOT_COMMON
            error:1420918C:SSL routines:tls_early_post_process_client_hello:version too low | SSLV3_ONLY
            error:1407609C:SSL routines:SSL23_GET_CLIENT_HELLO:http request | NOT_TLS
            error:0A00009B:SSL routines::https proxy request | NOT_TLS
            """)
    void firstBytes_section1(String text, Cause likeliest) {
        assertThat(failure(text).causes()).startsWith(likeliest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            error:1408A0B6:SSL routines:SSL3_GET_CLIENT_HELLO:no ciphers passed | PEER_MISBEHAVED | SCANNER
            error:0A0000B7:SSL routines::no ciphers specified | PEER_MISBEHAVED | SCANNER
            error:0A000175:SSL routines::inappropriate fallback | UNDETERMINED | FALLBACK_RETRY
            error:0A000127:SSL routines::no suitable groups | LOCAL_CONFIGURATION | NOTHING_TO_OFFER
            error:0A000152:SSL routines::unsafe legacy renegotiation disabled | PEER_INCOMPATIBLE | LEGACY_RENEGOTIATION
            error:140D9115:SSL routines:ssl_get_prev_session:session id context uninitialized | LOCAL_CONFIGURATION | PROGRAM_FAULT
            error:0A0000C6:SSL routines::packet length too long | PEER_MISBEHAVED | NOT_TLS
            """)
    void clientHello_section2(String text, Blame blame, Cause likeliest) {
        assertThat(failure(text).blame()).isEqualTo(blame);
        assertThat(failure(text).causes()).startsWith(likeliest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            error:0A0000AB:SSL routines::missing tmp dh key | SUITES_WITHOUT_KEYS
            error:04070070:rsa routines:RSA_private_encrypt:digest too big for rsa key | PARAMETERS_TOO_WEAK
            error:1408D174:SSL routines:ssl3_get_key_exchange:dh key too small | PARAMETERS_TOO_WEAK
            error:05066066:Diffie-Hellman routines:COMPUTE_KEY:invalid public key | SCANNER
            error:0A00007B:SSL routines::bad signature | KEY_MISMATCH
            error:0A0000C7:SSL routines::peer did not return a certificate | CLIENT_CERTIFICATE_DEMANDED
            error:1408F085:SSL routines:ssl3_get_record:ccs received early | SCANNER
            error:0A000095:SSL routines::digest check failed | MIDDLEBOX
            error:140870E8:SSL routines:SSL3_GET_CERTIFICATE_REQUEST:tls client cert req with anon cipher | ANONYMOUS_SUITE_WITH_CLIENT_CERTIFICATE
            error:0A0C0103:SSL routines::internal error | NOTHING_TO_OFFER
            error:1406E0C8:SSL routines:GET_SERVER_VERIFY:peer error | SCANNER
            error:0A000197:SSL routines::shutdown while in init | PEER_CLOSED
            """)
    void keysAndMessages_section3(String text, Cause likeliest) {
        assertThat(failure(text).causes()).startsWith(likeliest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            error:0A0000B5:SSL routines::no ciphers available | LOCAL_CONFIGURATION | NOTHING_TO_OFFER
            error:0A0000BF:SSL routines::no protocols available | LOCAL_CONFIGURATION | NOTHING_TO_OFFER
            error:0A0000B9:SSL routines::no cipher match | LOCAL_CONFIGURATION | NOTHING_TO_OFFER
            error:140A90A1:SSL routines:SSL_CTX_new:library has no ciphers | LOCAL_CONFIGURATION | LIBRARY_FAULT
            error:0A000105:SSL routines::wrong cipher returned | PEER_MISBEHAVED | BROKEN_PEER
            error:0A00018F:SSL routines::ee key too small | LOCAL_CONFIGURATION | SECURITY_POLICY
            error:0A00014D:SSL routines::legacy sigalg disallowed or unsupported | PEER_INCOMPATIBLE | SIGNATURE_NOT_ALLOWED
            """)
    void client_section4(String text, Blame blame, Cause likeliest) {
        assertThat(failure(text).blame()).isEqualTo(blame);
        assertThat(failure(text).causes()).startsWith(likeliest);
    }

    /** Appendix B: raised by functions that a program calls, before anything was sent or on its own request. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            error:0A00013F:SSL routines::ssl3 ext invalid servername:s3_lib.c:3503:
            error:0A000117:SSL routines::extension not received:ssl_lib.c:5908:
            error:0A000111:SSL routines::ssl session id context too long:ssl_lib.c:893:
            error:140B512D:SSL routines:SSL_GET_NEW_SESSION:ssl session id callback failed:ssl_sess.c:250:
            """)
    void callOfTheProgram_isNoFaultOfThePeer(String text) {
        assertThat(failure(text).blame()).isEqualTo(Blame.LOCAL_CONFIGURATION);
        assertThat(failure(text).readings()).extracting(Reading::blame).containsOnly(Blame.LOCAL_CONFIGURATION);
    }

    /** Appendix B: raised by clients only, on what a server's hello holds. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            error:1409212C:SSL routines:SSL3_GET_SERVER_HELLO:ssl3 session id too long:s3_clnt.c:765:
            error:0A0003E7:SSL routines::invalid session id:ssl/statem/statem_clnt.c:1473:
            """)
    void sessionIdInAServersHello_isTheServersFault(String text) {
        assertThat(failure(text).blame()).isEqualTo(Blame.PEER_MISBEHAVED);
        assertThat(failure(text).step()).isEqualTo(HandshakeStep.SERVER_HELLO);
    }

    /** Section 0: with another library first and the SSL library last, the first error is the reason. */
    @Test
    void queueFromAnotherLibrary_isJudgedByItsFirstError() {
        List<OpenSslError> queue = OpenSslError.findAll("""
                error:04070070:rsa routines:RSA_private_encrypt:digest too big for rsa key:rsa_sign.c:127:
                error:1409B006:SSL routines:SSL3_SEND_SERVER_KEY_EXCHANGE:EVP lib:s3_srvr.c:1877:
                """);

        assertThat(HandshakeFailure.of(queue).kind()).hasToString("DIGEST_TOO_BIG_FOR_RSA_KEY");
    }

    private static HandshakeFailure failure(String text) {
        return HandshakeFailure.of(OpenSslError.parse(text));
    }
}
