package dev.posthorn.parsers.internal.swar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LiteralTest {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/";

    @Test
    void isAt_everyLengthOffsetAndWrongByte_equalsRegionMatches() {
        for (int length = 1; length <= 40; length++) {
            Literal literal = Literal.of(ALPHABET.substring(0, length));
            for (int at = 0; at < 9; at++) {
                for (int wrong = -1; wrong < length; wrong++) {
                    byte[] bytes =
                            ("*".repeat(at) + ALPHABET.substring(0, length) + "*").getBytes(StandardCharsets.US_ASCII);
                    if (wrong >= 0) {
                        bytes[at + wrong] ^= 0x20;
                    }
                    assertThat(literal.isAt(bytes, at, bytes.length)).isEqualTo(wrong < 0);
                }
            }
        }
    }

    @Test
    void after_rangeEndsBeforeTheLiteralDoes_fails() {
        byte[] bytes = "connect from ".getBytes(StandardCharsets.US_ASCII);
        Literal literal = Literal.of("connect from ");

        assertThat(literal.after(bytes, 0, bytes.length)).isEqualTo(bytes.length);
        assertThat(literal.after(bytes, 0, bytes.length - 1)).isEqualTo(-1);
        assertThat(literal.after(bytes, -1, bytes.length)).isEqualTo(-1);
    }

    @Test
    void indexIn_severalPlaces_findsFirstAndLast() {
        byte[] bytes = "a, b, c".getBytes(StandardCharsets.US_ASCII);
        Literal comma = Literal.of(", ");

        assertThat(comma.indexIn(bytes, 0, bytes.length)).isEqualTo(1);
        assertThat(comma.lastIndexIn(bytes, 0, bytes.length)).isEqualTo(4);
        assertThat(comma.indexIn(bytes, 5, bytes.length)).isEqualTo(-1);
        assertThat(comma.indexIn(bytes, 0, 2)).isEqualTo(-1);
    }
}
