package dev.posthorn.parsers.internal.swar;

/** Finds bytes eight at a time. Ranges are half-open; nothing outside them is read. */
public final class ByteSearch {

    private static final long NEWLINES = Words.broadcast((byte) '\n');

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
        return indexOf(bytes, from, to, (byte) '\n', NEWLINES);
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
