package dev.posthorn.parsers.internal.imap;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Grammar;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/** Courier: {@code LOGIN, user=alice, ip=[::ffff:192.0.2.9], port=[40212], protocol=IMAP} and its like. */
public final class CourierGrammar implements Grammar {

    private static final Literal[] SESSIONS = {
        Literal.of("LOGIN, "),
        Literal.of("LOGIN FAILED, "),
        Literal.of("LOGOUT, "),
        Literal.of("TIMEOUT, "),
        Literal.of("DISCONNECTED, "),
        Literal.of("Connection, "),
        Literal.of("Disconnected, ")
    };

    private static final Literal USER = Literal.of("user=");
    private static final Literal METHOD = Literal.of("method=");
    private static final Literal BEFORE_ADDRESS = Literal.of(", ip=[");
    private static final Literal ADDRESS = Literal.of("ip=[");
    private static final Literal PORT = Literal.of("], port=[");
    private static final Literal CLOSE = Literal.of("]");
    private static final Literal COMMA = Literal.of("], ");
    private static final Literal COURIERTLS = Literal.of("couriertls: ");

    /** A grammar; it keeps nothing. */
    public CourierGrammar() {}

    @Override
    public boolean read(Parts line) {
        if (isKnown(line)) {
            return readKnown(line);
        }
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        Steps.keepError(line, line.from, line.to);
        return line.is(MaillogKind.COURIER_MESSAGE, line.from < line.to);
    }

    /** Does the text begin as only those of Courier do? */
    static boolean isKnown(Parts line) {
        return sessionTo(line) >= 0
                || ADDRESS.isAt(line.bytes, line.from, line.to)
                || COURIERTLS.isAt(line.bytes, line.from, line.to);
    }

    static boolean readKnown(Parts line) {
        int session = sessionTo(line);
        return session < 0 ? readTls(line) : readSession(line, session);
    }

    private static int sessionTo(Parts line) {
        for (Literal session : SESSIONS) {
            if (session.isAt(line.bytes, line.from, line.to)) {
                return line.from + session.length();
            }
        }
        return -1;
    }

    private static boolean readSession(Parts line, int from) {
        line.keep(NeighbourPart.STATUS, line.from, from - 2);
        int address = BEFORE_ADDRESS.lastIndexIn(line.bytes, from - 2, line.to);
        int user = USER.after(line.bytes, from, line.to);
        line.keep(NeighbourPart.USER, address < 0 ? -1 : user, address);
        int method = METHOD.after(line.bytes, from, line.to);
        line.keep(NeighbourPart.METHOD, address < 0 ? -1 : method, address);
        int behind = Steps.keepBetween(line, NeighbourPart.RIP, ADDRESS, CLOSE, from);
        Steps.keepBetween(line, NeighbourPart.RPORT, PORT, CLOSE, behind);
        return line.is(MaillogKind.COURIER_LOGIN, line.has(NeighbourPart.RIP) || user >= 0);
    }

    /** {@code ip=[::ffff:192.0.2.9], couriertls: accept: error:1408A0C1:…}: what follows an address is about TLS. */
    private static boolean readTls(Parts line) {
        int address = ADDRESS.after(line.bytes, line.from, line.to);
        int close = COMMA.indexIn(line.bytes, address, line.to);
        line.keep(NeighbourPart.RIP, address, close);
        int text = address < 0 ? line.from : close < 0 ? -1 : close + COMMA.length();
        int behind = COURIERTLS.after(line.bytes, text, line.to);
        line.keep(NeighbourPart.TEXT, behind < 0 ? text : behind, line.to);
        Steps.keepError(line, text, line.to);
        return line.is(MaillogKind.COURIER_TLS, text >= 0);
    }
}
