package dev.posthorn.parsers.internal.swar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
        byte[] bytes = "0123456789abcde\n".getBytes(StandardCharsets.US_ASCII);

        for (int from = 0; from <= bytes.length; from++) {
            assertThat(ByteSearch.indexOfNewline(bytes, from, bytes.length)).isEqualTo(from <= 15 ? 15 : -1);
        }
    }

    @Test
    void indexOfAny_allByteValuesMixed_findsTheFirstOfThree() {
        Random random = new Random(42);
        byte[] bytes = new byte[64];
        for (int round = 0; round < 2_000; round++) {
            random.nextBytes(bytes);
            byte[] wanted = new byte[3];
            random.nextBytes(wanted);
            int from = random.nextInt(bytes.length);
            int to = from + random.nextInt(bytes.length - from + 1);
            int expected = -1;
            for (int at = to - 1; at >= from; at--) {
                expected = bytes[at] == wanted[0] || bytes[at] == wanted[1] || bytes[at] == wanted[2] ? at : expected;
            }
            assertThat(ByteSearch.indexOfAny(bytes, from, to, wanted[0], wanted[1], wanted[2]))
                    .isEqualTo(expected);
        }
    }

    /** The same bytes have the same hash wherever they stand; what the hash is, nobody needs to know. */
    @Test
    void hashOfLast_sameBytesElsewhere_isTheSame() {
        byte[] bytes = "postfix/smtpd postfix/smtpd qmgr qmgr".getBytes(StandardCharsets.US_ASCII);

        assertThat(ByteSearch.hashOfLast(bytes, 0, 13)).isEqualTo(ByteSearch.hashOfLast(bytes, 14, 27));
        assertThat(ByteSearch.hashOfLast(bytes, 28, 32)).isEqualTo(ByteSearch.hashOfLast(bytes, 33, 37));
        assertThat(ByteSearch.hashOfLast(bytes, 0, 13)).isNotEqualTo(ByteSearch.hashOfLast(bytes, 28, 32));
    }
}
