package dev.posthorn.parsers.internal.swar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A fixed piece of a message, compared eight bytes at a time. */
public final class Literal {

    private final byte[] text;
    private final long[] words;
    private final long lastWord;

    private Literal(byte[] text) {
        this.text = text;
        this.words = new long[text.length / Words.BYTES];
        for (int i = 0; i < words.length; i++) {
            words[i] = Words.at(text, i * Words.BYTES);
        }
        this.lastWord = words.length == 0 ? 0 : Words.at(text, text.length - Words.BYTES);
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
        return isAt(bytes, at, to) ? at + text.length : -1;
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
        if (at < 0 || to - at < text.length) {
            return false;
        }
        return words.length == 0 ? bytesMatch(bytes, at) : wordsMatch(bytes, at);
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
     * The words from the front, then one that ends with the literal and may overlap the one before: no tail loop.
     *
     * <pre>
     *   connect from      12 bytes + blank = 13
     *   [ word 0 ]
     *        [ last word ]
     * </pre>
     */
    private boolean wordsMatch(byte[] bytes, int at) {
        for (int i = 0; i < words.length; i++) {
            if (Words.at(bytes, at + i * Words.BYTES) != words[i]) {
                return false;
            }
        }
        return Words.at(bytes, at + text.length - Words.BYTES) == lastWord;
    }

    private boolean bytesMatch(byte[] bytes, int at) {
        for (int i = 0; i < text.length; i++) {
            if (bytes[at + i] != text[i]) {
                return false;
            }
        }
        return true;
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
