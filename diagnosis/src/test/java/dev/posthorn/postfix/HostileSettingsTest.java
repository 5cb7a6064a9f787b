package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.text.TerminalText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of the wrong kind, too long, or made to hurt: an outcome each, and never an exception. */
class HostileSettingsTest {

    private static final PostfixVersion VERSION = PostfixVersion.parse("3.6.6");
    private static final OpenSslBuild BUILD = OpenSslBuild.parse("1.0.2u");

    /** Does all there is to do with a text. */
    private static void use(PostfixVersion version, String text) {
        PostfixTlsSettings settings = PostfixTlsSettings.parse(version, text).withMasterCf(text);
        settings.services()
                .forEach(service -> settings.forService(service).server().settingsInForce());
        for (String parameter : settings.statedParameters()) {
            assertThat(settings.setting(parameter)).isPresent();
        }
        settings.server().startMessages(BUILD);
        settings.server().handshakeMessage("peer[192.0.2.1]", BUILD);
        settings.client().at(SecurityLevel.SECURE).handshakeMessage("peer[192.0.2.1]:25", BUILD);
        assertThat(settings.server().toString()).isNotEmpty();
        for (Finding finding : settings.lint(BUILD)) {
            assertThat(TerminalText.escape(finding.toString())).isEqualTo(finding.toString());
        }
        settings.lint();
    }

    @Property(tries = 300)
    void anyBytes_haveAnOutcome(@ForAll byte[] bytes) {
        use(VERSION, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Property(tries = 300)
    void anyText_hasAnOutcome(@ForAll String text) {
        use(VERSION, text);
    }

    @Property(tries = 500)
    void anyValues_haveAnOutcome(@ForAll("settings") List<String> lines, @ForAll("versions") String version) {
        use(PostfixVersion.parse(version), String.join("\n", lines));
    }

    @Provide
    Arbitrary<String> versions() {
        return Arbitraries.of(
                "1.0.0", "2.2.11", "2.3.3", "2.4.19", "2.6.6", "2.11.11", "3.3.1", "3.6.6", "3.11.6", "9.9.9");
    }

    @Provide
    Arbitrary<List<String>> settings() {
        Arbitrary<String> words = Arbitraries.of(
                "$smtpd_tls_ciphers",
                "${a?{b}:{c}}",
                "${{a} == {b} ? {c}}",
                "$",
                "${",
                "!",
                "!SSLv2",
                ">=",
                "<=TLSv1",
                "0x",
                "+RC4",
                "@",
                "high",
                "none",
                "may",
                "yes",
                "\0",
                "\u001B[2J",
                ",",
                ":",
                "{",
                "}",
                "-o",
                "inet n - n - - smtpd");
        Arbitrary<String> values = words.list().ofMaxSize(5).map(found -> String.join(" ", found));
        return Arbitraries.of(ParameterTable.names())
                .flatMap(name -> values.map(value -> name + " = " + value))
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 500)
    void expansion_ends(@ForAll("references") List<String> values) {
        PostfixTlsSettings settings = PostfixTlsSettings.defaultsOf(VERSION);
        for (int index = 0; index < values.size(); index++) {
            settings = settings.with("a" + index, values.get(index));
        }

        Setting setting = settings.setting("a0").orElseThrow();

        assertThat(setting.value().length()).isLessThanOrEqualTo(100_000);
        assertThat(setting.problem().isEmpty() || setting.value().isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<List<String>> references() {
        return Arbitraries.of(
                        "$a0", "$a1", "${a2}", "$a3$a4", "${a1?{$a2}:{$a3}}", "${{$a1} == {$a2} ? {$a3} : {$a4}}", "x")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts))
                .list()
                .ofSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp inet n - n - - smtpd\nrelay unix - - n - - smtp\na inet n - n - - x\nb inet n - n - - x\n",
                "Nov 25 10:00:00 mx postfix/smtpd[7]: a\nNov 25 10:00:00 mx postfix/smtpd[7]: b\nx y\nx y\n",
                "<html>\n<body>\n<p>hello there</p>\n</body>\n"
            })
    void textOfTheWrongKind_isNoSettings(String text) {
        List<Finding> findings = PostfixTlsSettings.parse(VERSION, text).lint();

        assertThat(findings).extracting(Finding::rule).containsExactly(LintRule.NO_SETTINGS);
    }

    @Test
    void masterCfInPlaceOfMainCf_isRecognised() {
        String text = "smtp inet n - n - - smtpd\nrelay unix - - n - - smtp\na inet n - n - - x\nb inet n - n - - x\n";

        assertThat(PostfixTlsSettings.parse(VERSION, text).lint().get(0).reason())
                .contains("master.cf");
    }

    @Test
    void lineThatIsNoSetting_isFatalToPostfix() {
        Finding finding = PostfixTlsSettings.parse(VERSION, "smtpd_tls_ciphers high\n").lint().stream()
                .filter(found -> found.rule() == LintRule.BAD_LINE)
                .findFirst()
                .orElseThrow();

        assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(finding.reason()).startsWith("missing '=' after attribute name");
    }

    @Test
    void otherVersionInTheText_isTold() {
        assertThat(PostfixTlsSettings.parse(VERSION, "mail_version = 2.6.6\n").lint())
                .extracting(Finding::rule)
                .containsExactly(LintRule.OTHER_VERSION);
    }

    @Test
    void versionWithoutFacts_isTold_andReadAsTheNearest() {
        PostfixTlsSettings future = PostfixTlsSettings.defaultsOf(PostfixVersion.parse("7.0.0"));
        PostfixTlsSettings past = PostfixTlsSettings.defaultsOf(PostfixVersion.parse("1.1.0"));

        assertThat(future.lint()).extracting(Finding::rule).containsExactly(LintRule.UNCOVERED_VERSION);
        assertThat(future.value("smtpd_tls_protocols")).isEqualTo(">=TLSv1");
        assertThat(past.lint()).extracting(Finding::rule).containsExactly(LintRule.UNCOVERED_VERSION);
        assertThat(past.value("smtpd_use_tls")).isEqualTo("no");
    }

    @Test
    void invisibleCharacters_areShown() {
        List<Finding> findings = PostfixTlsSettings.parse(VERSION, "\uFEFFsmtpd_tls_ciphers = high\n")
                .lint();

        assertThat(findings).extracting(Finding::rule).contains(LintRule.INVISIBLE_CHARACTER);
        assertThat(findings.get(0).toString()).contains("\\uFEFF");
    }

    @Test
    void hugeText_isReadInPart_andToldSo() {
        String text = "smtpd_tls_ciphers = high\n" + "a = b\n".repeat(1_000_000);

        PostfixTlsSettings settings = PostfixTlsSettings.parse(VERSION, text);

        assertThat(settings.value("smtpd_tls_ciphers")).isEqualTo("high");
        assertThat(settings.lint())
                .filteredOn(finding -> finding.reason().contains("its end was not read"))
                .hasSize(1);
        assertThat(settings.lint()).hasSizeLessThan(500);
    }

    @Test
    void hundredThousandExclusions_areReadWithoutExpandingThem() {
        PostfixTlsSettings settings =
                PostfixTlsSettings.parse(PostfixVersion.parse("2.6.6"), """
                        smtpd_tls_security_level = may
                        smtpd_tls_exclude_ciphers = %s
                        """.formatted("RC4,".repeat(100_000)));

        assertThat(settings.server().exclusions()).hasSize(100_000);
        assertThat(settings.lint(BUILD)).isNotEmpty();
    }
}
