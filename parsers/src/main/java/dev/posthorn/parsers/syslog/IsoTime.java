package dev.posthorn.parsers.syslog;

/**
 * {@code 2026-11-04T09:05:01.123456+01:00}, with a blank or an underscore for the T, with or without fraction and offset,
 * and with a weekday before and a zone behind it: maillog-dialects 1, D2, and 4.
 */
final class IsoTime {

    private static final int DATE_LENGTH = "2026-11-04".length();

    private IsoTime() {}

    /**
     * Reads the time at the start of a line.
     *
     * @return where the next word begins, -1 if there is no such time
     */
    static int read(byte[] bytes, int from, int to, TimestampView into) {
        int separator = from + DATE_LENGTH;
        if (separator >= to || bytes[from + 4] != '-' || bytes[from + 7] != '-' || !isSeparator(bytes[separator])) {
            return -1;
        }
        int year = Digits.four(bytes, from);
        int month = Digits.two(bytes, from + 5);
        int day = Digits.two(bytes, from + 8);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
            return -1;
        }
        into.clear();
        int at = TimeOfDay.read(bytes, separator + 1, to, into);
        at = TimeOfDay.readOffset(bytes, at, to, into);
        if (at < 0 || (at < to && bytes[at] != ' ')) {
            into.clear();
            return -1;
        }
        into.date(year, month, day);
        int next = Tag.skipBlanks(bytes, at, to);
        return bytes[separator] == ' ' ? readDetachedOffset(bytes, next, to, into) : next;
    }

    private static boolean isSeparator(byte b) {
        return b == 'T' || b == ' ' || b == '_';
    }

    /** {@code 2026-11-04 09:05:01 +0100}, as Exim writes with log_timezone. */
    private static int readDetachedOffset(byte[] bytes, int at, int to, TimestampView into) {
        if (at >= to || bytes[at] == 'Z') {
            return at;
        }
        int behind = TimeOfDay.readOffset(bytes, at, to, into);
        return Tag.skipBlanks(bytes, behind, to);
    }

    /** {@code Wed 2026-11-04 09:05:01 CET}: journalctl -o short-full. */
    static int readWithWeekday(byte[] bytes, int from, int to, TimestampView into) {
        if (to - from < 4 || bytes[from + 3] != ' ' || !isWeekday(bytes, from)) {
            return -1;
        }
        int at = read(bytes, from + 4, to, into);
        if (at < 0) {
            return -1;
        }
        int zoneEnd = Tag.endOfWord(bytes, at, to);
        into.zone(bytes, at, zoneEnd);
        return Tag.skipBlanks(bytes, zoneEnd, to);
    }

    private static boolean isWeekday(byte[] bytes, int at) {
        return switch (bytes[at] << 16 | bytes[at + 1] << 8 | bytes[at + 2]) {
            case 'M' << 16 | 'o' << 8 | 'n',
                    'T' << 16 | 'u' << 8 | 'e',
                    'W' << 16 | 'e' << 8 | 'd',
                    'T' << 16 | 'h' << 8 | 'u',
                    'F' << 16 | 'r' << 8 | 'i',
                    'S' << 16 | 'a' << 8 | 't',
                    'S' << 16 | 'u' << 8 | 'n' -> true;
            default -> false;
        };
    }
}
