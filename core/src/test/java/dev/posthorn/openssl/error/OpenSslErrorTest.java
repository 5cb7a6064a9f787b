package dev.posthorn.openssl.error;

import static dev.posthorn.openssl.error.ErrorPacking.LIBRARY_FUNCTION_REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.tls.AlertDescription;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSslErrorTest {

    @Test
    void postfixOfOldLine_hasThreadIdPlaceAndFinalColon() {
        OpenSslError error = OpenSslError.parse("Aug 23 19:34:29 mx postfix/smtpd[7659]: warning: TLS library problem: "
                + "7659:error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1387:");

        assertThat(error.threadId()).contains("7659");
        assertThat(error.code()).isEqualTo(PackedErrorCode.of(20, 138, 193));
        assertThat(error.libraryText()).contains("SSL routines");
        assertThat(error.functionText()).contains("SSL3_GET_CLIENT_HELLO");
        assertThat(error.reasonText()).contains("no shared cipher");
        assertThat(error.file()).contains("s3_srvr.c");
        assertThat(error.line()).hasValue(1387);
        assertThat(error.data()).isEmpty();
        assertThat(error.peerAlert()).isEmpty();
    }

    @Test
    void postfixOfOldLine_withData_losesOnlyTheFinalColon() {
        OpenSslError error = OpenSslError.parse("warning: TLS library problem: 812:error:14094410:SSL routines:"
                + "SSL3_READ_BYTES:sslv3 alert handshake failure:s3_pkt.c:1256:SSL alert number 40:");

        assertThat(error.data()).contains("SSL alert number 40");
        assertThat(error.peerAlert()).contains(AlertDescription.HANDSHAKE_FAILURE);
    }

    @Test
    void postfixOfNewLine_hasNoThreadId() {
        OpenSslError error = OpenSslError.parse("warning: TLS library problem: error:1417A0C1:SSL routines:"
                + "tls_post_process_client_hello:no shared cipher:../ssl/statem/statem_srvr.c:2282:");

        assertThat(error.threadId()).isEmpty();
        assertThat(error.file()).contains("../ssl/statem/statem_srvr.c");
        assertThat(error.line()).hasValue(2282);
        assertThat(error.code().packing()).isEqualTo(LIBRARY_FUNCTION_REASON);
    }

    @Test
    void openSsl3Line_hasAnEmptyFunction() {
        OpenSslError error = OpenSslError.parse(
                "error:0A000418:SSL routines::tlsv1 alert unknown ca:ssl/record/rec_layer_s3.c:1586:SSL alert number 48:");

        assertThat(error.functionText()).isEmpty();
        assertThat(error.code()).isEqualTo(PackedErrorCode.of(20, 1048));
        assertThat(error.reasonText()).contains("tlsv1 alert unknown ca");
    }

    @Test
    void openSsl3Tool_insertsTheFunctionAndAHexThreadId() {
        OpenSslError error = OpenSslError.parse("40B7A5C8E27F0000:error:0A0000C1:SSL routines:"
                + "tls_post_process_client_hello:no shared cipher:ssl/statem/statem_srvr.c:2241:");

        assertThat(error.threadId()).contains("40B7A5C8E27F0000");
        assertThat(error.code()).isEqualTo(PackedErrorCode.of(20, 193));
        assertThat(error.functionText()).contains("tls_post_process_client_hello");
    }

    @Test
    void dataWithColons_isKeptWhole() {
        OpenSslError error = OpenSslError.parse(
                "error:0906D06C:PEM routines:PEM_read_bio:no start line:pem_lib.c:650:" + "Expecting: DH PARAMETERS:");

        assertThat(error.data()).contains("Expecting: DH PARAMETERS");
    }

    @Test
    void dataOfAFailedOpen_isKeptWhole() {
        OpenSslError error = OpenSslError.parse("error:02001002:system library:fopen:No such file or directory:"
                + "bss_file.c:169:fopen('/etc/ssl/example.com.pem','r')");

        assertThat(error.functionText()).contains("fopen");
        assertThat(error.data()).contains("fopen('/etc/ssl/example.com.pem','r')");
    }

    @Test
    void eximLine_endsWithTheReason() {
        OpenSslError error =
                OpenSslError.parse("TLS error on connection from mail.example.com [192.0.2.7] (SSL_accept): "
                        + "error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher");

        assertThat(error.reasonText()).contains("no shared cipher");
        assertThat(error.file()).isEmpty();
    }

    @Test
    void dovecotLine_goesOnBehindTheReason() {
        OpenSslError error = OpenSslError.parse("imap-login: Disconnected (no auth attempts in 0 secs): user=<>, "
                + "rip=192.0.2.7, lip=198.51.100.1, TLS handshaking: SSL_accept() failed: error:1408A0C1:SSL routines:"
                + "SSL3_GET_CLIENT_HELLO:no shared cipher, session=<AbC+dEf>");

        assertThat(error.reasonText()).contains("no shared cipher");
        assertThat(error.data()).isEmpty();
    }

    @Test
    void dovecotLine_withAlert_hasItsNumberAsData() {
        OpenSslError error = OpenSslError.parse("SSL_accept() failed: error:14094416:SSL routines:ssl3_read_bytes:"
                + "sslv3 alert certificate unknown: SSL alert number 46, session=<AbC+dEf>");

        assertThat(error.reasonText()).contains("sslv3 alert certificate unknown");
        assertThat(error.data()).contains("SSL alert number 46");
    }

    @Test
    void dovecotLine_withTwoErrors_givesBothInOrder() {
        List<OpenSslError> errors = OpenSslError.findAll("SSL_accept() failed: error:1408F10B:SSL routines:"
                + "ssl3_get_record:wrong version number, error:140940E5:SSL routines:ssl3_read_bytes:"
                + "ssl handshake failure, session=<x>");

        assertThat(errors)
                .extracting(OpenSslError::reasonText)
                .containsExactly(Optional.of("wrong version number"), Optional.of("ssl handshake failure"));
    }

    @Test
    void sendmailLine_isReadLikeTheToolsOwn() {
        OpenSslError error = OpenSslError.parse("STARTTLS=server: 12345:error:1408A0C1:SSL routines:"
                + "SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1387:");

        assertThat(error.threadId()).contains("12345");
        assertThat(error.line()).hasValue(1387);
    }

    @Test
    void webServerLine_endsAtTheParenthesisItDidNotOpen() {
        OpenSslError error = OpenSslError.parse("SSL_do_handshake() failed (SSL: error:14209102:SSL routines:"
                + "tls_early_post_process_client_hello:unsupported protocol) while SSL handshaking, client: 192.0.2.7");

        assertThat(error.reasonText()).contains("unsupported protocol");
        assertThat(error.data()).isEmpty();
    }

    @Test
    void apacheLine_losesItsAddedRemark() {
        OpenSslError error = OpenSslError.parse("SSL Library Error: error:1407609C:SSL routines:"
                + "SSL23_GET_CLIENT_HELLO:http request -- speaking HTTP to HTTPS port!?");

        assertThat(error.reasonText()).contains("http request");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            couriertls: accept: error:1408F10B:SSL routines:ssl3_get_record:wrong version number | wrong version number
            fe/1: SSL handshake failure (error:0A00010B:SSL routines::wrong version number)      | wrong version number
            Stacked error: error:0A00009C:SSL routines::http request                             | http request
            SSL3 accept error: error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher | no shared cipher
            12345:error:0A0000C1:SSL routines:tls_post_process_client_hello:no shared cipher:ssl/statem/statem_srvr.c:2241: | no shared cipher
            """)
    void otherProgramsLines_haveTheirReason(String line, String reason) {
        assertThat(OpenSslError.parse(line).reasonText()).contains(reason);
    }

    @Test
    void reasonsWithCommasAndParentheses_areKeptWhole() {
        assertThat(OpenSslError.parse("error:1412214A:SSL routines:SSL_CTX_set_client_cert_engine:"
                                + "Peer haven't sent GOST certificate, required for selected ciphersuite")
                        .reasonText())
                .contains("Peer haven't sent GOST certificate, required for selected ciphersuite");
        assertThat(OpenSslError.parse("error:1412D11E:SSL routines:X:krb5 client cc principal (no tkt?)")
                        .reasonText())
                .contains("krb5 client cc principal (no tkt?)");
    }

    @Test
    void numbersOnly_areReadAsPrinted() {
        OpenSslError error = OpenSslError.parse("error:1408A0C1:lib(20):func(138):reason(193)");

        assertThat(error.code()).isEqualTo(PackedErrorCode.of(20, 138, 193));
        assertThat(error.libraryText()).contains("lib(20)");
        assertThat(error.reasonText()).contains("reason(193)");
    }

    @Test
    void shortFormOfOpenSsl3_hasNumbersOnly() {
        OpenSslError error = OpenSslError.parse("err:a0000c1:14:0:c1");

        assertThat(error.code()).isEqualTo(PackedErrorCode.of(20, 193));
        assertThat(error.libraryText()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            error:1408A0C1                                                    |              |                       |
            error:1408A0C1:                                                   |              |                       |
            error:1408A0C1:SSL rou                                            | SSL rou      |                       |
            error:1408A0C1:SSL routines:SSL3_GET_CL                           | SSL routines | SSL3_GET_CL           |
            error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no sha          | SSL routines | SSL3_GET_CLIENT_HELLO | no sha
            error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no sha:s3_srvr  | SSL routines | SSL3_GET_CLIENT_HELLO | no sha
            """)
    void cutLine_givesThePiecesThatAreThere(String text, String library, String function, String reason) {
        OpenSslError error = OpenSslError.parse(text);

        assertThat(error.code()).isEqualTo(PackedErrorCode.of(20, 138, 193));
        assertThat(error.libraryText().filter(name -> !name.isEmpty())).isEqualTo(Optional.ofNullable(library));
        assertThat(error.functionText()).isEqualTo(Optional.ofNullable(function));
        assertThat(error.reasonText()).isEqualTo(Optional.ofNullable(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "error:0A0000C1:SSL routines:tls_post_process_client_hello:no shared cipher, LIBRARY_REASON",
        "error:0A0000C1:dsa routines:DSA routines:reason(193), LIBRARY_FUNCTION_REASON",
        "error:1400006B:UI routines::processing error, LIBRARY_REASON",
        "error:1400010F:SSL routines:SSL routines:bad length, LIBRARY_FUNCTION_REASON",
        "error:80000068:system library::Connection reset by peer, LIBRARY_REASON",
        "error:02001002:system library:fopen:No such file or directory, LIBRARY_FUNCTION_REASON",
        "error:00000000:lib(0)::reason(0), LIBRARY_REASON",
        "error:00000000:lib(0):func(0):reason(0), LIBRARY_FUNCTION_REASON",
        "error:0A0000C1:SSL ROUTINES::NO SHARED CIPHER, LIBRARY_REASON"
    })
    void packing_isToldByThePrintedNames(String text, ErrorPacking expected) {
        assertThat(OpenSslError.parse(text).code().packing()).isEqualTo(expected);
    }

    @Test
    void changedCase_isAccepted() {
        assertThat(OpenSslError.parse("ERROR:1408a0c1:ssl routines:ssl3_get_client_hello:no shared cipher")
                        .code())
                .isEqualTo(PackedErrorCode.of(20, 138, 193));
    }

    @Test
    void shortenedCode_isAcceptedBeforeTheNameOfALibrary() {
        assertThat(OpenSslError.find("error:14418:SSL routines:SSL3_READ_BYTES:tlsv1 alert unknown ca"))
                .isPresent();
        assertThat(OpenSslError.find("error:14418:something else:entirely:different"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "error:",
                "error: no such user",
                "SSL_accept error from mail.example.com[192.0.2.7]: -1",
                "terror:1408A0C1:SSL routines:a:b",
                "error:12345678901234567:SSL routines:a:b",
                "error:1408A0C1x:SSL routines:a:b",
                "err:1:2:3:4"
            })
    void textWithoutAnError_hasNone(String text) {
        assertThat(OpenSslError.find(text)).isEmpty();
        assertThat(OpenSslError.findAll(text)).isEmpty();
    }

    @Test
    void parse_ofTextWithoutAnError_showsAnEscapedExcerpt() {
        assertThatThrownBy(() -> OpenSslError.parse("all is \u001B[32mwell\u202E"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text: there is no OpenSSL error in \"all is \\u001B[32mwell\\u202E\"");
    }

    @Test
    void severalLines_giveOneErrorEach() {
        String text = """
                a: 1:error:02001002:system library:fopen:No such file or directory:bss_file.c:169:fopen('x','r'):
                a: 1:error:20074002:BIO routines:FILE_CTRL:system lib:bss_file.c:358:\r
                a: 1:error:140DC002:SSL routines:SSL_CTX_use_certificate_chain_file:system lib:ssl_rsa.c:722:
                """;

        List<OpenSslError> errors = OpenSslError.findAll(text);

        assertThat(errors).extracting(error -> error.code().library()).containsExactly(2, 32, 20);
        assertThat(errors)
                .extracting(OpenSslError::data)
                .containsExactly(Optional.of("fopen('x','r')"), Optional.empty(), Optional.empty());
    }

    @Test
    void printed_isWhatOpenSslPrintedAndHarmless() {
        assertThat(OpenSslError.parse(
                        "9:error:0906D06C:PEM routines:PEM_read_bio:no start line:pem_lib.c:650:a\u001Bb:"))
                .hasToString("error:0906D06C:PEM routines:PEM_read_bio:no start line:pem_lib.c:650:a\\u001Bb");
    }

    /** Codes of both eras from the fact sheet; 0A0C0103 is internal error and 0480006C no start line of 3.x. */
    @ParameterizedTest
    @CsvSource({
        "error:1408A0C1, LIBRARY_FUNCTION_REASON",
        "error:140760FC, LIBRARY_FUNCTION_REASON",
        "error:0906D06C, LIBRARY_FUNCTION_REASON",
        "error:02001002, LIBRARY_FUNCTION_REASON",
        "error:140C0103, LIBRARY_FUNCTION_REASON",
        "error:0A0000C1, LIBRARY_REASON",
        "error:0A0C0103, LIBRARY_REASON",
        "error:0480006C, LIBRARY_REASON",
        "error:80000068, LIBRARY_REASON"
    })
    void packingWithoutNames_isAGuess_andSaysSo(String text, ErrorPacking likely) {
        OpenSslError error = OpenSslError.parse(text);

        assertThat(error.code().packing()).isEqualTo(likely);
        assertThat(error.isPackingProven()).isFalse();
        assertThat(error.otherCode().orElseThrow().bits())
                .isEqualTo(error.code().bits());
        assertThat(error.otherCode().orElseThrow().packing()).isNotEqualTo(likely);
    }

    @Test
    void packingWithNames_isProven() {
        OpenSslError error = OpenSslError.parse("error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher");

        assertThat(error.isPackingProven()).isTrue();
        assertThat(error.otherCode()).isEmpty();
    }
}
