package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.QmgrRemoved;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/** A message is done with; borrowed, valid until the next line is read. Accessors as in {@link QmgrRemoved}. */
public final class QmgrRemovedView extends PostfixView {

    private static final Literal REMOVED = Literal.of("removed");

    QmgrRemovedView(Line line) {
        super(line);
    }

    /**
     * The message.
     *
     * @return the queue id
     */
    public AsciiView queueId() {
        return queueIdView();
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onQmgrRemoved(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.QMGR_REMOVED;
    }

    @Override
    public QmgrRemoved snapshot() {
        return QmgrRemoved.builder()
                .envelope(envelope().snapshot())
                .queueId(queueIdValue())
                .build();
    }

    /** {@code QID: removed}: qmgr_active.c, qmgr_active_done. */
    boolean read() {
        return line.hasQueueId && REMOVED.after(line.bytes, line.from, line.to) == line.to;
    }
}
