package dev.posthorn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WrappedTextTest {

    @Test
    void item_longerThanALine_hangsUnderItsLabel() {
        String text = new WrappedText(20)
                .paragraph("one two three four five")
                .blank()
                .item("  1. ", "six seven eight nine")
                .verbatim("    ", "as it is, whatever its length\n")
                .toString();

        assertThat(text).isEqualTo("""
                one two three four
                five

                  1. six seven eight
                     nine
                    as it is, whatever its length
                """);
    }

    @Test
    void word_longerThanALine_staysWhole() {
        assertThat(new WrappedText(20).paragraph("a ECDHE-RSA-AES256-GCM-SHA384 b"))
                .hasToString("a\nECDHE-RSA-AES256-GCM-SHA384\nb\n");
    }

    @Test
    void word_longerThanALine_isBrokenOnRequest() {
        assertThat(new WrappedText(20).breakingWords().item("- ", "a " + "x".repeat(37) + " b"))
                .hasToString("- a\n  " + "x".repeat(18) + "\n  " + "x".repeat(18) + "\n  x b\n");
        assertThat(new WrappedText(20).breakingWords().paragraph("x".repeat(19) + "\uD83D\uDCEF"))
                .hasToString("x".repeat(19) + "\n\uD83D\uDCEF\n");
    }

    @Test
    void blanksAtTheEndOfALine_areLeftOut() {
        assertThat(new WrappedText(20).paragraph("a b c d e f g h  i j    k lm"))
                .hasToString("a b c d e f g h  i j\n   k lm\n");
    }

    @Test
    void columns_tooFew_areRefused() {
        assertThatThrownBy(() -> new WrappedText(5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("columns: 5");
    }
}
