package dev.posthorn.parsers.internal.swar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A fixed piece of a message, compared eight bytes at a time. */
public final class Literal {

    /** With zeros behind it, if it has fewer than eight bytes. */
    private final byte[] text;

    private final int length;
    private final long firstWord;
    private final long firstWordMask;
    private final long lastWord;

    private Literal(byte[] text) {
        this.length = text.length;
        this.text = Arrays.copyOf(text, Math.max(length, Words.BYTES));
        this.firstWord = Words.first(this.text, length);
        this.firstWordMask = Words.maskOfFirst(length);
        this.lastWord = Words.last(this.text, length);
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
        return Words.areAt(bytes, at, text, length, firstWord, firstWordMask, lastWord);
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
        int room = Math.min(length, to - at);
        return room > 0 && Arrays.equals(bytes, at, at + room, text, 0, room);
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
        int lastStart = to - length;
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
        for (int at = to - length; at >= from; at--) {
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
        return length;
    }

    /** The text. */
    @Override
    public String toString() {
        return new String(text, 0, length, StandardCharsets.US_ASCII);
    }
}
