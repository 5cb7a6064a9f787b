package dev.posthorn.benchmarks;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.RateLimitView;
import dev.posthorn.parsers.RepetitionView;
import dev.posthorn.parsers.UnrecognizedView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.PostfixView;

/** Counts the kinds of lines it is told of. */
final class CountingVisitor implements MaillogVisitor {

    private final Counts counts;

    CountingVisitor(Counts counts) {
        this.counts = counts;
    }

    @Override
    public void onUnrecognized(UnrecognizedView unrecognized) {
        counts.add(MaillogKind.UNRECOGNIZED);
    }

    @Override
    public void onNeighbour(NeighbourView neighbour) {
        counts.add(neighbour.kind());
    }

    @Override
    public void onRepetition(RepetitionView repetition) {
        counts.add(repetition.kind());
    }

    @Override
    public void onRateLimit(RateLimitView rateLimit) {
        counts.add(rateLimit.kind());
    }

    @Override
    public void onMessage(PostfixView view) {
        counts.add(view.kind());
    }
}
