package dev.posthorn.parsers.internal.swar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A fixed piece of a message, compared eight bytes at a time. */
public final class Literal {

    private final byte[] text;
    private final int length;

    /** The first eight bytes, or as many as there are, and which bits of a word those are. */
    private final long firstWord;

    private final long firstWordMask;

    /** The last eight bytes, if there are eight. */
    private final long lastWord;

    private Literal(byte[] text) {
        this.text = text;
        this.length = text.length;
        this.firstWordMask = length < Words.BYTES ? (1L << (length * Byte.SIZE)) - 1 : -1L;
        this.firstWord = Words.at(Arrays.copyOf(text, Math.max(length, Words.BYTES)), 0);
        this.lastWord = length < Words.BYTES ? 0 : Words.at(text, length - Words.BYTES);
    }

    /**
     * A literal.
     *
     * @param ascii its text, not empty
     * @return the literal
     */
    public static Literal of(String ascii) {
        return new Literal(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Steps over this literal.
     *
     * @param bytes the array
     * @param at where it should stand, or -1 if an earlier step failed
     * @param to the end of the range
     * @return the index behind it, -1 if it is not there
     */
    public int after(byte[] bytes, int at, int to) {
        return isAt(bytes, at, to) ? at + length : -1;
    }

    /**
     * Does this literal stand at a place?
     *
     * @param bytes the array
     * @param at the place, or -1 if an earlier step failed
     * @param to the end of the range
     * @return true if all of it stands there
     */
    public boolean isAt(byte[] bytes, int at, int to) {
        if (at < 0 || to - at < length) {
            return false;
        }
        if (at > bytes.length - Words.BYTES) {
            return Arrays.equals(bytes, at, at + length, text, 0, length);
        }
        if (((Words.at(bytes, at) ^ firstWord) & firstWordMask) != 0) {
            return false;
        }
        return length <= Words.BYTES || restMatches(bytes, at);
    }

    /**
     * The words behind the first one, then one that ends with the literal and may overlap the one before: no tail loop.
     *
     * <pre>
     *   connect from      12 bytes + blank = 13
     *   [ first ]
     *        [ last  ]
     * </pre>
     */
    private boolean restMatches(byte[] bytes, int at) {
        for (int i = Words.BYTES; i < length - Words.BYTES; i += Words.BYTES) {
            if (Words.at(bytes, at + i) != Words.at(text, i)) {
                return false;
            }
        }
        return Words.at(bytes, at + length - Words.BYTES) == lastWord;
    }

    /**
     * Does this literal stand at a place, or as much of it as the range has room for?
     *
     * @param bytes the array
     * @param at the place
     * @param to the end of the range
     * @return true if the range ends inside or behind the literal and agrees with it up to there; false if it is empty
     */
    public boolean beginsAt(byte[] bytes, int at, int to) {
        int length = Math.min(text.length, to - at);
        return length > 0 && Arrays.equals(bytes, at, at + length, text, 0, length);
    }

    /**
     * Finds the first place where this literal stands.
     *
     * @param bytes the array
     * @param from where to start looking, or -1 if an earlier step failed
     * @param to the end of the range
     * @return where it begins, -1 if it is nowhere
     */
    public int indexIn(byte[] bytes, int from, int to) {
        if (from < 0) {
            return -1;
        }
        int lastStart = to - text.length;
        for (int at = from; at <= lastStart; at++) {
            at = ByteSearch.indexOf(bytes, at, lastStart + 1, text[0]);
            if (at < 0) {
                return -1;
            }
            if (isAt(bytes, at, to)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * Finds the last place where this literal stands.
     *
     * @param bytes the array
     * @param from the start of the range, or -1 if an earlier step failed
     * @param to where to start looking, backwards
     * @return where it begins, -1 if it is nowhere
     */
    public int lastIndexIn(byte[] bytes, int from, int to) {
        if (from < 0) {
            return -1;
        }
        for (int at = to - text.length; at >= from; at--) {
            if (isAt(bytes, at, to)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * What it begins with.
     *
     * @return its first byte
     */
    public byte firstByte() {
        return text[0];
    }

    /**
     * How long the literal is.
     *
     * @return bytes
     */
    public int length() {
        return text.length;
    }

    /** The text. */
    @Override
    public String toString() {
        return new String(text, StandardCharsets.US_ASCII);
    }
}
