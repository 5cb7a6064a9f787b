package dev.posthorn.parsers.postfix;

import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * One item of the tail of a TLS 1.3 summary: a name and, in parentheses, a curve, a size, or the words {@code raw public
 * key} behind either (tls_misc.c, tls_log_summary).
 */
final class TlsParameter {

    private static final Literal OPEN = Literal.of(" (");
    private static final Literal BITS = Literal.of(" bits)");
    private static final Literal BIT_RAW_PUBLIC_KEY = Literal.of(" bit raw public key)");
    private static final Literal RAW_PUBLIC_KEY = Literal.of("raw public key)");

    private final PostfixView owner;
    private final Line line;
    private final AsciiView name;
    private final AsciiView curve;

    private int nameFrom;
    private int nameTo;
    private int curveFrom;
    private int curveTo;
    private int bitsFrom;
    private int bitsTo;
    private boolean isRawPublicKey;

    TlsParameter(PostfixView owner) {
        this.owner = owner;
        line = owner.line;
        name = owner.newView();
        curve = owner.newView();
    }

    boolean isPresent() {
        assert owner.isCurrent() : PostfixView.stale();
        return wasRead();
    }

    /** The grammar's own question, asked before anybody has the view. */
    boolean wasRead() {
        return nameFrom >= 0;
    }

    AsciiView name() {
        return owner.view(name, nameFrom, nameTo);
    }

    AsciiView curve() {
        return owner.view(curve, curveFrom, curveTo);
    }

    int bits() {
        return bitsFrom < 0 ? -1 : (int) Math.min(Scan.value(line.bytes, bitsFrom, bitsTo), Integer.MAX_VALUE);
    }

    boolean isRawPublicKey() {
        return isRawPublicKey;
    }

    void clear() {
        nameFrom = -1;
        curveFrom = -1;
        bitsFrom = -1;
        isRawPublicKey = false;
    }

    /** Steps over {@code <label><name>( (<detail>))?}; over nothing if the label is not here. */
    int read(Literal label, byte[] bytes, int at, int to) {
        clear();
        int from = label.after(bytes, at, to);
        if (from < 0) {
            return at;
        }
        int end = endOfWord(bytes, from, to);
        if (end == from) {
            return -1;
        }
        nameFrom = from;
        nameTo = end;
        int detail = OPEN.after(bytes, end, to);
        return detail < 0 ? end : readDetail(bytes, detail, to);
    }

    private int readDetail(byte[] bytes, int at, int to) {
        int behindRawPublicKey = RAW_PUBLIC_KEY.after(bytes, at, to);
        if (behindRawPublicKey >= 0) {
            isRawPublicKey = true;
            return behindRawPublicKey;
        }
        int digits = Scan.number(bytes, at, to);
        int behindBits = BITS.after(bytes, digits, to);
        int behindBitKey = BIT_RAW_PUBLIC_KEY.after(bytes, digits, to);
        if (behindBits >= 0 || behindBitKey >= 0) {
            bitsFrom = at;
            bitsTo = digits;
            isRawPublicKey = behindBitKey >= 0;
            return Math.max(behindBits, behindBitKey);
        }
        return readCurve(bytes, at, to);
    }

    private int readCurve(byte[] bytes, int at, int to) {
        int end = at;
        while (end < to && bytes[end] != ' ' && bytes[end] != ')') {
            end++;
        }
        if (end == at || end == to) {
            return -1;
        }
        curveFrom = at;
        curveTo = end;
        isRawPublicKey = bytes[end] == ' ';
        return isRawPublicKey ? RAW_PUBLIC_KEY.after(bytes, end + 1, to) : end + 1;
    }

    static int endOfWord(byte[] bytes, int from, int to) {
        int at = from;
        while (at >= 0 && at < to && bytes[at] != ' ') {
            at++;
        }
        return at;
    }
}
