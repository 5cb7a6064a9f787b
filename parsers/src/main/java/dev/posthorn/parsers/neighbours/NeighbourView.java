package dev.posthorn.parsers.neighbours;

import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourNotice;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.bytes.Lifetime;
import dev.posthorn.parsers.internal.parts.Parts;
import dev.posthorn.parsers.syslog.EnvelopeReader;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.EnumMap;
import java.util.Objects;
import java.util.Optional;

/**
 * A message of another program than Postfix; borrowed, valid until the next line is read. Accessors as in
 * {@link NeighbourNotice}.
 */
public final class NeighbourView {

    private final Lifetime lifetime;
    private final EnvelopeReader envelopes;
    private final Parts parts;
    private final AsciiView queueId;
    private final EnumMap<NeighbourPart, AsciiView> views = new EnumMap<>(NeighbourPart.class);
    private int turn;

    NeighbourView(Lifetime lifetime, EnvelopeReader envelopes, Parts parts) {
        this.lifetime = lifetime;
        this.envelopes = envelopes;
        this.parts = parts;
        queueId = new AsciiView(lifetime);
    }

    /**
     * Which message this is.
     *
     * @return the kind
     */
    public MaillogKind kind() {
        assert isCurrent() : stale();
        return parts.kind();
    }

    /**
     * Who wrote it, whatever the tag is.
     *
     * @return the program
     */
    public MailSoftware software() {
        assert isCurrent() : stale();
        return parts.software;
    }

    /**
     * The message it is about, as the program itself numbers it. That of a filter is Postfix's.
     *
     * @return the id or the word {@code NOQUEUE}, absent if neither is printed
     */
    public AsciiView queueId() {
        return view(queueId, parts.queueIdFrom, parts.queueIdTo);
    }

    /**
     * How many parts the line has.
     *
     * @return 0 or more
     */
    public int partCount() {
        assert isCurrent() : stale();
        return parts.count();
    }

    /**
     * The name of a part.
     *
     * @param index 0 for the first
     * @return its name
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public NeighbourPart partName(int index) {
        return parts.name(Objects.checkIndex(index, partCount()));
    }

    /**
     * One part.
     *
     * @param part its name
     * @return the text, absent if the line has no such part
     */
    public AsciiView part(NeighbourPart part) {
        AsciiView view = views.get(part);
        return view(view == null ? newView(part) : view, parts.from(part), parts.to(part));
    }

    /** Most logs have lines of few neighbours or none, and most of those few of the parts that there can be. */
    private AsciiView newView(NeighbourPart part) {
        AsciiView view = new AsciiView(lifetime);
        views.put(part, view);
        return view;
    }

    /**
     * What stood around the message.
     *
     * @return place, time, host and program
     */
    public EnvelopeView envelope() {
        assert isCurrent() : stale();
        return envelopes.envelope();
    }

    /**
     * An owned copy.
     *
     * @return this message as a value, with the same accessors
     */
    public NeighbourNotice snapshot() {
        NeighbourNotice.Builder notice = NeighbourNotice.builder()
                .envelope(envelope().snapshot())
                .kind(kind())
                .software(software())
                .queueId(queueId().isPresent() ? Optional.of(queueId().toString()) : Optional.empty());
        for (int i = 0; i < partCount(); i++) {
            notice.putParts(partName(i), part(partName(i)).toString());
        }
        return notice.build();
    }

    private AsciiView view(AsciiView into, int from, int to) {
        assert isCurrent() : stale();
        return from < 0 ? into.wrapNothing() : into.wrap(parts.bytes, from, to);
    }

    /** Makes this good for the current line. */
    NeighbourView lend() {
        turn = lifetime.turn();
        return this;
    }

    /** Makes every use fail until the next {@link #lend()}: only then can a forgotten view be told from a fresh one. */
    void recall() {
        turn = lifetime.turn() - 1;
    }

    private boolean isCurrent() {
        return turn == lifetime.turn();
    }

    private static String stale() {
        return "a view was used after the next line was read: take a snapshot() of what you keep";
    }
}
