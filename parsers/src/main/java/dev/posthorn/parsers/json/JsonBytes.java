package dev.posthorn.parsers.json;

import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** JSON text in the making, in a buffer that grows as an object needs it. */
final class JsonBytes {

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] HEX_DIGITS = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    /** The most that one byte of the log can become, {@code \}{@code u00e9}. */
    private static final int MOST_OF_ONE = 6;

    /** What {@link PlainText#copy} may overwrite, and the marks around a text. */
    private static final int ROOM = 16;

    private static final int MOST_DIGITS = 19;

    private byte[] bytes = new byte[1 << 16];
    private int size;

    int size() {
        return size;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    /** An object or array in the place of a value. */
    void open(Member member, char bracket) {
        member(member.bytes);
        put(bracket);
    }

    void put(char character) {
        require(1);
        bytes[size++] = (byte) character;
    }

    /** No member if the view is absent. */
    void text(Member member, AsciiView text) {
        text(member.bytes, text);
    }

    /** Postfix's word for "none yet" is none. */
    void queueId(AsciiView queueId) {
        if (!queueId.contentEquals("NOQUEUE")) {
            text(Member.QUEUE_ID, queueId);
        }
    }

    /** The same under any name, with its comma, quotation marks and colon. */
    void text(byte[] name, AsciiView text) {
        if (text.isPresent()) {
            member(name);
            quoted(text);
        }
    }

    /** No member if the number is negative, which stands for none. */
    void number(Member member, long number) {
        if (number >= 0) {
            member(member.bytes);
            digits(number);
        }
    }

    /** No member for false. */
    void flag(Member member, boolean flag) {
        if (flag) {
            member(member.bytes);
            literal(TRUE);
        }
    }

    /** A name and its colon, or a whole member, with a comma before it, which the first one of an object does without. */
    void member(byte[] json) {
        int comma = bytes[size - 1] == '{' ? 1 : 0;
        require(json.length);
        System.arraycopy(json, comma, bytes, size, json.length - comma);
        size += json.length - comma;
    }

    private void literal(byte[] ascii) {
        literal(ascii, ascii.length);
    }

    /** JSON that was made before. */
    void literal(byte[] json, int length) {
        require(length);
        System.arraycopy(json, 0, bytes, size, length);
        size += length;
    }

    /** What was written last, to be written again. */
    void copyFrom(int at, byte[] into) {
        System.arraycopy(bytes, at, into, 0, size - at);
    }

    private void digits(long number) {
        int count = 1;
        for (long limit = 10; count < MOST_DIGITS && number >= limit; limit *= 10) {
            count++;
        }
        require(count);
        size += count;
        int at = size;
        long left = number;
        while (left > Integer.MAX_VALUE) {
            bytes[--at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        int rest = (int) left; // Divisions of an int are much cheaper.
        do {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
    }

    /** A number of 0 to 99 with two digits. */
    void twoDigits(int number) {
        require(2);
        bytes[size++] = (byte) ('0' + number / 10);
        bytes[size++] = (byte) ('0' + number % 10);
    }

    /** ASCII that needs no escape, such as digits. */
    void plain(AsciiView text) {
        require(text.length());
        System.arraycopy(text.array(), text.from(), bytes, size, text.length());
        size += text.length();
    }

    private void quoted(AsciiView text) {
        require(text.length() + ROOM);
        bytes[size++] = '"';
        if (!text.isEmpty()) {
            escaped(text.array(), text.from(), text.to());
        }
        bytes[size++] = '"';
    }

    /** Plain stretches as they are, what stands between them escaped. */
    private void escaped(byte[] text, int from, int to) {
        int plain = PlainText.copy(text, from, to, bytes, size);
        size += plain;
        int at = from + plain;
        if (at == to) {
            return;
        }
        require((to - at) * MOST_OF_ONE + ROOM);
        boolean utf8 = Utf8.isValid(text, at, to);
        while (at < to) {
            byte b = text[at];
            if (PlainText.isPlain(b)) {
                plain = PlainText.copy(text, at, to, bytes, size);
                size += plain;
                at += plain;
            } else if (b >= 0 || !utf8) {
                escape(b & 0xFF);
                at++;
            } else {
                codePoint(Utf8.codePoint(text, at));
                at += Utf8.length(b);
            }
        }
    }

    private void codePoint(int codePoint) {
        if (Character.isBmpCodePoint(codePoint)) {
            escape(codePoint);
        } else {
            escape(Character.highSurrogate(codePoint));
            escape(Character.lowSurrogate(codePoint));
        }
    }

    private void escape(int character) {
        bytes[size++] = '\\';
        switch (character) {
            case '"', '\\' -> bytes[size++] = (byte) character;
            case '\t' -> bytes[size++] = 't';
            default -> {
                bytes[size++] = 'u';
                for (int shift = 12; shift >= 0; shift -= 4) {
                    bytes[size++] = HEX_DIGITS[(character >> shift) & 0xF];
                }
            }
        }
    }

    private void require(int room) {
        if (size > bytes.length - room - ROOM) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + room + ROOM));
        }
    }
}
