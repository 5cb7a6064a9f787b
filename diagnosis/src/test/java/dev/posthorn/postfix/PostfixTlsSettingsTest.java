package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How values are read and where they come from. Rules: postconf(5), master(5), postconf(1). */
class PostfixTlsSettingsTest {

    private static final PostfixVersion V2_6 = PostfixVersion.parse("2.6.6");
    private static final PostfixVersion V3_5 = PostfixVersion.parse("3.5.25");

    @Test
    void mainCf_isReadByTheRulesOfPostconf() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(V2_6, """
                # comment
                smtpd_tls_exclude_ciphers = aNULL,
                    RC4
                # a comment does not end a value

                    MD5
                grade = high
                smtpd_tls_ciphers = ${grade}
                smtpd_tls_eecdh_grade = none
                smtpd_tls_eecdh_grade=strong
                """);

        assertThat(settings.value("smtpd_tls_exclude_ciphers")).isEqualTo("aNULL,    RC4    MD5");
        assertThat(settings.setting("smtpd_tls_exclude_ciphers").orElseThrow().words())
                .containsExactly("aNULL", "RC4", "MD5");
        assertThat(settings.value("smtpd_tls_ciphers")).isEqualTo("high");
        assertThat(settings.setting("smtpd_tls_eecdh_grade").orElseThrow())
                .hasToString("smtpd_tls_eecdh_grade = strong (main.cf line 10)");
    }

    @Test
    void setting_keepsWhatWasWritten_besideWhatItMeans() {
        Setting setting = PostfixTlsSettings.parse(V2_6, "g = high\nsmtpd_tls_ciphers = $g\n")
                .setting("smtpd_tls_ciphers")
                .orElseThrow();

        assertThat(setting.rawValue()).isEqualTo("$g");
        assertThat(setting.value()).isEqualTo("high");
        assertThat(setting.isStated()).isTrue();
    }

    @Test
    void carriageReturns_areWhiteSpace() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(V2_6, "smtpd_tls_ciphers = high\r\n\r\na = b\r\n");

        assertThat(settings.value("smtpd_tls_ciphers")).isEqualTo("high");
        assertThat(settings.value("a")).isEqualTo("b");
    }

    @Test
    void nul_endsALine_asInC() {
        assertThat(PostfixTlsSettings.parse(V2_6, "smtpd_tls_ciphers = high\0er\n")
                        .value("smtpd_tls_ciphers"))
                .isEqualTo("high");
    }

    @Test
    void settingsThatNameEachOther_haveNoValue_andSayWhy() {
        Setting setting = PostfixTlsSettings.parse(V2_6, "a = $b\nb = $(a)x\n")
                .setting("a")
                .orElseThrow();

        assertThat(setting.value()).isEmpty();
        assertThat(setting.problem().orElseThrow().reason()).isEqualTo(ExpansionProblem.Reason.RECURSION);
    }

    @Test
    void parameterThatTheVersionDoesNotHave_isReadButNotInForce() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(
                PostfixVersion.parse("2.5.9"), "tls_preempt_cipherlist = yes\nsmtpd_tls_security_level = may\n");

        assertThat(settings.value("tls_preempt_cipherlist")).isEqualTo("yes");
        assertThat(settings.server().preemptsCipherList()).isFalse();
    }

    @Test
    void defaultsOfTheBuild_beatThoseOfTheVersion() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(
                        V3_5, "tls_high_cipherlist = HIGH\nsmtpd_tls_ciphers = medium\n", SettingsSource.POSTCONF_D)
                .withText("smtpd_tls_ciphers = high\n", SettingsSource.MAIN_CF);

        assertThat(settings.setting("tls_high_cipherlist").orElseThrow())
                .hasToString("tls_high_cipherlist = HIGH (default of this build, postconf -d line 1)");
        assertThat(settings.setting("smtpd_tls_ciphers").orElseThrow())
                .hasToString("smtpd_tls_ciphers = high (main.cf line 1)");
        assertThat(settings.statedParameters()).containsExactly("smtpd_tls_ciphers");
        assertThat(settings.on(V2_6).value("tls_high_cipherlist")).isEqualTo("ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH");
    }

    @Test
    void allParameters_asPostconfPrintsThem_areStatedWhereTheyDiffer() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(
                V3_5, "smtpd_tls_ciphers = medium\nsmtpd_tls_security_level = may\n", SettingsSource.POSTCONF);

        assertThat(settings.statedParameters()).containsExactly("smtpd_tls_security_level");
    }

    @Test
    void serviceOptions_overrideMainCf_evenWhereOthersReferToIt() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(V3_5, """
                        smtpd_tls_security_level = may
                        strictness = medium
                        smtpd_tls_mandatory_ciphers = $strictness
                        """).withMasterCf("""
                # comment
                smtp       inet  n  -  n  -  -  smtpd
                smtp       unix  -  -  n  -  -  smtp
                submission inet  n  -  n  -  -  smtpd
                    -o syslog_name=postfix/submission
                    -o smtpd_tls_security_level=encrypt -o strictness=high
                    -o { smtpd_tls_mandatory_exclude_ciphers = aNULL, MD5 }
                """);

        ServerTls submission = settings.forService("submission").orElseThrow().server();

        assertThat(submission.cipherString().orElseThrow()).hasToString("aNULL:-aNULL:HIGH:@STRENGTH:!aNULL:!MD5");
        assertThat(submission.settingsInForce())
                .extracting(Setting::toString)
                .contains("smtpd_tls_security_level = encrypt (-o of submission/inet, master.cf line 4)");
        assertThat(settings.server().level()).contains(SecurityLevel.MAY);
        assertThat(settings.forService("smtp/inet").orElseThrow().server().level())
                .contains(SecurityLevel.MAY);
        assertThat(settings.forService("smtps")).isEmpty();
        assertThatThrownBy(() -> settings.forService("smtp"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 services");
    }

    @Test
    void control_charactersInAValue_areEscapedWhenPrinted() {
        assertThat(PostfixTlsSettings.defaultsOf(V2_6)
                        .with("smtpd_tls_ciphers", "\u001B[2Jhigh")
                        .setting("smtpd_tls_ciphers")
                        .orElseThrow())
                .hasToString("smtpd_tls_ciphers = \\u001B[2Jhigh (stated)");
    }
}
