package dev.posthorn.parsers.internal.filters;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Fields;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.Map;
import java.util.Optional;

/** Virus scanners in front of the queue. */
public final class VirusGrammar {

    private static final Literal MESSAGE = Literal.of("Message ");
    private static final Literal FROM = Literal.of("from <");
    private static final Literal TO = Literal.of("> to <");
    private static final Literal BRACKET = Literal.of(">");
    private static final Literal INFECTED = Literal.of(" infected by ");

    private static final Fields OF_CLAMSMTPD = new Fields(
            Map.of(
                    "from", Optional.of(NeighbourPart.FROM),
                    "to", Optional.of(NeighbourPart.TO),
                    "status", Optional.of(NeighbourPart.STATUS)),
            NeighbourPart.STATUS);

    private VirusGrammar() {}

    /** {@code Message from <a> to <b> infected by X}, with queue id and header lines between them by setting. */
    public static boolean readClamavMilter(Parts line) {
        byte[] bytes = line.bytes;
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        int at = MESSAGE.after(bytes, line.from, line.to);
        int virus = INFECTED.lastIndexIn(bytes, at, line.to);
        if (virus >= 0) {
            line.keep(NeighbourPart.VIRUS, virus + INFECTED.length(), line.to);
            boolean isId = !FROM.isAt(bytes, at, line.to);
            line.keep(NeighbourPart.QUEUE_REF, isId ? at : -1, Steps.endOfWord(bytes, at, line.to));
            int sender = Steps.keepBetween(line, NeighbourPart.FROM, FROM, TO, at);
            Steps.keepBetween(line, NeighbourPart.TO, TO, BRACKET, sender);
        }
        return line.is(MaillogKind.CLAMAV_MILTER, line.from < line.to);
    }

    /** {@code 100000: from=a@example.com, to=b@example.org, status=CLEAN}: the number is the proxy's own. */
    public static boolean readClamsmtpd(Parts line) {
        int colon = Steps.hexDigits(line.bytes, line.from, line.to);
        int fields = Steps.after((byte) ' ', line.bytes, Steps.after((byte) ':', line.bytes, colon, line.to), line.to);
        boolean isRead = OF_CLAMSMTPD.read(line, fields) && line.has(NeighbourPart.STATUS);
        if (!isRead) {
            line.forget();
            line.keep(NeighbourPart.TEXT, line.from, line.to);
            return line.is(MaillogKind.CLAMSMTPD, line.from < line.to);
        }
        line.keep(NeighbourPart.ID, line.from, colon);
        return line.is(MaillogKind.CLAMSMTPD);
    }
}
