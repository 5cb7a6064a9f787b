package dev.posthorn.report;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.RateLimitView;
import dev.posthorn.parsers.RepetitionView;
import dev.posthorn.parsers.UnrecognizedView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import dev.posthorn.parsers.syslog.YearRule;
import java.io.IOException;
import java.util.Optional;

/**
 * Tells of every line, and lets those who extend this hear of the kinds they count.
 *
 * <p>{@code message repeated 3 times: [ … ]} tells of the message within, three times as often ({@link #times()}).
 */
abstract class CountingVisitor implements MaillogVisitor {

    private final LogClock clock;
    private long time = LogTime.NONE;
    private long times = 1;

    /** Is the view that comes next one of a message within a line that has been told of? */
    private boolean isWithinLine;

    CountingVisitor(Optional<YearRule> years) {
        clock = new LogClock(years);
    }

    /** A line was read; {@link #time()} is its time. */
    abstract void line(EnvelopeView envelope);

    /** A message of Postfix was read, as often as {@link #times()} says. */
    void message(PostfixView view) {}

    /** A logger left lines out, and does not say what they said, or this library does not read it. */
    abstract void leftOut(long count);

    /** A logger threw lines away. */
    abstract void lost(long count);

    /** The time of the line, as {@link LogTime} has it. */
    final long time() {
        return time;
    }

    /** How often the line stands for the same message. */
    final long times() {
        return times;
    }

    /** The year of an earlier line that has none: that of this line, or the one before. */
    final long withYear(LogTimestamp earlier) {
        return clock.withYear(LogTime.of(earlier));
    }

    final void read(MaillogCursor cursor) throws IOException {
        while (cursor.advance()) {
            cursor.accept(this);
        }
    }

    private void readEnvelope(EnvelopeView envelope) {
        time = clock.read(envelope.timestamp());
        line(envelope);
    }

    @Override
    public final void onRepetition(RepetitionView repetition) {
        readEnvelope(repetition.envelope());
        if (repetition.isOfNeighbour()) {
            return;
        }
        long count = Math.max(0, repetition.count());
        switch (repetition.repeatedKind()) {
            case UNRECOGNIZED -> leftOut(count);
            default -> {
                if (count > 0) {
                    repeat(repetition.repeated(), count);
                }
            }
        }
    }

    private void repeat(PostfixView view, long count) {
        times = count;
        isWithinLine = true;
        try {
            view.accept(this);
        } finally {
            times = 1;
            isWithinLine = false;
        }
    }

    @Override
    public final void onRateLimit(RateLimitView rateLimit) {
        readEnvelope(rateLimit.envelope());
        lost(Math.max(0, rateLimit.count()));
    }

    @Override
    public void onNeighbour(NeighbourView neighbour) {
        readEnvelope(neighbour.envelope());
    }

    @Override
    public void onUnrecognized(UnrecognizedView unrecognized) {
        readEnvelope(unrecognized.envelope());
    }

    @Override
    public final void onMessage(PostfixView view) {
        if (!isWithinLine) {
            readEnvelope(view.envelope());
        }
        message(view);
    }
}
