package dev.posthorn.parsers.internal.swar;

/** Finds bytes eight at a time. Ranges are half-open; nothing outside them is read. */
public final class ByteSearch {

    private static final long NEWLINES = Words.broadcast((byte) '\n');
    private static final long BRACES = Words.broadcast((byte) '{');

    /** Lines are long: four words are looked at before anything is decided. */
    private static final int BLOCK = 4 * Words.BYTES;

    private ByteSearch() {}

    /**
     * Finds the end of a line.
     *
     * @param bytes the array
     * @param from the first byte to look at
     * @param to behind the last one
     * @return where the first newline is, -1 if there is none
     */
    public static int indexOfNewline(byte[] bytes, int from, int to) {
        int at = from;
        for (int lastBlock = to - BLOCK; at <= lastBlock; at += BLOCK) {
            long inFirst = Words.zeroBytesMask(Words.at(bytes, at) ^ NEWLINES);
            long inSecond = Words.zeroBytesMask(Words.at(bytes, at + Words.BYTES) ^ NEWLINES);
            long inThird = Words.zeroBytesMask(Words.at(bytes, at + 2 * Words.BYTES) ^ NEWLINES);
            long inFourth = Words.zeroBytesMask(Words.at(bytes, at + 3 * Words.BYTES) ^ NEWLINES);
            if ((inFirst | inSecond | inThird | inFourth) != 0) {
                return at + firstMarked(inFirst, inSecond, inThird, inFourth);
            }
        }
        return indexOf(bytes, at, to, (byte) '\n', NEWLINES);
    }

    /** The index of the first mark in four words of which one at least has a mark. */
    private static int firstMarked(long first, long second, long third, long fourth) {
        if ((first | second) != 0) {
            return first != 0 ? Words.firstMarked(first) : Words.BYTES + Words.firstMarked(second);
        }
        return third != 0 ? 2 * Words.BYTES + Words.firstMarked(third) : 3 * Words.BYTES + Words.firstMarked(fourth);
    }

    /**
     * Counts ends of lines. Four words have their marks moved to different bits, so that they are counted together.
     *
     * @param bytes the array
     * @param from the first byte to look at
     * @param to behind the last one
     * @return how many newlines there are
     */
    public static int countNewlines(byte[] bytes, int from, int to) {
        int count = 0;
        int at = from;
        for (int lastBlock = to - BLOCK; at <= lastBlock; at += BLOCK) {
            long inFirst = Words.exactZeroBytesMask(Words.at(bytes, at) ^ NEWLINES);
            long inSecond = Words.exactZeroBytesMask(Words.at(bytes, at + Words.BYTES) ^ NEWLINES);
            long inThird = Words.exactZeroBytesMask(Words.at(bytes, at + 2 * Words.BYTES) ^ NEWLINES);
            long inFourth = Words.exactZeroBytesMask(Words.at(bytes, at + 3 * Words.BYTES) ^ NEWLINES);
            count += Long.bitCount(inFirst | inSecond >>> 1 | inThird >>> 2 | inFourth >>> 3);
        }
        for (; at < to; at++) {
            count += bytes[at] == '\n' ? 1 : 0;
        }
        return count;
    }

    /**
     * Finds the end of the last line.
     *
     * @param bytes the array
     * @param from the first byte to look at
     * @param to behind the last one
     * @return where the last newline is, -1 if there is none
     */
    public static int lastIndexOfNewline(byte[] bytes, int from, int to) {
        int at = to - 1;
        while (at >= from && bytes[at] != '\n') {
            at--;
        }
        return at < from ? -1 : at;
    }

