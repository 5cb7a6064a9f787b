package dev.posthorn.parsers.internal.exim;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/** Messages on their way: {@code <=} in, {@code =>} out, {@code **} not at all and {@code ==} not yet. */
final class TransferGrammar {

    /** {@code <= } and its like. */
    private static final int FLAG_LENGTH = 3;

    /** What follows a recipient, who may have blanks and brackets: deliver.c, delivery_log. */
    private static final Literal[] BEHIND_RECIPIENT = {
        Literal.of(" R="),
        Literal.of(" F=<"),
        Literal.of(" P=<"),
        Literal.of(" ST="),
        Literal.of(" T="),
        Literal.of(" S="),
        Literal.of(" H="),
        Literal.of(" defer (")
    };

    private static final Literal DEFER = Literal.of("defer (");
    private static final Literal ROUTING = Literal.of("routing ");
    private static final Literal BEFORE_TEXT = Literal.of(": ");

    private TransferGrammar() {}

    static boolean readArrival(Parts line) {
        byte[] bytes = line.bytes;
        int sender = line.from + FLAG_LENGTH;
        int senderTo = endOfSender(bytes, sender, line.to);
        line.keep(NeighbourPart.FROM, sender, senderTo);
        Items.read(line, Steps.skipBlanks(bytes, senderTo, line.to), Items.OF_ARRIVAL);
        return line.is(
                MaillogKind.EXIM_ARRIVAL,
                senderTo > sender && (line.has(NeighbourPart.PROTO) || line.has(NeighbourPart.SIZE)));
    }

    /** A local part in quotes can have blanks. */
    private static int endOfSender(byte[] bytes, int from, int to) {
        boolean isQuoted = false;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\\') {
                at++;
            } else if (bytes[at] == '"') {
                isQuoted = !isQuoted;
            } else if (bytes[at] == ' ' && !isQuoted) {
                return at;
            }
        }
        return Steps.endOfWord(bytes, from, to); // Quotes that never close are no quotes.
    }

    static boolean readDelivery(Parts line, MaillogKind kind) {
        byte[] bytes = line.bytes;
        int recipient = line.from + FLAG_LENGTH;
        int recipientTo = endOfRecipient(bytes, recipient, line.to);
        line.keep(NeighbourPart.FLAG, line.from, line.from + FLAG_LENGTH - 1);
        line.keep(NeighbourPart.TO, recipient, recipientTo);
        int at = Items.read(line, Steps.skipBlanks(bytes, recipientTo, line.to), Items.OF_DELIVERY);
        boolean isRead = recipientTo > recipient;
        if (kind == MaillogKind.EXIM_DEFERRED) {
            at = readDefer(line, ROUTING.isAt(bytes, at, line.to) ? at + ROUTING.length() : at);
            isRead &= at >= 0;
        }
        keepText(line, at, kind);
        return line.is(kind, isRead && (kind != MaillogKind.EXIM_FAILED || line.has(NeighbourPart.TEXT)));
    }

    private static int endOfRecipient(byte[] bytes, int from, int to) {
        for (int blank = Steps.until((byte) ' ', bytes, from, to);
                blank < to;
                blank = Steps.until((byte) ' ', bytes, blank + 1, to)) {
            if (blank > from && bytes[blank - 1] == ':') {
                return blank - 1;
            }
            for (Literal behind : BEHIND_RECIPIENT) {
                if (behind.isAt(bytes, blank, to)) {
                    return blank;
                }
            }
        }
        return to;
    }

    /** {@code defer (-38)}, with the host behind it in some cases. */
    private static int readDefer(Parts line, int at) {
        int number = DEFER.after(line.bytes, at, line.to);
        int numberTo = Steps.name(
                line.bytes, Steps.isAt((byte) '-', line.bytes, number, line.to) ? number + 1 : number, line.to);
        int behind = Steps.after((byte) ')', line.bytes, numberTo, line.to);
        line.keep(NeighbourPart.ERRNO, number, numberTo);
        return behind < 0 ? -1 : Items.read(line, Steps.skipBlanks(line.bytes, behind, line.to), Items.OF_DELIVERY);
    }

    /** {@code : SMTP error from remote mail server after RCPT TO:<b@example.org>: 550 5.1.1 no such user}. */
    private static void keepText(Parts line, int at, MaillogKind kind) {
        int text = BEFORE_TEXT.after(line.bytes, at, line.to);
        line.keep(NeighbourPart.TEXT, text, line.to);
        if (kind != MaillogKind.EXIM_DELIVERY && text >= 0) {
            line.keep(NeighbourPart.REPLY, reply(line.bytes, text, line.to), line.to);
            Steps.keepError(line, text, line.to);
        }
    }

    /** Three digits behind a colon and a blank are what the server said. */
    private static int reply(byte[] bytes, int from, int to) {
        int colon = BEFORE_TEXT.indexIn(bytes, from, to);
        while (colon >= 0) {
            int code = colon + BEFORE_TEXT.length();
            int codeTo = Steps.digits(bytes, code, to);
            if (codeTo == code + 3 && codeTo < to && (bytes[codeTo] == ' ' || bytes[codeTo] == '-')) {
                return code;
            }
            colon = BEFORE_TEXT.indexIn(bytes, code, to);
        }
        return -1;
    }
}
