package dev.posthorn.parsers.syslog;

/**
 * {@code Nov  4 09:05:01}, with the day blank-padded (RFC 3164), zero-padded (Postfix's own log file, journalctl) or not
 * padded at all: maillog-dialects 1, D1 to D1c. Month names are English whatever the locale was.
 */
final class Rfc3164Time {

    private static final int TIME_LENGTH = "09:05:01".length();

    private Rfc3164Time() {}

    /**
     * Reads the time at the start of a line.
     *
     * @return where the next word begins, -1 if there is no such time
     */
    static int read(byte[] bytes, int from, int to, EnvelopeView into) {
        if (to - from < "Nov 4 09:05:01 ".length() || bytes[from + 3] != ' ') {
            return -1;
        }
        int month = month(bytes, from);
        int at = from + 4;
        if (bytes[at] == ' ') {
            at++;
        }
        int day = digit(bytes[at++]);
        int next = digit(bytes[at]);
        if (next >= 0) {
            day = 10 * day + next;
            at++;
        }
        if (month < 0 || day < 1 || day > 31 || bytes[at] != ' ') {
            return -1;
        }
        return readTime(bytes, at + 1, to, month, day, into);
    }

    private static int readTime(byte[] bytes, int at, int to, int month, int day, EnvelopeView into) {
        int behind = at + TIME_LENGTH;
        if (behind >= to || bytes[behind] != ' ' || bytes[at + 2] != ':' || bytes[at + 5] != ':') {
            return -1;
        }
        int hour = twoDigits(bytes, at);
        int minute = twoDigits(bytes, at + 3);
        int second = twoDigits(bytes, at + 6);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return -1;
        }
        into.month = month;
        into.day = day;
        into.hour = hour;
        into.minute = minute;
        into.second = second;
        return Tag.skipBlanks(bytes, behind, to);
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

    private static int twoDigits(byte[] bytes, int at) {
        int tens = digit(bytes[at]);
        int ones = digit(bytes[at + 1]);
        return tens < 0 || ones < 0 ? -1 : 10 * tens + ones;
    }

    private static int digit(byte b) {
        int digit = b - '0';
        return digit >= 0 && digit <= 9 ? digit : -1;
    }
}
