package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values: fact sheet on handshake failures sections 1, 2 and 6. */
class HandshakeFailureTest {

    private static final OpenSslError UNKNOWN_PROTOCOL =
            OpenSslError.parse("error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1387:",
                "error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher",
                "error:1417A0C1:SSL routines:tls_post_process_client_hello:no shared cipher",
                "error:0A0000C1:SSL routines::no shared cipher"
            })
    void noSharedCipher_inEveryEra_isTheServersOwnVerdictOnTheClientHello(String text) {
        HandshakeFailure failure = failure(text);

        assertThat(failure.kind()).isEqualTo(FailureKind.NO_SHARED_CIPHER);
        assertThat(failure.step()).isEqualTo(HandshakeStep.CLIENT_HELLO);
        assertThat(failure.decidedBy()).isEqualTo(DecidedBy.THIS_HOST);
        assertThat(failure.blame()).isEqualTo(Blame.LOCAL_CONFIGURATION);
        assertThat(failure.causes())
                .containsExactly(
                        Cause.SUITES_WITHOUT_KEYS,
                        Cause.PLAIN_RSA_EXCLUDED,
                        Cause.NO_CERTIFICATE,
                        Cause.CERTIFICATE_TYPE_UNSUITABLE,
                        Cause.OUTDATED_SUITES,
                        Cause.SUITE_SCANNER);
        assertThat(failure.advice()).contains("smtpd_tls_eecdh_grade = strong", "!RSA+AES", "Risk:");
    }

    @Test
    void unknownProtocol_onAServer_isATlsv1ClientOrNoTls_andLastAnOlderOne() {
        HandshakeFailure failure = failure("error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol");

        assertThat(failure.step()).isEqualTo(HandshakeStep.FIRST_BYTES);
        assertThat(failure.blame()).isEqualTo(Blame.UNDETERMINED);
        assertThat(failure.causes())
                .containsExactly(Cause.TLSV1_0_AT_MOST, Cause.NOT_TLS, Cause.SSLV3_ONLY, Cause.SSLV2_ONLY);
        assertThat(failure.explain()).contains("\"wrong version number\"");
    }

    @Test
    void unknownProtocol_onAClient_isAServerThatAnswersInPlainText() {
        HandshakeFailure failure = failure("error:140770FC:SSL routines:SSL23_GET_SERVER_HELLO:unknown protocol");

        assertThat(failure.causes()).startsWith(Cause.NOT_TLS);
        assertThat(failure.blame()).isEqualTo(Blame.PEER_MISBEHAVED);
    }

    @Test
    void unknownProtocol_since110_isAPureSslv2Hello() {
        assertThat(failure("error:142090FC:SSL routines:tls_early_post_process_client_hello:unknown protocol")
                        .causes())
                .containsExactly(Cause.SSLV2_ONLY);
    }

    @ParameterizedTest
    @CsvSource({
        "error:1408A10B:SSL routines:SSL3_GET_CLIENT_HELLO:wrong version number:s3_srvr.c:970:, SSLV3_ONLY, CLIENT_HELLO",
        "error:1408F10B:SSL routines:SSL3_GET_RECORD:wrong version number:s3_pkt.c:337:, STRAY_BYTES, RECORD",
        "error:1408F10B:SSL routines:ssl3_get_record:wrong version number, NOT_TLS, RECORD",
        "error:0A00010B:SSL routines::wrong version number, NOT_TLS, RECORD"
    })
    void wrongVersionNumber_meansAnotherThing_byFunctionAndEra(String text, Cause likeliest, HandshakeStep step) {
        HandshakeFailure failure = failure(text);

        assertThat(failure.kind()).isEqualTo(FailureKind.WRONG_VERSION_NUMBER);
        assertThat(failure.causes()).startsWith(likeliest);
        assertThat(failure.step()).isEqualTo(step);
    }

    @Test
    void queueOfErrors_isJudgedByTheFirstThatIsExplained() {
        HandshakeFailure failure = HandshakeFailure.of(OpenSslError.findAll("""
                error:0A000999:SSL routines::no such thing
                error:0A0000C1:SSL routines::no shared cipher
                error:0A0000FC:SSL routines::unknown protocol
                """));

        assertThat(failure.kind()).isEqualTo(FailureKind.NO_SHARED_CIPHER);
        assertThatThrownBy(() -> HandshakeFailure.of(List.of())).hasMessage("queue: there is no error in it");
    }

    @Test
    void unknownProtocol_withTlsv1SwitchedOff_isLikelyATlsv1Client() {
        HandshakeFailure failure = HandshakeFailure.of(
                UNKNOWN_PROTOCOL,
                HandshakeContext.ofServer()
                        .withProtocolsOff(
                                Set.of(ProtocolVersion.SSLV2, ProtocolVersion.SSLV3, ProtocolVersion.TLSV1_0)));

        assertThat(failure.causes())
                .containsExactly(Cause.TLSV1_0_AT_MOST, Cause.NOT_TLS, Cause.SSLV3_ONLY, Cause.SSLV2_ONLY);
        assertThat(failure.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(failure.evidence())
                .containsExactly(
                        "The place in OpenSSL's source, SSL23_GET_CLIENT_HELLO, belongs to a server.",
                        "TLSv1 is switched off here.");
    }

    @Test
    void unknownProtocol_ofAPeerWithATlsv1Session_isCertainlyATlsv1Client() {
        HandshakeFailure failure = HandshakeFailure.of(
                UNKNOWN_PROTOCOL,
                HandshakeContext.ofServer()
                        .withProtocolsOff(Set.of(ProtocolVersion.SSLV2, ProtocolVersion.SSLV3, ProtocolVersion.TLSV1_0))
                        .withEarlierSession(ProtocolVersion.TLSV1_0));

        assertThat(failure.causes()).containsExactly(Cause.TLSV1_0_AT_MOST);
        assertThat(failure.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(failure.blame()).isEqualTo(Blame.LOCAL_CONFIGURATION);
    }

    @Test
    void unknownProtocol_withTlsv1SwitchedOn_isNoTlsv1Client() {
        HandshakeFailure failure = HandshakeFailure.of(
                UNKNOWN_PROTOCOL,
                HandshakeContext.ofServer().withProtocolsOff(Set.of(ProtocolVersion.SSLV2, ProtocolVersion.SSLV3)));

        // Section 6, table: with SSLv2 and SSLv3 off, a hello for SSLv3 in the form of SSLv2 is unknown protocol, too.
        assertThat(failure.causes()).containsExactly(Cause.NOT_TLS, Cause.SSLV3_ONLY, Cause.SSLV2_ONLY);
        assertThat(failure.confidence()).isEqualTo(Confidence.OPEN);
    }

    @Test
    void factsThatExcludeEverything_excludeNothing() {
        HandshakeFailure failure = HandshakeFailure.of(
                UNKNOWN_PROTOCOL,
                HandshakeContext.ofServer().withProtocolsOff(Set.of()).withEarlierSession(ProtocolVersion.TLSV1_2));

        assertThat(failure.causes())
                .containsExactly(Cause.TLSV1_0_AT_MOST, Cause.NOT_TLS, Cause.SSLV3_ONLY, Cause.SSLV2_ONLY);
        assertThat(failure.confidence()).isEqualTo(Confidence.OPEN);
    }

    @Test
    void trace_tellsTheStep_whereTheErrorIsAnErrorOfTheRecordLayer() {
        HandshakeContext context = HandshakeContext.ofLog("""
                mx postfix/smtpd[7]: SSL_accept:SSLv3 read client hello B
                mx postfix/smtpd[7]: SSL_accept:error in SSLv3 read client certificate A
                """);
        HandshakeFailure failure = HandshakeFailure.of(
                OpenSslError.parse("error:1408F10B:SSL routines:SSL3_GET_RECORD:wrong version number:s3_pkt.c:337:"),
                context);

        assertThat(failure.step()).isEqualTo(HandshakeStep.CLIENT_CERTIFICATE);
        assertThat(failure.explain()).contains("which was the server here");
        assertThat(failure.evidence())
                .containsExactly("The trace says: failed in state SSLv3 read client certificate A.");
    }

    @Test
    void explanation_namesTheReleaseThatPrintedTheLine() {
        assertThat(failure("error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1355:")
                        .explain()
                        .replaceAll("\\s+", " "))
                .contains(
                        "What is known: The place in OpenSSL's source, SSL3_GET_CLIENT_HELLO, belongs to a server. The line"
                                + " was printed by OpenSSL 1.0.1d to 1.0.1e, going by the upstream sources.");
        assertThat(failure("error:1408A0C1:SSL routines:SSL3_GET_CLIENT_HELLO:no shared cipher:s3_srvr.c:1387:")
                        .explain()
                        .replaceAll("\\s+", " "))
                .contains("No upstream release has this line, so it was printed by a patched build: nearest are 1.0.1m,"
                        + " 2 lines off.");
    }

    @Test
    void receivedAlert_isThePeersVerdict() {
        assertThat(failure("error:14094410:SSL routines:SSL3_READ_BYTES:sslv3 alert handshake failure:s3_pkt.c:1256:"
                                + "SSL alert number 40:")
                        .decidedBy())
                .isEqualTo(DecidedBy.PEER_ALERT);
    }

    @Test
    void errorWithoutExplanation_stillSaysWhatOpenSslSaid() {
        HandshakeFailure failure = failure("error:1408A999:SSL routines:SSL3_GET_SERVER_HELLO:quite \u001Bnew:");

        assertThat(failure.isExplained()).isFalse();
        assertThat(failure.kind()).hasToString("QUITE_NEW");
        assertThat(failure.step()).isEqualTo(HandshakeStep.SERVER_HELLO);
        assertThat(failure.blame()).isEqualTo(Blame.UNDETERMINED);
        assertThat(failure.readings()).isEmpty();
        assertThat(failure.summary()).isEqualTo("OpenSSL reported \"quite \\u001Bnew\" in SSL3_GET_SERVER_HELLO.");
        assertThat(failure.explain()).startsWith(failure.summary());
    }

    @ParameterizedTest
    @CsvSource({
        "error:1408A0C1:lib(20):func(138):reason(193), NO_SHARED_CIPHER",
        "error:140760FC:lib(20):func(118):reason(252), UNKNOWN_PROTOCOL",
        "error:1408F10B:lib(20):func(143):reason(267), WRONG_VERSION_NUMBER",
        "error:1408A0C1, NO_SHARED_CIPHER",
        "error:0A0000C1:lib(20)::reason(193), NO_SHARED_CIPHER",
        "err:a0000c1:14:0:c1, NO_SHARED_CIPHER",
        "error:1417A0C1:SSL routines:tls_post_process_client_hello:no sha, NO_SHARED_CIPHER"
    })
    void numbersAndCutTexts_areResolvedByTheTables(String text, String symbol) {
        HandshakeFailure failure = failure(text);

        assertThat(failure.kind()).hasToString(symbol);
        assertThat(failure.isExplained()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "error:14094412:SSL routines:SSL3_READ_BYTES:sslv3 a, SSLV3_ALERT_BAD_CERTIFICATE",
        "error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown pr$, UNKNOWN_PROTOCOL",
        "error:0A000412:SSL routines::ssl/tls alert bad certificate:ssl/record/rec_layer_s3.c:916:, SSLV3_ALERT_BAD_CERTIFICATE",
        "error:1409443E:SSL routines:SSL3_READ_BYTES:reason(1086), TLSV1_ALERT_INAPPROPRIATE_FALLBACK",
        "error:1409445C:SSL routines:SSL3_READ_BYTES:reason(1116), TLSV13_ALERT_CERTIFICATE_REQUIRED",
        "error:0A000461:SSL routines::reason(1121), REASON_1121",
        "error:140940C8:SSL routines:ssl3_read_bytes:reason(200), REASON_200"
    })
    void textThatIsCutOrNew_isNamedByItsNumber_onlyWhereNumbersAreSure(String text, String symbol) {
        assertThat(failure(text).kind()).hasToString(symbol);
    }

    @Test
    void sameWordsOfAnotherLibrary_areNotExplainedAsThoseOfTheSslLibrary() {
        // "length too long" is reason 404 of the SSL library and reason 102 of the BIO library in 1.1.1.
        assertThat(failure("error:20070066:BIO routines:BIO_new:length too long")
                        .isExplained())
                .isFalse();
        assertThat(failure("error:14094194:SSL routines:ssl3_read_bytes:length too long")
                        .isExplained())
                .isTrue();
    }

    @Test
    void libraryIsTakenFromItsPrintedName_whereTheNumberIsOfAnotherPacking() {
        // BoringSSL packs in a way of its own and prints symbols for reasons.
        HandshakeFailure failure = failure("error:100000f7:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER");

        assertThat(failure.kind()).isEqualTo(FailureKind.WRONG_VERSION_NUMBER);
        assertThat(failure.isExplained()).isTrue();
    }

    @Test
    void alertWithoutName_isStillThePeersVerdict() {
        HandshakeFailure failure = failure("error:0A000461:SSL routines::reason(1121):SSL alert number 121");

        assertThat(failure.decidedBy()).isEqualTo(DecidedBy.PEER_ALERT);
        assertThat(failure.isExplained()).isTrue();
        assertThat(failure.evidence()).containsExactly("The reason is the alert 121, which the peer sent.");
    }

    @Test
    void numberWithTwoMeanings_isReportedAsAmbiguous() {
        // 101 is bad alert record up to 1.0.2 and no suitable key share from 1.1.1 on; function 148 is in both.
        HandshakeFailure failure = failure("error:14094065:lib(20):func(148):reason(101)");

        assertThat(failure.kind()).hasToString("REASON_101");
        assertThat(failure.possibleKinds())
                .extracting(FailureKind::symbol)
                .containsExactly("BAD_ALERT_RECORD", "NO_SUITABLE_KEY_SHARE");
        assertThat(failure.summary())
                .isEqualTo(
                        "OpenSSL reported reason 101, whose meaning changed: \"bad alert record\" in 0.9.8y to 1.0.2u;"
                                + " \"no suitable key share\" in 1.1.1w.");
    }

    @Test
    void digitsAlone_areReportedAsAmbiguous() {
        HandshakeFailure failure = failure("error:1408A0C1");

        assertThat(failure.kind()).isEqualTo(FailureKind.NO_SHARED_CIPHER);
        assertThat(failure.evidence())
                .first()
                .isEqualTo(
                        "The digits alone do not tell which OpenSSL packed them. The likelier reading: 0.9.8 to 1.1.1,"
                                + " SSL routines, ssl3_get_client_hello, reason 193 (no shared cipher). The other one: 3.x, UI"
                                + " routines, reason 41153, which has no text there.");
    }

    @Test
    void digitsThatBothPackingsHaveAWordFor_haveBothKinds() {
        // Function 192 with reason 259 up to 1.1.1; since 3.0 the common reason internal error of the UI library.
        HandshakeFailure failure = failure("error:140C0103");

        assertThat(failure.possibleKinds())
                .extracting(FailureKind::symbol)
                .containsExactly("UNSUPPORTED_SSL_VERSION", "INTERNAL_ERROR");
        assertThat(failure.isExplained()).isFalse();
        assertThat(failure.summary())
                .contains("\"unsupported ssl version\" in 0.9.8y to 1.1.1w", "\"internal error\" in 3.0.15");
    }

    @Test
    void numberWithTwoMeanings_isDecidedByAFunctionOfOneEra() {
        // Function 503 is final_key_share and exists in 1.1.1 only.
        HandshakeFailure failure = failure("error:141F7065:lib(20):func(503):reason(101)");

        assertThat(failure.kind()).hasToString("NO_SUITABLE_KEY_SHARE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher",
                "error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol",
                "error:1408F10B:SSL routines:SSL3_GET_RECORD:wrong version number"
            })
    void explanation_fitsIntoEightyColumns(String text) {
        assertThat(failure(text).explain().lines()).allMatch(line -> line.length() <= 80 && !line.endsWith(" "));
    }

    private static HandshakeFailure failure(String text) {
        return HandshakeFailure.of(OpenSslError.parse(text));
    }
}
