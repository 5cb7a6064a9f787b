package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.CleanupMessageId;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;

/** The name a message gave itself; borrowed, valid until the next line is read. Accessors as in {@link CleanupMessageId}. */
public final class CleanupMessageIdView extends PostfixView {

    private static final Literal MESSAGE_ID = Literal.of("message-id=");
    private static final Literal RESENT_MESSAGE_ID = Literal.of("resent-message-id=");

    private final AsciiView messageId;
    private int messageIdFrom;
    private boolean isResent;

    CleanupMessageIdView(Line line) {
        super(line);
        messageId = newView();
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
     * Is it the id of a Resent- header?
     *
     * @return true for {@code resent-message-id=}
     */
    public boolean isResent() {
        assert isCurrent() : stale();
        return isResent;
    }

    /**
     * The header's value.
     *
     * @return any text, usually in angle brackets; {@code <>} if there was none
     */
    public AsciiView messageId() {
        return view(messageId, messageIdFrom, line.to);
    }

    @Override
    public void accept(PostfixVisitor visitor) {
        visitor.onCleanupMessageId(this);
    }

    @Override
    public MaillogKind kind() {
        return isResent() ? MaillogKind.CLEANUP_RESENT_MESSAGE_ID : MaillogKind.CLEANUP_MESSAGE_ID;
    }

    @Override
    public CleanupMessageId snapshot() {
        return CleanupMessageId.builder()
                .envelope(envelope().snapshot())
                .queueId(queueIdValue())
                .isResent(isResent())
                .messageId(messageId().toString())
                .build();
    }

    /** {@code QID: (resent-)?message-id=<value>}: cleanup_message.c, cleanup_header_callback. */
    boolean read() {
        isResent = RESENT_MESSAGE_ID.isAt(line.bytes, line.from, line.to);
        messageIdFrom = (isResent ? RESENT_MESSAGE_ID : MESSAGE_ID).after(line.bytes, line.from, line.to);
        return line.hasQueueId && messageIdFrom >= 0;
    }
}
