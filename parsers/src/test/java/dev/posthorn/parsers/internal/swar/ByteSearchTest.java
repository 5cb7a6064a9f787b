package dev.posthorn.parsers.internal.swar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteSearchTest {

    /** The scalar twin: one byte after the other. */
    private static int scalarIndexOf(byte[] bytes, int from, int to, byte wanted) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    @Test
    void indexOf_everyOffsetLengthAndPlace_equalsScalarTwin() {
        byte[] bytes = new byte[96];
        for (int from = 0; from < 16; from++) {
            for (int length = 0; length <= 64; length++) {
                for (int place = 0; place <= length; place++) { // The last place is outside: not to be found.
                    Arrays.fill(bytes, (byte) 'x');
                    bytes[from + place] = '\n';
                    assertThat(ByteSearch.indexOfNewline(bytes, from, from + length))
                            .isEqualTo(scalarIndexOf(bytes, from, from + length, (byte) '\n'));
                }
            }
        }
    }

    @Test
    void indexOf_allByteValuesMixed_equalsScalarTwin() {
        Random random = new Random(42);
        byte[] bytes = new byte[64];
        for (int round = 0; round < 2_000; round++) {
            random.nextBytes(bytes);
            byte wanted = (byte) random.nextInt();
            int from = random.nextInt(bytes.length);
            int to = from + random.nextInt(bytes.length - from + 1);
            assertThat(ByteSearch.indexOf(bytes, from, to, wanted)).isEqualTo(scalarIndexOf(bytes, from, to, wanted));
        }
    }

    /** A borrow can mark the byte above a match that differs from it in the lowest bit: the match must still win. */
    @Test
    void indexOf_neighbourDiffersInLowestBit_findsTheFirstMatch() {
        byte[] bytes = {'x', '\n' ^ 1, '\n', '\n' ^ 1, '\n', 'x', 'x', 'x'};

        assertThat(ByteSearch.indexOfNewline(bytes, 0, bytes.length)).isEqualTo(2);
    }

    @Test
    void indexOf_rangeAtTheEndOfTheArray_readsNothingBeyond() {
        byte[] bytes = "0123456789abcde\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        for (int from = 0; from <= bytes.length; from++) {
            assertThat(ByteSearch.indexOfNewline(bytes, from, bytes.length)).isEqualTo(from <= 15 ? 15 : -1);
        }
    }
}
