package dev.posthorn.parsers.bytes;

import dev.posthorn.parsers.internal.swar.ByteSearch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A borrowed range of somebody else's bytes, read as text without copying; valid until its owner moves on.
 *
 * <p>Log lines are ASCII almost everywhere, so positions and lengths count bytes, and comparisons are with ASCII text.
 * {@link #toString()} makes an owned copy and is the one method that allocates beside {@link #toByteArray()}.
 *
 * <p>A part that a line does not have is a view too: an <em>absent</em> one, with {@link #isPresent()} false and no
 * bytes. That is not the same as an empty one: {@code helo=<>} is there.
 *
 * <p>Mutable underneath, hence without {@code equals}; not safe for use by several threads.
 */
public final class AsciiView {

    private static final byte[] NOTHING = {};

    /** The largest number of digits that always fits into a {@code long}. */
    private static final int MAX_DIGITS = 18;

    private final @Nullable Lifetime lifetime;
    private byte[] bytes = NOTHING;
    private int from = -1;
    private int to = -1;
    private int turn;

    /** A view for an owner who does not move on. Absent until {@link #wrap} is called. */
    public AsciiView() {
        this.lifetime = null;
    }

    /**
     * A view that lives as long as one turn of its owner. Absent until {@link #wrap} is called.
     *
     * @param lifetime the owner's
     */
    public AsciiView(Lifetime lifetime) {
        this.lifetime = lifetime;
    }

    /**
     * Points this view at a range.
     *
     * @param newBytes the array, which is borrowed
     * @param newFrom the first byte
     * @param newTo behind the last byte
     * @return this view
     * @throws IndexOutOfBoundsException if the range is not inside the array
     */
    public AsciiView wrap(byte[] newBytes, int newFrom, int newTo) {
        Objects.checkFromToIndex(newFrom, newTo, newBytes.length);
        return point(newBytes, newFrom, newTo);
    }

    /**
     * Makes this view an absent one.
     *
     * @return this view
     */
    public AsciiView wrapNothing() {
        return point(bytes, -1, -1);
    }

    private AsciiView point(byte[] newBytes, int newFrom, int newTo) {
        if (bytes != newBytes) { // Most wraps stay in one buffer: spare the collector a card mark.
            bytes = newBytes;
        }
        from = newFrom;
        to = newTo;
        turn = lifetime == null ? 0 : lifetime.turn();
        return this;
    }

    /**
     * Is the part there?
     *
     * @return false if the line does not have what this view stands for
     */
    public boolean isPresent() {
        assert isCurrent() : stale();
        return from >= 0;
    }

    /**
     * Are there no bytes, because the part is empty or because it is absent?
     *
     * @return true if {@link #length()} is 0
     */
    public boolean isEmpty() {
        return length() == 0;
    }

    /**
     * How many bytes there are.
     *
     * @return 0 or more
     */
    public int length() {
        assert isCurrent() : stale();
        return to - from;
    }

    /**
     * One byte.
     *
     * @param index 0 for the first
     * @return the byte
     * @throws IndexOutOfBoundsException if there is no such byte
     */
    public byte byteAt(int index) {
        return bytes[from + Objects.checkIndex(index, length())];
    }

    /**
     * The array this view looks into, for readers that take ranges. Borrowed: do not change it, do not keep it.
     *
     * @return the array
     */
    public byte[] array() {
        assert isCurrent() : stale();
        return bytes;
    }

    /**
     * Where the range begins in {@link #array()}.
     *
     * @return an index, -1 for an absent view
     */
    public int from() {
        assert isCurrent() : stale();
        return from;
    }

    /**
     * Where the range ends in {@link #array()}.
     *
     * @return the index behind the last byte, -1 for an absent view
     */
    public int to() {
        assert isCurrent() : stale();
        return to;
    }

    /**
     * Is this exactly that text?
     *
     * @param ascii ASCII text
     * @return true if length and all bytes agree
     */
    public boolean contentEquals(String ascii) {
        return length() == ascii.length() && matchesAt(from, ascii);
    }

    /**
     * Do two views show the same bytes?
     *
     * @param other another view
     * @return true if length and all bytes agree
     */
    public boolean contentEquals(AsciiView other) {
        return length() == other.length()
                && (isEmpty() || Arrays.equals(bytes, from, to, other.bytes, other.from, other.to));
    }

    /**
     * Does this begin with that text?
     *
     * @param ascii ASCII text
     * @return true if the first bytes are that text
     */
    public boolean startsWith(String ascii) {
        return length() >= ascii.length() && matchesAt(from, ascii);
    }

    /**
     * Does this end with that text?
     *
     * @param ascii ASCII text
     * @return true if the last bytes are that text
     */
    public boolean endsWith(String ascii) {
        return length() >= ascii.length() && matchesAt(to - ascii.length(), ascii);
    }

    private boolean matchesAt(int at, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Finds a byte.
     *
     * @param wanted the byte
     * @return the index of its first occurrence, -1 if there is none
     */
    public int indexOf(byte wanted) {
        if (isEmpty()) {
            return -1;
        }
        int found = ByteSearch.indexOf(bytes, from, to, wanted);
        return found < 0 ? -1 : found - from;
    }

    /**
     * Reads a decimal number without sign.
     *
     * @return the number, -1 if this is not one to eighteen digits
     */
    public long parseLong() {
        int length = length();
        if (length == 0 || length > MAX_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /**
     * Reads a decimal number without sign.
     *
     * @return the number, -1 if this is not digits or too large for an {@code int}
     */
    public int parseInt() {
        long number = parseLong();
        return number > Integer.MAX_VALUE ? -1 : (int) number;
    }

    /**
     * Copies the bytes.
     *
     * @return a fresh array, of length 0 for an absent view
     */
    public byte[] toByteArray() {
        return isEmpty() ? NOTHING : Arrays.copyOfRange(bytes, from, to);
    }

    /** An owned copy as text: decoded as UTF-8 if the bytes are UTF-8, else as ISO-8859-1, so that no byte is lost. */
    @Override
    public String toString() {
        if (isEmpty()) {
            return "";
        }
        for (int at = from; at < to; at++) {
            if (bytes[at] < 0) {
                return decoded();
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private String decoded() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    private boolean isCurrent() {
        return lifetime == null || turn == lifetime.turn();
    }

    private static String stale() {
        return "a view was used after its owner had moved on: take a snapshot() or a toString() of what you keep";
    }
}
