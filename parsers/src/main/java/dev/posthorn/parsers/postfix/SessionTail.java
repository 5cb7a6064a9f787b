package dev.posthorn.parsers.postfix;

import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * What is known of the session, at the end of a decision: {@code from=<a@example.com> to=<b@example.org> proto=ESMTP
 * helo=<mx.example.com>}, each only if known and in this order, and SASL fields (postfix-log-messages 2).
 */
final class SessionTail {

    private static final Literal FROM = Literal.of(" from=<");
    private static final Literal TO = Literal.of(" to=<");
    private static final Literal PROTO = Literal.of(" proto=");
    private static final Literal HELO = Literal.of(" helo=<");
    private static final Literal SASL = Literal.of(" sasl_");
    private static final Literal SASL_METHOD = Literal.of(" sasl_method=");
    private static final Literal SASL_USERNAME = Literal.of(" sasl_username=");
    private static final Literal SASL_SENDER = Literal.of(" sasl_sender=");
    private static final Literal TEXT = Literal.of(": ");

    private final PostfixView owner;
    private final AsciiView sender;
    private final AsciiView recipient;
    private final AsciiView protocol;
    private final AsciiView helo;
    private final AsciiView saslMethod;
    private final AsciiView saslUsername;
    private final AsciiView saslSender;

    private int senderFrom;
    private int senderTo;
    private int recipientFrom;
    private int recipientTo;
    private int protocolFrom;
    private int protocolTo;
    private int heloFrom;
    private int heloTo;
    private int saslMethodFrom;
    private int saslMethodTo;
    private int saslUsernameFrom;
    private int saslUsernameTo;
    private int saslSenderFrom;
    private int saslSenderTo;

    SessionTail(PostfixView owner) {
        this.owner = owner;
        sender = owner.newView();
        recipient = owner.newView();
        protocol = owner.newView();
        helo = owner.newView();
        saslMethod = owner.newView();
        saslUsername = owner.newView();
        saslSender = owner.newView();
    }

    AsciiView sender() {
        return owner.view(sender, senderFrom, senderTo);
    }

    AsciiView recipient() {
        return owner.view(recipient, recipientFrom, recipientTo);
    }

    AsciiView protocol() {
        return owner.view(protocol, protocolFrom, protocolTo);
    }

    AsciiView helo() {
        return owner.view(helo, heloFrom, heloTo);
    }

    AsciiView saslMethod() {
        return owner.view(saslMethod, saslMethodFrom, saslMethodTo);
    }

    AsciiView saslUsername() {
        return owner.view(saslUsername, saslUsernameFrom, saslUsernameTo);
    }

    AsciiView saslSender() {
        return owner.view(saslSender, saslSenderFrom, saslSenderTo);
    }

    /** smtpd always knows the protocol: a tail without it may be a piece of the text before it. */
    boolean hasProtocol() {
        return protocolFrom >= 0;
    }

    /**
     * Reads the fields behind the semicolon.
     *
     * @param canHaveText whether a colon and a text may follow, as behind header checks
     * @return where the fields end, -1 if one is damaged
     */
    int read(byte[] bytes, int from, int to, boolean canHaveText) {
        int at = readAddresses(bytes, from, to, canHaveText);
        at = readProtocol(bytes, at, to);
        at = readHelo(bytes, at, to, canHaveText);
        return readSasl(bytes, at, to);
    }

    private int readAddresses(byte[] bytes, int from, int to, boolean canHaveText) {
        senderFrom = FROM.after(bytes, from, to);
        senderTo = Scan.endOfAddress(bytes, senderFrom, to, canHaveText);
        int at = senderFrom < 0 ? from : behindBracket(bytes, senderTo, to);
        recipientFrom = TO.after(bytes, at, to);
        recipientTo = Scan.endOfAddress(bytes, recipientFrom, to, canHaveText);
        return recipientFrom < 0 ? at : behindBracket(bytes, recipientTo, to);
    }

    private int readProtocol(byte[] bytes, int at, int to) {
        protocolFrom = PROTO.after(bytes, at, to);
        if (protocolFrom < 0) {
            return at;
        }
        protocolTo = protocolFrom;
        while (protocolTo < to && bytes[protocolTo] >= 'A' && bytes[protocolTo] <= 'Z') {
            protocolTo++;
        }
        return protocolTo == protocolFrom ? -1 : behindComma(bytes, protocolTo, to);
    }

    /** The name is raw: it can have blanks and brackets in it, so only a bracket with the right thing behind it ends it. */
    private int readHelo(byte[] bytes, int at, int to, boolean canHaveText) {
        heloFrom = HELO.after(bytes, at, to);
        if (heloFrom < 0) {
            return at;
        }
        for (heloTo = heloFrom; heloTo < to; heloTo++) {
            boolean isEnd = bytes[heloTo] == '>'
                    && (heloTo + 1 == to
                            || SASL.isAt(bytes, heloTo + 1, to)
                            || (canHaveText && TEXT.isAt(bytes, heloTo + 1, to)));
            if (isEnd) {
                return heloTo + 1;
            }
        }
        return -1;
    }

    private int readSasl(byte[] bytes, int from, int to) {
        saslMethodFrom = SASL_METHOD.after(bytes, from, to);
        saslMethodTo = TlsParameter.endOfWord(bytes, saslMethodFrom, to);
        int at = saslMethodFrom < 0 ? from : saslMethodTo;
        saslUsernameFrom = SASL_USERNAME.after(bytes, at, to);
        int sender = SASL_SENDER.indexIn(bytes, saslUsernameFrom, to);
        saslUsernameTo = sender < 0 ? to : sender;
        at = saslUsernameFrom < 0 ? at : saslUsernameTo;
        saslSenderFrom = SASL_SENDER.after(bytes, at, to);
        saslSenderTo = to;
        at = saslSenderFrom < 0 ? at : to;
        dropBrackets(bytes);
        return at;
    }

    /** Milters and proxy filters print {@code sasl_username=<alice>}, smtpd without brackets. */
    private void dropBrackets(byte[] bytes) {
        boolean isBracketed = saslUsernameFrom >= 0
                && saslUsernameTo - saslUsernameFrom >= 2
                && bytes[saslUsernameFrom] == '<'
                && bytes[saslUsernameTo - 1] == '>';
        if (isBracketed) {
            saslUsernameFrom++;
            saslUsernameTo--;
        }
    }

    private static int behindBracket(byte[] bytes, int bracket, int to) {
        return bracket < 0 ? -1 : behindComma(bytes, bracket + 1, to);
    }

    /** postscreen, and nobody else, puts commas between the fields (postfix-log-messages 8). */
    private static int behindComma(byte[] bytes, int at, int to) {
        return at < to && bytes[at] == ',' ? at + 1 : at;
    }
}
