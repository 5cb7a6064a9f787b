package dev.posthorn.parsers;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.bytes.Lifetime;
import dev.posthorn.parsers.internal.swar.Literal;
import dev.posthorn.parsers.syslog.EnvelopeReader;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.List;

/**
 * What loggers say about lines they left out: maillog-dialects 3. Asked only about lines that no program of Postfix has
 * written, so that it costs the others nothing.
 */
final class LoggerGrammar {

    private static final Literal LAST_MESSAGE_REPEATED = Literal.of("last message repeated ");
    private static final Literal LAST_MESSAGE = Literal.of("Last message '");
    private static final Literal REPEATED = Literal.of("' repeated ");
    private static final Literal MESSAGE_REPEATED = Literal.of("message repeated ");
    private static final Literal TIMES = Literal.of(" times");
    private static final Literal TIME = Literal.of(" time");
    private static final Literal SUPPRESSED_BY = Literal.of(", suppressed by syslog-ng");
    private static final Literal OPENING = Literal.of(": [");

    private static final Literal IMJOURNAL = Literal.of("imjournal: ");
    private static final Literal LOST_BY_JOURNAL = Literal.of(" messages lost due to rate-limiting");
    private static final Literal IMUXSOCK = Literal.of("imuxsock");
    private static final Literal LOST = Literal.of(" lost ");
    private static final Literal BEGINS = Literal.of(" begins to drop messages");
    private static final Literal MESSAGES = Literal.of(" messages");
    private static final Literal FROM_PID = Literal.of(" from pid ");
    private static final Literal BY_RATE_LIMIT = Literal.of(" due to rate-limiting");
    private static final Literal SUPPRESSED = Literal.of("Suppressed ");
    private static final Literal MESSAGES_FROM = Literal.of(" messages from ");

    final RepetitionView repetition;
    final RateLimitView rateLimit;

    /** The end of the digits that {@link #number} read last. */
    private int behindNumber;

    LoggerGrammar(Lifetime lifetime, EnvelopeReader envelopes) {
        repetition = new RepetitionView(lifetime, envelopes);
        rateLimit = new RateLimitView(lifetime, envelopes);
    }

    /** What is in every line of one of these kinds, as {@link dev.posthorn.parsers.postfix.FixedTexts} says of Postfix's. */
    static List<String> fixedTexts(MaillogKind kind) {
        return switch (kind) {
            case LAST_MESSAGE_REPEATED -> List.of(LAST_MESSAGE_REPEATED.toString(), LAST_MESSAGE.toString());
            case MESSAGE_REPEATED -> List.of(MESSAGE_REPEATED.toString());
            case RSYSLOG_RATE_LIMIT -> List.of(BY_RATE_LIMIT.toString());
            case JOURNALD_RATE_LIMIT -> List.of(SUPPRESSED.toString());
            default -> List.of();
        };
    }

    /** What the line is, {@link MaillogKind#UNRECOGNIZED} if it is none of these. */
    MaillogKind read(EnvelopeView line) {
        AsciiView text = line.text();
        if (text.isEmpty()) {
            return MaillogKind.UNRECOGNIZED;
        }
        byte[] bytes = text.array();
        int from = text.from();
        int to = text.to();
        return switch (bytes[from]) {
            case 'l' -> readLast(bytes, LAST_MESSAGE_REPEATED.after(bytes, from, to), to);
            case 'L' -> readLast(bytes, behindQuote(bytes, LAST_MESSAGE.after(bytes, from, to), to), to);
            case 'm' -> readMessage(line, bytes, MESSAGE_REPEATED.after(bytes, from, to), to);
            case 'i' -> isRsyslog(line) ? readInput(bytes, from, to) : MaillogKind.UNRECOGNIZED;
            case 'S' -> isJournald(line) ? readSuppressed(bytes, from, to) : MaillogKind.UNRECOGNIZED;
            default -> isRsyslog(line) ? readJournalInput(bytes, from, to) : MaillogKind.UNRECOGNIZED;
        };
    }

    /** syslog-ng quotes the tag of the line it means. */
    private static int behindQuote(byte[] bytes, int at, int to) {
        int end = REPEATED.lastIndexIn(bytes, at, to);
        return end < 0 ? -1 : end + REPEATED.length();
    }

