package dev.posthorn.parsers.syslog;

import dev.posthorn.parsers.internal.swar.Literal;

/**
 * Facility and severity of syslog (RFC 5424 section 6.2.1), as a number in front of the line, or as words around the host:
 * maillog-dialects 1, D4 and D6 to D8.
 */
final class Priority {

    /** RFC 5424 section 6.2.1: facility 23 and severity 7 make 191. */
    private static final int LARGEST = 191;

    private static final Literal[] FACILITIES = literals(
            "kern",
            "user",
            "mail",
            "daemon",
            "auth",
            "syslog",
            "lpr",
            "news",
            "uucp",
            "cron",
            "authpriv",
            "ftp",
            "ntp",
            "security",
            "console",
            "solaris-cron",
            "local0",
            "local1",
            "local2",
            "local3",
            "local4",
            "local5",
            "local6",
            "local7");

    private static final Literal[] SEVERITIES =
            literals("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug");

    private static final Literal SOLARIS_ID = Literal.of("[ID ");

    private Priority() {}

    private static Literal[] literals(String... words) {
        Literal[] literals = new Literal[words.length];
        for (int i = 0; i < words.length; i++) {
            literals[i] = Literal.of(words[i]);
        }
        return literals;
    }

    /** {@code <22>}; gives the place behind it, -1 if it is not there. */
    static int readNumber(byte[] bytes, int from, int to, EnvelopeView into) {
        if (from >= to || bytes[from] != '<') {
            return -1;
        }
        int end = Digits.end(bytes, from + 1, to);
        long number = Digits.number(bytes, from + 1, end);
        if (number < 0 || number > LARGEST || end == to || bytes[end] != '>') {
            return -1;
        }
        into.priority = (int) number;
        return end + 1;
    }

    /** {@code <mail.info> } in front of the host (BSD); gives the next word, the same place if it is not there. */
    static int skipBracketed(byte[] bytes, int from, int to, EnvelopeView into) {
        return from < to && bytes[from] == '<' ? skipWords(bytes, from, to, into) : from;
    }

    /**
     * {@code <mail.info> } (BSD), {@code mail.info } (BusyBox) or {@code mail:info } (AIX); gives the next word, the same
     * place if they are not there.
     */
    static int skipWords(byte[] bytes, int from, int to, EnvelopeView into) {
        if (from >= to) {
            return from;
        }
        boolean isBracketed = bytes[from] == '<';
        int end = readWords(bytes, isBracketed ? from + 1 : from, to, into);
        if (end >= 0 && isBracketed) {
            end = end < to && bytes[end] == '>' ? end + 1 : -1;
        }
        return end < 0 || (end < to && bytes[end] != ' ') ? from : Tag.skipBlanks(bytes, end, to);
    }

    private static int readWords(byte[] bytes, int from, int to, EnvelopeView into) {
        for (int facility = 0; facility < FACILITIES.length; facility++) {
            int point = FACILITIES[facility].after(bytes, from, to);
            if (point >= 0 && point < to && (bytes[point] == '.' || bytes[point] == ':')) {
                return readSeverity(bytes, point + 1, to, facility, into);
            }
        }
        return -1;
    }

    private static int readSeverity(byte[] bytes, int from, int to, int facility, EnvelopeView into) {
        for (int severity = 0; severity < SEVERITIES.length; severity++) {
            int end = SEVERITIES[severity].after(bytes, from, to);
            if (end >= 0 && (end == to || bytes[end] == ' ' || bytes[end] == '>' || bytes[end] == ']')) {
                into.priority = 8 * facility + severity;
                return end;
            }
        }
        return -1;
    }

    /** {@code [ID 197553 mail.info] }, as Solaris puts it in front of the text; the same place if it is not there. */
    static int skipSolarisId(byte[] bytes, int from, int to, EnvelopeView into) {
        int at = SOLARIS_ID.after(bytes, from, to);
        if (at < 0) {
            return from;
        }
        int words = Tag.skipBlanks(bytes, Digits.end(bytes, at, to), to);
        int close = readWords(bytes, words, to, into);
        return close >= 0 && close < to && bytes[close] == ']' ? Tag.skipBlanks(bytes, close + 1, to) : from;
    }
}
