package dev.posthorn.parsers.internal.dovecot;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/** What lmtp and lda say: who connects, and what became of a message. */
final class DeliveryGrammar {

    private static final Literal CONNECT = Literal.of("Connect from ");
    private static final Literal DISCONNECT = Literal.of("Disconnect from ");
    private static final Literal LOCAL = Literal.of("local");
    private static final Literal SIEVE = Literal.of("sieve: ");
    private static final Literal MSGID = Literal.of("msgid=");
    private static final Literal COLON = Literal.of(": ");
    private static final Literal BEHIND_BRACKET = Literal.of(">: ");
    private static final Literal SAVED = Literal.of("saved mail to ");
    private static final Literal STORED = Literal.of("stored mail into mailbox '");

    private DeliveryGrammar() {}

    static boolean readLmtp(Parts line) {
        int connect = CONNECT.after(line.bytes, line.from, line.to);
        int peer = connect < 0 ? DISCONNECT.after(line.bytes, line.from, line.to) : connect;
        if (peer < 0) {
            return read(line);
        }
        keepPeer(line, peer);
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        return line.is(MaillogKind.DOVECOT_LMTP, peer < line.to);
    }

    /** An address ends at a blank, or at a colon with a blank behind it: others stand in addresses. */
    private static void keepPeer(Parts line, int from) {
        int end = Steps.endOfWord(line.bytes, from, line.to);
        int peerTo = end > from && line.bytes[end - 1] == ':' ? end - 1 : end;
        line.keep(NeighbourPart.RIP, LOCAL.after(line.bytes, from, peerTo) == peerTo ? -1 : from, peerTo);
    }

    static boolean read(Parts line) {
        byte[] bytes = line.bytes;
        int at = line.from;
        int msgid = MSGID.indexIn(bytes, at, line.to);
        boolean isDelivery = msgid == at || (msgid > at && isPrefix(bytes, at, msgid));
        if (!isDelivery) {
            return SslGrammar.isSsl(line) ? SslGrammar.read(line) : DovecotGrammar.message(line);
        }
        int id = msgid + MSGID.length();
        boolean isBracketed = Steps.isAt((byte) '<', bytes, id, line.to);
        int found = (isBracketed ? BEHIND_BRACKET : COLON).indexIn(bytes, id, line.to);
        int idTo = isBracketed && found >= 0 ? found + 1 : found;
        int text = COLON.after(bytes, idTo, line.to);
        line.keep(NeighbourPart.MSGID, id, idTo);
        line.keep(NeighbourPart.TEXT, text, line.to);
        int saved = SAVED.after(bytes, text, line.to);
        line.keep(NeighbourPart.MAILBOX, saved, line.to);
        int stored = STORED.after(bytes, text, line.to);
        line.keep(NeighbourPart.MAILBOX, stored, Steps.lastIndexOf((byte) '\'', bytes, stored, line.to));
        return line.is(MaillogKind.DOVECOT_DELIVERY, text >= 0);
    }

    /** The session before 2.3, and the word {@code sieve}, each with a colon and a blank: nothing else stands there. */
    private static boolean isPrefix(byte[] bytes, int from, int to) {
        int end = SIEVE.lastIndexIn(bytes, from, to) == to - SIEVE.length() ? to - SIEVE.length() : to;
        return end == from || Steps.indexOf((byte) ' ', bytes, from, end) == end - 1;
    }
}
