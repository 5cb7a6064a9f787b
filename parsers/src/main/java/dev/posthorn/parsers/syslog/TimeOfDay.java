package dev.posthorn.parsers.syslog;

/** {@code 09:05:01}, {@code 09:05:01.123456}, {@code 09:05:01,123} and the offset that may follow at once. */
final class TimeOfDay {

    private static final int LENGTH = "09:05:01".length();

    private TimeOfDay() {}

    /** Reads hour, minute, second and fraction; gives the place behind them, -1 if they are not there. */
    static int read(byte[] bytes, int at, int to, TimestampView into) {
        int behind = at + LENGTH;
        if (at < 0 || behind > to || bytes[at + 2] != ':' || bytes[at + 5] != ':') {
            return -1;
        }
        int hour = Digits.two(bytes, at);
        int minute = Digits.two(bytes, at + 3);
        int second = Digits.two(bytes, at + 6);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return -1;
        }
        into.time(hour, minute, second);
        return readFraction(bytes, behind, to, into);
    }

    private static int readFraction(byte[] bytes, int at, int to, TimestampView into) {
        if (at >= to || (bytes[at] != '.' && bytes[at] != ',')) {
            return at;
        }
        int end = Digits.end(bytes, at + 1, to);
        if (end == at + 1) {
            return -1;
        }
        into.fraction(bytes, at + 1, end);
        return end;
    }

    /** {@code Z}, {@code +01:00} or {@code +0100}; gives the place behind it, the same place if there is none. */
    static int readOffset(byte[] bytes, int at, int to, TimestampView into) {
        if (at < 0 || at >= to) {
            return at;
        }
        int end = at;
        if (bytes[at] == 'Z') {
            end = at + 1;
        } else if ((bytes[at] == '+' || bytes[at] == '-') && to - at >= 5 && Digits.two(bytes, at + 1) >= 0) {
            int minutes = bytes[at + 3] == ':' ? at + 4 : at + 3;
            end = minutes + 2 <= to && Digits.two(bytes, minutes) >= 0 ? minutes + 2 : at;
        }
        if (end > at) {
            into.offset(bytes, at, end);
        }
        return end;
    }
}
