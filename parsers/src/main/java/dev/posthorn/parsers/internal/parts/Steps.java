package dev.posthorn.parsers.internal.parts;

import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * Steps that the grammars of neighbours are made of. Each takes a place and gives the place behind what it read, or -1 if
 * that was not there; a step that starts at -1 gives -1.
 */
public final class Steps {

    private static final Literal IPV6 = Literal.of("IPv6:");
    private static final Literal ERROR = Literal.of("error:");
    private static final Literal WITH_CIPHER = Literal.of(" with cipher ");
    private static final Literal BITS = Literal.of(" (");

    /** Postfix's queue ids have no fewer digits (postfix-log-messages 1.6). */
    private static final int SHORTEST_QUEUE_ID = 6;

    /** The largest number of digits that always fits into a {@code long}. */
    private static final int MAX_DIGITS = 18;

    private Steps() {}

    /** Is there this byte? */
    public static boolean isAt(byte wanted, byte[] bytes, int at, int to) {
        return at >= 0 && at < to && bytes[at] == wanted;
    }

    /** Steps over one byte. */
    public static int after(byte wanted, byte[] bytes, int at, int to) {
        return isAt(wanted, bytes, at, to) ? at + 1 : -1;
    }

    /** Steps over digits, of which there has to be one. */
    public static int digits(byte[] bytes, int at, int to) {
        if (at < 0) {
            return -1;
        }
        int end = at;
        while (end < to && isDigit(bytes[end])) {
            end++;
        }
        return end == at ? -1 : end;
    }

    /** Steps over letters, digits and underscores, of which there has to be one. */
    public static int name(byte[] bytes, int at, int to) {
        if (at < 0) {
            return -1;
        }
        int end = at;
        while (end < to && (isDigit(bytes[end]) || isLetter(bytes[end]) || bytes[end] == '_')) {
            end++;
        }
        return end == at ? -1 : end;
    }

