package dev.posthorn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {

    @Test
    void harmlessText_ofAnyScript_staysAsItIs() {
        String text = "TLS library problem: Müller, Ελλάδα, 日本語, \uD83D\uDE00 $#\\";

        assertThat(TerminalText.escape(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "001B, escape",
        "0007, bell",
        "007F, delete",
        "009B, control sequence introducer",
        "00AD, soft hyphen",
        "200B, zero width space",
        "202E, right-to-left override",
        "2066, left-to-right isolate",
        "2028, line separator",
        "2029, paragraph separator",
        "D800, half of a surrogate pair",
        "E000, private use"
    })
    void dangerousCharacter_inText_becomesItsNumber(String hex, String why) {
        String text = "a" + (char) Integer.parseInt(hex, 16) + "z";

        assertThat(TerminalText.escape(text)).as(why).isEqualTo("a\\u" + hex + "z");
    }

    @Test
    void lineBreaksAndTabs_areShownAsInJava() {
        assertThat(TerminalText.escape("a\r\n\tz")).isEqualTo("a\\r\\n\\tz");
    }

    @Test
    void tagCharacter_beyondTheBasicPlane_becomesItsNumberInBraces() {
        assertThat(TerminalText.escape("a\uDB40\uDC41z")).isEqualTo("a\\u{E0041}z");
    }

    @ParameterizedTest
    @CsvSource({
        "abcdef, 6, abcdef",
        "abcdef, 5, abcd…",
        "abcdef, 1, …",
        "a\u001Bdef, 6, a…",
        "a\u001Bdef, 10, a\\u001Bdef"
    })
    void longText_isCutBetweenCharactersOrEscapes(String text, int maxLength, String expected) {
        assertThat(TerminalText.escape(text, maxLength)).isEqualTo(expected);
    }

    @Test
    void lengthBelowOne_isRejected() {
        assertThatThrownBy(() -> TerminalText.escape("a", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxLength: 0 is below 1");
    }

    @Property
    void anyText_escapedToALength_isShortAndHarmless(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 80) int length) {
        String escaped = TerminalText.escape(text, length);

        assertThat(escaped).hasSizeLessThanOrEqualTo(length);
        assertThat(escaped.chars()).noneMatch(Character::isISOControl);
        assertThat(TerminalText.escape(escaped)).isEqualTo(escaped);
    }
}
