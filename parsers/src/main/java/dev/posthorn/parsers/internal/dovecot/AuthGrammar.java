package dev.posthorn.parsers.internal.dovecot;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * What the authentication processes say of a user: {@code pam(alice,192.0.2.9,<session>): unknown user}, since 2.3 with the
 * connection to the worker in front.
 */
final class AuthGrammar {

    private static final Literal CONNECTION = Literal.of("conn ");
    private static final Literal BEHIND_WORKER = Literal.of(">: ");
    private static final Literal CLOSE = Literal.of("): ");

    private AuthGrammar() {}

    static boolean read(Parts line) {
        byte[] bytes = line.bytes;
        int at = line.from;
        if (CONNECTION.isAt(bytes, at, line.to)) {
            int worker = BEHIND_WORKER.indexIn(bytes, at, line.to);
            at = worker < 0 ? at : worker + BEHIND_WORKER.length();
        }
        int open = Steps.indexOf((byte) '(', bytes, at, line.to);
        int close = CLOSE.indexIn(bytes, open, line.to);
        boolean isOfUser = open > at && close > open && Steps.indexOf((byte) ' ', bytes, at, open) < 0;
        if (!isOfUser) {
            return DovecotGrammar.message(line);
        }
        line.keep(NeighbourPart.MECH, at, open);
        keepUser(line, open + 1, close);
        line.keep(NeighbourPart.TEXT, close + CLOSE.length(), line.to);
        return line.is(MaillogKind.DOVECOT_AUTH);
    }

    /** {@code alice,192.0.2.9,<session>}, the latter two only if they are known. */
    private static void keepUser(Parts line, int from, int to) {
        byte[] bytes = line.bytes;
        int end = to;
        if (bytes[to - 1] == '>') {
            int session = Steps.lastIndexOf((byte) '<', bytes, from, to);
            line.keep(NeighbourPart.SESSION, session < 0 ? -1 : session + 1, to - 1);
            end = session > from ? session - 1 : to;
        }
        int comma = Steps.lastIndexOf((byte) ',', bytes, from, end);
        line.keep(NeighbourPart.USER, from, comma < 0 ? end : comma);
        line.keep(NeighbourPart.RIP, comma < 0 ? -1 : comma + 1, end);
    }
}
