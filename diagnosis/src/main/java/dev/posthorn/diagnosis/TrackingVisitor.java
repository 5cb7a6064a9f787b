package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.RepetitionView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.PostfixView;
import java.util.function.Consumer;

/** For logs that arrive in blocks: whatever a line says, a tracker gets it. */
final class TrackingVisitor implements MaillogVisitor {

    private final Consumer<PostfixView> tracker;
    private final Consumer<NeighbourView> neighbours;

    TrackingVisitor(Consumer<PostfixView> tracker, Consumer<NeighbourView> neighbours) {
        this.tracker = tracker;
        this.neighbours = neighbours;
    }

    /** A line that stands for several that were the same counts as one of them. */
    @Override
    public void onRepetition(RepetitionView repetition) {
        if (repetition.isOfNeighbour()) {
            neighbours.accept(repetition.repeatedNeighbour());
        } else if (repetition.repeatedKind() != MaillogKind.UNRECOGNIZED) {
            tracker.accept(repetition.repeated());
        }
    }

    @Override
    public void onNeighbour(NeighbourView neighbour) {
        neighbours.accept(neighbour);
    }

    @Override
    public void onMessage(PostfixView view) {
        tracker.accept(view);
    }
}
