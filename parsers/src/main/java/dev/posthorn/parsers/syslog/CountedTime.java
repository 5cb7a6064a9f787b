package dev.posthorn.parsers.syslog;

import java.util.HexFormat;

/** Times that count seconds: since 1970, in TAI, or since the machine started. maillog-dialects 4. */
final class CountedTime {

    private static final int TAI64N_DIGITS = 24;

    /** TAI64 counts from 2^62 at 1970 TAI; daemontools takes that to be 10 seconds ahead of UTC, and so do we. */
    private static final long TAI64_AT_UNIX_ZERO = (1L << 62) + 10;

    /** Up to the year 9999: what is larger is no time of a log. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final int MICRO_DIGITS = 6;

    private CountedTime() {}

    /** {@code 1793779501.123456 }; gives the place of the next word, -1 if there is no such time. */
    static int readUnixTime(byte[] bytes, int from, int to, TimestampView into) {
        int point = Digits.end(bytes, from, to);
        if (point - from < 9 || point == to || bytes[point] != '.') {
            return -1;
        }
        int end = Digits.end(bytes, point + 1, to);
        long seconds = Digits.number(bytes, from, point);
        if (end == point + 1 || end == to || bytes[end] != ' ' || seconds < 0 || seconds > LAST_SECOND) {
            return -1;
        }
        into.clear();
        into.unixTime(seconds);
        into.fraction(bytes, point + 1, end);
        return Tag.skipBlanks(bytes, end, to);
    }

    /** Microseconds since 1970 and nothing else, as the journal has them; false if that is not what stands here. */
    static boolean readMicros(byte[] bytes, int from, int to, TimestampView into) {
        int point = to - MICRO_DIGITS;
        if (point <= from || Digits.end(bytes, from, to) != to) {
            return false;
        }
        long seconds = Digits.number(bytes, from, point);
        if (seconds < 0 || seconds > LAST_SECOND) {
            return false;
        }
        into.clear();
        into.unixTime(seconds);
        into.fraction(bytes, point, to);
        return true;
    }

    /** {@code @400000006729b0fd1a2b3c4d }; gives the place of the next word, -1 if there is no such time. */
    static int readTai64n(byte[] bytes, int from, int to, TimestampView into) {
        int end = from + 1 + TAI64N_DIGITS;
        if (end >= to || bytes[end] != ' ') {
            return -1;
        }
        long seconds = hexadecimal(bytes, from + 1, from + 17) - TAI64_AT_UNIX_ZERO;
        long nanos = hexadecimal(bytes, from + 17, end);
        if (seconds < 0 || seconds > LAST_SECOND || nanos < 0 || nanos > 999_999_999) {
            return -1;
        }
        into.clear();
        into.unixTime(seconds);
        into.nanos(nanos);
        return Tag.skipBlanks(bytes, end, to);
    }

    /** The value of up to sixteen hexadecimal digits, -1 if there is anything else among them. */
    private static long hexadecimal(byte[] bytes, int from, int to) {
        long value = 0;
        for (int at = from; at < to; at++) {
            if (bytes[at] < 0 || !HexFormat.isHexDigit(bytes[at])) {
                return -1;
            }
            value = value << 4 | HexFormat.fromHexDigit(bytes[at]);
        }
        return value;
    }

    /**
     * {@code [ 1234.567890] } or {@code [ 1234.567890 <    0.000012 >] }: the number is no time of day, so nobody but the
     * envelope keeps it. Gives the place of the next word, -1 if there is no such time.
     */
    static int readMonotonic(byte[] bytes, int from, int to, EnvelopeView into) {
        int start = Tag.skipBlanks(bytes, from + 1, to);
        int point = Digits.end(bytes, start, to);
        if (point == start || point == to || bytes[point] != '.') {
            return -1;
        }
        int end = Digits.end(bytes, point + 1, to);
        int close = readDelta(bytes, Tag.skipBlanks(bytes, end, to), to);
        if (close < 0 || close + 1 >= to || bytes[close] != ']' || bytes[close + 1] != ' ') {
            return -1;
        }
        into.monotonicFrom = start;
        into.monotonicTo = end;
        return Tag.skipBlanks(bytes, close + 1, to);
    }

    private static int readDelta(byte[] bytes, int at, int to) {
        if (at >= to || bytes[at] != '<') {
            return at;
        }
        int close = at;
        while (close < to && bytes[close] != '>') {
            close++;
        }
        return close + 1;
    }
}
