package dev.posthorn.report;

import dev.posthorn.parsers.bytes.AsciiView;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Puts a key for a {@link CountTable} together, in one buffer that is used again and again.
 *
 * <p>A key is UTF-8 and has one or more parts, with a unit separator (U+001F) between them. Text from a log is cut at
 * {@link #MAX_PART} bytes, a separator in it becomes a question mark, and bytes that are no UTF-8 are taken as ISO-8859-1:
 * so every key is the same after a trip through JSON. Not safe for use by several threads.
 */
final class KeyBuilder {

    /** The longest address of RFC 5321 section 4.5.3.1: 64 and 255 bytes and the sign between them. */
    static final int MAX_PART = 320;

    static final byte SEPARATOR = 0x1F;

    private byte[] bytes = new byte[4 * MAX_PART];
    private int length;

    KeyBuilder clear() {
        length = 0;
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    KeyBuilder separator() {
        put(SEPARATOR);
        return this;
    }

    /** Our own words; ASCII. */
    KeyBuilder word(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put((byte) ascii.charAt(i));
        }
        return this;
    }

    KeyBuilder number(long number) {
        if (number >= 10) {
            number(number / 10);
        }
        put((byte) ('0' + number % 10));
        return this;
    }

    KeyBuilder twoDigits(int number) {
        put((byte) ('0' + number / 10 % 10));
        put((byte) ('0' + number % 10));
        return this;
    }

    /** Text from a log, as it is. */
    KeyBuilder text(AsciiView view) {
        return view.isEmpty() ? this : text(view.array(), view.from(), view.to(), false);
    }

    /** Text from a log in lower case: names of hosts and domains. */
    KeyBuilder lowerCase(AsciiView view) {
        return view.isEmpty() ? this : text(view.array(), view.from(), view.to(), true);
    }

    /** Text from a log that is a value already, as it is. */
    KeyBuilder text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return text(utf8, 0, utf8.length, false);
    }

    KeyBuilder lowerCase(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return text(utf8, 0, utf8.length, true);
    }

    /** An address with its domain in lower case; the local part is the receiver's own business (RFC 5321 section 2.4). */
    KeyBuilder address(AsciiView view) {
        if (view.isEmpty()) {
            return this;
        }
        int at = domainOf(view);
        text(view.array(), view.from(), at, false);
        return text(view.array(), at, view.to(), true);
    }

    /** The domain of an address in lower case, nothing if it has none. */
    KeyBuilder domain(AsciiView address) {
        return address.isEmpty() ? this : text(address.array(), domainOf(address), address.to(), true);
    }

    private static int domainOf(AsciiView address) {
        byte[] array = address.array();
        int at = address.to();
        while (at > address.from() && array[at - 1] != '@') {
            at--;
        }
        return at == address.from() ? address.to() : at;
    }

    KeyBuilder text(byte[] from, int start, int end, boolean isLowered) {
        for (int at = start; at < end; at++) {
            if (from[at] < 0) {
                return decoded(Arrays.copyOfRange(from, start, end), isLowered);
            }
        }
        int cut = Math.min(end, start + MAX_PART);
        for (int at = start; at < cut; at++) {
            put(clean(from[at], isLowered));
        }
        return this;
    }

    /** The rare case: not ASCII. */
    private KeyBuilder decoded(byte[] text, boolean isLowered) {
        byte[] utf8 = new AsciiView().wrap(text, 0, text.length).toString().getBytes(StandardCharsets.UTF_8);
        int cut = Math.min(utf8.length, MAX_PART);
        while (cut < utf8.length && (utf8[cut] & 0xC0) == 0x80) { // Not in the middle of a character.
            cut--;
        }
        for (int at = 0; at < cut; at++) {
            put(clean(utf8[at], isLowered));
        }
        return this;
    }

    private static byte clean(byte b, boolean isLowered) {
        return b == SEPARATOR ? (byte) '?' : isLowered && b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    private void put(byte b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = b;
    }

    /** The parts of a key. */
    static List<String> parts(byte[] key) {
        return List.of(new String(key, StandardCharsets.UTF_8).split("\u001F", -1));
    }

    /** The key that has these parts. */
    static byte[] key(List<String> parts) {
        return String.join("\u001F", parts).getBytes(StandardCharsets.UTF_8);
    }
}
