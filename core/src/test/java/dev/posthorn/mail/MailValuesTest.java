package dev.posthorn.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailValuesTest {

    private static final Envelope ENVELOPE = Envelope.builder()
            .lineNumber(1)
            .lineOffset(0)
            .lineSize(80)
            .pid(2101)
            .build();

    @Test
    void deliveryStatus_wordOfALaterRelease_isOther() {
        assertThat(DeliveryStatus.forWord("deferred")).isEqualTo(DeliveryStatus.DEFERRED);
        assertThat(DeliveryStatus.forWord("SOFTBOUNCE")).isEqualTo(DeliveryStatus.SOFTBOUNCE);
        assertThat(DeliveryStatus.forWord("teleported")).isEqualTo(DeliveryStatus.OTHER);
        assertThat(DeliveryStatus.forWord("")).isEqualTo(DeliveryStatus.OTHER);
    }

    @Test
    void delivery_unknownStatusWord_survivesAsText() {
        Delivery delivery = Delivery.builder()
                .envelope(ENVELOPE)
                .queueId(new QueueId("3D2F11A0C4"))
                .recipient("b@example.net")
                .relay(Relay.builder().name("none").build())
                .delay(Duration.ofMillis(1300))
                .statusWord("teleported")
                .text("to the moon")
                .isTruncated(false)
                .build();

        assertThat(delivery.kind()).isEqualTo(MaillogKind.DELIVERY);
        assertThat(delivery.status()).isEqualTo(DeliveryStatus.OTHER);
        assertThat(delivery.statusWord()).isEqualTo("teleported");
        assertThat(delivery.relay().isNone()).isTrue();
    }

    @Test
    void tlsSession_knownNames_giveVersionAndSuite() {
        TlsSession session = session("TLSv1.2", "ECDHE-RSA-AES128-GCM-SHA256");

        assertThat(session.negotiatedVersion()).contains(ProtocolVersion.TLSV1_2);
        assertThat(session.cipherSuite()).contains(new CipherSuite(0xC02F));
    }

    @Test
    void tlsSession_unknownNames_surviveAsText() {
        TlsSession session = session("TLSv1.9", "MOON-SHA3");

        assertThat(session.negotiatedVersion()).isEmpty();
        assertThat(session.cipherSuite()).isEmpty();
        assertThat(session.protocol()).isEqualTo("TLSv1.9");
        assertThat(session.cipherSuiteName()).isEqualTo("MOON-SHA3");
    }

    private static TlsSession session(String protocol, String suite) {
        return TlsSession.builder()
                .protocol(protocol)
                .cipherSuiteName(suite)
                .effectiveKeyBits(128)
                .algorithmKeyBits(128)
                .build();
    }

    @Test
    void peerAndRelay_text_isWhatPostfixPrints() {
        assertThat(MailPeer.of("mx1.example.com", "2001:db8::25").text()).isEqualTo("mx1.example.com[2001:db8::25]");
        assertThat(MailPeer.builder()
                        .name("")
                        .address("192.0.2.9")
                        .port("25")
                        .build()
                        .text())
                .isEqualTo("[192.0.2.9]:25");
        assertThat(MailPeer.of("mx.example.net", "").text()).isEqualTo("mx.example.net");
        assertThat(MailPeer.of("unknown", "unknown").isUnknown()).isTrue();
        assertThat(Relay.builder().name("mx").address("private/lmtp").build().text())
                .isEqualTo("mx[private/lmtp]");
        assertThat(Relay.builder().name("dovecot").build().text()).isEqualTo("dovecot");
    }

    @Test
    void sslError_status_isANumberOrWords() {
        SslError.Builder error =
                SslError.builder().envelope(ENVELOPE).role(TlsRole.SERVER).peer(MailPeer.of("unknown", "192.0.2.9"));
        SslError number = error.status("-1").build();

        assertThat(number.kind()).isEqualTo(MaillogKind.SSL_ACCEPT_ERROR);
        assertThat(number.returnValue()).hasValue(-1);
        assertThat(sslConnectError("Connection timed out").returnValue()).isEmpty();
        assertThat(sslConnectError("lost connection").kind()).isEqualTo(MaillogKind.SSL_CONNECT_ERROR);
    }

    private static SslError sslConnectError(String status) {
        return SslError.builder()
                .envelope(ENVELOPE)
                .role(TlsRole.CLIENT)
                .peer(MailPeer.of("mx.example.net", "192.0.2.25"))
                .status(status)
                .build();
    }

    @Test
    void libraryProblem_processId_isTheLinesOwnElseTheThreadId() {
        Envelope fragment =
                Envelope.builder().lineNumber(1).lineOffset(0).lineSize(80).build();
        TlsLibraryProblem.Builder onALine = TlsLibraryProblem.builder().envelope(ENVELOPE);
        TlsLibraryProblem.Builder alone = TlsLibraryProblem.builder().envelope(fragment);

        assertThat(onALine.threadId(7).errorString("error:").build().processId())
                .hasValue(2101);
        assertThat(alone.threadId(364).errorString("error:").build().processId())
                .hasValue(364);
    }

    @Test
    void timestamp_text_hasWhatTheLineHas() {
        LogTimestamp plain = LogTimestamp.builder()
                .month(8)
                .day(3)
                .hour(9)
                .minute(5)
                .second(1)
                .build();
        LogTimestamp full = LogTimestamp.builder()
                .year(2026)
                .month(11)
                .day(4)
                .hour(9)
                .minute(5)
                .second(1)
                .fraction("123")
                .utcOffset("+01:00")
                .build();

        assertThat(plain.text()).isEqualTo("08-03 09:05:01");
        assertThat(full.text()).isEqualTo("2026-11-04 09:05:01.123+01:00");
    }

    @Test
    void commandCount_toString_isWhatPostfixPrints() {
        assertThat(new CommandCount("mail", 1, 1)).hasToString("mail=1");
        assertThat(new CommandCount("rcpt", 0, 1)).hasToString("rcpt=0/1");
        assertThat(new CommandCount("commands", 0, 0)).hasToString("commands=0/0");
    }

    @Test
    void lineBytes_toString_isSafeForTerminalsAndTextIsLossless() {
        byte[] bytes = {'a', 0x1B, '[', (byte) 0xFC, '\\', 0};
        LineBytes line = LineBytes.of(bytes, 0, bytes.length);

        assertThat(line).hasToString("a\\x1B[\\xFC\\x5C\\x00");
        assertThat(line.text().getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(bytes);
        bytes[0] = 'b';
        assertThat(line.toByteArray()[0]).isEqualTo((byte) 'a');
        assertThat(LineBytes.of("hülya".getBytes(StandardCharsets.UTF_8), 0, 6).text())
                .isEqualTo("hülya");
    }
}
