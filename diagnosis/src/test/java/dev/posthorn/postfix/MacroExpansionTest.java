package dev.posthorn.postfix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.postfix.ExpansionProblem.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules: postconf(5), main.cf file format; mac_parse.c and mac_expand.c. */
class MacroExpansionTest {

    private static Setting expand(String version, String text) {
        return PostfixTlsSettings.defaultsOf(PostfixVersion.parse(version))
                .with("full", "value")
                .with("empty", "")
                .with("nested", "<$full>")
                .with("compatibility_level", "3.6")
                .with("x", text)
                .setting("x")
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$full.b | value.b",
                "${full}b | valueb",
                "$(full)b | valueb",
                "$nested | <value>",
                "$none$empty. | .",
                "$$full | $full",
                "${full?yes} | yes",
                "${empty?yes}. | .",
                "${empty:no} | no",
                "${none:no} | no",
                "${full:no}. | .",
                "${full?a $nested b} | a <value> b",
                "${full??x} | ?x",
                "${full?a:b} | a:b"
            })
    void reference_isReplacedInEveryVersion(String text, String value) {
        assertThat(expand("2.2.0", text).value()).isEqualTo(value);
        assertThat(expand("3.11.0", text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "${full?{yes}:{no}} | yes",
                "${empty?{yes}:{no}} | no",
                "${full?{yes}:no}. | yes.",
                "${empty?{yes}:no} | no",
                "${empty:{no}} | no",
                "${full ? {yes} : {no}} | syntax",
                "${full? {yes} : {no} } | yes",
                "${{$full} == {value} ? {yes} : {no}} | yes",
                "${{$full} != {value} ? {yes} : {no}} | no",
                "${{$full}=={value}} | true",
                "${{10} > {9} ? {number} : {text}} | number",
                "${{a10} > {a9} ? {number} : {text}} | text",
                "${{$compatibility_level} <level {3.6} ? {md5} : {sha256}} | sha256",
                "${{$compatibility_level} <level {3.10} ? {md5} : {sha256}} | md5",
                "${{$compatibility_level} >=level {2} ? {new} : {old}} | new",
                "${{a} == {b} ? {x} : {${full?{deep}}}} | deep",
                "${{a} ~ {b}} | syntax",
                "${{a} == b} | syntax",
                "${{a} <level {3.6}} | syntax",
                "${full?{a}b} | syntax",
                "${full?{a}:{b}c} | syntax"
            })
    void bracesAndComparisons_countFrom30On(String text, String value) {
        Setting setting = expand("3.6.0", text);

        assertThat(setting.problem()
                        .map(problem -> problem.reason() == Reason.SYNTAX ? "syntax" : "other")
                        .orElse(setting.value()))
                .isEqualTo(value);
    }

    @Test
    void braces_before30_areText_andComparisonsASyntaxError() {
        assertThat(expand("2.11.0", "${full?{yes}:{no}}").value()).isEqualTo("{yes}:{no}");
        assertThat(expand("2.11.0", "${{a} == {a} ? {x} : {y}}")
                        .problem()
                        .orElseThrow()
                        .reason())
                .isEqualTo(Reason.SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "${}", "$()", "${full", "$(full", "${fu ll}", "${full!}", "$-"})
    void reference_thatIsNone_isASyntaxError(String text) {
        assertThat(expand("3.6.0", text).problem().orElseThrow().reason()).isEqualTo(Reason.SYNTAX);
    }

    @Test
    void parameterThatRefersToItself_ends() {
        assertThat(expand("3.6.0", "$x").problem().orElseThrow().reason()).isEqualTo(Reason.RECURSION);
        assertThat(expand("3.6.0", "$x$x").problem().orElseThrow().reason()).isEqualTo(Reason.RECURSION);
    }

    @Test
    void doublingThirtyTimes_isCutOff() {
        PostfixTlsSettings settings = PostfixTlsSettings.defaultsOf(PostfixVersion.parse("3.6.0"));
        for (int index = 0; index < 30; index++) {
            settings = settings.with("a" + index, "$a" + (index + 1) + "$a" + (index + 1));
        }

        Setting bomb = settings.with("a30", "boom").setting("a0").orElseThrow();

        assertThat(bomb.problem().orElseThrow().reason()).isEqualTo(Reason.TOO_LONG);
        assertThat(bomb.value()).isEmpty();
    }

    @Test
    void hundredLevels_areAllowed_andNoMore() {
        PostfixTlsSettings settings = PostfixTlsSettings.defaultsOf(PostfixVersion.parse("2.6.6"));
        for (int index = 0; index < 101; index++) {
            settings = settings.with("a" + index, "$a" + (index + 1));
        }
        settings = settings.with("a101", "end");

        assertThat(settings.setting("a1").orElseThrow().value()).isEqualTo("end");
        assertThat(settings.setting("a0").orElseThrow().problem().orElseThrow().reason())
                .isEqualTo(Reason.RECURSION);
    }
}
