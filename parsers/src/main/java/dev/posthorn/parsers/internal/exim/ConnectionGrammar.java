package dev.posthorn.parsers.internal.exim;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/** Words about a connection: its handshake, its end, and what was not accepted. */
final class ConnectionGrammar {

    private static final Literal TLS = Literal.of("TLS ");
    private static final Literal TLS_ERROR = Literal.of("TLS error");
    private static final Literal TLS_ERROR_LATER = Literal.of(" TLS error on connection");
    private static final Literal FROM = Literal.of(" from ");
    private static final Literal FROM_H = Literal.of("H=");
    private static final Literal TO = Literal.of(" to ");
    private static final Literal TLS_SESSION = Literal.of("TLS session");
    private static final Literal FAILURE = Literal.of(" failure: ");
    private static final Literal UNENCRYPTED = Literal.of("unencrypted to ");
    private static final Literal DELIVERING = Literal.of(": delivering unencrypted");
    private static final Literal CALLOUT = Literal.of(": callout unencrypted");
    private static final Literal CALL = Literal.of(" (");
    private static final Literal BEHIND_CALL = Literal.of(")");
    private static final Literal TEXT = Literal.of(": ");
    private static final Literal SMTP_CONNECTION = Literal.of("SMTP connection from ");
    private static final Literal REJECTED = Literal.of("rejected ");
    private static final Literal TEMPORARILY = Literal.of("temporarily ");

    private ConnectionGrammar() {}

    static boolean read(Parts line) {
        byte[] bytes = line.bytes;
        int at = line.from;
        if (at == line.to) {
            return false;
        }
        return switch (bytes[at]) {
            case 'T' -> TLS.isAt(bytes, at, line.to) && readTls(line);
            case 'F', 'H', 'U' -> readHost(line);
            case 'S' -> readConnection(line);
            case 'r', 't' -> isRejection(bytes, at, line.to) && readRejection(line, at);
            default -> false;
        };
    }

    private static boolean readTls(Parts line) {
        if (TLS_ERROR.isAt(line.bytes, line.from, line.to)) {
            return readError(line, line.from + TLS_ERROR.length());
        }
        if (TLS_SESSION.isAt(line.bytes, line.from, line.to)) {
            return readSession(line);
        }
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        return line.is(MaillogKind.EXIM_TLS_NOTE);
    }

    /** {@code TLS error on connection from H=mx (helo) [192.0.2.10]:4 I=[192.0.2.1]:25 (SSL_accept): error:…}. */
    private static boolean readError(Parts line, int behind) {
        byte[] bytes = line.bytes;
        int from = FROM.indexIn(bytes, behind, line.to);
        int to = TO.indexIn(bytes, behind, line.to);
        boolean isOut = to >= 0 && (from < 0 || to < from);
        int host = isOut ? to + TO.length() : from < 0 ? -1 : from + FROM.length();
        int at = behind;
        if (host >= 0) {
            at = Items.readLocalBehind(line, Items.readHost(line, behindH(line, host)));
        }
        return line.is(
                isOut ? MaillogKind.EXIM_TLS_ERROR_OUT : MaillogKind.EXIM_TLS_ERROR, readCall(line, at, line.to));
    }

    private static int behindH(Parts line, int host) {
        int behind = FROM_H.after(line.bytes, host, line.to);
        return behind < 0 ? host : behind;
    }

    /**
     * {@code (SSL_accept): error:…}, or words alone. The call can have a colon and an equals sign in it; what ends it is the
     * parenthesis, with a colon or a text behind it.
     */
    private static boolean readCall(Parts line, int at, int to) {
        byte[] bytes = line.bytes;
        int call = CALL.indexIn(bytes, at, to);
        int callTo = call < 0 ? -1 : BEHIND_CALL.indexIn(bytes, call, to);
        if (callTo < 0) {
            int text = Steps.skipBlanks(bytes, at, to);
            line.keep(NeighbourPart.TEXT, text < to ? text : -1, to);
            return text < to;
        }
        line.keep(NeighbourPart.FUNCTION, call + CALL.length(), callTo);
        int colon = TEXT.after(bytes, callTo + 1, to);
        int text = colon < 0 ? Steps.skipBlanks(bytes, callTo + 1, to) : colon;
        line.keep(NeighbourPart.TEXT, text < to ? text : -1, to);
        Steps.keepError(line, text, to);
        return true;
    }

