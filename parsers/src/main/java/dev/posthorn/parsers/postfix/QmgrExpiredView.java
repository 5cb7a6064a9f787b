package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.QmgrExpired;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/** A message stayed too long; borrowed, valid until the next line is read. Accessors as in {@link QmgrExpired}. */
public final class QmgrExpiredView extends PostfixView {

    private static final Literal FROM = Literal.of("from=<");
    private static final Literal STATUS = Literal.of(">, status=");
    private static final Literal EXPIRED = Literal.of("expired");
    private static final Literal FORCE_EXPIRED = Literal.of("force-expired");
    private static final Literal RETURNED = Literal.of(", returned to sender");

    private final AsciiView sender;
    private final AsciiView status;
    private int senderFrom;
    private int senderTo;
    private int statusFrom;
    private int statusTo;

    QmgrExpiredView(Line line) {
        super(line);
        sender = newView();
        status = newView();
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
     * How it ended.
     *
     * @return {@code expired}, or {@code force-expired} by postsuper (3.5 and later)
     */
    public AsciiView status() {
        return view(status, statusFrom, statusTo);
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onQmgrExpired(this);
    }

    @Override
    public MaillogKind kind() {
        return MaillogKind.QMGR_EXPIRED;
    }

    @Override
    public QmgrExpired snapshot() {
        return QmgrExpired.builder()
                .envelope(envelope().snapshot())
                .queueId(queueIdValue())
                .sender(sender().toString())
                .status(status().toString())
                .build();
    }

    /** {@code QID: from=<<s>>, status={expired|force-expired}, returned to sender}: qmgr_active.c, qmgr_active_done_3_generic. */
    boolean read() {
        byte[] bytes = line.bytes;
        int to = line.to;
        senderFrom = FROM.after(bytes, line.from, to);
        senderTo = Scan.endOfAddress(bytes, senderFrom, to);
        statusFrom = STATUS.after(bytes, senderTo, to);
        statusTo = (EXPIRED.isAt(bytes, statusFrom, to) ? EXPIRED : FORCE_EXPIRED).after(bytes, statusFrom, to);
        return line.hasQueueId && RETURNED.after(bytes, statusTo, to) == to;
    }
}
