package dev.posthorn.parsers;

import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.parsers.bytes.Lifetime;
import dev.posthorn.parsers.neighbours.NeighbourReader;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.PostfixReader;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.syslog.EnvelopeReader;
import dev.posthorn.parsers.syslog.EnvelopeView;
import dev.posthorn.parsers.syslog.LineParts;

/** The one way from a line to an event: cursor and decoder both go through here. */
final class LineReader {

    private final EnvelopeReader envelopes;
    private final LineParts parts;
    private final PostfixReader postfix;
    private final LoggerGrammar logger;
    private final NeighbourReader neighbours;
    private final UnrecognizedView unrecognized;

    private MaillogKind kind = MaillogKind.UNRECOGNIZED;
    private boolean isPostfix;
    private boolean isNeighbour;
    private boolean isHoldingBack;

    LineReader(ReadLimits limits) {
        Lifetime lifetime = new Lifetime();
        envelopes = new EnvelopeReader(lifetime);
        parts = new LineParts(envelopes, limits.maxLineLength());
        postfix = new PostfixReader(lifetime, envelopes);
        logger = new LoggerGrammar(lifetime, envelopes);
        neighbours = new NeighbourReader(lifetime, envelopes);
        unrecognized = new UnrecognizedView(lifetime, envelopes);
    }

    /**
     * Reads the framer's current line. Views of the line before are dead from here on.
     *
     * @return false if the line is a part of an event that more lines have to complete
     */
    boolean read(LineFramer line) {
        isHoldingBack = false;
        EnvelopeView envelope =
                envelopes.read(line.bytes(), line.from(), line.to(), line.number(), line.offset(), line.size());
        if (parts.isPending() || envelope.isPart()) {
            return readPart(line, envelope);
        }
        readEvent(envelope, line.isCut());
        return true;
    }

    private boolean readPart(LineFramer line, EnvelopeView envelope) {
        if (parts.fits()) {
            return parts.take(line.isCut()) && finish();
        }
        if (parts.isPending()) {
            isHoldingBack = true;
            return finish();
        }
        readEvent(envelope, line.isCut());
        return true;
    }

    /** Is the framer's current line still to be read, because the event before it had to come out first? */
    boolean isHoldingBack() {
        return isHoldingBack;
    }

    /** Does the framer's next line belong to what has been begun, or end it? */
    boolean isPending() {
        return parts.isPending();
    }

    /** Makes an event of the parts there are; false if there are none. */
    boolean finish() {
        if (!parts.isPending()) {
            return false;
        }
        readEvent(parts.read(), parts.isCut());
        return true;
    }

    private void readEvent(EnvelopeView envelope, boolean isCut) {
        isPostfix = false;
        isNeighbour = false;
        if (isCut) {
            kind = unrecognized(UnrecognizedReason.OVERLONG);
        } else if (isEmpty(envelope)) {
            kind = unrecognized(UnrecognizedReason.EMPTY);
        } else {
            readMessage(envelope);
        }
        envelopes.recall();
    }

    private void readMessage(EnvelopeView envelope) {
        kind = postfix.read();
        postfix.recall();
        isPostfix = kind != MaillogKind.UNRECOGNIZED;
        if (!isPostfix) {
            kind = logger.read(envelope);
            if (kind == MaillogKind.UNRECOGNIZED) {
                readNeighbour();
            }
        }
    }

    /** Neighbours come last, so that they cost Postfix's lines nothing; who has a tag of Postfix's is no neighbour. */
    private void readNeighbour() {
        UnrecognizedReason obstacle = postfix.reason();
        if (obstacle != UnrecognizedReason.UNKNOWN_MESSAGE) {
            kind = neighbours.read();
            neighbours.recall();
            isNeighbour = kind != MaillogKind.UNRECOGNIZED;
            obstacle = neighbours.reason();
        }
        if (!isNeighbour) {
            unrecognized(obstacle);
        }
    }

    private static boolean isEmpty(EnvelopeView envelope) {
        return envelope.text().isEmpty()
                && (envelope.raw().isEmpty() || envelope.raw().contentEquals("\r"));
    }

    private MaillogKind unrecognized(UnrecognizedReason reason) {
        unrecognized.because(reason);
        return MaillogKind.UNRECOGNIZED;
    }

    MaillogKind kind() {
        return kind;
    }

    EnvelopeView envelope() {
        return envelopes.envelope();
    }

    /** The view of a message of Postfix, if it is of that type. */
    <V extends PostfixView> V view(Class<V> type) {
        if (!isPostfix || !type.isInstance(postfix.view())) {
            throw wrongKind(type);
        }
        return type.cast(postfix.view());
    }

    boolean isNeighbour() {
        return isNeighbour;
    }

    NeighbourView neighbour() {
        if (!isNeighbour) {
            throw wrongKind(NeighbourView.class);
        }
        return neighbours.view();
    }

    RepetitionView repetition() {
        return switch (kind) {
            case LAST_MESSAGE_REPEATED, MESSAGE_REPEATED -> logger.repetition.lend();
            default -> throw wrongKind(RepetitionView.class);
        };
    }

    RateLimitView rateLimit() {
        return switch (kind) {
            case RSYSLOG_RATE_LIMIT, JOURNALD_RATE_LIMIT -> logger.rateLimit.lend();
            default -> throw wrongKind(RateLimitView.class);
        };
    }

    UnrecognizedView unrecognized() {
        if (kind != MaillogKind.UNRECOGNIZED) {
            throw wrongKind(UnrecognizedView.class);
        }
        return unrecognized.lend();
    }

    private IllegalStateException wrongKind(Class<?> wanted) {
        return new IllegalStateException("the line is " + kind + ": no " + wanted.getSimpleName() + " shows that");
    }

    MaillogEvent snapshot() {
        return switch (kind) {
            case UNRECOGNIZED -> unrecognized().snapshot();
            case LAST_MESSAGE_REPEATED, MESSAGE_REPEATED -> repetition().snapshot();
            case RSYSLOG_RATE_LIMIT, JOURNALD_RATE_LIMIT -> rateLimit().snapshot();
            default ->
                isNeighbour ? neighbour().snapshot() : view(PostfixView.class).snapshot();
        };
    }

    void tell(MaillogVisitor visitor) {
        switch (kind) {
            case UNRECOGNIZED -> visitor.onUnrecognized(unrecognized());
            case LAST_MESSAGE_REPEATED, MESSAGE_REPEATED -> visitor.onRepetition(repetition());
            case RSYSLOG_RATE_LIMIT, JOURNALD_RATE_LIMIT -> visitor.onRateLimit(rateLimit());
            default -> tellMessage(visitor);
        }
    }

    private void tellMessage(MaillogVisitor visitor) {
        if (isNeighbour) {
            visitor.onNeighbour(neighbour());
        } else {
            view(PostfixView.class).accept(visitor);
        }
    }
}
