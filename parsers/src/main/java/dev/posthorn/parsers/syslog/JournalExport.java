package dev.posthorn.parsers.syslog;

import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * An entry of the journal with a line for every field, {@code KEY=value}, and an empty line behind it: {@code journalctl
 * -o export} (maillog-dialects 4). A value that is not text has its length before it, eight bytes, least significant
 * first (systemd, Journal Export Formats).
 */
final class JournalExport extends LineFields {

    private static final Literal CURSOR = Literal.of("__CURSOR=");

    private static final int[] FIELDS = {MESSAGE, IDENTIFIER, HOSTNAME, SYSLOG_PID, PID, REALTIME};

    private static final Literal[] NAMES = {
        Literal.of("MESSAGE"),
        Literal.of("SYSLOG_IDENTIFIER"),
        Literal.of("_HOSTNAME"),
        Literal.of("SYSLOG_PID"),
        Literal.of("_PID"),
        Literal.of("__REALTIME_TIMESTAMP")
    };

    static final int LENGTH_BYTES = 8;

    private byte[] bytes = {};

    @Override
    byte[] values() {
        return bytes;
    }

    /** Every entry begins with the field that says where the journal has it. */
    static boolean beginsAt(byte[] bytes, int from, int to) {
        return CURSOR.isAt(bytes, from, to);
    }

    /** Is this a field, with its value or without? */
    static boolean isField(byte[] bytes, int from, int to) {
        int end = endOfName(bytes, from, to);
        return end > from && (end == to || bytes[end] == '=');
    }

    /** Is this the name of a field whose value follows on the next line, with its length? */
    static boolean isName(byte[] bytes, int from, int to) {
        return to > from && endOfName(bytes, from, to) == to;
    }

    private static int endOfName(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isNameByte(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isNameByte(byte b) {
        return (b >= 'A' && b <= 'Z') || b == '_' || (b >= '0' && b <= '9');
    }

    /** Finds the fields of an entry; what follows something that is no field is left alone. */
    void read(byte[] newBytes, int from, int to) {
        bytes = newBytes;
        forget();
        int at = from;
        while (at >= 0 && at < to && isField(bytes, at, endOfLine(at, to))) {
            at = readField(at, to);
        }
    }

    private int readField(int at, int to) {
        int nameTo = endOfName(bytes, at, to);
        int lineTo = endOfLine(at, to);
        int valueFrom = nameTo + 1;
        int valueTo = lineTo;
        if (nameTo == lineTo) {
            valueFrom = lineTo + 1 + LENGTH_BYTES;
            long length = lengthAt(bytes, lineTo + 1, to);
            if (length < 0 || length > to - valueFrom) {
                return -1;
            }
            valueTo = valueFrom + (int) length;
        }
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].after(bytes, at, nameTo) == nameTo) {
                keep(FIELDS[i], valueFrom, valueTo);
            }
        }
        return valueTo + 1;
    }

    /** The length of a value, -1 if there is no room for one. */
    static long lengthAt(byte[] bytes, int at, int to) {
        if (to - at < LENGTH_BYTES) {
            return -1;
        }
        long length = 0;
        for (int i = LENGTH_BYTES - 1; i >= 0; i--) {
            length = length << 8 | (bytes[at + i] & 0xFF);
        }
        return length;
    }

    private int endOfLine(int at, int to) {
        int newline = ByteSearch.indexOfNewline(bytes, at, to);
        int end = newline < 0 ? to : newline;
        return end > at && bytes[end - 1] == '\r' ? end - 1 : end;
    }
}
