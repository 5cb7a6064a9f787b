package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NoticePart;
import dev.posthorn.mail.QueueId;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.CleanupMessageIdView;
import dev.posthorn.parsers.postfix.ContentCheckView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.postfix.QmgrActiveView;
import dev.posthorn.parsers.postfix.SmtpdClientView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows messages by their queue ids: from the client or the pickup, through cleanup and the queue manager, over every
 * attempt to deliver, to notifications, forwarded messages and what a filter sends back.
 *
 * <pre>{@code
 * MessageTracker tracker = new MessageTracker(message -> System.out.println(message.oneLine()));
 * try (MaillogCursor cursor = Maillog.open(path)) {
 *     while (cursor.advance()) {
 *         tracker.accept(cursor);
 *     }
 * }
 * tracker.finish();
 * }</pre>
 *
 * <p>Lines are read where they are, in the reader's buffer: nothing is allocated for a line, only for a message. What is
 * remembered is bounded by {@link TrackingLimits}. Not safe for use by several threads. Feed the lines of one log in order.
 */
public final class MessageTracker {

    /** Postfix tries again after an hour or so at most (maximal_backoff_time); somebody may hold a message for longer. */
    private static final Duration SILENCE = Duration.ofDays(1);

    private final Consumer<? super MessagePath> paths;
    private final TrackingLimits limits;
    private final OpenTable<OpenMessage> messages = new OpenTable<>();

    /**
     * Makes a tracker with the default limits, and a day of silence.
     *
     * @param paths receives the path of every message when it is complete
     */
    public MessageTracker(Consumer<? super MessagePath> paths) {
        this(paths, TrackingLimits.defaults().withSilence(SILENCE));
    }

    /**
     * Makes a tracker.
     *
     * @param paths receives the path of every message when it is complete
     * @param limits how much to keep at a time
     */
    public MessageTracker(Consumer<? super MessagePath> paths, TrackingLimits limits) {
        this.paths = paths;
        this.limits = limits;
    }

    /**
     * Takes the line that a cursor is on.
     *
     * @param cursor on a line
     * @throws IllegalStateException if it is not on a line
     */
    public void accept(MaillogCursor cursor) {
        if (MessageKinds.isWanted(cursor.kind())) {
            accept(cursor.view());
        }
    }

    /**
     * Takes the next line of the log.
     *
     * @param view what it says; lines that name no message are passed over
     */
    public void accept(PostfixView view) {
        MaillogKind kind = view.kind();
        if (!MessageKinds.isWanted(kind)) {
            return;
        }
        AsciiView queueId = MessageKinds.queueId(view, kind);
        if (queueId == null || !queueId.isPresent() || queueId.contentEquals("NOQUEUE")) {
            return;
        }
        long now = LogClock.seconds(view.envelope().timestamp());
        OpenMessage message = message(view, queueId, kind, now);
        message.line(view.envelope(), now);
        take(message, view, kind);
        closeSilent(view, message, now);
        while (messages.size() > limits.open()) {
            endEldest(MessageEnd.LIMIT);
        }
    }

    /** The message of a line: the one that is known, unless it must be another that got the same id. */
    private OpenMessage message(PostfixView view, AsciiView queueId, MaillogKind kind, long now) {
        AsciiView host = view.envelope().host();
        int hash = OpenMessage.hash(host, queueId);
        OpenMessage message = find(hash, host, queueId);
        if (message != null && message.silenceUntil(now) > limits.silence().toSeconds()) {
            end(message, MessageEnd.SILENCE);
            message = null;
        }
        if (message != null && MessageKinds.isBeginning(kind) && message.hasBegun()) {
            end(message, MessageEnd.ID_REUSED);
            message = null;
        }
        if (message == null) {
            message = new OpenMessage(hash, host, queueId, limits);
            messages.add(message);
        } else {
            messages.touch(message);
        }
        return message;
    }

    private @Nullable OpenMessage find(int hash, AsciiView host, AsciiView queueId) {
        OpenMessage message = messages.first(hash);
        while (message != null && !(message.hash() == hash && message.isOf(host, queueId))) {
            message = message.next();
        }
        return message;
    }

    private void take(OpenMessage message, PostfixView view, MaillogKind kind) {
        switch (kind) {
            case SMTPD_CLIENT -> client(message, (SmtpdClientView) view);
            case PICKUP -> message.origin = MessageOrigin.LOCAL;
            case CLEANUP_MESSAGE_ID, CLEANUP_RESENT_MESSAGE_ID ->
                message.messageId = ((CleanupMessageIdView) view).messageId().toString();
            case QMGR_ACTIVE -> active(message, (QmgrActiveView) view);
            case QMGR_EXPIRED -> message.isExpired = true;
            case DELIVERY -> delivery(message, (DeliveryView) view);
            case BOUNCE_NOTIFICATION -> notification(message, (NoticeView) view);
            case QMGR_REMOVED -> end(message, MessageEnd.REMOVED);
            case CLEANUP_REMOVED -> end(message, MessageEnd.CANCELED);
            case POSTSUPER_MESSAGE -> postsuper(message, (NoticeView) view);
            case MILTER_REJECT, CLEANUP_CHECK -> {
                message.isRejected |= kind == MaillogKind.MILTER_REJECT || isReject((ContentCheckView) view);
                message.notes.add(view.envelope(), kind);
            }
            default -> message.notes.add(view.envelope(), kind);
        }
    }

