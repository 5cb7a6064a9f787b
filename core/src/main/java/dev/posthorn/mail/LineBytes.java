package dev.posthorn.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** The bytes of a line as they stood in the log: an immutable copy, any bytes whatever. */
public final class LineBytes {

    private final byte[] bytes;

    private LineBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Copies a range of bytes.
     *
     * @param bytes an array, untouched and not kept
     * @param from the first byte
     * @param to behind the last byte
     * @return the copy
     * @throws IndexOutOfBoundsException if the range is not inside the array
     */
    public static LineBytes of(byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        return new LineBytes(Arrays.copyOfRange(bytes, from, to));
    }

    /**
     * How many bytes these are.
     *
     * @return zero or more
     */
    public int size() {
        return bytes.length;
    }

    /**
     * The bytes, for readers of other formats.
     *
     * @return a fresh copy
     */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /**
     * The bytes as text: UTF-8 if that is what they are, else ISO-8859-1, in which every byte is a character.
     *
     * @return the text, control characters and all: escape it before it meets a terminal
     */
    public String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The text with everything but printable ASCII escaped as {@code \xHH}: safe for any terminal. */
    @Override
    public String toString() {
        StringBuilder safe = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            if (b >= ' ' && b < 0x7F && b != '\\') {
                safe.append((char) b);
            } else {
                safe.append("\\x")
                        .append(Character.toUpperCase(Character.forDigit(b >> 4 & 0xF, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
            }
        }
        return safe.toString();
    }
}
