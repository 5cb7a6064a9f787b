package dev.posthorn.openssl.negotiation;

import static dev.posthorn.tls.ProtocolVersion.SSLV2;
import static dev.posthorn.tls.ProtocolVersion.SSLV3;
import static dev.posthorn.tls.ProtocolVersion.TLSV1_0;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both tables of the diagnosis handbook's section 6, row by row: the case that started this library. */
class LaboratoryTableTest {

    private static final String CUSTOMERS_STRING = "ALL:+RC4:@STRENGTH:!aNULL:!LOW:!EXP:!MEDIUM:!ADH:!AECDH:!MD5:!DSS"
            + ":!ECDSA:!CAMELLIA128:!3DES:!CAMELLIA256:!RSA+AES:!eNULL";
    private static final String WITHOUT_RSA_AES = CUSTOMERS_STRING.replace(":!RSA+AES", "");
    private static final String NEARLY_ALL = "ALL:+RC4:@STRENGTH";

    private static final EcdhParameters P256 = EcdhParameters.fixed(NamedGroup.SECP256R1);

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1e", "1.0.2p"})
    void gmail_onTheCustomersString_findsNoSharedCipher(String release) {
        for (ClientHello gmail : gmailHellos()) {
            Negotiation negotiation = server(release, CUSTOMERS_STRING).answer(gmail);
            assertThat(outcome(negotiation)).isEqualTo("no shared cipher, alert handshake_failure");
            assertThat(negotiation.failure().orElseThrow().function())
                    .isEqualTo(release.equals("1.0.1e") ? "SSL3_GET_CLIENT_HELLO" : "ssl3_get_client_hello");
            assertThat(negotiation.failure().orElseThrow().firstError().code().hexDigits())
                    .isEqualTo("1408A0C1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1e", "1.0.2p"})
    void gmail_onNearlyAll_getsPlainRsa(String release) {
        for (ClientHello gmail : gmailHellos()) {
            assertThat(outcome(server(release, NEARLY_ALL).answer(gmail))).isEqualTo("TLSv1.2 AES128-GCM-SHA256");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1e", "1.0.2p"})
    void gmail_onTheCustomersStringWithACurve_getsEcdhe(String release) {
        for (ClientHello gmail : gmailHellos()) {
            assertThat(outcome(server(release, CUSTOMERS_STRING).withEcdh(P256).answer(gmail)))
                    .isEqualTo("TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 on prime256v1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1e", "1.0.2p"})
    void gmail_onTheCustomersStringWithoutTheRsaRule_getsPlainRsa(String release) {
        for (ClientHello gmail : gmailHellos()) {
            assertThat(outcome(server(release, WITHOUT_RSA_AES).answer(gmail))).isEqualTo("TLSv1.2 AES128-GCM-SHA256");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1e", "1.0.2p"})
    void gmail_onNearlyAllWithACurve_getsEcdhe(String release) {
        for (ClientHello gmail : gmailHellos()) {
            assertThat(outcome(server(release, NEARLY_ALL).withEcdh(P256).answer(gmail)))
                    .isEqualTo("TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 on prime256v1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dhe-only,        TLSv1.2 DHE-RSA-AES128-GCM-SHA256",
        "office365-2019,  TLSv1.2 DHE-RSA-AES256-GCM-SHA384",
        "java7,           TLSv1 DHE-RSA-AES128-SHA",
        "tls10-only,      TLSv1 DHE-RSA-AES256-SHA",
    })
    void clientWithDhe_onTheCustomersString_getsDhe(String profile, String expected) {
        for (String release : List.of("1.0.1e", "1.0.2p")) {
            assertThat(outcome(server(release, CUSTOMERS_STRING).answer(hello(profile))))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange-2003", "outlook-win7"})
    void oldWindowsClient_onTheCustomersString_findsNoSharedCipher(String profile) {
        for (String release : List.of("1.0.1e", "1.0.2p")) {
            assertThat(outcome(server(release, CUSTOMERS_STRING).answer(hello(profile))))
                    .isEqualTo("no shared cipher, alert handshake_failure");
        }
    }

    /** The table's remedies come first. In 1.0.1e 3DES is HIGH, so that one rule less would bring it, too. */
    @ParameterizedTest
    @CsvSource({"1.0.1e, 1", "1.0.2p, 0"})
    void whatIf_ofTheCustomersFailure_namesTheTablesRemedies(String release, int others) {
        Negotiation failed = server(release, CUSTOMERS_STRING).answer(hello("gmail-2018"));
        assertThat(failed.whatIf())
                .extracting(SingleChange::toString)
                .startsWith(
                        "set the curve prime256v1 for ECDHE: TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 on prime256v1",
                        "remove rule 16 \"!RSA+AES\": TLSv1.2 AES128-GCM-SHA256")
                .hasSize(2 + others);
        assertThat(server(release, NEARLY_ALL).answer(hello("gmail-2018")).whatIf())
                .isEmpty();
    }

    /** The column "EHLO text" is the one that is no hello. */
    @ParameterizedTest
    @CsvSource({
        // switched off,        TLSv1.0 hello,   SSLv3 hello,                                   TLSv1.1, TLSv1.2
        "SSLv2,                 ok,              ok,                                            ok, ok, "
                // SSLv2-format 0301, 0300,      pure SSLv2; EHLO is unknown protocol throughout
                + "ok,          ok,              unknown protocol",
        "SSLv2 SSLv3,           ok,              wrong version number + alert handshake_failure, ok, ok, "
                + "ok,          unknown protocol, unknown protocol",
        "SSLv2 SSLv3 TLSv1,     unknown protocol, unknown protocol,                             ok, ok, "
                + "unknown protocol, unknown protocol, unknown protocol",
    })
    void hello_withProtocolsSwitchedOff_isAnsweredAsInTheTable(
            String switchedOff,
            String tls10,
            String ssl3,
            String tls11,
            String tls12,
            String sslv2Format0301,
            String sslv2Format0300,
            String pureSslv2) {
        for (String release : List.of("1.0.1e", "1.0.2p")) {
            OpenSslServer server = server(release, NEARLY_ALL).withDisabledProtocols(versions(switchedOff));
            assertThat(verdict(server, "tls10-only")).isEqualTo(tls10);
            assertThat(verdict(server, "exchange-2003")).isEqualTo(tls10);
            assertThat(verdict(server, "exchange-2003-ssl3")).isEqualTo(ssl3);
            assertThat(verdict(server, "tls11-only")).isEqualTo(tls11);
            assertThat(verdict(server, "gmail-2018")).isEqualTo(tls12);
            assertThat(verdict(server, "sslv2-format-tls10")).isEqualTo(sslv2Format0301);
            assertThat(verdict(server, "sslv2-format-ssl3")).isEqualTo(sslv2Format0300);
            assertThat(verdict(server, "sslv2")).isEqualTo(pureSslv2);
            byte[] ehlo = "EHLO mail.example.net\r\n".getBytes(StandardCharsets.US_ASCII);
            assertThat(server.receive(ehlo).failure().orElseThrow().reason()).isEqualTo("unknown protocol");
        }
    }

    /** What the laboratory had throughout: RSA-2048, a DH callback, no curve. */
    private static OpenSslServer server(String release, String cipherString) {
        return OpenSslServer.builder(OpenSslBuild.parse(release))
                .cipherString(cipherString)
                .disabledProtocols(SSLV2, SSLV3)
                .dh(DhParameters.callback())
                .temporaryRsa(TemporaryRsa.callback())
                .build();
    }

    private static List<ClientHello> gmailHellos() {
        return List.of(hello("gmail-2015"), hello("gmail-2018"), hello("gmail-2020"));
    }

    private static ClientHello hello(String profile) {
        return ClientHello.profile(profile).orElseThrow();
    }

    private static ProtocolVersion[] versions(String names) {
        return switch (names) {
            case "SSLv2" -> new ProtocolVersion[] {SSLV2};
            case "SSLv2 SSLv3" -> new ProtocolVersion[] {SSLV2, SSLV3};
            default -> new ProtocolVersion[] {SSLV2, SSLV3, TLSV1_0};
        };
    }

    private static String outcome(Negotiation negotiation) {
        return negotiation
                .failure()
                .map(failure -> failure.reason()
                        + failure.alertSent().map(alert -> ", alert " + alert).orElse(", no alert"))
                .orElseGet(() -> negotiation.choice().orElseThrow().toString());
    }

    private static String verdict(OpenSslServer server, String profile) {
        return server.answer(hello(profile))
                .failure()
                .map(failure -> failure.reason()
                        + failure.alertSent().map(alert -> " + alert " + alert).orElse(""))
                .orElse("ok");
    }
}
