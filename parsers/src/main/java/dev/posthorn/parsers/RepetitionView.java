package dev.posthorn.parsers;

import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.Repetition;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.bytes.Lifetime;
import dev.posthorn.parsers.neighbours.NeighbourReader;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.PostfixReader;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.syslog.EnvelopeReader;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.Optional;

/**
 * A logger's word for lines it did not write because they were all the same; borrowed, valid until the next line is read.
 * Accessors as in {@link Repetition}.
 */
public final class RepetitionView {

    private final Lifetime lifetime;
    private final EnvelopeReader around;
    private final AsciiView message;

    /** Reads the message within; made when the first one is met, since it takes as many views as a cursor does. */
    private Optional<MessageReader> within = Optional.empty();

    private MaillogKind kind = MaillogKind.LAST_MESSAGE_REPEATED;
    private MaillogKind repeatedKind = MaillogKind.UNRECOGNIZED;
    private boolean isOfNeighbour;
    private long count;
    private int messageFrom;
    private int messageTo;
    private int turn;

    RepetitionView(Lifetime lifetime, EnvelopeReader around) {
        this.lifetime = lifetime;
        this.around = around;
        message = new AsciiView(lifetime);
    }

    /**
     * Which form it is.
     *
     * @return {@link MaillogKind#LAST_MESSAGE_REPEATED} or {@link MaillogKind#MESSAGE_REPEATED}
     */
    public MaillogKind kind() {
        assert isCurrent() : stale();
        return kind;
    }

    /**
     * How many more times it was.
     *
     * @return the number in the line, which does not count the one that was written
     */
    public long count() {
        assert isCurrent() : stale();
        return count;
    }

    /**
     * The message that was repeated, as it stands between the brackets.
     *
     * @return its text with the severity word, absent for {@link MaillogKind#LAST_MESSAGE_REPEATED}
     */
    public AsciiView message() {
        return messageFrom < 0
                ? message.wrapNothing()
                : message.wrap(envelope().text().array(), messageFrom, messageTo);
    }

    /**
     * Which message was repeated.
     *
     * @return its kind, {@link MaillogKind#UNRECOGNIZED} if there is none or this library does not read it
     */
    public MaillogKind repeatedKind() {
        assert isCurrent() : stale();
        return repeatedKind;
    }

    /**
     * Is that message one of another program than Postfix, which {@link #repeatedNeighbour()} shows?
     *
     * @return true for the kinds that a {@link dev.posthorn.mail.NeighbourNotice} has
     */
    public boolean isOfNeighbour() {
        assert isCurrent() : stale();
        return isOfNeighbour;
    }

    /**
     * What that message of another program says.
     *
     * @return its view, in the envelope of this line; borrowed
     * @throws IllegalStateException unless {@link #isOfNeighbour()}
     */
    public NeighbourView repeatedNeighbour() {
        if (!isOfNeighbour()) {
            throw new IllegalStateException("no message of a neighbour is in " + kind);
        }
        return within.orElseThrow().neighbour();
    }

    /**
     * What that message of Postfix says.
     *
     * @return its view, in the envelope of this line; borrowed
     * @throws IllegalStateException if {@link #repeatedKind()} is {@link MaillogKind#UNRECOGNIZED}, or the message is a
     *     neighbour's
     */
    public PostfixView repeated() {
        if (repeatedKind() == MaillogKind.UNRECOGNIZED || isOfNeighbour) {
            throw new IllegalStateException("no message that was read is in " + kind);
        }
        return within.orElseThrow().postfix();
    }

    /**
     * What stood around the marker.
     *
     * @return place, time, host and program
     */
    public EnvelopeView envelope() {
        assert isCurrent() : stale();
        return around.envelope();
    }

    /**
     * An owned copy.
     *
     * @return the marker as a value
     */
    public Repetition snapshot() {
        return Repetition.builder()
                .envelope(envelope().snapshot())
                .kind(kind)
                .count(count)
                .message(message().isPresent() ? Optional.of(message().toString()) : Optional.empty())
                .repeated(repeatedEvent())
                .build();
    }

    private Optional<MaillogEvent> repeatedEvent() {
        if (repeatedKind == MaillogKind.UNRECOGNIZED) {
            return Optional.empty();
        }
        return Optional.of(
                isOfNeighbour ? repeatedNeighbour().snapshot() : repeated().snapshot());
    }

    void isLast(long newCount) {
        show(MaillogKind.LAST_MESSAGE_REPEATED, newCount, -1, -1);
        repeatedKind = MaillogKind.UNRECOGNIZED;
        isOfNeighbour = false;
    }

    void isMessage(long newCount, EnvelopeView line, int from, int to) {
        show(MaillogKind.MESSAGE_REPEATED, newCount, from, to);
        if (within.isEmpty()) {
            within = Optional.of(new MessageReader(lifetime));
        }
        repeatedKind = within.get().read(line, from, to);
        isOfNeighbour = within.get().isOfNeighbour();
    }

    private void show(MaillogKind newKind, long newCount, int from, int to) {
        kind = newKind;
        count = newCount;
        messageFrom = from;
        messageTo = to;
        turn = lifetime.turn() - 1; // Nobody has it before lend().
    }

    RepetitionView lend() {
        turn = lifetime.turn();
        return this;
    }

    private boolean isCurrent() {
        return turn == lifetime.turn();
    }

    private static String stale() {
        return "a view was used after the next line was read: take a snapshot() of what you keep";
    }

    /** The readers of a line once more, for a message in the envelope of another line. */
    private static final class MessageReader {

        private final EnvelopeReader envelopes;
        private final PostfixReader postfix;
        private final NeighbourReader neighbours;
        private boolean isOfNeighbour;

        MessageReader(Lifetime lifetime) {
            envelopes = new EnvelopeReader(lifetime);
            postfix = new PostfixReader(lifetime, envelopes);
            neighbours = new NeighbourReader(lifetime, envelopes);
        }

        MaillogKind read(EnvelopeView line, int from, int to) {
            envelopes.readWithin(line, from, to);
            MaillogKind kind = postfix.read();
            postfix.recall();
            boolean isForeign =
                    kind == MaillogKind.UNRECOGNIZED && postfix.reason() != UnrecognizedReason.UNKNOWN_MESSAGE;
            if (isForeign) {
                kind = neighbours.readWithin();
                neighbours.recall();
            }
            isOfNeighbour = isForeign && kind != MaillogKind.UNRECOGNIZED;
            envelopes.recall();
            return kind;
        }

        boolean isOfNeighbour() {
            return isOfNeighbour;
        }

        PostfixView postfix() {
            envelopes.envelope();
            return postfix.view();
        }

        NeighbourView neighbour() {
            envelopes.envelope();
            return neighbours.view();
        }
    }
}
