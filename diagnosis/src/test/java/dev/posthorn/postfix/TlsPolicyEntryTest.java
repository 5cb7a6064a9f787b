package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.ciphers.CipherString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected values: fact sheet on Postfix TLS configuration, sections 5.2, 9.2 and 12, and that on Postfix log messages
 * section 6.
 */
class TlsPolicyEntryTest {

    private static TlsPolicyEntry entry(String version, String text) {
        return TlsPolicyEntry.parse(PostfixVersion.parse(version), text);
    }

    private static ClientTls client(String version, String policy) {
        return PostfixTlsSettings.defaultsOf(PostfixVersion.parse(version))
                .with("smtp_tls_security_level", "may")
                .with("smtp_tls_exclude_ciphers", "RC4")
                .with("smtp_tls_mandatory_exclude_ciphers", "MD5")
                .client()
                .withPolicy(policy);
    }

    @ParameterizedTest
    @CsvSource({
        "2.10.9, tafile=/a, 2.11.0",
        "2.4.9, exclude=RC4, 2.5.0",
        "3.3.9, servername=mx.example.net, 3.4.0",
        "3.3.9, connection_reuse=no, 3.4.0",
        "3.8.9, enable_rpk=yes, 3.9.0",
        "3.9.9, policy_type=sts, 3.10.0",
        "3.9.9, policy_ttl=60, 3.10.0",
        "3.9.9, policy_domain=example.net, 3.10.0",
        "3.9.9, policy_string=x, 3.10.0",
        "3.9.9, mx_host_pattern=.example.net, 3.10.0",
        "3.9.9, policy_failure=x, 3.10.0"
    })
    void attribute_isKnown_sinceItsVersion(String last, String attribute, String first) {
        String name = attribute.substring(0, attribute.indexOf('='));

        assertThat(entry(last, "secure " + attribute).error()).contains("invalid attribute name: \"" + name + "\"");
        assertThat(entry(first, "secure " + attribute).isValid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2.4.9, fingerprint, 2.5.0", "2.10.9, dane, 2.11.0", "2.10.9, dane-only, 2.11.0"})
    void level_isKnown_sinceItsVersion(String last, String level, String first) {
        assertThat(entry(last, level).error()).contains("invalid security level \"" + level + "\"");
        assertThat(entry(first, level).level()).map(SecurityLevel::toString).contains(level);
    }

    @ParameterizedTest
    @CsvSource({"ciphers=high", "protocols=TLSv1"})
    void listsAtMay_areForVersionsFrom26On(String attribute) {
        String name = attribute.substring(0, attribute.indexOf('='));

        assertThat(entry("2.5.9", "may " + attribute).error())
                .contains("attribute \"" + name + "\" invalid at security level \"may\"");
        assertThat(entry("2.5.9", "encrypt " + attribute).isValid()).isTrue();
        assertThat(entry("2.6.0", "may " + attribute).isValid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' '|invalid empty policy",
                "halfdane|invalid security level \"halfdane\"",
                "encrypted|invalid security level \"encrypted\"",
                "encrypt ciphers=|attribute \"ciphers\" has empty value",
                "encrypt ciphers=high ciphers=medium|attribute \"ciphers\" is specified multiple times",
                "encrypt match=example.net|attribute \"match\" invalid at security level \"encrypt\"",
                "encrypt colour=red|invalid attribute name: \"colour\"",
                "encrypt high|malformed attribute/value pair \"high\": missing '=' after attribute name",
                "encrypt connection_reuse=maybe|attribute \"connection_reuse\" has bad value: \"maybe\"",
            })
    void entryWithAnError_defersMail_andSaysWhy(String text, String words) {
        TlsPolicyEntry entry = entry("3.5.8", text);

        assertThat(entry.messages("example.net"))
                .extracting(LoggedMessage::toString)
                .containsExactly("warning: smtp_tls_policy_maps, next-hop destination \"example.net\": " + words);
        assertThat(entry.deferralText()).contains("client TLS configuration problem");
        assertThat(entry.dsn()).contains("4.7.5");
    }

    @ParameterizedTest
    @CsvSource({"2.5.0, 4.7.0", "2.10.9, 4.7.0", "2.11.0, 4.7.5", "3.11.0, 4.7.5"})
    void statusOfTheDeferral_dependsOnTheVersion(String version, String dsn) {
        assertThat(entry(version, "nonsense").dsn()).contains(dsn);
    }

    @Test
    void beforeTheWordsAreKnown_nothingIsMadeUp() {
        assertThat(entry("2.4.9", "nonsense").isValid()).isFalse();
        assertThat(entry("2.4.9", "nonsense").messages("example.net")).isEmpty();
        assertThat(entry("2.4.9", "nonsense").dsn()).isEmpty();
    }

    @Test
    void attributesWithoutTls_areIgnored_withAWarning() {
        TlsPolicyEntry entry = entry("3.5.8", "none ciphers=high");

        assertThat(entry.isValid()).isTrue();
        assertThat(entry.messages("example.net"))
                .extracting(LoggedMessage::text)
                .containsExactly(
                        "smtp_tls_policy_maps, next-hop destination \"example.net\": ignoring attribute \"ciphers\" with TLS disabled");
    }

    @Test
    void lists_mayStandThereSeveralTimes() {
        assertThat(entry("3.5.8", "secure match=example.net match=.example.net").attribute("match"))
                .contains("example.net:.example.net");
    }

    @Test
    void levelOfAnEntry_choosesTheParameters() {
        ClientTls client = client("3.5.8", "encrypt");

        assertThat(client.level()).isEqualTo(SecurityLevel.ENCRYPT);
        assertThat(client.protocolParameter()).isEqualTo("smtp_tls_mandatory_protocols");
        assertThat(client.cipherString().map(CipherString::text).orElse("")).endsWith(":!RC4:!MD5:!eNULL");
    }

    @Test
    void attributesOfAnEntry_replaceParameters_andAreTheOriginOfTheValues() {
        ClientTls client = client("3.5.8", "secure ciphers=high protocols=TLSv1.2 exclude=3DES");

        assertThat(client.protocolSetting().value()).isEqualTo("TLSv1.2");
        assertThat(client.protocolSetting().origin())
                .hasToString("policy \"secure ciphers=high protocols=TLSv1.2 exclude=3DES\"");
        assertThat(client.ciphers().grade().map(Setting::value)).contains("high");
        assertThat(client.ciphers().list().map(Setting::parameter)).contains("tls_high_cipherlist");
        assertThat(client.ciphers().exclusions())
                .extracting(CipherSelection.Exclusion::word)
                .containsExactly("3DES", "aNULL");
        assertThat(client.settingsInForce())
                .noneMatch(setting -> setting.value().equals("RC4"));
    }

    @Test
    void gradeOfAnEntry_isCheckedLikeThatOfMainCf() {
        assertThat(client("3.5.8", "encrypt ciphers=strong").handshakeMessage("mx.example.net[192.0.2.25]:25"))
                .map(LoggedMessage::text)
                .contains("mx.example.net[192.0.2.25]:25: invalid cipher grade: \"strong\"");
    }

    @Test
    void invalidEntry_leavesTheValuesOfMainCf_andTellsItsError() {
        ClientTls client = client("3.5.8", "encrypt colour=red ciphers=high");

        assertThat(client.level()).isEqualTo(SecurityLevel.MAY);
        assertThat(client.policy()).map(TlsPolicyEntry::isValid).contains(false);
    }

    @Test
    void entryOfAnAttacker_isPrintedHarmlessly() {
        assertThat(entry("3.5.8", "encrypt \u001b[31m=red").toString()).doesNotContain("\u001b");
        assertThat(entry("3.5.8", "encrypt \u001b[31m=red").messages("x\u0007"))
                .allSatisfy(message -> assertThat(message.text()).doesNotContain("\u001b", "\u0007"));
    }
}
