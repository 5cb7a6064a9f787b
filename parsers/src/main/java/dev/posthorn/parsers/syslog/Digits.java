package dev.posthorn.parsers.syslog;

/** Decimal digits in headers. */
final class Digits {

    private Digits() {}

    /** The value of one digit, -1 if it is none. */
    static int digit(byte b) {
        int digit = b - '0';
        return digit >= 0 && digit <= 9 ? digit : -1;
    }

    /** The value of two digits, -1 if they are not both digits. The caller has seen that both are in range. */
    static int two(byte[] bytes, int at) {
        int tens = digit(bytes[at]);
        int ones = digit(bytes[at + 1]);
        return tens < 0 || ones < 0 ? -1 : 10 * tens + ones;
    }

    /** The value of four digits, -1 if they are not all digits. The caller has seen that all are in range. */
    static int four(byte[] bytes, int at) {
        int high = two(bytes, at);
        int low = two(bytes, at + 2);
        return high < 0 || low < 0 ? -1 : 100 * high + low;
    }

    /** Where a run of digits ends. */
    static int end(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    /** The value of a range of digits, -1 if there are none or more than eighteen, the most that a {@code long} holds. */
    static long number(byte[] bytes, int from, int to) {
        if (from == to || to - from > 18) {
            return -1;
        }
        long number = 0;
        for (int at = from; at < to; at++) {
            number = 10 * number + (bytes[at] - '0');
        }
        return number;
    }
}
