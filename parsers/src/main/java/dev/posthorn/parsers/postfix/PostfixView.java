package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.QueueId;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.Optional;

/**
 * A message of Postfix; borrowed, valid until the next line is read. What all such messages share is here.
 *
 * <p>With assertions on, a view used for longer fails with an {@link AssertionError}; {@link #snapshot()} makes an owned
 * value in time.
 */
public abstract sealed class PostfixView
        permits AccessDecisionView,
                CleanupMessageIdView,
                ContentCheckView,
                DeliveryView,
                NoticeView,
                QmgrActiveView,
                QmgrExpiredView,
                QmgrRemovedView,
                SmtpdClientView,
                SmtpdConnectView,
                SmtpdDisconnectView,
                SmtpdLostView,
                SslErrorView,
                TlsAlertView,
                TlsCipherListView,
                TlsEngineInitView,
                TlsEstablishedView,
                TlsInvalidProtocolsView,
                TlsLibraryProblemView,
                TlsSetupView,
                TlsStateView {

    final Line line;
    private final AsciiView queueId;
    private int turn;

    PostfixView(Line line) {
        this.line = line;
        this.queueId = newView();
    }

    /**
     * Which message this is.
     *
     * @return the kind
     */
    public abstract MaillogKind kind();

    /**
     * Tells a visitor what this line says.
     *
     * @param visitor the one of its methods that takes this view is called
     */
    public abstract void accept(PostfixVisitor visitor);

    /**
     * An owned copy.
     *
     * @return this message as a value, with the same accessors
     */
    public abstract MaillogEvent snapshot();

    /**
     * What stood around the message.
     *
     * @return place, time, host and program
     */
    public final EnvelopeView envelope() {
        assert isCurrent() : stale();
        return line.envelope();
    }

    /** The queue id or {@code NOQUEUE}, for messages that have either. */
    final AsciiView queueIdView() {
        return view(queueId, line.queueIdFrom, line.queueIdTo);
    }

    final QueueId queueIdValue() {
        return new QueueId(queueIdView().toString());
    }

    final Optional<QueueId> optionalQueueId() {
        return line.hasQueueId ? Optional.of(queueIdValue()) : Optional.empty();
    }

    final AsciiView newView() {
        return new AsciiView(line.lifetime);
    }

    /** Points a view of ours at a part of the line; a part from -1 is absent. */
    final AsciiView view(AsciiView into, int from, int to) {
        assert isCurrent() : stale();
        return from < 0 ? into.wrapNothing() : into.wrap(line.bytes, from, to);
    }

    /** Makes this good for the current line. */
    final void lend() {
        turn = line.lifetime.turn();
    }

    /** Makes every use fail until the next {@link #lend()}: only then can a forgotten view be told from a fresh one. */
    final void recall() {
        turn = line.lifetime.turn() - 1;
    }

    final boolean isCurrent() {
        return turn == line.lifetime.turn();
    }

    static String stale() {
        return "a view was used after the next line was read: take a snapshot() of what you keep";
    }

    static Optional<String> optional(AsciiView part) {
        return part.isPresent() ? Optional.of(part.toString()) : Optional.empty();
    }
}
