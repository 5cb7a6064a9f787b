package dev.posthorn.parsers.postfix;

import dev.posthorn.parsers.internal.swar.ByteSearch;

/**
 * Steps that grammars are made of. Each takes a place and gives the place behind what it read, or -1 if that was not
 * there; a step that starts at -1 gives -1, so that a grammar is a list of steps and one question at the end.
 */
final class Scan {

    /** The largest number of digits that always fits into a {@code long}; Postfix prints fewer. */
    private static final int MAX_DIGITS = 18;

    private Scan() {}

    /** One byte. */
    static int after(byte wanted, byte[] bytes, int at, int to) {
        return at >= 0 && at < to && bytes[at] == wanted ? at + 1 : -1;
    }

    /** A decimal number without sign. */
    static int number(byte[] bytes, int at, int to) {
        if (at < 0) {
            return -1;
        }
        int end = endOfDigits(bytes, at, to);
        return end == at || end - at > MAX_DIGITS ? -1 : end;
    }

    /** Seconds as log_adhoc.c prints them: digits, and digits behind a point if need be. */
    static int decimal(byte[] bytes, int at, int to) {
        int end = number(bytes, at, to);
        return end >= 0 && end < to && bytes[end] == '.' ? number(bytes, end + 1, to) : end;
    }

    private static int endOfDigits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    /** The value of digits that {@link #number} accepted. */
    static long value(byte[] bytes, int from, int to) {
        long value = 0;
        for (int at = from; at < to; at++) {
            value = 10 * value + (bytes[at] - '0');
        }
        return value;
    }

    /** Milliseconds of digits that {@link #decimal} accepted; what is finer is cut off. */
    static long millis(byte[] bytes, int from, int to) {
        int point = ByteSearch.indexOf(bytes, from, to, (byte) '.');
        int whole = point < 0 ? to : point;
        long millis = 1000 * value(bytes, from, whole);
        int scale = 100;
        for (int at = whole + 1; at < to && scale > 0; at++) {
            millis += (long) scale * (bytes[at] - '0');
            scale /= 10;
        }
        return millis;
    }

    /**
     * Where an address in angle brackets ends (postfix-log-messages 1.4). A bare {@code >} can be part of it: before
     * Postfix 3.5 addresses are printed without quotes, so only one with a comma, a blank or nothing behind it ends the
     * address; since 3.5 a local part in quotes can hold even that.
     *
     * @param at behind the opening bracket
     * @return where the closing bracket is
     */
    static int endOfAddress(byte[] bytes, int at, int to) {
        return endOfAddress(bytes, at, to, false);
    }

    /** As {@link #endOfAddress(byte[], int, int)}, and a colon with a text behind it may follow, too. */
    static int endOfAddress(byte[] bytes, int at, int to, boolean canHaveText) {
        if (at < 0) {
            return -1;
        }
        int from = at < to && bytes[at] == '"' ? afterQuoted(bytes, at, to) : at;
        for (int close = from; close < to; close++) {
            close = ByteSearch.indexOf(bytes, close, to, (byte) '>');
            if (close < 0) {
                return -1;
            }
            boolean isEnd = close + 1 == to
                    || bytes[close + 1] == ','
                    || bytes[close + 1] == ' '
                    || (canHaveText && close + 2 < to && bytes[close + 1] == ':' && bytes[close + 2] == ' ');
            if (isEnd) {
                return close;
            }
        }
        return -1;
    }

    /**
     * Steps over a local part in quotes, in which a backslash escapes what follows. A quote that never closes, or closes
     * anywhere but before the domain, is an ordinary character of an unquoted address.
     */
    private static int afterQuoted(byte[] bytes, int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (bytes[at] == '\\') {
                at++;
            } else if (bytes[at] == '"') {
                boolean closesLocalPart = at + 1 < to && (bytes[at + 1] == '@' || bytes[at + 1] == '>');
                return closesLocalPart ? at + 1 : from;
            }
        }
        return from;
    }
}
