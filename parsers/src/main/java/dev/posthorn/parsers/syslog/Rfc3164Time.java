package dev.posthorn.parsers.syslog;

/**
 * {@code Nov  4 09:05:01}, with the day blank-padded (RFC 3164), zero-padded (Postfix's own log file, journalctl) or not
 * padded at all, with a fraction, and with a year before or behind the time: maillog-dialects 1, D1 to D1e. Month names
 * are English whatever the locale was.
 */
final class Rfc3164Time {

    private static final int SHORTEST = "Nov 4 09:05:01 ".length();

    private Rfc3164Time() {}

    /**
     * Reads the time at the start of a line.
     *
     * @return where the next word begins, -1 if there is no such time
     */
    static int read(byte[] bytes, int from, int to, TimestampView into) {
        if (to - from < SHORTEST || bytes[from + 3] != ' ') {
            return -1;
        }
        int month = month(bytes, from);
        int at = bytes[from + 4] == ' ' ? from + 5 : from + 4;
        int day = Digits.digit(bytes[at++]);
        int next = Digits.digit(bytes[at]);
        if (next >= 0) {
            day = 10 * day + next;
            at++;
        }
        if (month < 0 || day < 1 || day > 31 || bytes[at] != ' ') {
            return -1;
        }
        into.clear();
        at = readYearAndTime(bytes, at + 1, to, into);
        if (at < 0) {
            into.clear();
            return -1;
        }
        into.date(into.yearRead(), month, day);
        return Tag.skipBlanks(bytes, at, to);
    }

    private static int readYearAndTime(byte[] bytes, int at, int to, TimestampView into) {
        int behindYear = readYear(bytes, at, to, into);
        int end = TimeOfDay.read(bytes, behindYear < 0 ? at : behindYear, to, into);
        end = TimeOfDay.readOffset(bytes, end, to, into);
        if (end < 0 || end >= to || bytes[end] != ' ') {
            return -1;
        }
        int behindLastYear = behindYear < 0 ? readYear(bytes, end + 1, to, into) : -1;
        return behindLastYear < 0 ? end : behindLastYear;
    }

    /** Four digits and a blank. A host may be named so too, but whoever does that has other worries. */
    private static int readYear(byte[] bytes, int at, int to, TimestampView into) {
        if (to - at < 5 || bytes[at + 4] != ' ') {
            return -1;
        }
        int year = Digits.four(bytes, at);
        if (year < 1970) {
            return -1;
        }
        into.year(year);
        return at + 5;
    }

    /** The month by its three letters, read as one number. */
    private static int month(byte[] bytes, int at) {
        return switch (letters(bytes[at], bytes[at + 1], bytes[at + 2])) {
            case 'J' << 16 | 'a' << 8 | 'n' -> 1;
            case 'F' << 16 | 'e' << 8 | 'b' -> 2;
            case 'M' << 16 | 'a' << 8 | 'r' -> 3;
            case 'A' << 16 | 'p' << 8 | 'r' -> 4;
            case 'M' << 16 | 'a' << 8 | 'y' -> 5;
            case 'J' << 16 | 'u' << 8 | 'n' -> 6;
            case 'J' << 16 | 'u' << 8 | 'l' -> 7;
            case 'A' << 16 | 'u' << 8 | 'g' -> 8;
            case 'S' << 16 | 'e' << 8 | 'p' -> 9;
            case 'O' << 16 | 'c' << 8 | 't' -> 10;
            case 'N' << 16 | 'o' << 8 | 'v' -> 11;
            case 'D' << 16 | 'e' << 8 | 'c' -> 12;
            default -> -1;
        };
    }

    private static int letters(byte first, byte second, byte third) {
        return first << 16 | second << 8 | third;
    }
}