    private static boolean isLetter(byte b) {
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    /** The value of digits, -1 if they are too many for a number. */
    public static long value(byte[] bytes, int from, int to) {
        if (to - from > MAX_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int at = from; at < to; at++) {
            value = 10 * value + (bytes[at] - '0');
        }
        return value;
    }

    /** Steps over digits that may have a minus in front. */
    public static int signed(byte[] bytes, int at, int to) {
        return digits(bytes, isAt((byte) '-', bytes, at, to) ? at + 1 : at, to);
    }

    /** Steps over hexadecimal digits, of which there has to be one. */
    public static int hexDigits(byte[] bytes, int at, int to) {
        if (at < 0) {
            return -1;
        }
        int end = at;
        while (end < to && (isDigit(bytes[end]) || isHexLetter(bytes[end]))) {
            end++;
        }
        return end == at ? -1 : end;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isHexLetter(byte b) {
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'f';
    }

    /** Where a word ends: at a blank, or with the text. */
    public static int endOfWord(byte[] bytes, int at, int to) {
        return at < 0 ? -1 : until((byte) ' ', bytes, at, to);
    }

    /** Where a byte stands next, or the text ends. */
    public static int until(byte wanted, byte[] bytes, int at, int to) {
        if (at < 0) {
            return -1;
        }
        int found = ByteSearch.indexOf(bytes, at, to, wanted);
        return found < 0 ? to : found;
    }

    /** Where a byte stands next, -1 if it does not. */
    public static int indexOf(byte wanted, byte[] bytes, int at, int to) {
        return at < 0 ? -1 : ByteSearch.indexOf(bytes, at, to, wanted);
    }

    /** Where a byte stands last, -1 if it does not. */
    public static int lastIndexOf(byte wanted, byte[] bytes, int at, int to) {
        for (int i = to - 1; i >= at && at >= 0; i--) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Where a text stands next, or else the end. */
    public static int until(Literal wanted, byte[] bytes, int at, int to) {
        int found = wanted.indexIn(bytes, at, to);
        return found < 0 ? to : found;
    }

    /** Steps over blanks, if there are any. */
    public static int skipBlanks(byte[] bytes, int at, int to) {
        int end = at;
        while (end >= 0 && end < to && bytes[end] == ' ') {
            end++;
        }
        return end;
    }

    /**
     * Keeps what stands behind a text, up to another; nothing if either is not there.
     *
     * @return the place of the other, or where this began to look
     */
    public static int keepBetween(Parts into, NeighbourPart part, Literal before, Literal behind, int from) {
        int at = before.indexIn(into.bytes, from, into.to);
        int value = at < 0 ? -1 : at + before.length();
        int end = behind.indexIn(into.bytes, value, into.to);
        into.keep(part, end < 0 ? -1 : value, end);
        return end < 0 ? from : end;
    }

    /** Takes off the queue id of a mail server in front: {@code 3D2F11A0C4: }, six or more digits of base 62. */
    public static void takeQueueId(Parts line) {
        int end = line.from;
        while (end < line.to && (isDigit(line.bytes[end]) || isLetter(line.bytes[end]))) {
            end++;
        }
        boolean isId = end - line.from >= SHORTEST_QUEUE_ID
                && isAt((byte) ':', line.bytes, end, line.to)
                && isAt((byte) ' ', line.bytes, end + 1, line.to)
                && hasDigit(line.bytes, line.from, end);
        if (isId) {
            line.queueIdFrom = line.from;
            line.queueIdTo = end;
            line.from = end + 2;
        }
    }

    private static boolean hasDigit(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (isDigit(bytes[at])) {
                return true;
            }
        }
        return false;
    }

    /**
     * Keeps OpenSSL's error, and its code, if a stretch has one: {@code error:0A0000C1:SSL routines::no shared cipher} up to
     * the end of the stretch (openssl-errors 4).
     */
    public static void keepError(Parts into, int from, int to) {
        int error = ERROR.indexIn(into.bytes, from, to);
        while (error >= 0) { // "SSL error:" has no code behind it.
            int code = error + ERROR.length();
            int codeTo = hexDigits(into.bytes, code, to);
            if (isAt((byte) ':', into.bytes, codeTo, to)) {
                into.keep(NeighbourPart.ERROR_STRING, error, to);
                into.keep(NeighbourPart.CODE, code, codeTo);
                return;
            }
            error = ERROR.indexIn(into.bytes, code, to);
        }
    }

    /**
     * {@code TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)}, as OpenSSL's users print it; gives the place
     * behind the second number.
     */
    public static int keepCipher(Parts into, int at, int to) {
        byte[] bytes = into.bytes;
        int protocolTo = endOfWord(bytes, at, to);
        int cipher = WITH_CIPHER.after(bytes, protocolTo, to);
        int cipherTo = endOfWord(bytes, cipher, to);
        int used = BITS.after(bytes, cipherTo, to);
        int usedTo = digits(bytes, used, to);
        int algorithm = after((byte) '/', bytes, usedTo, to);
        int algorithmTo = digits(bytes, algorithm, to);
        if (algorithmTo >= 0) {
            into.keep(NeighbourPart.PROTOCOL, at, protocolTo);
            into.keep(NeighbourPart.CIPHER, cipher, cipherTo);
            into.keep(NeighbourPart.USED_BITS, used, usedTo);
            into.keep(NeighbourPart.ALG_BITS, algorithm, algorithmTo);
        }
        return algorithmTo;
    }

    /**
     * {@code mx.example.com [192.0.2.10]}, {@code [IPv6:2001:db8::7]} or a name alone, with {@code (may be forged)} behind it
     * or without: keeps name and address of the peer.
     */
    public static void keepPeer(Parts into, int from, int to) {
        byte[] bytes = into.bytes;
        int open = lastIndexOf((byte) '[', bytes, from, to);
        int close = indexOf((byte) ']', bytes, open, to);
        if (close < 0) {
            into.keep(NeighbourPart.HOST, from < to ? from : -1, to);
            return;
        }
        int address = IPV6.isAt(bytes, open + 1, close) ? open + 1 + IPV6.length() : open + 1;
        into.keep(NeighbourPart.PEER_ADDRESS, address, close);
        into.keep(NeighbourPart.HOST, open > from + 1 && bytes[from] != '[' ? from : -1, open - 1);
    }
}
