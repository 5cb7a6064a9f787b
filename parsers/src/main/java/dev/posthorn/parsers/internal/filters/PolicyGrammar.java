package dev.posthorn.parsers.internal.filters;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Fields;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.Map;
import java.util.Optional;

/** Policy services of Postfix: what they told it to do with a recipient. */
public final class PolicyGrammar {

    private static final Literal CLIENT_IP = Literal.of("client-ip=");
    private static final Literal ENVELOPE_FROM = Literal.of("envelope-from=");
    private static final Literal HELO = Literal.of("helo=");
    private static final Literal IDENTITY = Literal.of("identity=");
    private static final Literal RECEIVED_SPF = Literal.of("Received-SPF: ");

    private static final Literal ACTION = Literal.of("action=");

    private static final Fields OF_POSTGREY = new Fields(
            Map.of(
                    "action", Optional.of(NeighbourPart.ACTION),
                    "reason", Optional.of(NeighbourPart.REASON),
                    "delay", Optional.of(NeighbourPart.DELAY),
                    "client_name", Optional.of(NeighbourPart.CLIENT_NAME),
                    "client_address", Optional.of(NeighbourPart.CLIENT_ADDRESS),
                    "sender", Optional.of(NeighbourPart.SENDER),
                    "recipient", Optional.of(NeighbourPart.RECIPIENT)),
            NeighbourPart.RECIPIENT);

    private PolicyGrammar() {}

    /** {@code prepend Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=192.0.2.9; helo=…; envelope-from=…; …}. */
    public static boolean readSpf(Parts line) {
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        int received = RECEIVED_SPF.indexIn(line.bytes, line.from, line.to);
        if (received > line.from) {
            line.keep(NeighbourPart.ACTION, line.from, received - 1);
            int result = received + RECEIVED_SPF.length();
            line.keep(NeighbourPart.RESULT, result, Steps.endOfWord(line.bytes, result, line.to));
        }
        if (IDENTITY.indexIn(line.bytes, line.from, line.to) >= 0) {
            keepValue(line, NeighbourPart.CLIENT_ADDRESS, CLIENT_IP);
            keepValue(line, NeighbourPart.HELO, HELO);
            keepValue(line, NeighbourPart.SENDER, ENVELOPE_FROM);
        }
        return line.is(MaillogKind.POLICYD_SPF, line.from < line.to);
    }

    private static void keepValue(Parts line, NeighbourPart part, Literal name) {
        int at = name.indexIn(line.bytes, line.from, line.to);
        int value = at < 0 ? -1 : at + name.length();
        line.keep(part, value, Steps.until((byte) ';', line.bytes, value, line.to));
    }

    /** {@code action=greylist, reason=new, client_name=…, client_address=192.0.2.9, sender=…, recipient=…}. */
    public static boolean readPostgrey(Parts line) {
        Steps.takeQueueId(line);
        if (ACTION.isAt(line.bytes, line.from, line.to)) {
            boolean isRead = OF_POSTGREY.read(line, line.from) && line.has(NeighbourPart.CLIENT_ADDRESS);
            return line.is(MaillogKind.POSTGREY, isRead);
        }
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        return line.is(MaillogKind.POSTGREY, line.from < line.to);
    }
}
