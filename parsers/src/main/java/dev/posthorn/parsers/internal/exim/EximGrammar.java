package dev.posthorn.parsers.internal.exim;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.internal.parts.Grammar;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.internal.parts.Steps;
import dev.posthorn.parsers.internal.parts.Words;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.Map;
import java.util.Objects;

/** Takes off time, process id and message id, and tells the messages apart. */
public final class EximGrammar implements Grammar {

    private static final Literal COMPLETED = Literal.of("Completed");
    private static final Literal QUEUE_TIME = Literal.of(" QT=");

    private static final Words<MaillogKind> FLAGS = Words.of(Map.of(
            "<=", MaillogKind.EXIM_ARRIVAL,
            "=>", MaillogKind.EXIM_DELIVERY,
            "->", MaillogKind.EXIM_DELIVERY,
            ">>", MaillogKind.EXIM_DELIVERY,
            "*>", MaillogKind.EXIM_DELIVERY,
            "**", MaillogKind.EXIM_FAILED,
            "==", MaillogKind.EXIM_DEFERRED));

    /** {@code 2026-11-04 09:05:01 }, with milliseconds and an offset if the administrator wants them. */
    private static final int TIME_LENGTH = "2026-11-04 09:05:01".length();

    /** A grammar; it keeps nothing. */
    public EximGrammar() {}

    /** In syslog the time can be there once more, and the process id too. */
    @Override
    public boolean read(Parts line) {
        int at = behindTime(line.bytes, line.from, line.to);
        line.from = behindPid(line.bytes, at, line.to);
        return readMessage(line) || message(line);
    }

    /**
     * Reads a line of Exim's own log: anything that has a message id, and such words without one as Exim has itself.
     *
     * @param line the text behind the time and the process id
     * @return false if nothing says that this is Exim
     */
    public static boolean readOwnLine(Parts line) {
        int from = line.from;
        if (readMessage(line)) {
            return true;
        }
        line.from = from;
        line.forget();
        int behindId = MessageId.after(line.bytes, from, line.to);
        if (behindId >= 0) {
            takeId(line, behindId);
        }
        return (behindId >= 0 || OwnWords.begin(line.bytes, from, line.to)) && message(line);
    }

    /**
     * Is the time before a text {@code 2026-11-04 09:05:01 }, with a blank where others have a T?
     *
     * @param bytes the array
     * @param text behind the time
     * @return true if the clock, whose last colon is the last of the time, has a blank in front
     */
    public static boolean isOwnTime(byte[] bytes, int text) {
        int beforeClock = Steps.lastIndexOf((byte) ':', bytes, 0, text) - "09:05".length() - 1;
        return beforeClock >= 0 && bytes[beforeClock] == ' ';
    }

    /** {@code [7603] }, with {@code log_selector = +pid}; gives the place behind it, or where it would be. */
    public static int behindPid(byte[] bytes, int at, int to) {
        int digits = Steps.digits(bytes, Steps.after((byte) '[', bytes, at, to), to);
        int close = Steps.after((byte) ']', bytes, digits, to);
        int behind = Steps.after((byte) ' ', bytes, close, to);
        return behind < 0 ? at : behind;
    }

    private static int behindTime(byte[] bytes, int from, int to) {
        boolean isTime = to - from > TIME_LENGTH
                && bytes[from + 4] == '-'
                && bytes[from + 7] == '-'
                && bytes[from + 10] == ' '
                && bytes[from + 13] == ':'
                && bytes[from + 16] == ':'
                && Steps.digits(bytes, from, to) == from + 4;
        if (!isTime) {
            return from;
        }
        int at = Steps.skipBlanks(bytes, Steps.endOfWord(bytes, from + TIME_LENGTH - 8, to), to);
        boolean isOffset =
                at < to && (bytes[at] == '+' || bytes[at] == '-') && Steps.digits(bytes, at + 1, to) == at + 5;
        return isOffset ? Steps.skipBlanks(bytes, at + 5, to) : at;
    }

    private static void takeId(Parts line, int behind) {
        line.queueIdFrom = line.from;
        line.queueIdTo = behind - 1;
        line.from = behind;
    }

    private static boolean readMessage(Parts line) {
        int behindId = MessageId.after(line.bytes, line.from, line.to);
        if (behindId >= 0) {
            takeId(line, behindId);
        }
        byte[] bytes = line.bytes;
        int at = line.from;
        if (isFlagged(line)) {
            MaillogKind kind = Objects.requireNonNull(FLAGS.find(bytes, at, at + 2));
            return kind == MaillogKind.EXIM_ARRIVAL
                    ? TransferGrammar.readArrival(line)
                    : TransferGrammar.readDelivery(line, kind);
        }
        int completed = behindId < 0 ? -1 : COMPLETED.after(bytes, at, line.to);
        if (completed == line.to || QUEUE_TIME.isAt(bytes, completed, line.to)) {
            line.keep(NeighbourPart.QT, completed == line.to ? -1 : completed + QUEUE_TIME.length(), line.to);
            return line.is(MaillogKind.EXIM_COMPLETED);
        }
        return ConnectionGrammar.read(line);
    }

    /** What has a flag, and was not read, is damaged. */
    private static boolean isFlagged(Parts line) {
        return line.queueIdFrom >= 0
                && line.to - line.from >= 2
                && FLAGS.find(line.bytes, line.from, Steps.endOfWord(line.bytes, line.from, line.to)) != null;
    }

    private static boolean message(Parts line) {
        if (isFlagged(line)) {
            return false;
        }
        line.keep(NeighbourPart.TEXT, line.from, line.to);
        Steps.keepError(line, line.from, line.to);
        return line.is(MaillogKind.EXIM_MESSAGE, line.from < line.to);
    }
}
