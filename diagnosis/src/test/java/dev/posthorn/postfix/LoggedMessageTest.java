package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Postfix logs, word for word: fact sheet on Postfix TLS configuration, sections 5.4, 6.5, 7.1, 9.1 and 10. */
class LoggedMessageTest {

    private static final String SERVER_PEER = "mx.example.com[192.0.2.5]";
    private static final String CLIENT_PEER = "mx.example.com[192.0.2.5]:25";

    /** A server with a certificate at level may. */
    private static PostfixTlsSettings server(String version) {
        return PostfixTlsSettings.defaultsOf(PostfixVersion.parse(version))
                .with("smtpd_tls_security_level", "may")
                .with("smtpd_tls_cert_file", "/etc/cert.pem");
    }

    private static PostfixTlsSettings client(String version, String level) {
        return PostfixTlsSettings.defaultsOf(PostfixVersion.parse(version)).with("smtp_tls_security_level", level);
    }

    private static List<String> texts(List<LoggedMessage> messages) {
        return messages.stream().map(LoggedMessage::toString).toList();
    }

    private static String atStart(PostfixTlsSettings settings) {
        return String.join("\n", texts(settings.server().startMessages()));
    }

    @Test
    void customersProtocolList_isRefusedInPostfixsWords() {
        assertThat(atStart(server("2.6.6").with("smtpd_tls_protocols", "TLSv1.2, TLSv1.1, !TLSv1, !SSLv2, !SSLv3")))
                .isEqualTo(
                        "warning: Invalid TLS protocol list \"TLSv1.2, TLSv1.1, !TLSv1, !SSLv2, !SSLv3\": disabling TLS"
                                + " support");
    }

    @Test
    void protocolList_isQuotedUnmodified() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(
                PostfixVersion.parse("2.6.6"),
                "smtpd_tls_security_level = may\nsmtpd_tls_cert_file = /c\nsmtpd_tls_protocols = SSLv4,\n   TLSv1\n");