    private static boolean isReject(ContentCheckView check) {
        return check.action().contentEquals("reject") || check.action().contentEquals("discard");
    }

    private static void client(OpenMessage message, SmtpdClientView client) {
        message.client = client.client().snapshot();
        if (client.saslUsername().isPresent()) {
            message.saslUsername = client.saslUsername().toString();
        }
        Optional<QueueId> original = client.origQueueId().isPresent()
                ? QueueId.parse(client.origQueueId().toString())
                : Optional.empty();
        message.origin = original.isPresent() || message.origin == MessageOrigin.REINJECTED
                ? MessageOrigin.REINJECTED
                : MessageOrigin.SMTP;
        original.ifPresent(id -> message.parent = id);
    }

    private static void active(OpenMessage message, QmgrActiveView active) {
        message.activations++;
        if (message.activations == 1) {
            message.sender = active.sender().toString();
            message.size = active.size();
            message.recipientCount = active.recipientCount();
        }
    }

    private void delivery(OpenMessage message, DeliveryView delivery) {
        message.attempts.add(delivery);
        AsciiView text = delivery.text();
        if (text.startsWith("forwarded as ")) {
            related(message, text.toString().substring("forwarded as ".length()), delivery, MessageOrigin.FORWARDED);
        } else if (isThisHost(delivery)) {
            String words = text.toString();
            int at = words.lastIndexOf("queued as ");
            if (at >= 0) {
                related(message, words.substring(at + "queued as ".length()), delivery, MessageOrigin.REINJECTED);
            }
        }
    }

    /** A filter listens on this host, and sends the message back to it. */
    private static boolean isThisHost(DeliveryView delivery) {
        AsciiView address = delivery.relay().address();
        return address.isPresent() && (address.startsWith("127.") || address.contentEquals("::1"));
    }

    private void notification(OpenMessage message, NoticeView notice) {
        related(message, notice.part(NoticePart.NEW_QUEUE_ID).toString(), notice, MessageOrigin.NOTIFICATION);
    }

    /** Links two messages; the other may have been seen before, or comes later. */
    private void related(OpenMessage message, String words, PostfixView view, MessageOrigin origin) {
        int end = 0;
        while (end < words.length() && Character.isLetterOrDigit(words.charAt(end))) {
            end++;
        }
        Optional<QueueId> child = QueueId.parse(words.substring(0, end));
        if (child.isEmpty()) {
            return;
        }
        message.child(child.get());
        byte[] id = child.get().text().getBytes(StandardCharsets.US_ASCII);
        AsciiView idView = new AsciiView().wrap(id, 0, id.length);
        AsciiView host = view.envelope().host();
        OpenMessage other = find(OpenMessage.hash(host, idView), host, idView);
        if (other != null && other != message) {
            other.origin = origin;
            other.parent = message.id();
        }
    }

    private void postsuper(OpenMessage message, NoticeView notice) {
        if (notice.part(NoticePart.ACTION).contentEquals("removed")) {
            end(message, MessageEnd.DELETED);
        } else {
            message.notes.add(notice.envelope(), MaillogKind.POSTSUPER_MESSAGE);
        }
    }

    private void closeSilent(PostfixView view, OpenMessage current, long now) {
        OpenMessage eldest = messages.eldest();
        if (eldest != null
                && eldest != current
                && eldest.isOnHost(view.envelope().host())
                && eldest.silenceUntil(now) > limits.silence().toSeconds()) {
            end(eldest, MessageEnd.SILENCE);
        }
    }

    private void end(OpenMessage message, MessageEnd end) {
        messages.remove(message);
        paths.accept(message.complete(end));
    }

    private void endEldest(MessageEnd end) {
        OpenMessage eldest = messages.eldest();
        if (eldest != null) {
            end(eldest, end);
        }
    }

    /**
     * For logs that arrive in blocks: a visitor that hands every line to this tracker.
     *
     * <pre>{@code
     * MessageTracker tracker = new MessageTracker(message -> System.out.println(message.oneLine()));
     * MaillogDecoder decoder = Maillog.decoder(tracker.visitor(), ReadLimits.defaults());
     * decoder.feed(block, 0, count);
     * }</pre>
     *
     * @return a visitor for a decoder
     */
    public MaillogVisitor visitor() {
        return new TrackingVisitor(this::accept, neighbour -> {});
    }

    /** Ends the log: messages that are still in the queue are completed as they are. */
    public void finish() {
        while (messages.size() > 0) {
            endEldest(MessageEnd.END_OF_LOG);
        }
    }
}
