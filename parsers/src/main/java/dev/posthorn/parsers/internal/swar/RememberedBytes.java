package dev.posthorn.parsers.internal.swar;

/** A piece of an earlier line, compared as a {@link Literal} is; another piece can take its place. */
public final class RememberedBytes {

    private final byte[] text;
    private int length = -1;
    private long firstWord;
    private long firstWordMask;
    private long lastWord;

    /**
     * Room for a piece; none is there yet.
     *
     * @param mostBytes how long the longest piece may be
     */
    public RememberedBytes(int mostBytes) {
        text = new byte[Math.max(mostBytes, Words.BYTES)];
    }

    /**
     * Remembers a piece instead of the one before.
     *
     * @param bytes the array, which is copied from
     * @param from the first byte
     * @param to behind the last one
     * @return false if the piece is too long, and nothing is remembered now
     */
    public boolean remember(byte[] bytes, int from, int to) {
        if (to - from > text.length) {
            length = -1;
            return false;
        }
        length = to - from;
        System.arraycopy(bytes, from, text, 0, length);
        firstWord = Words.first(text, length);
        firstWordMask = Words.maskOfFirst(length);
        lastWord = Words.last(text, length);
        return true;
    }

    /**
     * Is that the piece that is remembered?
     *
     * @param bytes the array
     * @param from the first byte
     * @param to behind the last one; the range is inside the array
     * @return true if length and all bytes agree
     */
    public boolean isExactly(byte[] bytes, int from, int to) {
        return to - from == length && Words.areAt(bytes, from, text, length, firstWord, firstWordMask, lastWord);
    }
}
