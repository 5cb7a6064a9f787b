package dev.posthorn.parsers.internal.imap;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Grammar;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/** Cyrus: {@code starttls: …} and {@code login: …}; imapd.c, tls.c. */
public final class CyrusGrammar implements Grammar {

    private static final Literal STARTTLS = Literal.of("starttls: ");
    private static final Literal BITS = Literal.of(" bits ");
    private static final Literal FAILED = Literal.of("STARTTLS negotiation failed: ");
    private static final Literal STATE = Literal.of("SSL_accept() ");
    private static final Literal SSL = Literal.of("SSL_");
    private static final Literal ENGINE = Literal.of("TLS server engine: ");
    private static final Literal LOGIN = Literal.of("login: ");
    private static final Literal BAD_LOGIN = Literal.of("badlogin: ");

    /** A grammar; it keeps nothing. */
    public CyrusGrammar() {}

    @Override
    public boolean read(Parts line) {
        if (isKnown(line)) {
            return readKnown(line);
        }
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        Steps.keepError(line, line.from, line.to);
        boolean isUnknownState =
                SSL.isAt(line.bytes, line.from, line.to); // Nothing that Cyrus prints, or not all of it.
        return line.is(MaillogKind.CYRUS_MESSAGE, line.from < line.to && !isUnknownState);
    }

    /** Does the text begin as only those of Cyrus do? */
    static boolean isKnown(Parts line) {
        return switch (line.from < line.to ? line.bytes[line.from] : 0) {
            case 's' -> STARTTLS.isAt(line.bytes, line.from, line.to);
            case 'S' -> FAILED.isAt(line.bytes, line.from, line.to) || STATE.isAt(line.bytes, line.from, line.to);
            case 'T' -> ENGINE.isAt(line.bytes, line.from, line.to);
            case 'l' -> LOGIN.isAt(line.bytes, line.from, line.to);
            case 'b' -> BAD_LOGIN.isAt(line.bytes, line.from, line.to);
            default -> false;
        };
    }

    static boolean readKnown(Parts line) {
        byte[] bytes = line.bytes;
        int at = line.from;
        return switch (bytes[at]) {
            case 's' -> line.is(MaillogKind.CYRUS_STARTTLS, readStarttls(line, at + STARTTLS.length()));
            case 'S' -> {
                int failed = FAILED.after(bytes, at, line.to);
                Steps.keepPeer(line, failed < 0 ? line.to : failed, line.to);
                line.keep(NeighbourPart.STATE, failed < 0 ? at + STATE.length() : -1, line.to);
                yield line.is(failed < 0 ? MaillogKind.CYRUS_SSL_STATE : MaillogKind.CYRUS_STARTTLS_FAILED);
            }
            case 'T' -> {
                line.keep(NeighbourPart.TEXT, at + ENGINE.length(), line.to);
                yield line.is(MaillogKind.CYRUS_TLS_ENGINE);
            }
            case 'l' -> line.is(MaillogKind.CYRUS_LOGIN, readLogin(line, at + LOGIN.length()));
            default -> line.is(MaillogKind.CYRUS_BAD_LOGIN, readBadLogin(line, at + BAD_LOGIN.length()));
        };
    }

    /** {@code TLSv1.2 with cipher X (256/256 bits new) no authentication}. */
    private static boolean readStarttls(Parts line, int from) {
        byte[] bytes = line.bytes;
        int bits = Steps.keepCipher(line, from, line.to);
        int session = BITS.after(bytes, bits, line.to);
        int close = Steps.indexOf((byte) ')', bytes, session, line.to);
        line.keep(NeighbourPart.SESSION, session, close);
        int auth = close < 0 ? -1 : Steps.after((byte) ' ', bytes, close + 1, line.to);
        line.keep(NeighbourPart.AUTH, auth, line.to);
        return close >= 0;
    }

    /** {@code mx.example.com [192.0.2.10] alice PLAIN+TLS User logged in}. */
    private static boolean readLogin(Parts line, int from) {
        int user = keepClient(line, from);
        int userTo = Steps.endOfWord(line.bytes, user, line.to);
        int method = Steps.after((byte) ' ', line.bytes, userTo, line.to);
        int methodTo = Steps.endOfWord(line.bytes, method, line.to);
        line.keep(NeighbourPart.USER, user, userTo);
        line.keep(NeighbourPart.METHOD, method, methodTo);
        line.keep(NeighbourPart.TEXT, Steps.after((byte) ' ', line.bytes, methodTo, line.to), line.to);
        return method >= 0 && methodTo > method;
    }

    /** {@code mx.example.com [192.0.2.10] PLAIN [SASL(-13): authentication failure: …]}. */
    private static boolean readBadLogin(Parts line, int from) {
        int method = keepClient(line, from);
        int methodTo = Steps.endOfWord(line.bytes, method, line.to);
        line.keep(NeighbourPart.METHOD, method, methodTo);
        line.keep(NeighbourPart.REASON, Steps.after((byte) ' ', line.bytes, methodTo, line.to), line.to);
        return method >= 0;
    }

    private static int keepClient(Parts line, int from) {
        int open = Steps.indexOf((byte) '[', line.bytes, from, line.to);
        int close = Steps.indexOf((byte) ']', line.bytes, open, line.to);
        if (close >= 0) {
            Steps.keepPeer(line, from, close + 1);
        }
        return close < 0 ? -1 : Steps.after((byte) ' ', line.bytes, close + 1, line.to);
    }
}
