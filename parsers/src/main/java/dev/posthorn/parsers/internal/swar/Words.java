package dev.posthorn.parsers.internal.swar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Eight bytes in a {@code long}, and what can be asked of all eight at once.
 *
 * <p>Words are read little-endian on every machine, so that the byte that comes first in memory is the lowest of the
 * word and "first" means "fewest trailing zeros":
 *
 * <pre>
 *   memory  :  'c'  'o'  'n'  'n'  'e'  'c'  't'  ' '
 *   address :   at  +1   +2   +3   +4   +5   +6   +7
 *   word    :  0x20 74   63   65   6E   6E   6F   63
 *              bit 63                        bit 7..0
 * </pre>
 */
final class Words {

    /** How many bytes a word has. */
    static final int BYTES = Long.BYTES;

    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle FOUR_LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    static final long LOW_BIT_OF_EACH_BYTE = 0x0101010101010101L;
    static final long HIGH_BIT_OF_EACH_BYTE = 0x8080808080808080L;

    /** 2 to the 64th, divided by the golden ratio, made odd. */
    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

    private Words() {}

    /** The eight bytes from {@code at} on. */
    static long at(byte[] bytes, int at) {
        return (long) LITTLE_ENDIAN.get(bytes, at);
    }

    /** The four bytes from {@code at} on. */
    static int fourAt(byte[] bytes, int at) {
        return (int) FOUR_LITTLE_ENDIAN.get(bytes, at);
    }

    /** Writes eight bytes. */
    static void put(byte[] bytes, int at, long word) {
        LITTLE_ENDIAN.set(bytes, at, word);
    }

    /** The eight bytes of a text, as they would be read from memory. */
    static long of(String eightAscii) {
        return at(eightAscii.getBytes(StandardCharsets.US_ASCII), 0);
    }

    /** The same byte eight times. */
    static long broadcast(byte b) {
        return (b & 0xFFL) * LOW_BIT_OF_EACH_BYTE;
    }

    /**
     * Marks the zero bytes of a word: the high bit of each is set in the result.
     *
     * <pre>
     *   word           :  6F   00   63   ..      '\n' made zero by an exclusive or with broadcast('\n')
     *   word - 01 01.. :  6E   FF   62   ..      only a zero byte, or one below a borrow, gets its high bit set …
     *   &amp; ~word        :  00   FF   00   ..      … unless it had it before
     *   &amp; 80 80..      :  00   80   00   ..
     * </pre>
     *
     * <p>A borrow runs from a zero byte upwards and can mark a byte of value 1 right above it by mistake, never one
     * below: the lowest mark is always true, and callers look at no other. (A. Mycroft, comp.arch, 8 April 1987; H. S.
     * Warren, Hacker's Delight, 2nd ed., section 6-1.)
     */
    static long zeroBytesMask(long word) {
        return (word - LOW_BIT_OF_EACH_BYTE) & ~word & HIGH_BIT_OF_EACH_BYTE;
    }

    /**
     * Marks the zero bytes of a word, and no others: all marks are true, so that they may be counted.
     *
     * <pre>
     *   word             :  00   01   80   6F
     *   & 7F 7F..        :  00   01   00   6F
     *   + 7F 7F..        :  7F   80   7F   EE      a carry into the high bit, never out of the byte, unless seven bits are 0
     *   | word           :  7F   81   FF   EF      a high bit of its own counts as well
     *   ~ .. & 80 80..   :  80   00   00   00
     * </pre>
     *
     * <p>(Hacker's Delight, 2nd ed., section 6-1.)
     */
    static long exactZeroBytesMask(long word) {
        long lowBits = ~HIGH_BIT_OF_EACH_BYTE;
        return ~(((word & lowBits) + lowBits) | word) & HIGH_BIT_OF_EACH_BYTE;
    }

    /** Not zero if one of the bytes is at or above an ASCII letter, unsigned; may be so too if one is 0xFB or more. */
    static long bytesFromMask(long word, char least) {
        return (word | (word + broadcast((byte) (0x80 - least)))) & HIGH_BIT_OF_EACH_BYTE;
    }

    /** The index, 0 to 7, of the lowest byte marked in a mask that is not zero. */
    static int firstMarked(long mask) {
        return Long.numberOfTrailingZeros(mask) >>> 3;
    }

    /** A hash by one multiplication: its high bits depend on all bits of the word (D. Knuth, TAOCP 3, section 6.4). */
    static int hash(long word) {
        return (int) ((word * GOLDEN_RATIO) >>> 48);
    }

    /** A hash of four bytes by one multiplication, of so many bits. */
    static int hash(int fourBytes, int bits) {
        return (fourBytes * (int) (GOLDEN_RATIO >>> 32)) >>> (Integer.SIZE - bits);
    }

    /**
     * Do these bytes stand at a place? Compared are the first word, of which a short text fills a part, the words behind
     * it, and one that ends with the text and may overlap the one before: no loop over bytes.
     *
     * <pre>
     *   connect from      12 bytes + blank = 13
     *   [ first ]
     *        [ last  ]
     * </pre>
     *
     * @param bytes the array, in which there is room for the text at that place
     * @param text the bytes, with the three words that {@link #first}, {@link #maskOfFirst} and {@link #last} give
     */
    static boolean areAt(
            byte[] bytes, int at, byte[] text, int length, long firstWord, long firstWordMask, long lastWord) {
        if (at > bytes.length - BYTES) {
            return Arrays.equals(bytes, at, at + length, text, 0, length);
        }
        if (((at(bytes, at) ^ firstWord) & firstWordMask) != 0) {
            return false;
        }
        for (int i = BYTES; i < length - BYTES; i += BYTES) {
            if (at(bytes, at + i) != at(text, i)) {
                return false;
            }
        }
        return length <= BYTES || at(bytes, at + length - BYTES) == lastWord;
    }

    /** The first eight bytes of a text, or as many as it has, with zeros behind them; the array has eight at least. */
    static long first(byte[] text, int length) {
        return at(text, 0) & maskOfFirst(length);
    }

    /** Which bits of a word the first bytes of a text fill. */
    static long maskOfFirst(int length) {
        return length < BYTES ? (1L << (length * Byte.SIZE)) - 1 : -1L;
    }

    /** The last eight bytes of a text, 0 if it does not have so many. */
    static long last(byte[] text, int length) {
        return length < BYTES ? 0 : at(text, length - BYTES);
    }
}
