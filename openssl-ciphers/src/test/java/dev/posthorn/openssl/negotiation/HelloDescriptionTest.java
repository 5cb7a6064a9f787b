package dev.posthorn.openssl.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.negotiation.ClientHelloReading.Kind;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.CompressionMethod;
import dev.posthorn.tls.ExtensionType;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.PointFormat;
import dev.posthorn.tls.ProtocolVersion;
import dev.posthorn.tls.SignatureScheme;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HelloDescriptionTest {

    /** In the words of a recent version, with the record before and the server's hello behind. */
    private static final String RECENT = """
        Transport Layer Security
            TLSv1.3 Record Layer: Handshake Protocol: Client Hello
                Content Type: Handshake (22)
                Version: TLS 1.0 (0x0301)
                Length: 180
                Handshake Protocol: Client Hello
                    Handshake Type: Client Hello (1)
                    Length: 176
                    Version: TLS 1.2 (0x0303)
                    Random: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
                    Session ID Length: 32
                    Session ID: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
                    Cipher Suites Length: 8
                    Cipher Suites (4 suites)
                        Cipher Suite: Reserved (GREASE) (0x7a7a)
                        Cipher Suite: TLS_AES_128_GCM_SHA256 (0x1301)
                        Cipher Suite: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 (0xc02f)
                        Cipher Suite: TLS_RSA_WITH_AES_128_CBC_SHA (0x002f)
                    Compression Methods Length: 1
                    Compression Methods (1 method)
                        Compression Method: null (0)
                    Extensions Length: 103
                    Extension: server_name (len=21) name=mail.example.com
                        Type: server_name (0)
                        Length: 21
                        Server Name Indication extension
                            Server Name Type: host_name (0)
                            Server Name: mail.example.com
                    Extension: renegotiation_info (len=1)
                        Type: renegotiation_info (65281)
                        Length: 1
                        Renegotiation Info extension
                            Renegotiation info extension length: 0
                    Extension: supported_groups (len=6)
                        Type: supported_groups (10)
                        Length: 6
                        Supported Groups List Length: 4
                        Supported Groups (2 groups)
                            Supported Group: x25519 (0x001d)
                            Supported Group: secp256r1 (0x0017)
                    Extension: ec_point_formats (len=2)
                        Type: ec_point_formats (11)
                        Length: 2
                        EC point formats Length: 1
                        Elliptic curves point formats (1)
                            EC point format: uncompressed (0)
                    Extension: signature_algorithms (len=6)
                        Type: signature_algorithms (13)
                        Length: 6
                        Signature Hash Algorithms Length: 4
                        Signature Hash Algorithms (2 algorithms)
                            Signature Algorithm: ecdsa_secp256r1_sha256 (0x0403)
                                Signature Hash Algorithm Hash: SHA256 (4)
                                Signature Hash Algorithm Signature: ECDSA (3)
                            Signature Algorithm: rsa_pss_rsae_sha256 (0x0804)
                                Signature Hash Algorithm Hash: Unknown (8)
                                Signature Hash Algorithm Signature: SM2 (4)
                    Extension: supported_versions (len=5) TLS 1.3, TLS 1.2
                        Type: supported_versions (43)
                        Length: 5
                        Supported Versions length: 4
                        Supported Version: TLS 1.3 (0x0304)
                        Supported Version: TLS 1.2 (0x0303)
                    Extension: key_share (len=38) x25519
                        Type: key_share (51)
                        Length: 38
                        Key Share extension
                            Client Key Share Length: 36
                            Key Share Entry: Group: x25519, Key Exchange length: 32
                                Group: x25519 (29)
                                Key Exchange Length: 32
                                Key Exchange: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
                    [JA3: 0123456789abcdef0123456789abcdef]
            TLSv1.3 Record Layer: Handshake Protocol: Server Hello
                Version: TLS 1.2 (0x0303)
                Handshake Protocol: Server Hello
                    Version: TLS 1.2 (0x0303)
                    Cipher Suite: TLS_AES_128_GCM_SHA256 (0x1301)
        """;

    @Test
    void description_ofARecentVersion_isTheHello() {
        assertThat(ClientHello.parseDescription(RECENT).hello())
                .contains(ClientHello.builder(ProtocolVersion.TLSV1_2)
                        .sessionId(true)
                        .cipherSuites("7A7A", "1301", "C02F", "002F")
                        .extensions(List.of(
                                ExtensionType.SERVER_NAME,
                                ExtensionType.RENEGOTIATION_INFO,
                                ExtensionType.SUPPORTED_GROUPS,
                                ExtensionType.EC_POINT_FORMATS,
                                ExtensionType.SIGNATURE_ALGORITHMS,
                                ExtensionType.SUPPORTED_VERSIONS,
                                ExtensionType.KEY_SHARE))
                        .groups(NamedGroup.X25519, NamedGroup.SECP256R1)
                        .pointFormats(List.of(PointFormat.UNCOMPRESSED))
                        .signatureSchemes(List.of(new SignatureScheme(0x0403), new SignatureScheme(0x0804)))
                        .supportedVersions(List.of(ProtocolVersion.TLSV1_3, ProtocolVersion.TLSV1_2))
                        .keyShares(List.of(NamedGroup.X25519))
                        .build());
    }

    @Test
    void description_ofAnOldVersion_isReadByItsOldNames() {
        ClientHello hello = ClientHello.parseDescription("""
            Secure Sockets Layer
                SSL Record Layer: Handshake Protocol: Client Hello
                    Version: TLS 1.0 (0x0301)
                    Handshake Protocol: Client Hello
                        Version: TLS 1.2 (0x0303)
                        Session ID Length: 0
                        Cipher Suite: TLS_RSA_WITH_AES_128_CBC_SHA (0x002f)
                        Compression Method: DEFLATE (1)
                        Compression Method: null (0)
                        Extension: elliptic_curves
                            Type: elliptic_curves (0x000a)
                            Elliptic Curves Length: 2
                            Elliptic curve: secp384r1 (0x0018)
                        Extension: signature_algorithms
                            Type: signature_algorithms (0x000d)
                            Signature Hash Algorithm: 0x0401
                                Signature Hash Algorithm Hash: SHA256 (4)
            """).hello().orElseThrow();
        assertThat(hello.groups()).contains(List.of(NamedGroup.SECP384R1));
        assertThat(hello.signatureSchemes()).contains(List.of(new SignatureScheme(0x0401)));
        assertThat(hello.compressionMethods()).containsExactly(new CompressionMethod(1), CompressionMethod.NULL);
        assertThat(hello.hasSessionId()).isFalse();
    }

    @Test
    void description_inTheFormatOfSslv2_hasSpecsOfThreeBytes() {
        ClientHello hello = ClientHello.parseDescription("""
            SSLv2 Record Layer: Client Hello
                [Version: SSL 2.0 (0x0002)]
                Length: 46
                Handshake Message Type: Client Hello (1)
                Version: TLS 1.0 (0x0301)
                Session ID Length: 0
                Cipher Specs (2 specs)
                    Cipher Spec: SSL2_RC4_128_WITH_MD5 (0x010080)
                    Cipher Spec: TLS_RSA_WITH_RC4_128_MD5 (0x000004)
            """).hello().orElseThrow();
        assertThat(hello.format()).isEqualTo(ClientHello.Format.SSLV2);
        assertThat(hello.legacyVersion()).isEqualTo(ProtocolVersion.TLSV1_0);
        assertThat(hello.cipherSuites()).containsExactly(new CipherSuite(0x010080), new CipherSuite(0x0004));
    }

    @Test
    void description_withAnEmptyList_isNotOneWithoutTheExtension() {
        String bare = "Handshake Protocol: Client Hello\n Version: TLS 1.2 (0x0303)\n Cipher Suite: X (0x002f)\n";
        assertThat(ClientHello.parseDescription(bare).hello().orElseThrow().groups())
                .isEmpty();
        assertThat(ClientHello.parseDescription(bare + " Supported Groups List Length: 0\n")
                        .hello()
                        .orElseThrow()
                        .groups())
                .contains(List.of());
    }

    @Test
    void text_thatIsNoDescription_isNoHello() {
        assertThat(ClientHello.parseDescription("EHLO mail.example.com\nVersion: 1 (0x0001)")
                        .kind())
                .isEqualTo(Kind.NOT_A_CLIENT_HELLO);
        assertThat(ClientHello.parseDescription("").kind()).isEqualTo(Kind.NOT_A_CLIENT_HELLO);
    }

    @Test
    void description_withoutVersion_isMalformedThere() {
        assertThat(ClientHello.parseDescription("Handshake Protocol: Client Hello\nCipher Suite: X (0x002f)"))
                .isEqualTo(new ClientHelloReading.Malformed("version", java.util.Optional.empty()));
    }

    @Property
    void text_ofAnyKind_isReadWithoutException(@ForAll String text) {
        assertThat(ClientHello.parseDescription(text)).isNotNull();
        assertThat(ClientHello.parseDescription("Version: (0x" + text + ")\nCipher Suite: (" + text + ")"))
                .isNotNull();
    }
}
