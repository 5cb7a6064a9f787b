package dev.posthorn.openssl.negotiation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.PointFormat;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenSslServerTest {

    private static final OpenSslBuild CENTOS_6 = OpenSslBuild.parse("1.0.1e");

    @Test
    void server_withNothingSet_isAPlainMailServer() {
        OpenSslServer server = OpenSslServer.builder(CENTOS_6).build();
        assertThat(server.expansion().cipherString().text()).isEqualTo("DEFAULT");
        assertThat(server.certificates()).containsExactly(ServerCertificate.rsa(2048));
        assertThat(server.ecdh()).isEqualTo(EcdhParameters.none());
        assertThat(server.dh()).isEqualTo(DhParameters.none());
        assertThat(server.hasServerPreference()).isFalse();
        assertThat(server.enabledProtocols())
                .containsExactly(
                        ProtocolVersion.SSLV2,
                        ProtocolVersion.SSLV3,
                        ProtocolVersion.TLSV1_0,
                        ProtocolVersion.TLSV1_1,
                        ProtocolVersion.TLSV1_2);
    }

    @Test
    void deadSuites_withoutParameters_areThoseThatNeedThem() {
        OpenSslServer server = OpenSslServer.builder(CENTOS_6)
                .cipherString(
                        "ECDHE-RSA-AES128-SHA:DHE-RSA-AES128-SHA:AES128-SHA:ECDHE-ECDSA-AES128-SHA:ADH-AES128-SHA")
                .build();
        assertThat(server.deadSuites())
                .extracting(DeadSuite::toString)
                .containsExactly(
                        "ECDHE-RSA-AES128-SHA: no ECDH parameters",
                        "DHE-RSA-AES128-SHA: no DH parameters",
                        "ECDHE-ECDSA-AES128-SHA: no ECDSA certificate",
                        "ADH-AES128-SHA: no DH parameters");
        assertThat(server.withDh(DhParameters.callback())
                        .withEcdh(EcdhParameters.fixed(NamedGroup.SECP256R1))
                        .deadSuites())
                .extracting(dead -> dead.suite().openSslName())
                .containsExactly("ECDHE-ECDSA-AES128-SHA");
    }

    @Test
    void deadSuites_withTheNewestVersionOff_areThoseDefinedForIt() {
        OpenSslServer server = OpenSslServer.builder(CENTOS_6)
                .cipherString("AES128-GCM-SHA256:AES128-SHA256:AES128-SHA")
                .disabledProtocols(ProtocolVersion.TLSV1_2)
                .build();
        assertThat(server.deadSuites())
                .extracting(DeadSuite::toString)
                .containsExactly("AES128-GCM-SHA256: suite needs TLSv1.2", "AES128-SHA256: suite needs TLSv1.2");
    }

    @Test
    void fate_ofASuiteTheStringRemoved_namesTheRule() {
        Negotiation negotiation = OpenSslServer.builder(CENTOS_6)
                .cipherString("ALL:!RSA+AES")
                .build()
                .answer(ClientHello.builder(ProtocolVersion.TLSV1_2)
                        .cipherSuites("AES128-SHA")
                        .build());
        NegotiationFate fate = negotiation.fateOf(new CipherSuite(0x002F)).orElseThrow();
        assertThat(fate.explain()).contains("rule 2 \"!RSA+AES\"");
        assertThat(fate.kind()).isEqualTo(NegotiationFate.Kind.NOT_IN_SERVER_LIST);
    }

    @Test
    void walk_withServerPreference_takesTheServersOrder() {
        OpenSslServer server = OpenSslServer.builder(CENTOS_6)
                .cipherString("AES256-SHA:AES128-SHA")
                .build();
        ClientHello hello = ClientHello.builder(ProtocolVersion.TLSV1_2)
                .cipherSuites("AES128-SHA", "AES256-SHA", "3A3A")
                .build();
        assertThat(server.answer(hello).choice().orElseThrow().suite()).hasToString("AES128-SHA");
        Negotiation own = server.withServerPreference(true).answer(hello);
        assertThat(own.choice().orElseThrow().suite()).hasToString("AES256-SHA");
        assertThat(own.fates())
                .extracting(NegotiationFate::kind)
                .containsExactly(
                        NegotiationFate.Kind.CHOSEN, NegotiationFate.Kind.AFTER_CHOSEN, NegotiationFate.Kind.SIGNAL);
    }

    @Test
    void hello_withoutSuites_isRefusedInTheWordsOfTheRelease() {
        ClientHello empty = ClientHello.builder(ProtocolVersion.TLSV1_2).build();
        ClientHello emptyWithSession = empty.toBuilder().sessionId(true).build();
        for (String release : List.of("1.0.0t", "1.0.1e", "1.0.1m", "1.0.2a")) {
            OpenSslServer server =
                    OpenSslServer.builder(OpenSslBuild.parse(release)).build();
            assertThat(reason(server, empty)).as(release).isEqualTo("no ciphers passed");
            assertThat(reason(server, emptyWithSession)).as(release).isEqualTo("no ciphers specified");
        }
        for (String release : List.of("1.0.1n", "1.0.1u", "1.0.2b", "1.0.2u")) {
            OpenSslServer server =
                    OpenSslServer.builder(OpenSslBuild.parse(release)).build();
            assertThat(reason(server, empty)).as(release).isEqualTo("no ciphers specified");
        }
    }

    @Test
    void compressedPoint_isHeldAgainstTheClientsFormats() {
        OpenSslServer server = OpenSslServer.builder(CENTOS_6)
                .certificates(ServerCertificate.ecdsa(NamedGroup.SECP256R1).withCompressedPoint())
                .ecdh(EcdhParameters.fixed(NamedGroup.SECP256R1))
                .build();
        ClientHelloBuilder hello = ClientHello.builder(ProtocolVersion.TLSV1_2).cipherSuites("ECDHE-ECDSA-AES128-SHA");
        assertThat(server.answer(hello.build()).succeeds()).isTrue();
        hello.pointFormats(List.of(PointFormat.UNCOMPRESSED));
        assertThat(server.answer(hello.build()).fates())
                .contains(new NegotiationFate.Skipped(new CipherSuite(0xC009), SkipReason.POINT_FORMAT_NOT_OFFERED));
    }

    @Test
    void cipherString_thatOpenSslRefuses_isRefusedByName() {
        assertThatThrownBy(() ->
                        OpenSslServer.builder(CENTOS_6).cipherString("NOSUCH").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cipherString")
                .hasMessageContaining("no cipher match");
    }

    @Test
    void automaticCurve_beforeThereWasOne_isRefusedByName() {
        OpenSslServer server = OpenSslServer.builder(CENTOS_6).build();
        assertThatThrownBy(() -> server.withEcdh(EcdhParameters.automatic()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ecdh")
                .hasMessageContaining("1.0.1e");
    }

    @Test
    void whatIf_ofAVersionFailure_namesTheProtocol() {
        Negotiation failed = OpenSslServer.builder(CENTOS_6)
                .cipherString("ALL:+RC4:@STRENGTH")
                .disabledProtocols(ProtocolVersion.SSLV2, ProtocolVersion.SSLV3, ProtocolVersion.TLSV1_0)
                .build()
                .answer(ClientHello.profile("exchange-2003").orElseThrow());
        assertThat(failed.failure().orElseThrow().reason()).isEqualTo("unknown protocol");
        assertThat(failed.whatIf())
                .extracting(SingleChange::toString)
                .containsExactly("switch TLSv1 on: TLSv1 RC4-MD5", "switch SSLv3 on: SSLv3 RC4-MD5");
    }

    @Test
    void table_ofAServer_hasOneLinePerProfile() {
        OpenSslServer server = OpenSslServer.builder(CENTOS_6).build();
        assertThat(Profiles.table(server).lines())
                .hasSize(1 + ClientHelloProfile.all().size())
                .anySatisfy(line -> assertThat(line).matches("gmail-2018 +TLSv1.2 +AES128-GCM-SHA256"))
                .anySatisfy(line -> assertThat(line).matches("dhe-only +- +no shared cipher"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void curve_thatTheReleaseDoesNotKnow_isRefusedByName() {
        OpenSslServer server = OpenSslServer.builder(CENTOS_6).build();
        assertThatThrownBy(() -> server.withEcdh(EcdhParameters.fixed(NamedGroup.X25519)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ecdh")
                .hasMessageContaining("X25519");
        assertThatThrownBy(() -> server.withCertificates(ServerCertificate.ecdsa(NamedGroup.X448)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("certificates")
                .hasMessageContaining("X448");
    }

    @Test
    void firstBytes_ofPlainTextAndOfTooLittle_areRefusedAndAwaited() {
        OpenSslServer server = OpenSslServer.builder(CENTOS_6).build();
        assertThat(server.receive("EHLO mail.example.com\r\n".getBytes(US_ASCII))
                        .failure()
                        .orElseThrow()
                        .reason())
                .isEqualTo("unknown protocol");
        assertThat(server.receive("QUIT\r\n".getBytes(US_ASCII)).kind()).isEqualTo(Reception.Kind.WAITING);
        assertThat(server.receive("GET / HTTP/1.0\r\n\r\n".getBytes(US_ASCII))
                        .failure()
                        .orElseThrow()
                        .reason())
                .isEqualTo("http request");
    }

    @Test
    void failure_hasTheTraceThatPostfixPrints() {
        Negotiation negotiation = OpenSslServer.builder(CENTOS_6)
                .cipherString("AES128-SHA")
                .build()
                .answer(ClientHello.profile("rc4-only").orElseThrow());
        assertThat(negotiation.failure().orElseThrow().trace())
                .containsExactly(
                        "SSL_accept:before/accept initialization",
                        "SSL3 alert write:fatal:handshake failure",
                        "SSL_accept:error in SSLv3 read client hello C",
                        "SSL_accept:error in SSLv3 read client hello C");
    }

    @Test
    void expansion_forAnotherBuild_isRefusedByName() {
        assertThatThrownBy(() -> OpenSslServer.builder(CENTOS_6)
                        .expansion(CipherString.parse("ALL").expandFor(OpenSslBuild.parse("1.0.2u"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.0.2u")
                .hasMessageContaining("1.0.1e");
    }

    @Test
    void certificate_onNoCurve_isRefusedByName() {
        assertThatThrownBy(() -> new ServerCertificate(
                        ServerCertificate.KeyType.EC,
                        0,
                        Optional.empty(),
                        0,
                        false,
                        Optional.empty(),
                        ServerCertificate.KeyType.EC,
                        CertificateStanding.SELF_SIGNED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("curve");
    }

    private static String reason(OpenSslServer server, ClientHello hello) {
        return server.answer(hello).failure().orElseThrow().reason();
    }
}
