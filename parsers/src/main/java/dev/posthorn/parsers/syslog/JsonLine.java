package dev.posthorn.parsers.syslog;

import dev.posthorn.parsers.internal.swar.Literal;

/**
 * A line that is one JSON object (RFC 8259) of a log driver or of the journal: finds the members that matter and undoes
 * their escapes into a buffer of its own, which grows to the longest line and stays.
 */
final class JsonLine extends LineFields {

    private static final Literal[] NAMES = {
        Literal.of("log\""),
        Literal.of("time\""),
        Literal.of("MESSAGE\""),
        Literal.of("SYSLOG_IDENTIFIER\""),
        Literal.of("_HOSTNAME\""),
        Literal.of("SYSLOG_PID\""),
        Literal.of("_PID\""),
        Literal.of("__REALTIME_TIMESTAMP\""),
        Literal.of("stream\"")
    };

    /** Deeper nesting is no log line. */
    private static final int MAX_DEPTH = 16;

    private byte[] values = new byte[1024];
    private int used;

    private byte[] bytes = {};
    private int at;
    private int end;

    @Override
    byte[] values() {
        return values;
    }

    /** Reads a line; false unless all of it is one object. */
    boolean read(byte[] newBytes, int newFrom, int newTo) {
        bytes = newBytes;
        at = newFrom;
        end = newTo;
        used = 0;
        forget();
        if (values.length < newTo - newFrom) { // No value is longer than what stands for it.
            values = new byte[Math.max(newTo - newFrom, 2 * values.length)];
        }
        boolean isObject = readObject();
        skipSpace();
        return isObject && at == end;
    }

    private boolean readObject() {
        if (!skip('{')) {
            return false;
        }
        if (skip('}')) {
            return true;
        }
        do {
            if (!readMember()) {
                return false;
            }
        } while (skip(','));
        return skip('}');
    }

    private boolean readMember() {
        skipSpace();
        if (at >= end || bytes[at] != '"') {
            return false;
        }
        int member = memberNamed(at + 1);
        if (!skipString() || !skip(':')) {
            return false;
        }
        skipSpace();
        return member < 0 ? skipValue(0) : readValue(member);
    }

    private int memberNamed(int nameFrom) {
        for (int member = 0; member < NAMES.length; member++) {
            if (NAMES[member].isAt(bytes, nameFrom, end)) {
                return member;
            }
        }
        return -1;
    }

    /** A string, the numbers of an array as bytes (the journal's way with what is not UTF-8), or a number as it stands. */
    private boolean readValue(int member) {
        int valueAt = at;
        int start = used;
        boolean isText = at < end
                && switch (bytes[at]) {
                    case '"' -> decodeString();
                    case '[' -> decodeBytes();
                    default -> copyDigits();
                };
        if (isText) {
            keep(member, start, used);
            return true;
        }
        at = valueAt;
        used = start;
        return skipValue(0);
    }

    private boolean copyDigits() {
        int digits = Digits.end(bytes, at, end);
        boolean areThere = digits > at;
        while (at < digits) {
            values[used++] = bytes[at++];
        }
        return areThere;
    }

    private boolean decodeBytes() {
        at++;
        if (skip(']')) {
            return true;
        }
        do {
            skipSpace();
            int digits = Digits.end(bytes, at, end);
            long value = Digits.number(bytes, at, digits);
            if (value < 0 || value > 255) {
                return false;
            }
            values[used++] = (byte) value;
            at = digits;
        } while (skip(','));
        return skip(']');
    }

    private boolean decodeString() {
        for (at++; at < end && bytes[at] != '"'; at++) {
            if (bytes[at] != '\\') {
                values[used++] = bytes[at];
            } else if (++at == end || !decodeEscape()) {
                return false;
            }
        }
        return at++ < end;
    }

    /** Leaves the place at the last byte of the escape. */
    private boolean decodeEscape() {
        switch (bytes[at]) {
            case '"', '\\', '/' -> values[used++] = bytes[at];
            case 'b' -> values[used++] = '\b';
            case 'f' -> values[used++] = '\f';
            case 'n' -> values[used++] = '\n';
            case 'r' -> values[used++] = '\r';
            case 't' -> values[used++] = '\t';
            case 'u' -> {
                return decodeUnicode();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Four digits, or eight if two escapes make a surrogate pair; half a pair alone becomes U+FFFD. */
    private boolean decodeUnicode() {
        int unit = fourHexDigits(at + 1);
        if (unit < 0) {
            return false;
        }
        at += 4;
        int codePoint = unit;
        if (Character.isSurrogate((char) unit)) {
            boolean hasPair = end - at > 6 && bytes[at + 1] == '\\' && bytes[at + 2] == 'u';
            int low = hasPair ? fourHexDigits(at + 3) : -1;
            boolean isPair = low >= 0 && Character.isSurrogatePair((char) unit, (char) low);
            codePoint = isPair ? Character.toCodePoint((char) unit, (char) low) : 0xFFFD;
            at += isPair ? 6 : 0;
        }
        encode(codePoint);
        return true;
    }

    private int fourHexDigits(int digits) {
        int value = 0;
        for (int i = digits; i < digits + 4; i++) {
            int digit = i < end && bytes[i] >= 0 ? Character.digit(bytes[i], 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** UTF-8: RFC 3629 section 3. */
    private void encode(int codePoint) {
        if (codePoint < 0x80) {
            values[used++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            values[used++] = (byte) (0xC0 | codePoint >> 6);
            values[used++] = (byte) (0x80 | (codePoint & 0x3F));
        } else {
            if (codePoint < 0x10000) {
                values[used++] = (byte) (0xE0 | codePoint >> 12);
            } else {
                values[used++] = (byte) (0xF0 | codePoint >> 18);
                values[used++] = (byte) (0x80 | (codePoint >> 12 & 0x3F));
            }
            values[used++] = (byte) (0x80 | (codePoint >> 6 & 0x3F));
            values[used++] = (byte) (0x80 | (codePoint & 0x3F));
        }
    }

    /** Steps over a value of any kind. */
    private boolean skipValue(int depth) {
        skipSpace();
        if (at >= end || depth > MAX_DEPTH) {
            return false;
        }
        return switch (bytes[at]) {
            case '"' -> skipString();
            case '{' -> skipMembers(depth);
            case '[' -> skipElements(depth);
            default -> skipWord();
        };
    }

    private boolean skipMembers(int depth) {
        at++;
        if (skip('}')) {
            return true;
        }
        do {
            skipSpace();
            if (at >= end || bytes[at] != '"' || !skipString() || !skip(':') || !skipValue(depth + 1)) {
                return false;
            }
        } while (skip(','));
        return skip('}');
    }

    private boolean skipElements(int depth) {
        at++;
        if (skip(']')) {
            return true;
        }
        do {
            if (!skipValue(depth + 1)) {
                return false;
            }
        } while (skip(','));
        return skip(']');
    }

    private boolean skipString() {
        for (at++; at < end && bytes[at] != '"'; at++) {
            if (bytes[at] == '\\') {
                at++;
            }
        }
        return at++ < end;
    }

    /** A number, true, false or null. */
    private boolean skipWord() {
        int start = at;
        while (at < end && (Character.isLetterOrDigit(bytes[at]) || "+-.".indexOf(bytes[at]) >= 0)) {
            at++;
        }
        return at > start;
    }

    private boolean skip(char wanted) {
        skipSpace();
        if (at < end && bytes[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
    }
}
