package dev.posthorn.parsers.internal.filters;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.swar.Literal;

/** {@code do_auth : auth failure: [user=alice] [service=smtp] [realm=example.com] [mech=pam] [reason=PAM auth error]}. */
public final class SaslauthdGrammar {

    private static final Literal USER = Literal.of("[user=");
    private static final Literal SERVICE = Literal.of("] [service=");
    private static final Literal REALM = Literal.of("] [realm=");
    private static final Literal MECH = Literal.of("] [mech=");
    private static final Literal REASON = Literal.of("] [reason=");

    private SaslauthdGrammar() {}

    /** Each part ends where the next one begins: users can have brackets in their names. */
    public static boolean read(Parts line) {
        byte[] bytes = line.bytes;
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        int user = USER.indexIn(bytes, line.from, line.to);
        int service = SERVICE.lastIndexIn(bytes, user, line.to);
        int realm = REALM.indexIn(bytes, service, line.to);
        int mech = MECH.indexIn(bytes, realm, line.to);
        int reason = REASON.indexIn(bytes, mech, line.to);
        if (reason >= 0 && bytes[line.to - 1] == ']') {
            line.keep(NeighbourPart.USER, user + USER.length(), service);
            line.keep(NeighbourPart.SERVICE, service + SERVICE.length(), realm);
            line.keep(NeighbourPart.REALM, realm + REALM.length(), mech);
            line.keep(NeighbourPart.MECH, mech + MECH.length(), reason);
            line.keep(NeighbourPart.REASON, reason + REASON.length(), line.to - 1);
        }
        return line.is(MaillogKind.SASLAUTHD, line.from < line.to);
    }
}
