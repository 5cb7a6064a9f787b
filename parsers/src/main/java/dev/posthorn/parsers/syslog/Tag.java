package dev.posthorn.parsers.syslog;

import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * {@code postfix/smtpd[2101]:}, the writer's name and process id (postfix-log-messages 1.1). Colons can stand inside, as
 * in {@code postfix/127.0.0.1:10025/smtpd}; the one that ends the tag has a blank or nothing behind it.
 */
final class Tag {

    private static final Literal[] SEVERITIES = {
        Literal.of("warning:"), Literal.of("error:"), Literal.of("fatal:"), Literal.of("panic:")
    };

    private static final boolean[] IS_TAG_BYTE = new boolean[256];

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.+/:-"
                .chars()
                .forEach(c -> IS_TAG_BYTE[c] = true);
    }

    private Tag() {}

    /**
     * Reads a tag.
     *
     * @param strict whether a bare {@code word:} is too little, because nothing before it says that a tag comes here
     * @return where the text begins, -1 if this is no tag
     */
    static int read(byte[] bytes, int from, int to, boolean strict, EnvelopeView into) {
        int programFrom = from;
        int at = from;
        for (; at < to && IS_TAG_BYTE[bytes[at] & 0xFF] && !endsTag(bytes, at, to); at++) {
            if (bytes[at] == '/') {
                programFrom = at + 1;
            }
        }
        if (at == programFrom || at == to) {
            return -1;
        }
        int tagTo = at;
        long pid = -1;
        if (bytes[at] == '[') {
            int close = Digits.end(bytes, at + 1, to);
            pid = Digits.number(bytes, at + 1, close);
            if (pid < 0 || close == to || bytes[close] != ']') {
                return -1;
            }
            at = close + 1;
            if (at == to || !endsTag(bytes, at, to)) {
                return -1;
            }
        } else if (bytes[at] != ':' || (strict && programFrom == from) || isSeverity(bytes, from, to)) {
            return -1;
        }
        into.tagFrom = from;
        into.tagTo = tagTo;
        into.programFrom = programFrom;
        into.pid = pid;
        return Math.min(at + 2, to);
    }

    /**
     * {@code [postfix/smtpd] }: metalog's way, behind the time, without host and process id.
     *
     * @return where the text begins, -1 if this is no tag
     */
    static int readBracketed(byte[] bytes, int from, int to, EnvelopeView into) {
        if (from >= to || bytes[from] != '[') {
            return -1;
        }
        int at = from + 1;
        while (at < to && IS_TAG_BYTE[bytes[at] & 0xFF] && bytes[at] != ':') {
            at++;
        }
        if (at == from + 1 || at + 1 >= to || bytes[at] != ']' || bytes[at + 1] != ' ') {
            return -1;
        }
        set(bytes, from + 1, at, into);
        return at + 2;
    }

    /** A tag that somebody else has found: the program's name is what is behind the last slash. */
    static void set(byte[] bytes, int from, int to, EnvelopeView into) {
        into.tagFrom = from;
        into.tagTo = to;
        into.programFrom = from;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '/') {
                into.programFrom = at + 1;
            }
        }
    }

    /** A colon with a blank or nothing behind it. */
    private static boolean endsTag(byte[] bytes, int at, int to) {
        return bytes[at] == ':' && (at + 1 == to || bytes[at + 1] == ' ');
    }

    /** Is the word here one of the four that say how serious a message is, rather than who wrote it? */
    static boolean isSeverity(byte[] bytes, int from, int to) {
        for (Literal severity : SEVERITIES) {
            if (severity.isAt(bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    static int endOfWord(byte[] bytes, int from, int to) {
        int blank = ByteSearch.indexOf(bytes, from, to, (byte) ' ');
        return blank < 0 ? to : blank;
    }

    static int skipBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        return at;
    }
}
