package dev.posthorn.parsers.internal.dovecot;

import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.parts.Words;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.Map;

/**
 * {@code user=<alice>, method=PLAIN, rip=192.0.2.9, lip=192.0.2.1, mpid=1503, TLS, session=<JEoaFxpJnwC3lSNy>}: the elements
 * of {@code login_log_format_elements} that are not empty, in the order of that setting.
 */
final class LoginFields {

    private static final Words<NeighbourPart> KEYS = Words.of(Map.of(
            "method", NeighbourPart.METHOD,
            "rip", NeighbourPart.RIP,
            "rport", NeighbourPart.RPORT,
            "lip", NeighbourPart.LIP,
            "lport", NeighbourPart.LPORT,
            "mpid", NeighbourPart.MPID));

    private static final Literal USER = Literal.of("user=<");
    private static final Literal SESSION = Literal.of("session=<");
    private static final Literal TLS = Literal.of("TLS");
    private static final Literal HANDSHAKING = Literal.of(" handshaking");
    private static final Literal COLON = Literal.of(": ");
    private static final Literal WITH_CIPHER = Literal.of(" with cipher ");

    private static final Literal COLON_USER = Literal.of(": user=<");
    private static final Literal COLON_METHOD = Literal.of(": method=");
    private static final Literal COLON_RIP = Literal.of(": rip=");

    /** What follows the name of a user: names are the client's, and can look like anything. */
    private static final Literal METHOD_BEHIND = Literal.of(">, method=");

    private static final Literal RIP_BEHIND = Literal.of(">, rip=");

    private static final Literal COMMA_SESSION = Literal.of(", session=<");

    private LoginFields() {}

    /** Where the fields begin, behind a colon and a blank; -1 if there are none. */
    static int find(byte[] bytes, int from, int to) {
        int user = COLON_USER.indexIn(bytes, from, to);
        if (user >= 0) {
            return user + COLON.length();
        }
        int method = COLON_METHOD.indexIn(bytes, from, to);
        int at = method >= 0 ? method : COLON_RIP.indexIn(bytes, from, to);
        return at < 0 ? -1 : at + COLON.length();
    }

    /** Reads all fields, up to the end of the line; false if there is no remote address, which every release prints. */
    static boolean read(Parts line, int from) {
        int at = from;
        while (at >= 0 && at < line.to) {
            at = behindComma(line.bytes, readField(line, at), line.to);
        }
        return line.has(NeighbourPart.RIP);
    }

    private static int behindComma(byte[] bytes, int at, int to) {
        return at >= to ? to : Steps.skipBlanks(bytes, at + 1, to);
    }

    /** Gives the comma behind the field, or the end. */
    private static int readField(Parts line, int at) {
        byte[] bytes = line.bytes;
        int to = line.to;
        int user = USER.after(bytes, at, to);
        if (user >= 0) {
            int end = endOfUser(bytes, user, to);
            line.keep(NeighbourPart.USER, user, end);
            return comma(bytes, end, to);
        }
        int session = SESSION.after(bytes, at, to);
        if (session >= 0) {
            int end = Steps.until((byte) '>', bytes, session, to);
            line.keep(NeighbourPart.SESSION, session, end);
            return comma(bytes, end, to);
        }
        int end = comma(bytes, at, to);
        if (WITH_CIPHER.indexIn(bytes, at, end) >= 0) {
            Steps.keepCipher(line, at, end);
        } else if (TLS.isAt(bytes, at, to)) {
            return readTls(line, at);
        } else {
            keepValue(line, at, end);
        }
        return end;
    }

    private static int comma(byte[] bytes, int at, int to) {
        return Steps.until((byte) ',', bytes, at, to);
    }

    /** The last bracket that the next field follows: a name may have looked like fields itself. */
    private static int endOfUser(byte[] bytes, int from, int to) {
        int end = -1;
        int first = Steps.until((byte) '>', bytes, from, to);
        for (int at = first; at >= 0 && at < to; at = Steps.indexOf((byte) '>', bytes, at + 1, to)) {
            end = METHOD_BEHIND.isAt(bytes, at, to) || RIP_BEHIND.isAt(bytes, at, to) ? at : end;
        }
        return end < 0 ? first : end;
    }

    private static void keepValue(Parts line, int at, int end) {
        int equals = Steps.indexOf((byte) '=', line.bytes, at, end);
        NeighbourPart part = KEYS.find(line.bytes, at, equals);
        if (part != null) {
            line.keep(part, equals + 1, end);
        }
    }

    /**
     * {@code TLS}, {@code TLS handshaking}, either with {@code : <problem>}. A problem can have commas in it: only what
     * else can stand in its place ends it.
     */
    private static int readTls(Parts line, int at) {
        byte[] bytes = line.bytes;
        int handshaking = HANDSHAKING.after(bytes, at + TLS.length(), line.to);
        int behind = handshaking < 0 ? at + TLS.length() : handshaking;
        line.keep(NeighbourPart.TLS, at, behind);
        int problem = COLON.after(bytes, behind, line.to);
        if (problem < 0) {
            return comma(bytes, behind, line.to);
        }
        int end = endOfProblem(bytes, problem, line.to);
        line.keep(NeighbourPart.TLS_PROBLEM, problem, end);
        Steps.keepError(line, problem, end);
        return end;
    }

    private static int endOfProblem(byte[] bytes, int from, int to) {
        int session = COMMA_SESSION.lastIndexIn(bytes, from, to);
        int end = session < 0 ? to : session;
        boolean canBeCipher = end > from && bytes[end - 1] == ')';
        int cipher = canBeCipher ? WITH_CIPHER.lastIndexIn(bytes, from, end) : -1;
        int comma = cipher < 0 ? -1 : Steps.lastIndexOf((byte) ',', bytes, from, cipher);
        return comma < 0 ? end : comma;
    }
}
