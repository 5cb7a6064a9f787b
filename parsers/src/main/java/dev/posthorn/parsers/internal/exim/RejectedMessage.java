package dev.posthorn.parsers.internal.exim;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.swar.Literal;

/**
 * What follows the line of a rejection in the reject log, without time or tag: the envelope, and the header lines, each with
 * its type in front as spool files have it, and what continues them (log.c, log_write).
 */
public final class RejectedMessage {

    private static final Literal ENVELOPE_FROM = Literal.of("Envelope-from: <");
    private static final Literal ENVELOPE_TO = Literal.of("Envelope-to: <");

    private RejectedMessage() {}

    /**
     * Reads a line that follows a rejection, or another of these.
     *
     * @param line all of it
     * @return false if it belongs to nothing
     */
    public static boolean read(Parts line) {
        byte[] bytes = line.bytes;
        int from = ENVELOPE_FROM.after(bytes, line.from, line.to);
        int to = ENVELOPE_TO.after(bytes, line.from, line.to);
        line.keep(NeighbourPart.FROM, from, Steps.lastIndexOf((byte) '>', bytes, from, line.to));
        line.keep(NeighbourPart.TO, to, Steps.lastIndexOf((byte) '>', bytes, to, line.to));
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        boolean isHeader = isTyped(bytes, line.from, line.to) || isContinuation(bytes, line.from, line.to);
        return line.is(MaillogKind.EXIM_REJECTED_MESSAGE, from >= 0 || to >= 0 || isHeader);
    }

    /** {@code P Received: from …}, {@code   Subject: …}: a letter, an asterisk or a blank, a blank, and a name. */
    private static boolean isTyped(byte[] bytes, int from, int to) {
        boolean isType = to - from > 3
                && bytes[from + 1] == ' '
                && (bytes[from] == ' ' || bytes[from] == '*' || (bytes[from] >= 'A' && bytes[from] <= 'Z'));
        int colon = isType ? Steps.indexOf((byte) ':', bytes, from + 2, to) : -1;
        return colon > from + 2 && Steps.indexOf((byte) ' ', bytes, from + 2, colon) < 0;
    }

    private static boolean isContinuation(byte[] bytes, int from, int to) {
        return to > from && (bytes[from] == '\t' || bytes[from] == ' ');
    }
}
