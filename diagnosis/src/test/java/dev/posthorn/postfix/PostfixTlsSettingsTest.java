package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.openssl.OpenSslRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values: fact sheet on Postfix TLS configuration, sections 1 and 3 to 9. */
class PostfixTlsSettingsTest {

    private static PostfixTlsSettings postfix(String version) {
        return PostfixTlsSettings.defaultsOf(PostfixVersion.parse(version));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.6.6  | tls_high_cipherlist | ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH",
                "2.6.7  | tls_high_cipherlist | aNULL:-aNULL:ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH",
                "2.7.0  | tls_high_cipherlist | ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH",
                "2.3.3  | tls_high_cipherlist | !EXPORT:!LOW:!MEDIUM:ALL:+RC4:@STRENGTH",
                "3.1.0  | tls_high_cipherlist | aNULL:-aNULL:HIGH:@STRENGTH",
                "3.7.11 | tls_medium_cipherlist | aNULL:-aNULL:HIGH:MEDIUM:+RC4:@STRENGTH",
                "2.6.6  | tls_export_cipherlist | ALL:+RC4:@STRENGTH",
                "2.6.6  | smtpd_tls_ciphers | export",
                "2.9.13 | smtpd_tls_ciphers | export",
                "2.9.14 | smtpd_tls_ciphers | medium",
                "2.11.5 | smtpd_tls_ciphers | export",
                "2.11.6 | smtpd_tls_ciphers | medium",
                "3.0.1  | smtpd_tls_ciphers | export",
                "3.0.2  | smtpd_tls_ciphers | medium",
                "2.6.6  | smtpd_tls_protocols | ''",
                "3.1.0  | smtpd_tls_protocols | !SSLv2, !SSLv3",
                "3.6.0  | smtpd_tls_protocols | >=TLSv1",
                "2.6.14 | smtpd_tls_mandatory_protocols | SSLv3, TLSv1",
                "2.6.15 | smtpd_tls_mandatory_protocols | !SSLv2",
                "2.6.6  | smtpd_tls_eecdh_grade | none",
                "2.7.16 | smtpd_tls_eecdh_grade | none",
                "2.8.0  | smtpd_tls_eecdh_grade | strong",
                "3.2.0  | smtpd_tls_eecdh_grade | auto",
                "3.8.0  | tls_null_cipherlist | eNULL:!kDH:!kECDH:!aDSS:!MD5:!aNULL"
            })
    void default_isThatOfTheVersion(String version, String parameter, String value) {
        assertThat(postfix(version).value(parameter)).isEqualTo(value);
        assertThat(postfix(version).setting(parameter).orElseThrow().origin())
                .isEqualTo("default of Postfix " + version);
    }

    @ParameterizedTest
    @CsvSource({
        "2.5.9, smtpd_tls_ciphers",
        "2.5.9, smtpd_tls_eecdh_grade",
        "2.7.9, tls_preempt_cipherlist",
        "3.9.0, no_such"
    })
    void parameter_thatTheVersionDoesNotHave_isEmpty(String version, String parameter) {
        assertThat(postfix(version).setting(parameter)).isEmpty();
        assertThat(postfix(version).value(parameter)).isEmpty();
    }

    @Test
    void prefixForAnonymousSuites_dependsOnTheHeaders() {
        PostfixTlsSettings old = postfix("2.8.0").compiledWith(OpenSslRelease.parse("0.9.8y"));

        assertThat(old.value("tls_export_cipherlist")).isEqualTo("ALL:+RC4:@STRENGTH");
        assertThat(old.server().ecdhGrade()).isEqualTo(EcdhGrade.NONE);
    }

    @Test
    void mainCf_isReadByTheRulesOfPostconf() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(PostfixVersion.parse("2.6.6"), """
                # comment
                smtpd_tls_exclude_ciphers = aNULL,
                    RC4
                # a comment does not end a value

                    MD5
                grade = high
                smtpd_tls_ciphers = ${grade}
                smtpd_tls_eecdh_grade = none
                smtpd_tls_eecdh_grade=strong
                no setting at all
                """);

        assertThat(settings.value("smtpd_tls_exclude_ciphers")).isEqualTo("aNULL, RC4 MD5");
        assertThat(settings.value("smtpd_tls_ciphers")).isEqualTo("high");
        assertThat(settings.setting("smtpd_tls_eecdh_grade").orElseThrow())
                .isEqualTo(new Setting("smtpd_tls_eecdh_grade", "strong", true, "main.cf line 10"));
    }

    @Test
    void settingsThatNameEachOther_end() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(PostfixVersion.parse("2.6.6"), "a = $b\nb = $(a)x\n");

        assertThat(settings.value("a")).contains("x");
    }

    @Test
    void cipherString_isGradeAndExclusions() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(PostfixVersion.parse("2.6.6"), """
                smtpd_tls_security_level = may
                smtpd_tls_ciphers = high
                smtpd_tls_exclude_ciphers = aNULL, eNULL, EXPORT, DES, RC4, MD5, PSK, aECDH, EDH-DSS-DES-CBC3-SHA,
                    RSA+AES
                smtpd_tls_mandatory_exclude_ciphers = SEED
                """);

        assertThat(settings.server().cipherString())
                .hasToString("ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH:!aNULL:!eNULL:!EXPORT:!DES:!RC4:!MD5:!PSK:!aECDH:"
                        + "!EDH-DSS-DES-CBC3-SHA:!RSA+AES");
        assertThat(settings.with("smtpd_tls_security_level", "encrypt").server().cipherString())
                .hasToString("ALL:!EXPORT:!LOW:+RC4:@STRENGTH:!aNULL:!eNULL:!EXPORT:!DES:!RC4:!MD5:!PSK:!aECDH:"
                        + "!EDH-DSS-DES-CBC3-SHA:!RSA+AES:!SEED");
    }

    @Test
    void clientCertificateAskedFor_excludesAnonymousSuites() {
        assertThat(postfix("2.6.6").with("smtpd_tls_ask_ccert", "yes").server().exclusions())
                .containsExactly("aNULL");
    }

    @Test
    void exclusionThatStartsWithAnOperator_isTheOneThatBreaksTls() {
        assertThat(postfix("2.6.6")
                        .with("smtpd_tls_exclude_ciphers", "RSA+AES, !RC4")
                        .server()
                        .badExclusion())
                .contains("!RC4");
        assertThat(postfix("2.6.6")
                        .with("smtpd_tls_exclude_ciphers", "RSA+AES")
                        .server()
                        .badExclusion())
                .isEmpty();
    }

    @Test
    void opportunisticTls_before26_hasTheGradeExport() {
        assertThat(postfix("2.5.9").server().cipherString()).hasToString("ALL:+RC4:@STRENGTH");
    }

    @ParameterizedTest
    @CsvSource({
        "'', no, no, false",
        "may, no, no, false",
        "none, no, no, false",
        "encrypt, no, no, true",
        "'', yes, no, true",
        "may, no, yes, true",
        "verify, no, no, true"
    })
    void mandatoryParameters_countAtLevelEncryptAndInWrapperMode(
            String level, String enforce, String wrapper, boolean mandatory) {
        ServerTls tls = postfix("2.6.6")
                .with("smtpd_tls_security_level", level)
                .with("smtpd_enforce_tls", enforce)
                .with("smtpd_tls_wrappermode", wrapper)
                .server();

        assertThat(tls.isMandatory()).isEqualTo(mandatory);
        assertThat(tls.protocolParameter())
                .isEqualTo(mandatory ? "smtpd_tls_mandatory_protocols" : "smtpd_tls_protocols");
    }

    @ParameterizedTest
    @CsvSource({
        "2.6.6, none, NONE", "2.6.6, strong, STRONG", "2.6.6, ultra, ULTRA", "2.6.6, nonsense, NONE",
        "3.3.0, none, NONE", "3.4.0, none, AUTO", "3.5.0, ultra, ULTRA", "3.6.0, none, AUTO"
    })
    void ecdhGrade_isWhatTheVersionMakesOfIt(String version, String value, EcdhGrade grade) {
        assertThat(postfix(version)
                        .with("smtpd_tls_eecdh_grade", value)
                        .server()
                        .ecdhGrade())
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "two", "2.6.6.6", "mail_version"})
    void version_thatIsNone_isNamed(String text) {
        assertThatThrownBy(() -> PostfixVersion.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @ParameterizedTest
    @CsvSource({"2.6, 2.6.0", "mail_version = 2.6.6, 2.6.6", "3.12-20260801, 3.12.0", "3.7.11, 3.7.11"})
    void version_asPostconfPrintsIt_isRead(String text, String version) {
        assertThat(PostfixVersion.parse(text)).hasToString(version);
    }

    @Test
    void versions_areComparedByNumber() {
        assertThat(PostfixVersion.parse("2.10.0")).isGreaterThan(PostfixVersion.parse("2.9.14"));
    }
}
