package dev.posthorn.parsers.syslog;

import dev.posthorn.parsers.internal.swar.Literal;

/** What others put in front of a line that was whole before: maillog-dialects 1 D11, 4 and 6. */
final class LinePrefix {

    private static final byte ESCAPE = 0x1B;
    private static final Literal STDOUT = Literal.of("stdout ");
    private static final Literal STDERR = Literal.of("stderr ");

    private LinePrefix() {}

    /** UTF-8's byte order mark, at the start of a file or of an RFC 5424 message. */
    static int skipByteOrderMark(byte[] bytes, int at, int to) {
        boolean isThere = to - at >= 3
                && bytes[at] == (byte) 0xEF
                && bytes[at + 1] == (byte) 0xBB
                && bytes[at + 2] == (byte) 0xBF;
        return isThere ? at + 3 : at;
    }

    /** {@code ESC [ 1 ; 3 1 m}: colours (ECMA-48, SGR), any number of them. */
    static int skipColours(byte[] bytes, int from, int to) {
        int at = from;
        while (to - at >= 3 && bytes[at] == ESCAPE && bytes[at + 1] == '[') {
            int end = at + 2;
            while (end < to && (bytes[end] == ';' || Digits.digit(bytes[end]) >= 0)) {
                end++;
            }
            if (end == to || bytes[end] != 'm') {
                return at;
            }
            at = end + 1;
        }
        return at;
    }

    /** Where a line whose beginning was coloured ends without the colours at its end. */
    static int dropColours(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && bytes[end - 1] == 'm') {
            int at = end - 2;
            while (at > from && (bytes[at] == ';' || Digits.digit(bytes[at]) >= 0)) {
                at--;
            }
            if (at <= from || bytes[at] != '[' || bytes[at - 1] != ESCAPE) {
                return end;
            }
            end = at - 1;
        }
        return end;
    }

    /**
     * {@code ,,,}: empty columns that a spreadsheet put behind a line (an export with arbitrary columns, maillog-dialects
     * 4). Three of them at least, since a message may well end in a comma.
     */
    static int dropEmptyColumns(byte[] bytes, int from, int to) {
        if (to == from || bytes[to - 1] != ',') {
            return to;
        }
        int end = to;
        while (end > from && bytes[end - 1] == ',') {
            end--;
        }
        return to - end >= 3 ? end : to;
    }

    /** {@code > }, as mail programs quote, any number of times. */
    static int skipQuoteMarks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == '>' || (bytes[at] == ' ' && at > from))) {
            at++;
        }
        return at;
    }

    /** {@code mail-1  | }, as docker compose prints; the same place if it is not there. */
    static int skipComposeName(byte[] bytes, int from, int to) {
        int bar = Tag.skipBlanks(bytes, Tag.endOfWord(bytes, from, to), to);
        if (bar == from || bar + 1 >= to || bytes[bar] != '|' || bytes[bar + 1] != ' ') {
            return from;
        }
        return skipColours(bytes, bar + 2, to);
    }

    /** {@code stdout F }, which Kubernetes' runtimes put behind their time; P in the place of F marks a part. */
    static int skipContainerStream(byte[] bytes, int from, int to) {
        int at = Math.max(STDOUT.after(bytes, from, to), STDERR.after(bytes, from, to));
        boolean isThere = at >= 0 && to - at >= 2 && (bytes[at] == 'F' || bytes[at] == 'P') && bytes[at + 1] == ' ';
        return isThere ? at + 2 : from;
    }
}
