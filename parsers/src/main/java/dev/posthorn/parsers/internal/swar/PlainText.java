package dev.posthorn.parsers.internal.swar;

/** Copies text eight bytes at a time, as far as a JSON string shows it as it is (RFC 8259, section 7). */
public final class PlainText {

    private static final long BLANKS = Words.broadcast((byte) ' ');
    private static final long QUOTES = Words.broadcast((byte) '"');
    private static final long BACKSLASHES = Words.broadcast((byte) '\\');

    private PlainText() {}

    /**
     * Copies printable ASCII up to the first byte that is none, or is a quotation mark or a backslash.
     *
     * @param from the array to copy from; bytes of it beyond the range may be read, and do not count
     * @param at the first byte
     * @param to behind the last one
     * @param into the array to copy to, with room for the range and eight bytes more: what lies there may be overwritten
     * @param intoAt where the first byte goes
     * @return how many bytes were copied
     */
    public static int copy(byte[] from, int at, int to, byte[] into, int intoAt) {
        int copied = 0;
        int lastWord = from.length - Words.BYTES;
        for (int length = to - at; copied < length; copied += Words.BYTES) {
            if (at + copied > lastWord) {
                return copied + copyByBytes(from, at + copied, to, into, intoAt + copied);
            }
            long word = Words.at(from, at + copied);
            Words.put(into, intoAt + copied, word);
            long special = specialBytesMask(word);
            if (special != 0) {
                return Math.min(copied + Words.firstMarked(special), length);
            }
        }
        return to - at;
    }

    /**
     * Marks what is not copied; only the lowest mark is always true.
     *
     * <pre>
     *   word               :  41   1F   7F   C3   22
     *   word | (word + 01) :   .    .   80   80    .      DEL and all beyond it
     *   word - 20, ~word   :   .   80    .    .    .      control characters
     *   zero after ^ 22    :   .    .    .    .   80      quotation marks, and backslashes likewise
     * </pre>
     */
    private static long specialBytesMask(long word) {
        long beyond = word | (word + Words.LOW_BIT_OF_EACH_BYTE);
        long controls = (word - BLANKS) & ~word;
        return ((beyond | controls) & Words.HIGH_BIT_OF_EACH_BYTE)
                | Words.zeroBytesMask(word ^ QUOTES)
                | Words.zeroBytesMask(word ^ BACKSLASHES);
    }

    /** Where the array ends. */
    private static int copyByBytes(byte[] from, int at, int to, byte[] into, int intoAt) {
        int copied = 0;
        while (at + copied < to && isPlain(from[at + copied])) {
            into[intoAt + copied] = from[at + copied];
            copied++;
        }
        return copied;
    }

    /**
     * Does a JSON string show this byte as it is, and every terminal too?
     *
     * @param b the byte
     * @return true for printable ASCII, but for quotation mark and backslash
     */
    public static boolean isPlain(byte b) {
        return b >= ' ' && b < 0x7F && b != '"' && b != '\\';
    }
}
