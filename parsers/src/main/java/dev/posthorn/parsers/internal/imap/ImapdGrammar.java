package dev.posthorn.parsers.internal.imap;

import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Grammar;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * The tag {@code imapd}, which Courier, Cyrus and UW-imap share. Each of the three has texts that the others do not; one that
 * none of them has is nobody's.
 */
public final class ImapdGrammar implements Grammar {

    private static final Literal USER = Literal.of(" user=");
    private static final Literal HOST = Literal.of(" host=");
    private static final Literal AUTH = Literal.of(" auth=");
    private static final Literal SERVICE_INIT = Literal.of("service init from ");

    /** A grammar; it keeps nothing. */
    public ImapdGrammar() {}

    @Override
    public boolean read(Parts line) {
        if (CyrusGrammar.isKnown(line)) {
            line.software = MailSoftware.CYRUS;
            return CyrusGrammar.readKnown(line);
        }
        if (CourierGrammar.isKnown(line)) {
            line.software = MailSoftware.COURIER;
            return CourierGrammar.readKnown(line);
        }
        return readUw(line);
    }

    /** {@code Login failed user=alice auth=alice host=mx.example.com [192.0.2.10]}. */
    static boolean readUw(Parts line) {
        byte[] bytes = line.bytes;
        line.software = MailSoftware.UW_IMAP;
        int init = SERVICE_INIT.indexIn(bytes, line.from, line.to);
        int host = HOST.lastIndexIn(bytes, line.from, line.to);
        int user = USER.indexIn(bytes, line.from, host);
        if (init >= 0) {
            line.keep(NeighbourPart.PEER_ADDRESS, init + SERVICE_INIT.length(), line.to);
        } else if (host >= 0) {
            int auth = AUTH.indexIn(bytes, user, host);
            line.keep(NeighbourPart.USER, user < 0 ? -1 : user + USER.length(), auth < 0 ? host : auth);
            Steps.keepPeer(line, host + HOST.length(), endOfHost(bytes, line.to));
        }
        line.keep(NeighbourPart.TEXT, line.from, user < 0 ? line.to : user);
        return line.is(MaillogKind.UW_IMAP, init >= 0 || host >= 0);
    }

    private static int endOfHost(byte[] bytes, int to) {
        int end = to;
        while (bytes[end - 1] == ' ') {
            end--;
        }
        return end;
    }
}