        assertThat(atStart(settings))
                .isEqualTo("warning: Invalid TLS protocol list \"SSLv4,   TLSv1\": disabling TLS support");
    }

    @Test
    void protocolListOfAClient_namesThePeer() {
        assertThat(client("3.5.0", "may")
                        .with("smtp_tls_protocols", ">=TLSv1")
                        .client()
                        .handshakeMessage(CLIENT_PEER))
                .map(LoggedMessage::toString)
                .contains("warning: mx.example.com[192.0.2.5]:25: Invalid TLS protocol list \">=TLSv1\": aborting TLS"
                        + " session");
    }

    @Test
    void protocolList_upTo24_isFatal() {
        assertThat(atStart(server("2.4.19")
                        .with("smtpd_tls_security_level", "encrypt")
                        .with("smtpd_tls_mandatory_protocols", "SSLv3, TLSv1.2")))
                .isEqualTo("fatal: unknown smtpd_tls_mandatory_protocols value \"TLSv1.2\" in \"SSLv3, TLSv1.2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.5.0 | warning: PEER: invalid TLS cipher grade: \"foo\": aborting TLS session",
                "3.3.22 | warning: PEER: invalid TLS cipher grade: \"foo\": aborting TLS session",
                "3.4.0 | warning: PEER: invalid cipher grade: \"foo\""
            })
    void badGrade_isNamedAtEachHandshake(String version, String text) {
        assertThat(server(version)
                        .with("smtpd_tls_security_level", "encrypt")
                        .with("smtpd_tls_mandatory_ciphers", "foo")
                        .server()
                        .handshakeMessage(SERVER_PEER))
                .map(LoggedMessage::toString)
                .contains(text.replace("PEER", SERVER_PEER));
        assertThat(client(version, "encrypt")
                        .with("smtp_tls_mandatory_ciphers", "foo")
                        .client()
                        .handshakeMessage(CLIENT_PEER))
                .map(LoggedMessage::toString)
                .contains(text.replace("PEER", CLIENT_PEER));
    }

    @Test
    void badGrade_in23_isReplaced() {
        assertThat(atStart(server("2.3.19")
                        .with("smtpd_tls_security_level", "encrypt")
                        .with("smtpd_tls_mandatory_ciphers", "foo")))
                .isEqualTo("warning: unknown 'smtpd_tls_mandatory_ciphers' value 'foo' ignored, using 'export'");
        assertThat(texts(client("2.3.19", "encrypt")
                        .with("smtp_tls_mandatory_ciphers", "foo")
                        .client()
                        .startMessages()))
                .containsExactly("warning: unknown 'smtp_tls_mandatory_ciphers' value 'foo' ignored, using 'medium'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.5.0 | warning: PEER: invalid unary '!+-@' in TLS cipher exclusion: \"!foo\": aborting TLS session",
                "3.3.22 | warning: PEER: invalid unary '!+-@' in TLS cipher exclusion: \"!foo\": aborting TLS session",
                "3.4.0 | warning: PEER: invalid unary '!+-@' in cipher exclusion: !foo"
            },
            quoteCharacter = '^')
    void badExclusion_isNamedAtEachHandshake(String version, String text) {
        assertThat(server(version)
                        .with("smtpd_tls_exclude_ciphers", "RSA+AES, !foo, -bar")
                        .server()
                        .handshakeMessage(SERVER_PEER))
                .map(LoggedMessage::toString)
                .contains(text.replace("PEER", SERVER_PEER));
    }

    @Test
    void stringThatOpenSslRefuses_isNamed() {
        OpenSslBuild build = OpenSslBuild.parse("1.0.1e");

        assertThat(server("2.6.6")
                        .with("smtpd_tls_ciphers", "high")
                        .with("smtpd_tls_exclude_ciphers", "ALL")
                        .server()
                        .handshakeMessage(SERVER_PEER, build))
                .map(LoggedMessage::toString)
                .contains("warning: mx.example.com[192.0.2.5]: invalid TLS cipher list:"
                        + " \"ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH:!ALL\": aborting TLS session");
        assertThat(server("3.4.0")
                        .with("smtpd_tls_ciphers", "high")
                        .with("smtpd_tls_exclude_ciphers", "ALL")
                        .server()
                        .handshakeMessage(SERVER_PEER, build))
                .map(LoggedMessage::toString)
                .contains("warning: mx.example.com[192.0.2.5]: error setting cipher grade: \"high\"");
        assertThat(server("2.3.19")
                        .with("smtpd_tls_exclude_ciphers", "ALL")
                        .server()
                        .startMessages(build))
                .extracting(LoggedMessage::toString)
                .containsExactly("warning: Invalid cipherlist \"ALL:+RC4:@STRENGTH:!ALL\": disabling TLS support");
        assertThat(server("2.6.6").server().handshakeMessage(SERVER_PEER, build))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.6.6 | smtpd_tls_eecdh_grade | foo | warning: Invalid TLS eecdh grade \"foo\": EECDH disabled",
                "2.6.6 | smtpd_tls_eecdh_grade | auto | warning: Invalid TLS eecdh grade \"auto\": EECDH disabled",
                "3.5.0 | smtpd_tls_eecdh_grade | foo | warning: Invalid TLS eecdh grade \"foo\": EECDH disabled",
                "3.6.0 | smtpd_tls_eecdh_grade | foo | ''",
                "3.4.0 | smtpd_tls_eecdh_grade | none | "
                        + "warning: The \"none\" eecdh grade is no longer supported, using \"auto\" instead",
                "3.3.0 | smtpd_tls_eecdh_grade | none | ''",
                "2.8.0 | tls_eecdh_strong_curve | P-256 | warning: unknown curve \"P-256\": disabling EECDH support",
                "2.8.0 | tls_eecdh_strong_curve | secp521r1 | ''",
                "3.2.0 | tls_eecdh_auto_curves | X25519 foo P-256 | "
                        + "warning: ignoring unknown \"auto\" ECDHE curve \"foo\"",
                "3.5.0 | tls_eecdh_auto_curves | X25519 foo | warning: ignoring unknown ECDHE curve \"foo\"",
                "3.9.0 | tls_eecdh_auto_curves | X25519 foo | warning: ignoring unknown key exchange group \"foo\""
            })
    void ecdhSettings_areComplainedOf(String version, String parameter, String value, String text) {
        assertThat(atStart(server(version).with(parameter, value))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.3.0 | foo | none of the \"auto\" ECDHE curves are supported",
                "3.7.0 | foo | none of the configured ECDHE curves are supported",
                "3.8.0 | '' | using Postfix default key exchange groups instead"
            })
    void listWithoutAnyCurve_isComplainedOf(String version, String curves, String text) {
        List<LoggedMessage> messages = server(version)
                .with("tls_eecdh_auto_curves", curves)
                .with("tls_ffdhe_auto_groups", "")
                .server()
                .startMessages();

        assertThat(messages).hasSize(2);
        assertThat(messages.get(1).text()).isEqualTo(text);
    }

    @Test
    void levels_thatAServerCannotHave() {
        assertThat(atStart(server("2.6.6").with("smtpd_tls_security_level", "verify")))
                .isEqualTo("warning: smtpd_tls_security_level: unsupported TLS level \"verify\", using \"encrypt\"");
        assertThat(atStart(server("2.5.0").with("smtpd_tls_security_level", "maybe")))
                .isEqualTo("fatal: Invalid TLS level \"maybe\"");
        assertThat(atStart(server("2.3.0")
                        .with("smtpd_tls_security_level", "maybe")
                        .with("smtpd_use_tls", "yes")))
                .isEqualTo("warning: smtpd_tls_security_level: ignoring unknown TLS level \"maybe\"");
    }

    @Test
    void certificates_thatAreMissing() {
        assertThat(atStart(server("2.6.6").with("smtpd_tls_cert_file", "")))
                .isEqualTo("warning: No server certs available. TLS won't be enabled");
        assertThat(atStart(server("2.3.0").with("smtpd_tls_cert_file", "").with("smtpd_tls_security_level", "encrypt")))
                .isEqualTo("fatal: No server certs available. TLS can't be enabled");
        assertThat(atStart(server("2.6.6").with("smtpd_tls_cert_file", "none"))).isEmpty();
        assertThat(atStart(server("2.6.6").with("smtpd_tls_cert_file", "none").with("smtpd_tls_ask_ccert", "yes")))
                .isEqualTo("warning: Need a server cert to request client certs");
        assertThat(atStart(server("2.6.6").with("smtpd_tls_req_ccert", "yes")))
                .isEqualTo("warning: Can't require client certs unless TLS is required");
    }

    @Test
    void settingsThatAreInOrder_areNotComplainedOf() {
        for (String version : List.of("2.3.0", "2.6.6", "2.11.11", "3.3.22", "3.5.25", "3.8.0", "3.11.6")) {
            assertThat(atStart(server(version))).as(version).isEmpty();
            assertThat(server(version).server().handshakeMessage(SERVER_PEER))
                    .as(version)
                    .isEmpty();
            assertThat(client(version, "may").client().startMessages())
                    .as(version)
                    .isEmpty();
            assertThat(client(version, "may").client().handshakeMessage(CLIENT_PEER))
                    .as(version)
                    .isEmpty();
        }
    }

    @Test
    void whatCannotBePrinted_isAQuestionMark_andLongTextIsCut() {
        assertThat(atStart(server("2.6.6").with("smtpd_tls_protocols", "\u001B[2J\u00E9")))
                .isEqualTo("warning: Invalid TLS protocol list \"?[2J??\": disabling TLS support");
        assertThat(atStart(server("3.5.0").with("smtpd_tls_protocols", "\u001B[2J\u00E9")))
                .isEqualTo("warning: Invalid TLS protocol list \"?[2J\u00E9\": disabling TLS support");
        assertThat(server("2.6.6")
                        .with("smtpd_tls_protocols", "x".repeat(3_000))
                        .server()
                        .startMessages()
                        .get(0)
                        .text())
                .hasSize(2_000);
    }
}
