package dev.posthorn.parsers.internal.dovecot;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/** What {@code verbose_ssl} adds, and errors of handshakes on lines of their own: ssl-proxy-openssl.c, iostream-openssl.c. */
final class SslGrammar {

    private static final Literal SSL = Literal.of("SSL");
    private static final Literal STACKED = Literal.of("SSL: Stacked error: ");
    private static final Literal ALERT = Literal.of("SSL alert: ");
    private static final Literal FAILED = Literal.of("SSL failed: ");
    private static final Literal STATE = Literal.of("SSL: ");
    private static final Literal WHERE = Literal.of("where=0x");
    private static final Literal RET = Literal.of(", ret=");
    private static final Literal COLON = Literal.of(": ");
    private static final Literal FATAL = Literal.of("fatal ");
    private static final Literal WARNING = Literal.of("warning ");
    private static final Literal ADDRESS = Literal.of(" [");

    private SslGrammar() {}

    static boolean isSsl(Parts line) {
        return SSL.isAt(line.bytes, line.from, line.to);
    }

    static boolean read(Parts line) {
        byte[] bytes = line.bytes;
        int stacked = STACKED.after(bytes, line.from, line.to);
        if (stacked >= 0) {
            Steps.keepError(line, stacked, line.to);
            return line.is(MaillogKind.DOVECOT_SSL_STACKED, line.has(NeighbourPart.ERROR_STRING));
        }
        int alert = ALERT.after(bytes, line.from, line.to);
        if (alert >= 0) {
            return line.is(MaillogKind.DOVECOT_SSL_ALERT, readAlert(line, alert));
        }
        int failed = FAILED.after(bytes, line.from, line.to);
        if (failed >= 0) {
            return line.is(MaillogKind.DOVECOT_SSL_FAILED, readState(line, failed));
        }
        int state = STATE.after(bytes, line.from, line.to);
        if (WHERE.isAt(bytes, state, line.to)) {
            return line.is(MaillogKind.DOVECOT_SSL_STATE, readState(line, state));
        }
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        Steps.keepError(line, line.from, line.to);
        return line.is(MaillogKind.DOVECOT_SSL_ERROR, line.to - line.from > SSL.length());
    }

    /** {@code where=0x4008, ret=552: fatal handshake failure [192.0.2.9]}, or since 2.3 {@code close notify} alone. */
    private static boolean readAlert(Parts line, int from) {
        int at = WHERE.isAt(line.bytes, from, line.to) ? readWhere(line, from) : from;
        int end = endBeforeAddress(line, at);
        int level = FATAL.after(line.bytes, at, end);
        int behind = level < 0 ? WARNING.after(line.bytes, at, end) : level;
        line.keep(NeighbourPart.LEVEL, behind < 0 ? -1 : at, behind - 1);
        line.keep(NeighbourPart.DESCRIPTION, behind < 0 ? at : behind, end);
        return at >= 0 && end > at;
    }

    private static boolean readState(Parts line, int from) {
        int at = readWhere(line, from);
        int end = endBeforeAddress(line, at);
        line.keep(NeighbourPart.STATE, at, end);
        return at >= 0 && end > at;
    }

    /** {@code where=0x2001, ret=1: }, the number of the call's result only where there is one. */
    private static int readWhere(Parts line, int from) {
        byte[] bytes = line.bytes;
        int where = WHERE.after(bytes, from, line.to);
        int whereTo = Steps.hexDigits(bytes, where, line.to);
        int ret = RET.after(bytes, whereTo, line.to);
        int retTo = Steps.signed(bytes, ret, line.to);
        line.keep(NeighbourPart.WHERE, where, whereTo);
        line.keep(NeighbourPart.RET, ret, retTo);
        return COLON.after(bytes, ret < 0 ? whereTo : retTo, line.to);
    }

    private static int endBeforeAddress(Parts line, int from) {
        int open = line.to > line.from && line.bytes[line.to - 1] == ']'
                ? ADDRESS.lastIndexIn(line.bytes, from, line.to)
                : -1;
        if (open < 0) {
            return line.to;
        }
        line.keep(NeighbourPart.RIP, open + ADDRESS.length(), line.to - 1);
        return open;
    }
}
