package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsSourceTest {

    private static final PostfixVersion VERSION = PostfixVersion.parse("2.6.6");

    private static final String PRINTED = """
            alias_maps = hash:/etc/aliases
            mail_owner = postfix
            mydestination =
            smtpd_tls_ciphers = high
            smtpd_tls_security_level = may
            """;

    @Test
    void sortedLinesWithSingleBlanks_areThoseOfPostconf() {
        assertThat(SettingsSource.guess(PRINTED, VERSION)).isEqualTo(SettingsSource.POSTCONF_N);
    }

    @ParameterizedTest
    @ValueSource(strings = {"# comment\n", "\n", "zz=b\n", "aa = not sorted\n", "    continued\n"})
    void aLineThatPostconfDoesNotPrint_tellsOfMainCf(String line) {
        assertThat(SettingsSource.guess(PRINTED + line, VERSION)).isEqualTo(SettingsSource.MAIN_CF);
    }

    @Test
    void fewLines_tellNothing() {
        assertThat(SettingsSource.guess("smtpd_tls_ciphers = high\n", VERSION)).isEqualTo(SettingsSource.MAIN_CF);
        assertThat(SettingsSource.guess("", VERSION)).isEqualTo(SettingsSource.MAIN_CF);
    }

    @Test
    void hundredsOfParameters_areAll_andAllByDefault_areThoseOfMinusD() {
        Map<String, String> all = new TreeMap<>();
        IntStream.range(100, 400).forEach(number -> all.put("parameter_" + number, "value"));
        all.put("smtpd_tls_ciphers", "export");
        all.put("tls_high_cipherlist", "ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH");

        assertThat(SettingsSource.guess(print(all), VERSION)).isEqualTo(SettingsSource.POSTCONF_D);
        all.put("smtpd_tls_ciphers", "high");
        assertThat(SettingsSource.guess(print(all), VERSION)).isEqualTo(SettingsSource.POSTCONF);
    }

    private static String print(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