    /**
     * Finds an opening brace. Above the letters there are few bytes that logs have at all, so it is enough to ask for any of
     * those first:
     *
     * <pre>
     *   word             :  'a'  'z'  '{'  C3       C3 begins a letter of UTF-8
     *   + 05 05..        :   66   7F   80  C8       from '{' on the high bit is set; a carry comes out of FB and above only
     *   | word           :   67   7F   FB  CB       beyond ASCII it was set before
     *   &amp; 80 80..       :   00   00   80  80       zero if none of the bytes is a brace; a carry marks too many, never too few
     * </pre>
     *
     * @param bytes the array
     * @param from the first byte to look at
     * @param to behind the last one
     * @return where the first one is, -1 if there is none
     */
    public static int indexOfOpeningBrace(byte[] bytes, int from, int to) {
        int at = from;
        for (int lastBlock = to - BLOCK; at <= lastBlock; at += BLOCK) {
            long first = Words.at(bytes, at);
            long second = Words.at(bytes, at + Words.BYTES);
            long third = Words.at(bytes, at + 2 * Words.BYTES);
            long fourth = Words.at(bytes, at + 3 * Words.BYTES);
            long above = Words.bytesFromMask(first, '{')
                    | Words.bytesFromMask(second, '{')
                    | Words.bytesFromMask(third, '{')
                    | Words.bytesFromMask(fourth, '{');
            if (above != 0) {
                int brace = indexOf(bytes, at, at + BLOCK, (byte) '{', BRACES);
                if (brace >= 0) {
                    return brace;
                }
            }
        }
        return indexOf(bytes, at, to, (byte) '{', BRACES);
    }

    /**
     * Finds a byte.
     *
     * @param bytes the array
     * @param from the first byte to look at
     * @param to behind the last one
     * @param wanted the byte
     * @return where the first one is, -1 if there is none
     */
    public static int indexOf(byte[] bytes, int from, int to, byte wanted) {
        return indexOf(bytes, from, to, wanted, Words.broadcast(wanted));
    }

    /**
     * A number that depends on the last eight bytes of a range, or on all if there are fewer: well mixed in its lowest
     * bits.
     *
     * @param bytes the array
     * @param from the first byte
     * @param to behind the last one
     * @return the hash
     */
    public static int hashOfLast(byte[] bytes, int from, int to) {
        if (to - from >= Words.BYTES) {
            return Words.hash(Words.at(bytes, to - Words.BYTES));
        }
        long word = 0;
        for (int at = from; at < to; at++) {
            word = (word << Byte.SIZE) | (bytes[at] & 0xFF);
        }
        return Words.hash(word);
    }

    /**
     * Finds the first of three bytes.
     *
     * <p>A false mark can stand only right above a true one of the same search, as {@link Words#zeroBytesMask} says, so the
     * lowest of all three masks is true.
     *
     * @param bytes the array
     * @param from the first byte to look at
     * @param to behind the last one
     * @param one a byte
     * @param another a byte
     * @param third a byte
     * @return where the first one is, -1 if there is none
     */
    public static int indexOfAny(byte[] bytes, int from, int to, byte one, byte another, byte third) {
        long ones = Words.broadcast(one);
        long others = Words.broadcast(another);
        long thirds = Words.broadcast(third);
        int at = from;
        for (int lastWord = to - Words.BYTES; at <= lastWord; at += Words.BYTES) {
            long word = Words.at(bytes, at);
            long found = Words.zeroBytesMask(word ^ ones)
                    | Words.zeroBytesMask(word ^ others)
                    | Words.zeroBytesMask(word ^ thirds);
            if (found != 0) {
                return at + Words.firstMarked(found);
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == one || bytes[at] == another || bytes[at] == third) {
                return at;
            }
        }
        return -1;
    }

    private static int indexOf(byte[] bytes, int from, int to, byte wanted, long wantedInEachByte) {
        int at = from;
        for (int lastWord = to - Words.BYTES; at <= lastWord; at += Words.BYTES) {
            long found = Words.zeroBytesMask(Words.at(bytes, at) ^ wantedInEachByte);
            if (found != 0) {
                return at + Words.firstMarked(found);
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }
}
