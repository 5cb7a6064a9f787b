package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.QmgrActive;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/** A message entered the active queue; borrowed, valid until the next line is read. Accessors as in {@link QmgrActive}. */
public final class QmgrActiveView extends PostfixView {

    private static final Literal FROM = Literal.of("from=<");
    private static final Literal SIZE = Literal.of(">, size=");
    private static final Literal NRCPT = Literal.of(", nrcpt=");
    private static final Literal QUEUE_ACTIVE = Literal.of(" (queue active)");

    private final AsciiView sender;
    private int senderFrom;
    private int senderTo;
    private int sizeFrom;
    private int sizeTo;
    private int recipientCountFrom;
    private int recipientCountTo;

    QmgrActiveView(Line line) {
        super(line);
        sender = newView();
    }

    /**
     * The message.
     *
     * @return the queue id
     */
    public AsciiView queueId() {
        return queueIdView();
    }

    /**
     * Who sent it.
     *
     * @return the address without angle brackets, empty for the null sender
     */
    public AsciiView sender() {
        return view(sender, senderFrom, senderTo);
    }

    /**
     * How large it is.
     *
     * @return bytes
     */
    public long size() {
        assert isCurrent() : stale();
        return Scan.value(line.bytes, sizeFrom, sizeTo);
    }

    /**
     * To how many it goes.
     *
     * @return what Postfix prints as {@code nrcpt}
     */
    public int recipientCount() {
        assert isCurrent() : stale();
        return (int) Math.min(Scan.value(line.bytes, recipientCountFrom, recipientCountTo), Integer.MAX_VALUE);
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onQmgrActive(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.QMGR_ACTIVE;
    }

    @Override
    public QmgrActive snapshot() {
        return QmgrActive.builder()
                .envelope(envelope().snapshot())
                .queueId(queueIdValue())
                .sender(sender().toString())
                .size(size())
                .recipientCount(recipientCount())
                .build();
    }

    /** {@code QID: from=<<s>>, size=<n>, nrcpt=<n> (queue active)}: qmgr_message.c, qmgr_message_read. */
    boolean read() {
        byte[] bytes = line.bytes;
        int to = line.to;
        senderFrom = FROM.after(bytes, line.from, to);
        senderTo = Scan.endOfAddress(bytes, senderFrom, to);
        sizeFrom = SIZE.after(bytes, senderTo, to);
        sizeTo = Scan.number(bytes, sizeFrom, to);
        recipientCountFrom = NRCPT.after(bytes, sizeTo, to);
        recipientCountTo = Scan.number(bytes, recipientCountFrom, to);
        return line.hasQueueId && QUEUE_ACTIVE.after(bytes, recipientCountTo, to) == to;
    }
}
