package dev.posthorn.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsSessionEventTest {

    private static final Envelope ENVELOPE =
            Envelope.builder().lineNumber(1).lineOffset(0).lineSize(1).build();

    /** Names of OpenSSL, of the registry, and of GnuTLS before and since 3.6 as Exim prints them. */
    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, ECDHE-RSA-AES256-GCM-SHA384, C030",
        "TLSv1.3, TLS_AES_256_GCM_SHA384, 1302",
        "TLS1.3, TLS_AES_256_GCM_SHA384, 1302",
        "TLS1.2, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, C030",
        "TLS1.2, ECDHE_RSA_AES_256_GCM_SHA384, C030",
        "TLS1.0, RSA_AES_256_CBC_SHA1, 0035",
        "TLS1.0, DHE_RSA_3DES_EDE_CBC_SHA1, 0016",
        "TLS1.2, ECDHE_SECP256R1__RSA_SHA256__AES_256_GCM, C030",
        "TLS1.2, ECDHE_X25519__ECDSA_SHA256__AES_128_GCM, C02B",
        "TLS1.2, ECDHE_X25519__RSA_PSS_RSAE_SHA256__CHACHA20_POLY1305, CCA8",
        "TLS1.2, ECDHE_SECP256R1__RSA_SHA256__AES_256_CBC__SHA1, C014",
        "TLS1.2, RSA__AES_128_GCM, 009C",
        "TLS1.3, ECDHE_X25519__RSA_PSS_RSAE_SHA256__AES_256_GCM, 1302",
        "TLS1.3, ECDHE_SECP256R1__ECDSA_SECP256R1_SHA256__CHACHA20_POLY1305, 1303"
    })
    void cipherSuite_inAnyNaming_isTheSuite(String protocol, String name, String hexCode) {
        assertThat(session(protocol, name).cipherSuite()).isEqualTo(CipherSuite.forHexCode(hexCode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NO_SUCH", "__", "____", "ECDHE_X25519__RSA__NO_SUCH", "with blank"})
    void cipherSuite_ofNoSuite_isEmpty(String name) {
        assertThat(session("TLS1.2", name).cipherSuite()).isEmpty();
        assertThat(session("TLS1.3", name).cipherSuite()).isEmpty();
    }

    @Test
    void negotiatedVersion_ofEitherLibrary_isTheVersion() {
        assertThat(session("TLSv1.2", "x").negotiatedVersion()).contains(ProtocolVersion.TLSV1_2);
        assertThat(session("TLS1.2", "x").negotiatedVersion()).contains(ProtocolVersion.TLSV1_2);
        assertThat(session("TLSv1", "x").negotiatedVersion()).contains(ProtocolVersion.TLSV1_0);
        assertThat(session("TLS1.0", "x").negotiatedVersion()).contains(ProtocolVersion.TLSV1_0);
        assertThat(session("UNKNOWN", "x").negotiatedVersion()).isEmpty();
    }

    @Test
    void of_eximsDelivery_isAClientsSession() {
        NeighbourNotice notice = notice(MaillogKind.EXIM_DELIVERY, MailSoftware.EXIM)
                .putParts(NeighbourPart.PEER_ADDRESS, "192.0.2.25")
                .putParts(NeighbourPart.VERIFIED, "yes")
                .build();

        TlsSessionEvent session = TlsSessionEvent.of(notice).orElseThrow();

        assertThat(session.role()).isEqualTo(TlsRole.CLIENT);
        assertThat(session.peerAddress()).contains("192.0.2.25");
        assertThat(session.verification()).contains("yes");
        assertThat(session.effectiveKeyBits()).isEqualTo(OptionalInt.of(256));
        assertThat(session.algorithmKeyBits()).isEmpty();
    }

    @Test
    void of_sendmailsSide_isItsRole() {
        NeighbourNotice.Builder client =
                notice(MaillogKind.SENDMAIL_STARTTLS, MailSoftware.SENDMAIL).putParts(NeighbourPart.SIDE, "client");
        NeighbourNotice.Builder server =
                notice(MaillogKind.SENDMAIL_STARTTLS, MailSoftware.SENDMAIL).putParts(NeighbourPart.SIDE, "server");

        assertThat(TlsSessionEvent.of(client.build()).map(TlsSessionEvent::role))
                .contains(TlsRole.CLIENT);
        assertThat(TlsSessionEvent.of(server.build()).map(TlsSessionEvent::role))
                .contains(TlsRole.SERVER);
    }

    @Test
    void of_postfixsSession_hasItsWord() {
        TlsEstablished established = TlsEstablished.builder()
                .envelope(ENVELOPE)
                .isReused(false)
                .role(TlsRole.SERVER)
                .trust(PeerTrust.ANONYMOUS)
                .peer(MailPeer.parse("mx1.example.com[192.0.2.10]").orElseThrow())
                .session(TlsSession.builder()
                        .protocol("TLSv1.2")
                        .cipherSuiteName("AES128-SHA")
                        .effectiveKeyBits(128)
                        .algorithmKeyBits(128)
                        .build())
                .build();

        TlsSessionEvent session = TlsSessionEvent.of(established).orElseThrow();

        assertThat(session.software()).isEqualTo(MailSoftware.POSTFIX);
        assertThat(session.peerName()).contains("mx1.example.com");
        assertThat(session.verification()).contains("Anonymous");
        assertThat(session.cipherSuite()).isEqualTo(CipherSuite.forHexCode("002F"));
    }

    @Test
    void of_anythingElse_isEmpty() {
        NeighbourNotice login = NeighbourNotice.builder()
                .envelope(ENVELOPE)
                .kind(MaillogKind.DOVECOT_LOGIN)
                .software(MailSoftware.DOVECOT)
                .putParts(NeighbourPart.TLS, "TLS")
                .build();

        assertThat(TlsSessionEvent.of(login)).isEqualTo(Optional.empty());
    }

    private static NeighbourNotice.Builder notice(MaillogKind kind, MailSoftware software) {
        return NeighbourNotice.builder()
                .envelope(ENVELOPE)
                .kind(kind)
                .software(software)
                .putParts(NeighbourPart.PROTOCOL, "TLSv1.2")
                .putParts(NeighbourPart.CIPHER, "ECDHE-RSA-AES256-GCM-SHA384")
                .putParts(NeighbourPart.USED_BITS, "256");
    }

    private static TlsSessionEvent session(String protocol, String cipherSuiteName) {
        return TlsSessionEvent.builder()
                .envelope(ENVELOPE)
                .software(MailSoftware.EXIM)
                .role(TlsRole.SERVER)
                .protocol(protocol)
                .cipherSuiteName(cipherSuiteName)
                .build();
    }
}
