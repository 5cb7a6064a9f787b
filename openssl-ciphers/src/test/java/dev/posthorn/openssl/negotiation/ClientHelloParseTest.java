package dev.posthorn.openssl.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.negotiation.ClientHelloReading.Kind;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientHelloParseTest {

    /** TLSv1.2, two suites, the extensions renegotiation_info and supported_groups (P-256). */
    static final byte[] SMALL_HELLO = HexFormat.of()
            .parseHex("1603010040" + "0100003c" + "0303" + "00".repeat(32) + "00" + "0004c02f002f" + "0100" + "000f"
                    + "ff01000100" + "000a00060004" + "0017001d");

    @Test
    void hello_fromRecordedBytes_isTheRecordedHello() throws IOException {
        int read = 0;
        for (Path file : HandshakeRecordings.files()) {
            for (RecordedHandshake recorded : HandshakeRecordings.read(file)) {
                if (recorded.mode().equals("hello") && recorded.firstBytes().isPresent()) {
                    Optional<ClientHello> expected =
                            recorded.hasHello() ? Optional.of(recorded.hello()) : Optional.empty();
                    assertThat(ClientHello.parse(recorded.firstBytes().get())
                                    .hello()
                                    .map(ClientHelloParseTest::withoutSessionId))
                            .as(recorded.id())
                            .isEqualTo(expected);
                    read++;
                }
            }
        }
        assertThat(read).isPositive();
    }

    /** The recordings do not say whether there was one. */
    private static ClientHello withoutSessionId(ClientHello hello) {
        return hello.toBuilder().sessionId(false).build();
    }

    @Test
    void hello_ofOneRecord_isRead() {
        ClientHello hello = ClientHello.parse(SMALL_HELLO).hello().orElseThrow();
        assertThat(hello.legacyVersion()).isEqualTo(ProtocolVersion.TLSV1_2);
        assertThat(hello.cipherSuites()).containsExactly(new CipherSuite(0xC02F), new CipherSuite(0x002F));
        assertThat(hello.groups()).contains(List.of(NamedGroup.SECP256R1, NamedGroup.X25519));
        assertThat(hello.signatureSchemes()).isEmpty();
        assertThat(hello.hasSessionId()).isFalse();
    }

    @Test
    void hello_spreadOverRecords_isTheSame() {
        ByteArrayOutputStream spread = new ByteArrayOutputStream();
        for (int from = 5; from < SMALL_HELLO.length; from += 7) {
            byte[] piece = Arrays.copyOfRange(SMALL_HELLO, from, Math.min(from + 7, SMALL_HELLO.length));
            spread.writeBytes(new byte[] {22, 3, 1, 0, (byte) piece.length});
            spread.writeBytes(piece);
        }
        assertThat(ClientHello.parse(spread.toByteArray()).hello())
                .isEqualTo(ClientHello.parse(SMALL_HELLO).hello());
    }

    @Test
    void hello_cutShortAnywhere_isIncomplete() {
        for (int length = 0; length < SMALL_HELLO.length; length++) {
            assertThat(ClientHello.parse(Arrays.copyOf(SMALL_HELLO, length)).kind())
                    .as("%d bytes", length)
                    .isEqualTo(Kind.INCOMPLETE);
        }
    }

    @Test
    void hello_whoseSuiteListIsTooLong_isMalformedThere() {
        byte[] bytes = SMALL_HELLO.clone();
        bytes[5 + 4 + 2 + 32 + 1] = 1;
        assertThat(ClientHello.parse(bytes))
                .isEqualTo(new ClientHelloReading.Malformed("cipher suites", Optional.empty()));
    }

    @Test
    void hello_whoseSuiteListIsOdd_isMalformedThere() {
        byte[] bytes = SMALL_HELLO.clone();
        bytes[5 + 4 + 2 + 32 + 2] = 3;
        assertThat(ClientHello.parse(bytes))
                .isEqualTo(new ClientHelloReading.Malformed("cipher suites", Optional.empty()));
    }

    @Test
    void bytes_ofAnotherProtocol_areNoHello() {
        for (String text : List.of("EHLO mail.example.com\r\n", "GET / HTTP/1.0\r\n\r\n", "QUIT\r\n")) {
            assertThat(ClientHello.parse(text.getBytes(StandardCharsets.US_ASCII))
                            .kind())
                    .isEqualTo(Kind.NOT_A_CLIENT_HELLO);
        }
    }

    @Test
    void sslv2Format_withCipherKinds_isRead() {
        byte[] bytes = HexFormat.of()
                .parseHex("801f" + "01" + "0301" + "0006" + "0000" + "0010" + "010080" + "00002f" + "00".repeat(16));
        ClientHello hello = ClientHello.parse(bytes).hello().orElseThrow();
        assertThat(hello.format()).isEqualTo(ClientHello.Format.SSLV2);
        assertThat(hello.cipherSuites()).containsExactly(new CipherSuite(0x010080), new CipherSuite(0x002F));
        assertThat(hello.extensions()).isEmpty();
    }
}