    /** {@code TLS session: (SSL_connect): error:…: delivering unencrypted to H=mx [192.0.2.25] (not in hosts_require_tls)}. */
    private static boolean readSession(Parts line) {
        byte[] bytes = line.bytes;
        int behind = line.from + TLS_SESSION.length();
        int delivering = DELIVERING.indexIn(bytes, behind, line.to);
        int end = delivering < 0 ? CALLOUT.indexIn(bytes, behind, line.to) : delivering;
        int host = UNENCRYPTED.indexIn(bytes, behind, line.to);
        if (host >= 0) {
            Items.readHost(line, behindH(line, host + UNENCRYPTED.length()));
        }
        boolean isFailure = FAILURE.isAt(bytes, behind, line.to) && host >= 0; // Nothing is said of why.
        return line.is(MaillogKind.EXIM_TLS_SESSION, isFailure || readCall(line, behind, end < 0 ? line.to : end));
    }

    /** {@code H=mx [192.0.2.25] TLS error on connection to …}, {@code H=(helo) [192.0.2.9] F=<…> rejected RCPT …}, or else. */
    private static boolean readHost(Parts line) {
        byte[] bytes = line.bytes;
        int at = Items.read(line, line.from, Items.OF_ARRIVAL);
        if (at == line.from) {
            return false;
        }
        if (TLS_ERROR_LATER.isAt(bytes, at - 1, line.to)) {
            return line.is(MaillogKind.EXIM_TLS_ERROR_OUT, readCall(line, behindSecondHost(line, at), line.to));
        }
        return isRejection(bytes, at, line.to) && readRejection(line, at);
    }

    /** {@code TLS error on connection to mail.example.org [192.0.2.175]}: the same host once more. */
    private static int behindSecondHost(Parts line, int at) {
        int behind = at - 1 + TLS_ERROR_LATER.length();
        int close = TO.isAt(line.bytes, behind, line.to) ? Steps.indexOf((byte) ']', line.bytes, behind, line.to) : -1;
        return close < 0 ? behind : close + 1;
    }

    private static boolean isRejection(byte[] bytes, int at, int to) {
        int behind = TEMPORARILY.after(bytes, at, to);
        return REJECTED.isAt(bytes, behind < 0 ? at : behind, to);
    }

    /** {@code rejected RCPT <b@example.org>: relay not permitted}, also {@code from} a host that no item names. */
    private static boolean readRejection(Parts line, int at) {
        byte[] bytes = line.bytes;
        int colon = TEXT.indexIn(bytes, at, line.to);
        int end = colon < 0 ? line.to : colon;
        line.keep(NeighbourPart.ACTION, at, end);
        line.keep(NeighbourPart.REASON, colon < 0 ? -1 : colon + TEXT.length(), line.to);
        int from = line.has(NeighbourPart.PEER_ADDRESS) ? -1 : FROM.indexIn(bytes, at, end);
        if (from >= 0) {
            Items.readHost(line, behindH(line, from + FROM.length()));
        }
        return line.is(MaillogKind.EXIM_REJECTED);
    }

    private static boolean readConnection(Parts line) {
        if (!SMTP_CONNECTION.isAt(line.bytes, line.from, line.to)) {
            return false;
        }
        int at = Items.readLocalBehind(line, Items.readHost(line, line.from + SMTP_CONNECTION.length()));
        int text = Steps.skipBlanks(line.bytes, at, line.to);
        line.keep(NeighbourPart.TEXT, text < line.to ? text : -1, line.to);
        return line.is(MaillogKind.EXIM_CONNECTION, at > line.from + SMTP_CONNECTION.length());
    }
}