    private MaillogKind readLast(byte[] bytes, int at, int to) {
        long count = number(bytes, at, to);
        int behind = behindTimes(bytes, to);
        if (count < 0 || (behind != to && !SUPPRESSED_BY.isAt(bytes, behind, to))) {
            return MaillogKind.UNRECOGNIZED;
        }
        repetition.isLast(count);
        return MaillogKind.LAST_MESSAGE_REPEATED;
    }

    /** The message may end in a bracket of its own: the marker's is the last one. */
    private MaillogKind readMessage(EnvelopeView line, byte[] bytes, int at, int to) {
        long count = number(bytes, at, to);
        int message = OPENING.after(bytes, behindTimes(bytes, to), to);
        if (count < 0 || message < 0 || message == to || bytes[to - 1] != ']') {
            return MaillogKind.UNRECOGNIZED;
        }
        int from = bytes[message] == ' ' ? message + 1 : message;
        repetition.isMessage(count, line, Math.min(from, to - 1), to - 1);
        return MaillogKind.MESSAGE_REPEATED;
    }

    private int behindTimes(byte[] bytes, int to) {
        int behind = TIMES.after(bytes, behindNumber, to);
        return behind < 0 ? TIME.after(bytes, behindNumber, to) : behind;
    }

    /** {@code rsyslogd}, with {@code -2177} or the like behind it in older releases, or an input module of its own name. */
    private static boolean isRsyslog(EnvelopeView line) {
        AsciiView program = line.program();
        return program.startsWith("rsyslogd")
                || program.contentEquals("imjournal")
                || program.contentEquals("imuxsock");
    }

    private static boolean isJournald(EnvelopeView line) {
        AsciiView program = line.program();
        return program.startsWith("systemd-journal") || program.contentEquals("journal");
    }

    private MaillogKind readInput(byte[] bytes, int from, int to) {
        int at = IMUXSOCK.after(bytes, from, to);
        if (at < 0) {
            return readJournalInput(bytes, IMJOURNAL.after(bytes, from, to), to);
        }
        at = at < to && bytes[at] == ':' ? at + 1 : at;
        int behindLost = LOST.after(bytes, at, to);
        long count = number(bytes, behindLost, to);
        int behind = behindLost < 0 ? BEGINS.after(bytes, at, to) : MESSAGES.after(bytes, behindNumber, to);
        long pid = number(bytes, FROM_PID.after(bytes, behind, to), to);
        if (pid < 0 || BY_RATE_LIMIT.after(bytes, behindNumber, to) != to || (behindLost >= 0 && count < 0)) {
            return MaillogKind.UNRECOGNIZED;
        }
        rateLimit.isRsyslog(count, pid);
        return MaillogKind.RSYSLOG_RATE_LIMIT;
    }

    private MaillogKind readJournalInput(byte[] bytes, int at, int to) {
        long count = number(bytes, at, to);
        if (count < 0 || LOST_BY_JOURNAL.after(bytes, behindNumber, to) != to) {
            return MaillogKind.UNRECOGNIZED;
        }
        rateLimit.isRsyslog(count, -1);
        return MaillogKind.RSYSLOG_RATE_LIMIT;
    }

    private MaillogKind readSuppressed(byte[] bytes, int from, int to) {
        long count = number(bytes, SUPPRESSED.after(bytes, from, to), to);
        int unit = MESSAGES_FROM.after(bytes, behindNumber, to);
        if (count < 0 || unit < 0 || unit == to) {
            return MaillogKind.UNRECOGNIZED;
        }
        rateLimit.isJournald(count, unit, to);
        return MaillogKind.JOURNALD_RATE_LIMIT;
    }

    /** A number without sign, -1 if there is none. */
    private long number(byte[] bytes, int at, int to) {
        behindNumber = -1;
        if (at < 0) {
            return -1;
        }
        int end = at;
        long value = 0;
        while (end < to && bytes[end] >= '0' && bytes[end] <= '9' && value < Long.MAX_VALUE / 100) {
            value = 10 * value + (bytes[end++] - '0');
        }
        if (end == at) {
            return -1;
        }
        behindNumber = end;
        return value;
    }
}
