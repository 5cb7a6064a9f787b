package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.postfix.Finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake at a time, and settings without mistakes. */
class LintTest {

    /** What every server needs, so that only the mistake is found. */
    private static final String SOUND = "smtpd_tls_security_level = may\nsmtpd_tls_cert_file = /etc/cert.pem\n";

    private static final String WITH_CURVE = SOUND + "smtpd_tls_eecdh_grade = strong\n";

    private static List<Finding> lint(String version, String mainCf) {
        return PostfixTlsSettings.parse(PostfixVersion.parse(version), mainCf, SettingsSource.MAIN_CF)
                .lint();
    }

    private static Finding only(LintRule rule, List<Finding> findings) {
        assertThat(findings).extracting(Finding::rule).contains(rule);
        return findings.stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"2.6.6", "2.8.0", "2.11.11"})
    void soundSettings_areNotComplainedOf(String version) {
        assertThat(lint(version, WITH_CURVE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3.1.0", "3.5.25", "3.6.0", "3.11.6", "3.12-20260801"})
    void soundSettingsOfLaterVersions_areNotComplainedOf(String version) {
        assertThat(lint(version, SOUND)).isEmpty();
        assertThat(PostfixTlsSettings.parse(PostfixVersion.parse(version), SOUND)
                        .lint(OpenSslBuild.parse("3.0.15")))
                .isEmpty();
    }

    @Test
    void mandatorySettings_onAMayServer_haveNoEffect() {
        Finding finding = only(
                LintRule.IDLE_AT_THIS_LEVEL, lint("2.6.6", WITH_CURVE + "smtpd_tls_mandatory_protocols = TLSv1\n"));

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding)
                .hasToString("warning: smtpd_tls_mandatory_protocols (main.cf line 4): It counts only where TLS is"
                        + " mandatory, and the server's level is may. What counts is smtpd_tls_protocols = (default of"
                        + " Postfix 2.6.6). Fix: Set smtpd_tls_protocols, too.");
    }

    @Test
    void mandatorySettings_thatAServiceMakesCount_areFine() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(
                        PostfixVersion.parse("2.8.0"), SOUND + "smtpd_tls_mandatory_ciphers = high\n")
                .withMasterCf("""
                smtp inet n - n - - smtpd
                submission inet n - n - - smtpd -o smtpd_tls_security_level=encrypt
                """);

        assertThat(settings.lint()).isEmpty();
    }

    @Test
    void opportunisticSettings_whereTlsIsMandatory_haveNoEffect() {
        Finding finding = only(
                LintRule.IDLE_AT_THIS_LEVEL,
                lint("2.8.0", SOUND + "smtpd_tls_security_level = encrypt\nsmtpd_tls_ciphers = high\n"));

        assertThat(finding.reason()).contains("smtpd_tls_mandatory_ciphers = medium");
    }

    @Test
    void settingsOfAServerWithoutTls_haveNoEffect() {
        assertThat(only(LintRule.IDLE_AT_THIS_LEVEL, lint("2.6.6", "smtpd_tls_ciphers = high\n"))
                        .fix())
                .isEqualTo("Set smtpd_tls_security_level = may.");
        assertThat(only(LintRule.IDLE_AT_THIS_LEVEL, lint("2.2.0", "smtpd_tls_cert_file = /c\n"))
                        .fix())
                .isEqualTo("Set smtpd_use_tls = yes.");
    }

    @Test
    void unknownProtocol_switchesTlsOff() {
        Finding finding = only(
                LintRule.BAD_PROTOCOL_LIST,
                lint("2.6.6", WITH_CURVE + "smtpd_tls_protocols = TLSv1.2, TLSv1.1, !TLSv1, !SSLv2, !SSLv3\n"));

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.reason()).contains("\"TLSv1.2\"").contains("disabling TLS support");
        assertThat(finding.fix()).contains("!SSLv2, !SSLv3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.5.0 | >=TLSv1 | came with Postfix 3.6",
                "3.5.0 | !SSLv2 !SLSv3 | Perhaps SSLv3 is meant",
                "3.6.0 | !TLS1.1 | Perhaps TLSv1.1 is meant"
            })
    void unknownProtocol_isCorrected(String version, String list, String fix) {
        assertThat(only(LintRule.BAD_PROTOCOL_LIST, lint(version, SOUND + "smtpd_tls_protocols = " + list + "\n"))
                        .fix())
                .contains(fix);
    }

    @Test
    void excludedTlsv1_shutsOutMoreThanSsl() {
        Finding finding = only(
                LintRule.SHUTS_OUT_OLD_PEERS,
                lint("2.6.6", WITH_CURVE + "smtpd_tls_protocols = !TLSv1, !SSLv2, !SSLv3\n"));

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.reason())
                .contains("leaves TLSv1.1, TLSv1.2")
                .contains("\"unknown protocol\"")
                .contains("up to 1.0.0");
    }

    @Test
    void excludedTlsv1_withAnOldOpenSsl_leavesNothing() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(
                PostfixVersion.parse("2.6.6"), WITH_CURVE + "smtpd_tls_protocols = !TLSv1, !SSLv2, !SSLv3\n");

        assertThat(settings.lint(OpenSslBuild.parse("1.0.0t")))
                .extracting(Finding::rule)
                .contains(LintRule.NO_PROTOCOL_LEFT);
        assertThat(settings.lint(OpenSslBuild.parse("1.0.1e")))
                .extracting(Finding::rule)
                .doesNotContain(LintRule.NO_PROTOCOL_LEFT);
    }

    @Test
    void includedProtocol_leavesOnWhatPostfixDoesNotKnow() {
        assertThat(only(LintRule.IDLE_PROTOCOL_WORD, lint("2.6.6", WITH_CURVE + "smtpd_tls_protocols = TLSv1\n"))
                        .reason())
                .contains("names TLSv1 and leaves TLSv1.1, TLSv1.2 on, too");
    }

    @Test
    void protocolNamedBothWays_isAConflict() {
        assertThat(only(LintRule.CONFLICT, lint("2.6.6", WITH_CURVE + "smtpd_tls_protocols = TLSv1, !TLSv1\n"))
                        .reason())
                .startsWith("TLSv1 stands there with and without");
    }

    @Test
    void exclusionsOfTheStartingCase_leaveNoKeyExchange() {
        String mainCf = SOUND
                + "smtpd_tls_exclude_ciphers = aNULL, LOW, EXP, MEDIUM, ADH, AECDH, MD5, DSS, ECDSA, CAMELLIA128, 3DES,"
                + " CAMELLIA256, RSA+AES, eNULL\n";

        Finding finding = only(LintRule.NO_COMMON_KEY_EXCHANGE, lint("2.6.6", mainCf));
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.subject()).isEqualTo("smtpd_tls_exclude_ciphers");
        assertThat(finding.reason()).contains("smtpd_tls_eecdh_grade = none (default of Postfix 2.6.6)");
        assertThat(lint("2.8.0", mainCf)).extracting(Finding::rule).doesNotContain(LintRule.NO_COMMON_KEY_EXCHANGE);
        assertThat(lint("2.6.6", mainCf.replace("RSA+AES,", "")))
                .extracting(Finding::rule)
                .doesNotContain(LintRule.NO_COMMON_KEY_EXCHANGE)
                .contains(LintRule.NO_ECDH);
    }

    @Test
    void anonymousSuites_excludedOnAServer_areNoted() {
        assertThat(only(LintRule.ANONYMOUS_EXCLUDED, lint("2.8.0", SOUND + "smtpd_tls_exclude_ciphers = aNULL\n"))
                        .severity())
                .isEqualTo(Severity.NOTE);
        assertThat(lint("2.8.0", SOUND + "smtp_tls_exclude_ciphers = aNULL\n")).isEmpty();
    }

    @Test
    void typingError_inAnExclusion_isCorrected() {
        Finding finding = only(
                LintRule.UNKNOWN_CIPHER_WORD, lint("2.8.0", SOUND + "smtpd_tls_exclude_ciphers = MD5, PSD, SRP\n"));

        assertThat(finding.reason())
                .isEqualTo("No OpenSSL knows the word \"PSD\"; the rule it stands in is ignored in" + " silence.");
        assertThat(finding.fix()).isEqualTo("Perhaps PSK is meant.");
    }

    @Test
    void typingError_inACipherList_isCorrected() {
        assertThat(only(LintRule.UNKNOWN_CIPHER_WORD, lint("2.8.0", SOUND + "tls_export_cipherlist = ALL:!aNUL\n"))
                        .fix())
                .isEqualTo("Perhaps aNULL is meant.");
    }

    @Test
    void wordThatOnlyOtherReleasesKnow_isToldWithABuild() {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(
                PostfixVersion.parse("2.8.0"), SOUND + "smtpd_tls_exclude_ciphers = CHACHA20\n");

        assertThat(settings.lint()).isEmpty();
        assertThat(only(LintRule.UNKNOWN_CIPHER_WORD, settings.lint(OpenSslBuild.parse("1.0.1e")))
                        .reason())
                .startsWith("OpenSSL 1.0.1e does not know the word \"CHACHA20\"");
    }

    @Test
    void exclusionWithOperator_breaksEveryHandshake() {
        Finding finding = only(LintRule.BAD_EXCLUSION, lint("2.8.0", SOUND + "smtpd_tls_exclude_ciphers = !RC4\n"));

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.fix()).startsWith("Write \"RC4\"");
    }

    @Test
    void stringThatNothingIsLeftOf_isRefused() {
        assertThat(PostfixTlsSettings.parse(PostfixVersion.parse("2.8.0"), SOUND + "smtpd_tls_exclude_ciphers = ALL\n")
                        .lint(OpenSslBuild.parse("1.0.1e")))
                .extracting(Finding::rule)
                .contains(LintRule.REFUSED_CIPHER_STRING);
    }

    @Test
    void parameterOnTwoLines_isADuplicate() {
        Finding finding = only(
                LintRule.DUPLICATE, lint("2.8.0", SOUND + "smtpd_tls_ciphers = high\nsmtpd_tls_ciphers = medium\n"));

        assertThat(finding)
                .hasToString(
                        "warning: smtpd_tls_ciphers (main.cf line 4): It stands on line 3, too, as \"high\"; the last"
                                + " line counts, and the earlier one has no effect. Fix: Remove line 3.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.5.9 | smtpd_tls_ciphers | it came with 2.6.0",
                "2.7.0 | tls_preempt_cipherlist | it came with 2.8.0",
                "3.9.0 | smtpd_tls_cipherlist | it went before this version",
                "2.5.9 | smtpd_tls_eecdh_grade | it came with 2.6.0"
            })
    void parameterOfAnotherVersion_isNamed(String version, String parameter, String reason) {
        assertThat(only(LintRule.PARAMETER_OF_OTHER_VERSION, lint(version, SOUND + parameter + " = x\n"))
                        .reason())
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "smtpd_tls_chiphers, smtpd_tls_ciphers",
        "smtpd_tls_cafile, smtpd_tls_CAfile",
        "smptd_tls_protocols, smtpd_tls_protocols",
        "smtpd_tls_manditory_ciphers, smtpd_tls_mandatory_ciphers"
    })
    void mistypedParameter_isCorrected(String typed, String meant) {
        assertThat(only(LintRule.UNKNOWN_PARAMETER, lint("2.8.0", SOUND + typed + " = high\n"))
                        .fix())
                .isEqualTo("Rename it to " + meant + ".");
    }

    @Test
    void parameterOfOnesOwn_thatIsReferredTo_isFine() {
        assertThat(lint("2.8.0", SOUND + "my_tls_grade = high\nsmtpd_tls_ciphers = $my_tls_grade\n"))
                .isEmpty();
        assertThat(lint("2.8.0", SOUND + "mytls_destination_concurrency_limit = 2\n"))
                .isEmpty();
        assertThat(only(LintRule.UNKNOWN_PARAMETER, lint("2.8.0", SOUND + "my_tls_grade = high\n"))
                        .severity())
                .isEqualTo(Severity.NOTE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.6.0 | smtpd_tls_eecdh_grade = strong | From 3.6 on it is ignored",
                "3.8.0 | tls_low_cipherlist = ALL | From 3.8 on it is ignored",
                "2.8.0 | tls_eecdh_ultra_curve = secp521r1 | No server has the grade",
                "2.8.0 | tls_high_cipherlist = HIGH | No server and no client has the grade high",
                "3.4.0 | smtpd_tls_chain_files = /all.pem | smtpd_tls_chain_files is set",
                "2.8.0 | smtpd_tls_req_ccert = yes | cannot require a certificate",
                "2.8.0 | smtpd_use_tls = yes | smtpd_tls_security_level = may overrides it"
            })
    void parameterThatIsOverruled_hasNoEffect(String version, String line, String reason) {
        assertThat(only(LintRule.WITHOUT_EFFECT, lint(version, SOUND + line + "\n"))
                        .reason())
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smtpd_enforce_tls = yes | says otherwise",
                "smtpd_use_tls = no | says otherwise",
                "smtpd_tls_wrappermode = yes | TLS is mandatory"
            })
    void parametersThatContradictTheLevel_areAConflict(String line, String reason) {
        assertThat(only(LintRule.CONFLICT, lint("2.8.0", SOUND + line + "\n")).reason())
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smtpd_tls_ciphers = hihg | Write high",
                "smtpd_tls_security_level = my | Write may",
                "smtpd_tls_ask_ccert = on | Write yes or no",
                "smtpd_tls_ciphers = ALL:!aNULL | lists of suites go into tls_high_cipherlist"
            })
    void valueThatIsNone_isAnError(String line, String fix) {
        Finding finding = only(LintRule.BAD_VALUE, lint("2.8.0", SOUND + line + "\n"));

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.fix()).contains(fix);
    }

    @Test
    void unknownCurve_isNamed() {
        assertThat(only(LintRule.BAD_CURVE, lint("2.8.0", SOUND + "tls_eecdh_strong_curve = P-256\n"))
                        .reason())
                .contains("unknown curve \"P-256\"");
    }

    @Test
    void serverWithoutCertificate_isNamed() {
        assertThat(lint("2.8.0", "smtpd_tls_security_level = may\n"))
                .extracting(Finding::rule)
                .containsExactly(LintRule.NO_CERTIFICATE);
    }

    @Test
    void referenceToItself_isAnError() {
        assertThat(only(LintRule.BAD_REFERENCE, lint("2.8.0", SOUND + "smtpd_tls_CAfile = $smtpd_tls_CAfile\n"))
                        .severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void optionOfAService_isLookedAtToo() {
        PostfixTlsSettings settings =
                PostfixTlsSettings.parse(PostfixVersion.parse("2.8.0"), SOUND).withMasterCf("""
                2525 inet n - n - - smtpd -o smtpd_tls_protocols=TLSv1.9 -o smtpd_tls_chiphers=high
                25 inet n - n - - smtpd -o { a = b }
                """);

        assertThat(only(LintRule.BAD_PROTOCOL_LIST, settings.lint()).origin())
                .map(Origin::toString)
                .contains("-o of 2525/inet, master.cf line 1");
        assertThat(settings.lint())
                .extracting(Finding::rule)
                .contains(LintRule.UNKNOWN_PARAMETER, LintRule.BAD_SERVICE);
    }

    @Test
    void findings_comeWorstFirst() {
        assertThat(lint(
                        "2.8.0",
                        SOUND + "smtpd_tls_exclude_ciphers = aNULL\nsmtpd_use_tls = no\nsmtpd_tls_protocols = SSLv9\n"))
                .extracting(Finding::severity)
                .isSorted();
    }
}
