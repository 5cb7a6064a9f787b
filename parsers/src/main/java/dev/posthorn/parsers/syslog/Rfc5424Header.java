package dev.posthorn.parsers.syslog;

/**
 * {@code 1 2026-11-04T08:05:01Z mail postfix/smtpd 2101 - [id k="v"] text} behind the priority: RFC 5424 section 6.
 *
 * <p>The app name takes the place of the tag. RFC 5424 allows slashes in it; rsyslog stops at the first one nevertheless,
 * and the daemon's name is lost (maillog-dialects 1, D3).
 */
final class Rfc5424Header {

    private Rfc5424Header() {}

    /**
     * Reads version to structured data.
     *
     * @param at behind the priority
     * @return where the text begins, -1 if this is another header
     */
    static int read(byte[] bytes, int at, int to, EnvelopeView into) {
        if (to - at < 2 || bytes[at] != '1' || bytes[at + 1] != ' ') {
            return -1;
        }
        int host = readTime(bytes, at + 2, to, into);
        int hostTo = endOfField(bytes, host, to);
        int tag = next(hostTo);
        int tagTo = endOfField(bytes, tag, to);
        int process = next(tagTo);
        int processTo = endOfField(bytes, process, to);
        int messageTo = endOfField(bytes, next(processTo), to);
        int text = skipStructuredData(bytes, next(messageTo), to);
        if (text < 0) {
            return -1;
        }
        setHost(bytes, host, hostTo, into);
        setTag(bytes, tag, tagTo, into);
        int digitsTo = Digits.end(bytes, process, processTo);
        into.pid = digitsTo == processTo ? Digits.number(bytes, process, processTo) : -1;
        return Tag.skipBlanks(bytes, LinePrefix.skipByteOrderMark(bytes, text, to), to);
    }

    private static int readTime(byte[] bytes, int at, int to, EnvelopeView into) {
        return isNil(bytes, at, endOfField(bytes, at, to)) ? at + 2 : IsoTime.read(bytes, at, to, into.timestamp);
    }

    /** Where a field that is not empty and has a blank behind it ends, else -1. */
    private static int endOfField(byte[] bytes, int at, int to) {
        if (at < 0 || at >= to) {
            return -1;
        }
        int end = Tag.endOfWord(bytes, at, to);
        return end == at || end == to ? -1 : end;
    }

    private static int next(int end) {
        return end < 0 ? -1 : end + 1;
    }

    private static boolean isNil(byte[] bytes, int from, int to) {
        return to - from == 1 && bytes[from] == '-';
    }

    private static void setHost(byte[] bytes, int from, int to, EnvelopeView into) {
        if (!isNil(bytes, from, to)) {
            into.hostFrom = from;
            into.hostTo = to;
        }
    }

    private static void setTag(byte[] bytes, int from, int to, EnvelopeView into) {
        if (!isNil(bytes, from, to)) {
            Tag.set(bytes, from, to, into);
        }
    }

    /** {@code -} or {@code [id name="value"]...}, values with backslashes before quote, backslash and bracket. */
    private static int skipStructuredData(byte[] bytes, int from, int to) {
        if (from < 0 || from >= to) {
            return -1;
        }
        int at = from;
        if (bytes[at] == '-') {
            at++;
        } else if (bytes[at] != '[') {
            return -1;
        }
        while (at >= 0 && at < to && bytes[at] == '[') {
            at = skipElement(bytes, at, to);
        }
        if (at < 0 || (at < to && bytes[at] != ' ')) {
            return -1;
        }
        return Math.min(at + 1, to);
    }

    private static int skipElement(byte[] bytes, int from, int to) {
        boolean isQuoted = false;
        for (int at = from + 1; at < to; at++) {
            if (isQuoted && bytes[at] == '\\') {
                at++;
            } else if (bytes[at] == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && bytes[at] == ']') {
                return at + 1;
            }
        }
        return -1;
    }
}
