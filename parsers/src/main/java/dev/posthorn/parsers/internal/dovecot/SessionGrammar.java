package dev.posthorn.parsers.internal.dovecot;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/** How a session of imap, pop3 and the like ended: {@code Disconnected: Logged out in=8 out=469 deleted=0 …}. */
final class SessionGrammar {

    private static final Literal[] ENDS = {
        Literal.of("Disconnected"),
        Literal.of("Logged out"),
        Literal.of("Connection closed"),
        Literal.of("Server shutting down"),
        Literal.of("Too many invalid")
    };

    private static final Literal COLON = Literal.of(": ");
    private static final Literal IN = Literal.of(" in=");
    private static final Literal OUT = Literal.of(" out=");

    /** What the numbers begin with: imap_logout_format, pop3_logout_format, managesieve and submission. */
    private static final Literal[] STATISTICS = {IN, Literal.of(" top="), Literal.of(" bytes="), Literal.of(" state=")};

    private SessionGrammar() {}

    static boolean read(Parts line) {
        for (Literal end : ENDS) {
            if (end.isAt(line.bytes, line.from, line.to)) {
                return readEnd(line, line.from + end.length());
            }
        }
        if (SslGrammar.isSsl(line)) {
            return SslGrammar.read(line);
        }
        return DovecotGrammar.message(line);
    }

    private static boolean readEnd(Parts line, int behind) {
        byte[] bytes = line.bytes;
        int reason = COLON.after(bytes, behind, line.to);
        int end = line.to;
        for (Literal first : STATISTICS) {
            int at = first.indexIn(bytes, behind, end);
            end = at >= 0 ? at : end;
        }
        line.keep(NeighbourPart.REASON, reason < 0 || reason > end ? line.from : reason, end);
        line.keep(NeighbourPart.STATISTICS, end < line.to ? end + 1 : -1, line.to);
        keepNumber(line, NeighbourPart.BYTES_IN, IN, end);
        keepNumber(line, NeighbourPart.BYTES_OUT, OUT, end);
        Steps.keepError(line, line.from, end);
        return line.is(MaillogKind.DOVECOT_SESSION);
    }

    private static void keepNumber(Parts line, NeighbourPart part, Literal name, int from) {
        int at = name.indexIn(line.bytes, from, line.to);
        int digits = at < 0 ? -1 : at + name.length();
        line.keep(part, digits, Steps.digits(line.bytes, digits, line.to));
    }
}
