package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.RepetitionView;
import dev.posthorn.parsers.postfix.PostfixView;
import java.util.function.Consumer;

/** For logs that arrive in blocks: whatever a line says, a tracker gets it. */
final class TrackingVisitor implements MaillogVisitor {

    private final Consumer<PostfixView> tracker;

    TrackingVisitor(Consumer<PostfixView> tracker) {
        this.tracker = tracker;
    }

    /** A line that stands for several that were the same counts as one of them. */
    @Override
    public void onRepetition(RepetitionView repetition) {
        if (!repetition.isOfNeighbour() && repetition.repeatedKind() != MaillogKind.UNRECOGNIZED) {
            tracker.accept(repetition.repeated());
        }
    }

    @Override
    public void onMessage(PostfixView view) {
        tracker.accept(view);
    }
}
