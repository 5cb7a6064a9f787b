package dev.posthorn.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.diagnosis.LogLine;
import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.maillog.WrittenLog;
import dev.posthorn.openssl.error.Confidence;
import org.junit.jupiter.api.Test;

/** What peers are taken for; causes and how to tell them apart: fact sheet on handshake failures sections 1 to 6. */
class PeerKindTest {

    private static final String PEER = "mx.example.net[192.0.2.25]";

    private static final MailServer WITHOUT_SSLV3 =
            MailServer.of("2.6.6", "smtpd_tls_security_level = may\nsmtpd_tls_protocols = !SSLv2, !SSLv3", "1.0.1e");

    private static final MailServer WITHOUT_TLSV1 = MailServer.of(
            "2.6.6", "smtpd_tls_security_level = may\nsmtpd_tls_protocols = !TLSv1, !SSLv2, !SSLv3", "1.0.1e");

    private static Peer client(WrittenLog log, MailServer server) {
        return log.diagnose(server).peers().find(TlsRole.SERVER, "192.0.2.25").orElseThrow();
    }

    private static PeerFinding finding(WrittenLog log, MailServer server) {
        return client(log, server).finding().orElseThrow();
    }

    @Test
    void unknownProtocol_withTlsv1Off_isAClientOfTlsv10() {
        PeerFinding finding = finding(WrittenLog.log().clientFails(PEER, WrittenLog.UNKNOWN_PROTOCOL), WITHOUT_TLSV1);

        assertThat(finding.kind()).isEqualTo(PeerKind.TLSV1_0_AT_MOST);
        assertThat(finding.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(finding.evidence()).extracting(LogLine::number).containsExactly(3L, 4L, 5L);
    }

    @Test
    void unknownProtocol_afterTlsv1Sessions_isCertain() {
        WrittenLog log = WrittenLog.log()
                .clientSucceeds(PEER, "TLSv1 with cipher AES128-SHA (128/128 bits)")
                .clientFails(PEER, WrittenLog.UNKNOWN_PROTOCOL);

        assertThat(finding(log, WITHOUT_TLSV1).kind()).isEqualTo(PeerKind.TLSV1_0_AT_MOST);
        assertThat(finding(log, WITHOUT_TLSV1).confidence()).isEqualTo(Confidence.CERTAIN);
    }

    @Test
    void unknownProtocol_ofAPeerThatSpeaksTlsv12_isSomethingElse() {
        WrittenLog log = WrittenLog.log()
                .clientFails(PEER, WrittenLog.UNKNOWN_PROTOCOL)
                .clientSucceeds(PEER, "TLSv1.2 with cipher AES128-GCM-SHA256 (128/128 bits)");

        assertThat(finding(log, WITHOUT_TLSV1).kind()).isEqualTo(PeerKind.UNDETERMINED);
        assertThat(finding(log, WITHOUT_TLSV1).because())
                .contains("It also agreed on TLSv1.2 AES128-GCM-SHA256 (line 9).");
    }

    @Test
    void unknownProtocol_withoutSettings_isLeftOpen() {
        PeerFinding finding =
                finding(WrittenLog.log().clientFails(PEER, WrittenLog.UNKNOWN_PROTOCOL), MailServer.unknown());

        assertThat(finding.kind()).isEqualTo(PeerKind.UNDETERMINED);
        assertThat(finding.possible())
                .contains(PeerKind.TLSV1_0_AT_MOST, PeerKind.SSLV3_ONLY, PeerKind.DOES_NOT_SPEAK_TLS);
    }

    @Test
    void wrongVersionNumber_withSslv3Off_isAClientOfSslv3() {
        assertThat(finding(WrittenLog.log().clientFails(PEER, WrittenLog.WRONG_VERSION_NUMBER), WITHOUT_SSLV3)
                        .kind())
                .isEqualTo(PeerKind.SSLV3_ONLY);
    }

    @Test
    void noSharedCipher_ofABigSender_isAWishForPlainRsa() {
        String google = "mail-lf1-f44.google.com[192.0.2.25]";
        MailServer server = MailServer.of(
                "2.6.6", "smtpd_tls_security_level = may\nsmtpd_tls_exclude_ciphers = MEDIUM, 3DES, RSA+AES", "1.0.1e");

        assertThat(finding(WrittenLog.log().clientFails(google, WrittenLog.NO_SHARED_CIPHER), server)
                        .kind())
                .isEqualTo(PeerKind.WANTS_PLAIN_RSA);
    }

    @Test
    void noSharedCipher_onAServerThatHasAllButWeakSuites_isAWishForWeakOnes() {
        MailServer server = MailServer.of(
                "2.8.3",
                "smtpd_tls_security_level = may\nsmtpd_tls_ciphers = high\nsmtpd_tls_exclude_ciphers = 3DES",
                "1.0.1e");

        assertThat(finding(WrittenLog.log().clientFails(PEER, WrittenLog.NO_SHARED_CIPHER), server)
                        .kind())
                .isEqualTo(PeerKind.WANTS_OUTDATED_SUITES);
    }

    @Test
    void noSharedCipher_whenTheSettingsAreNotKnown_saysJustThat() {
        assertThat(finding(WrittenLog.log().clientFails(PEER, WrittenLog.NO_SHARED_CIPHER), MailServer.unknown())
                        .kind())
                .isEqualTo(PeerKind.WANTS_OTHER_SUITES);
    }

    @Test
    void alertOfUnknownCa_isARefusalOfOurCertificate() {
        assertThat(finding(WrittenLog.log().clientFails(PEER, WrittenLog.UNKNOWN_CA), MailServer.unknown())
                        .kind())
                .isEqualTo(PeerKind.REFUSES_OUR_CERTIFICATE);
    }

    @Test
    void httpRequest_isNoTls() {
        assertThat(finding(WrittenLog.log().clientFails(PEER, WrittenLog.HTTP_REQUEST), MailServer.unknown())
                        .kind())
                .isEqualTo(PeerKind.DOES_NOT_SPEAK_TLS);
    }

    @Test
    void manyFailuresInAMinute_andNoMail_areAScanner() {
        WrittenLog log = WrittenLog.log();
        for (int i = 0; i < 30; i++) {
            log.clientFails("scan.example.org[192.0.2.25]", WrittenLog.NO_SHARED_CIPHER, 1);
        }

        assertThat(finding(log, WITHOUT_SSLV3).kind()).isEqualTo(PeerKind.SCANNER);
    }

    @Test
    void manyFailuresInAMinute_ofAPeerThatSendsMail_areNoScanner() {
        WrittenLog log = WrittenLog.log().clientSendsInClear(PEER);
        for (int i = 0; i < 30; i++) {
            log.clientFails(PEER, WrittenLog.NO_SHARED_CIPHER, 1);
        }
        log.clientSendsInClear(PEER);

        assertThat(finding(log, WITHOUT_SSLV3).kind()).isNotEqualTo(PeerKind.SCANNER);
    }

    @Test
    void failuresThroughTheDay_areNoScanner() {
        WrittenLog log = WrittenLog.log();
        for (int i = 0; i < 30; i++) {
            log.clientFails(PEER, WrittenLog.NO_SHARED_CIPHER, 1_800);
        }

        assertThat(finding(log, WITHOUT_SSLV3).kind()).isNotEqualTo(PeerKind.SCANNER);
    }

    @Test
    void silence_isTroubleOfTheNetwork() {
        assertThat(finding(WrittenLog.log().clientFallsSilent(PEER), MailServer.unknown())
                        .kind())
                .isEqualTo(PeerKind.NETWORK_TROUBLE);
    }

    @Test
    void hangingUp_isLeftOpen() {
        assertThat(finding(WrittenLog.log().clientHangsUp(PEER), MailServer.unknown())
                        .kind())
                .isEqualTo(PeerKind.UNDETERMINED);
    }

    @Test
    void refusedProtocolList_isNotThePeersDoing() {
        WrittenLog log = WrittenLog.log().serverWithout("TLSv1.2, !SSLv3", PEER);

        assertThat(finding(log, MailServer.unknown()).kind()).isEqualTo(PeerKind.OUR_CONFIGURATION);
        assertThat(finding(log, MailServer.unknown()).confidence()).isEqualTo(Confidence.CERTAIN);
    }

    @Test
    void clearTextAfterAFailure_isTold() {
        WrittenLog log = WrittenLog.log()
                .clientFails(PEER, WrittenLog.WRONG_VERSION_NUMBER)
                .clientSendsInClear(PEER);

        assertThat(client(log, WITHOUT_SSLV3).counts().fellBack()).isEqualTo(1);
        assertThat(finding(log, WITHOUT_SSLV3).because())
                .contains("Mail got through in clear text after a failure, 1 times.");
    }

    @Test
    void serverThatOffersNoTls_isOne_andItsDestinationIsKnown() {
        WrittenLog log = WrittenLog.log().deliveryWithoutOffer("mx.example.net[192.0.2.25]:25", "someone@Example.NET");
        Peer peer = log.diagnose(MailServer.unknown())
                .peers()
                .find(TlsRole.CLIENT, "192.0.2.25")
                .orElseThrow();

        assertThat(peer.finding().orElseThrow().kind()).isEqualTo(PeerKind.OFFERS_NO_TLS);
        assertThat(peer.domains()).containsExactly("example.net");
    }

    @Test
    void peerWithoutFailure_isTakenForNothing() {
        Peer peer = client(
                WrittenLog.log().clientSucceeds(PEER, "TLSv1 with cipher AES128-SHA (128/128 bits)"), WITHOUT_SSLV3);

        assertThat(peer.finding()).isEmpty();
        assertThat(peer.negotiated()).extracting(PeerTls::toString).containsExactly("TLSv1 AES128-SHA");
    }
}
