package dev.posthorn.report;

import java.util.Arrays;

/**
 * What is the same in texts that differ only in whom they are about: hosts, addresses, identifiers and quoted names are
 * replaced by a word for what stood there.
 *
 * <pre>
 *   host mx.example.net[192.0.2.25] said: 550 5.1.1 &lt;b@example.net&gt;: unknown (in reply to RCPT TO command)
 *   host HOST said: 550 5.1.1 &lt;ADDRESS&gt;: unknown (in reply to RCPT TO command)
 * </pre>
 *
 * <p>Reply codes and enhanced status codes stay. So does the name of the list behind {@code blocked using}: that is the reason.
 * Works in a buffer of its own without allocating; not safe for use by several threads.
 */
final class ReasonText {

    /** What is longer says nothing more. */
    private static final int MAX_LENGTH = 200;

    private static final String LEADING = "(<[\"'";
    private static final String TRAILING = ")>]\"',;:.!?";

    private static final byte[] BLOCKED_USING = {'u', 's', 'i', 'n', 'g', ' '};

    private final byte[] out = new byte[MAX_LENGTH];
    private byte[] bytes = out;
    private int length;

    /** Appends what is the same in a text to a key, as part of it. */
    void append(byte[] text, int from, int to, KeyBuilder key) {
        bytes = text;
        length = 0;
        int at = from;
        while (at < to && length < MAX_LENGTH) {
            int end = endOfWord(at, to);
            if (end == at) {
                put((byte) ' ');
                at++;
            } else {
                word(at, end);
                at = end;
            }
        }
        key.text(out, 0, length, false);
    }

    private int endOfWord(int at, int to) {
        int end = at;
        while (end < to && bytes[end] != ' ') {
            end++;
        }
        return end;
    }

    private void word(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && LEADING.indexOf(bytes[start]) >= 0) {
            start++;
        }
        while (end > start && TRAILING.indexOf(bytes[end - 1]) >= 0 && !closesBracket(start, end)) {
            end--;
        }
        copy(from, start);
        boolean isQuoted = start > from && bytes[start - 1] == '"' && end < to && bytes[end] == '"';
        if (isQuoted && end > start) {
            put("NAME");
        } else {
            core(start, end);
        }
        copy(end, to);
    }

    /** The bracket behind an address belongs to it: {@code mx.example.net[192.0.2.25]}. */
    private boolean closesBracket(int start, int end) {
        return bytes[end - 1] == ']' && indexOf('[', start, end) >= 0;
    }

    private void core(int from, int to) {
        int equals = indexOf('=', from, to);
        if (indexOf('@', from, to) >= 0) {
            put("ADDRESS");
        } else if (isUrl(from, to)) {
            put("URL");
        } else if (indexOf('[', from, to) >= 0 && indexOf(']', from, to) >= 0) {
            put("HOST");
        } else if (isIpAddress(from, to)) {
            put("IP");
        } else if (equals >= 0) {
            copy(from, equals + 1);
            core(equals + 1, to);
        } else if (isDomain(from, to) && !isBehindUsing()) {
            put("DOMAIN");
        } else if (isIdentifier(from, to)) {
            put("ID");
        } else {
            copy(from, to);
        }
    }

    private boolean isBehindUsing() {
        return length >= BLOCKED_USING.length
                && Arrays.equals(out, length - BLOCKED_USING.length, length, BLOCKED_USING, 0, BLOCKED_USING.length);
    }

    private boolean isUrl(int from, int to) {
        int colon = indexOf(':', from, to);
        return colon > from && colon + 2 < to && bytes[colon + 1] == '/' && bytes[colon + 2] == '/';
    }

    /** Four numbers and three dots, or hexadecimal digits with two colons or more. */
    private boolean isIpAddress(int from, int to) {
        int dots = 0;
        int colons = 0;
        boolean isHex = false;
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            dots += b == '.' ? 1 : 0;
            colons += b == ':' ? 1 : 0;
            isHex |= isHexLetter(b);
            if (!isDigit(b) && !isHexLetter(b) && b != '.' && b != ':') {
                return false;
            }
        }
        return (dots == 3 && colons <= 1 && !isHex) || (colons >= 2 && dots == 0 && to - from > 3);
    }

    /** Labels of letters, digits and hyphens with dots between them; the last one has letters only. */
    private boolean isDomain(int from, int to) {
        int label = from;
        boolean hasDot = false;
        boolean isLettersOnly = true;
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b == '.') {
                if (at == label) {
                    return false;
                }
                label = at + 1;
                hasDot = true;
                isLettersOnly = true;
            } else if (isDigit(b) || b == '-' || b == '_') {
                isLettersOnly = false;
            } else if (!isLetter(b)) {
                return false;
            }
        }
        return hasDot && isLettersOnly && to - label >= 2;
    }

    /** Queue ids, session names and numbers of their own: five digits together, or letters and digits mixed and long. */
    private boolean isIdentifier(int from, int to) {
        int digits = 0;
        int letters = 0;
        int run = 0;
        int longestRun = 0;
        for (int at = from; at < to; at++) {
            boolean isDigit = isDigit(bytes[at]);
            run = isDigit ? run + 1 : 0;
            longestRun = Math.max(longestRun, run);
            digits += isDigit ? 1 : 0;
            letters += isLetter(bytes[at]) ? 1 : 0;
        }
        return longestRun >= 5 || (digits >= 2 && letters >= 2 && to - from >= 8);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    private static boolean isHexLetter(byte b) {
        return (b >= 'a' && b <= 'f') || (b >= 'A' && b <= 'F');
    }

    private int indexOf(char wanted, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    private void copy(int from, int to) {
        for (int at = from; at < to; at++) {
            put(bytes[at]);
        }
    }

    private void put(String word) {
        for (int i = 0; i < word.length(); i++) {
            put((byte) word.charAt(i));
        }
    }

    private void put(byte b) {
        if (length < MAX_LENGTH) {
            out[length++] = b;
        }
    }
}
