package dev.posthorn.parsers.internal.dovecot;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * What login processes say: {@code Login: <fields>}, or why a session ended before a login, with statistics in parentheses,
 * and {@code : <fields>}. Since 2.3 the reason has OpenSSL's error in it, which the fields then repeat.
 */
final class LoginGrammar {

    private static final Literal LOGIN = Literal.of("Login: ");

    /** How the texts of a lost session begin: client-common.c of each release has its own. */
    private static final Literal[] ENDS = {
        Literal.of("Disconnected"),
        Literal.of("Aborted login"),
        Literal.of("Login aborted"),
        Literal.of("Remote closed connection"),
        Literal.of("Client has quit the connection"),
        Literal.of("Connection closed"),
        Literal.of("Maximum number of connections"),
        Literal.of("Too many invalid commands")
    };

    private static final Literal OPEN = Literal.of(" (");
    private static final Literal COLON = Literal.of(": ");
    private static final Literal SECONDS = Literal.of(" secs");
    private static final Literal ATTEMPTS = Literal.of(" attempts");

    private LoginGrammar() {}

    static boolean read(Parts line) {
        if (LOGIN.isAt(line.bytes, line.from, line.to)) {
            boolean areFields = LoginFields.read(line, line.from + LOGIN.length());
            return line.is(MaillogKind.DOVECOT_LOGIN, areFields);
        }
        if (SslGrammar.isSsl(line)) {
            return SslGrammar.read(line);
        }
        if (ConfigGrammar.isConfig(line)) {
            return ConfigGrammar.read(line);
        }
        for (Literal end : ENDS) {
            if (end.isAt(line.bytes, line.from, line.to)) {
                return readEnd(line, line.from + end.length());
            }
        }
        return isCutShort(line) ? false : DovecotGrammar.message(line);
    }

    /** Something that begins like a line we know, and ends there, is not a new message. */
    private static boolean isCutShort(Parts line) {
        boolean isCut = LOGIN.beginsAt(line.bytes, line.from, line.to);
        for (Literal end : ENDS) {
            isCut |= end.beginsAt(line.bytes, line.from, line.to);
        }
        return isCut;
    }

    /** {@code Disconnected: Inactivity (auth failed, 1 attempts in 178 secs) (auth_failed): user=<>, …}. */
    private static boolean readEnd(Parts line, int behind) {
        byte[] bytes = line.bytes;
        int fields = LoginFields.find(bytes, behind, line.to);
        if (fields < 0) {
            return false;
        }
        int reasonTo = fields - COLON.length();
        int statistics = beginOfParenthesis(bytes, behind, reasonTo);
        if (statistics >= 0) {
            int before = beginOfParenthesis(bytes, behind, statistics - OPEN.length());
            if (before >= 0 && isWord(bytes, statistics, reasonTo - 1)) { // 2.4 has the reason once more, for machines.
                line.keep(NeighbourPart.EVENT, statistics, reasonTo - 1);
                reasonTo = statistics - OPEN.length();
                statistics = before;
            }
            keepStatistics(line, statistics, reasonTo - 1);
            reasonTo = statistics - OPEN.length();
        }
        int reason = COLON.after(bytes, behind, reasonTo);
        line.keep(NeighbourPart.REASON, reason, reasonTo);
        boolean areFields = LoginFields.read(line, fields);
        if (reason >= 0 && !line.has(NeighbourPart.ERROR_STRING)) {
            Steps.keepError(line, reason, reasonTo);
        }
        return line.is(MaillogKind.DOVECOT_DISCONNECTED, areFields);
    }

    /** Where the parenthesis that ends a stretch begins, -1 if it does not end in one. Parentheses can stand inside. */
    private static int beginOfParenthesis(byte[] bytes, int from, int to) {
        if (to <= from || bytes[to - 1] != ')') {
            return -1;
        }
        int depth = 0;
        for (int at = to - 1; at > from; at--) {
            depth += bytes[at] == ')' ? 1 : bytes[at] == '(' ? -1 : 0;
            if (depth == 0) {
                return bytes[at - 1] == ' ' ? at + 1 : -1;
            }
        }
        return -1;
    }

    private static boolean isWord(byte[] bytes, int from, int to) {
        return Steps.endOfWord(bytes, from, to) == to;
    }

    private static void keepStatistics(Parts line, int from, int to) {
        line.keep(NeighbourPart.STATISTICS, from, to);
        keepNumberBefore(line, NeighbourPart.ATTEMPTS, ATTEMPTS.indexIn(line.bytes, from, to), from);
        keepNumberBefore(line, NeighbourPart.SECONDS, SECONDS.indexIn(line.bytes, from, to), from);
    }

    /** {@code no auth attempts} has no number. */
    private static void keepNumberBefore(Parts line, NeighbourPart part, int end, int from) {
        int at = end;
        while (at > from && line.bytes[at - 1] >= '0' && line.bytes[at - 1] <= '9') {
            at--;
        }
        line.keep(part, at < end ? at : -1, end);
    }
}
