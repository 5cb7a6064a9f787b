package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: fact sheet on Postfix TLS configuration, sections 5.2, 6.4 and 9.2. */
class ClientTlsTest {

    private static PostfixTlsSettings postfix(String version) {
        return PostfixTlsSettings.defaultsOf(PostfixVersion.parse(version));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, '', smtp_tls_protocols",
        "MAY, RC4, smtp_tls_protocols",
        "ENCRYPT, RC4 MD5 eNULL, smtp_tls_mandatory_protocols",
        "FINGERPRINT, RC4 MD5 aNULL, smtp_tls_mandatory_protocols",
        "HALF_DANE, RC4 MD5 aNULL, smtp_tls_mandatory_protocols",
        "DANE, RC4 MD5 aNULL, smtp_tls_mandatory_protocols",
        "DANE_ONLY, RC4 MD5 aNULL, smtp_tls_mandatory_protocols",
        "VERIFY, RC4 MD5 aNULL, smtp_tls_mandatory_protocols",
        "SECURE, RC4 MD5 aNULL, smtp_tls_mandatory_protocols"
    })
    void exclusions_dependOnTheLevel(SecurityLevel level, String exclusions, String protocolParameter) {
        ClientTls client = postfix("3.5.0")
                .with("smtp_tls_exclude_ciphers", "RC4")
                .with("smtp_tls_mandatory_exclude_ciphers", "MD5")
                .client()
                .at(level);

        if (level != SecurityLevel.NONE) {
            assertThat(client.ciphers().exclusions().stream()
                            .map(CipherSelection.Exclusion::word)
                            .reduce("", (a, b) -> a.isEmpty() ? b : a + " " + b))
                    .isEqualTo(exclusions);
        }
        assertThat(client.protocolParameter()).isEqualTo(protocolParameter);
    }

    @ParameterizedTest
    @CsvSource({
        "'', no, no, yes, NONE",
        "'', yes, no, yes, MAY",
        "'', yes, yes, yes, VERIFY",
        "'', no, yes, no, ENCRYPT",
        "may, no, yes, yes, MAY",
        "dane, no, no, yes, DANE",
        "DANE-ONLY, no, no, yes, DANE_ONLY"
    })
    void level_isTheConfiguredOne_orThatOfTheOldParameters(
            String level, String use, String enforce, String peerName, SecurityLevel expected) {
        assertThat(postfix("2.11.0")
                        .with("smtp_tls_security_level", level)
                        .with("smtp_use_tls", use)
                        .with("smtp_enforce_tls", enforce)
                        .with("smtp_tls_enforce_peername", peerName)
                        .client()
                        .level())
                .isEqualTo(expected);
    }

    @Test
    void level_from311On_dependsOnTheCompatibilityLevel() {
        assertThat(postfix("3.11.0").client().level()).isEqualTo(SecurityLevel.NONE);
        assertThat(postfix("3.11.0")
                        .with("compatibility_level", "3.11")
                        .client()
                        .level())
                .isEqualTo(SecurityLevel.MAY);
        assertThat(postfix("3.11.0")
                        .with("compatibility_level", "3.11")
                        .lmtpClient()
                        .orElseThrow()
                        .level())
                .isEqualTo(SecurityLevel.NONE);
    }

    @Test
    void lmtp_hasParametersOfItsOwn() {
        ClientTls lmtp = postfix("2.11.0")
                .with("lmtp_tls_security_level", "encrypt")
                .with("lmtp_tls_mandatory_ciphers", "high")
                .lmtpClient()
                .orElseThrow();

        assertThat(lmtp.cipherString().orElseThrow())
                .hasToString("aNULL:-aNULL:ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH:!eNULL");
    }

    @Test
    void curves_areTheClientsOnlyFrom32On() {
        assertThat(postfix("3.1.0").client().ecdhCurves()).isEmpty();
        assertThat(postfix("3.2.0").client().ecdhCurves()).startsWith("X25519");
    }

    @Test
    void table_tellsTheOriginOfEachValue() {
        assertThat(PostfixTlsSettings.parse(PostfixVersion.parse("2.6.6"), "smtp_tls_security_level = encrypt\n")
                        .client()
                        .settingsInForce())
                .extracting(Setting::toString)
                .containsExactly(
                        "smtp_tls_security_level = encrypt (main.cf line 1)",
                        "smtp_tls_mandatory_protocols = SSLv3, TLSv1 (default of Postfix 2.6.6)",
                        "smtp_tls_mandatory_ciphers = medium (default of Postfix 2.6.6)",
                        "tls_medium_cipherlist = ALL:!EXPORT:!LOW:+RC4:@STRENGTH (default of Postfix 2.6.6)",
                        "smtp_tls_exclude_ciphers = (default of Postfix 2.6.6)",
                        "smtp_tls_mandatory_exclude_ciphers = (default of Postfix 2.6.6)");
    }
}
