package dev.posthorn.parsers.internal.swar;

import java.nio.charset.StandardCharsets;

/** The scalar twins: what the words of this package find, found one byte after the other. */
final class Scalar {

    private Scalar() {}

    static int indexOf(byte[] bytes, int from, int to, byte wanted) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    static int count(byte[] bytes, int from, int to, byte wanted) {
        int count = 0;
        for (int at = from; at < to; at++) {
            if (bytes[at] == wanted) {
                count++;
            }
        }
        return count;
    }

    static int indexOfAny(byte[] bytes, int from, int to, byte one, byte another, byte third) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == one || bytes[at] == another || bytes[at] == third) {
                return at;
            }
        }
        return -1;
    }

    static boolean isAt(byte[] bytes, int at, int to, String literal) {
        byte[] text = literal.getBytes(StandardCharsets.US_ASCII);
        if (to - at < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    static int indexIn(byte[] bytes, int from, int to, String literal) {
        for (int at = from; at < to; at++) {
            if (isAt(bytes, at, to, literal)) {
                return at;
            }
        }
        return -1;
    }

    static int lastIndexIn(byte[] bytes, int from, int to, String literal) {
        for (int at = to - 1; at >= from; at--) {
            if (isAt(bytes, at, to, literal)) {
                return at;
            }
        }
        return -1;
    }

    static int countDigits(byte[] bytes, int at) {
        int count = 0;
        while (count < DecimalDigits.MOST && bytes[at + count] >= '0' && bytes[at + count] <= '9') {
            count++;
        }
        return count;
    }

    static int value(byte[] bytes, int at, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = 10 * value + bytes[at + i] - '0';
        }
        return value;
    }

    static int clock(byte[] bytes, int at) {
        int[] parts = new int[3];
        for (int i = 0; i < Clock.LENGTH; i++) {
            byte b = bytes[at + i];
            if (i % 3 == 2 ? b != ':' : b < '0' || b > '9') {
                return -1;
            }
            if (i % 3 < 2) {
                parts[i / 3] = 10 * parts[i / 3] + b - '0';
            }
        }
        boolean isTime = parts[0] <= 23 && parts[1] <= 59 && parts[2] <= 60;
        return isTime ? parts[0] | (parts[1] << 8) | (parts[2] << 16) : -1;
    }

    static boolean areEqual(byte[] bytes, int from, int to, byte[] others, int othersFrom, int othersTo) {
        if (to - from != othersTo - othersFrom) {
            return false;
        }
        for (int i = 0; i < to - from; i++) {
            if (bytes[from + i] != others[othersFrom + i]) {
                return false;
            }
        }
        return true;
    }
}
