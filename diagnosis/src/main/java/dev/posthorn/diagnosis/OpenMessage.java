package dev.posthorn.diagnosis;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.QueueId;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A message while its lines come in. */
final class OpenMessage extends OpenTable.Entry<OpenMessage> {

    private static final int MAX_CHILDREN = 100;

    private final byte[] host;
    private final String hostName;
    private final byte[] queueId;

    final LineNotes notes;
    final AttemptNotes attempts;
    private final LogClock startedAt = new LogClock();
    private final LogClock endedAt = new LogClock();
    private final List<QueueId> children = new ArrayList<>(1);

    private long firstLine;
    private long lastLine;
    private long lineCount;
    private long lastSeen = LogClock.NO_TIME;

    MessageOrigin origin = MessageOrigin.UNKNOWN;

    @Nullable
    QueueId parent;

    @Nullable
    MailPeer client;

    @Nullable
    String saslUsername;

    @Nullable
    String messageId;

    @Nullable
    String sender;

    long size = -1;
    int recipientCount = -1;
    int activations;
    boolean isExpired;
    boolean isRejected;

    OpenMessage(int hash, AsciiView host, AsciiView queueId, TrackingLimits limits) {
        super(hash);
        this.host = host.toByteArray();
        this.hostName = host.toString();
        this.queueId = queueId.toByteArray();
        notes = new LineNotes(limits);
        attempts = new AttemptNotes(limits);
    }

    static int hash(AsciiView host, AsciiView queueId) {
        return OpenTable.spread(OpenTable.hash(OpenTable.hash(0x811C9DC5, host), queueId));
    }

    boolean isOf(AsciiView otherHost, AsciiView otherId) {
        return equal(queueId, otherId) && equal(host, otherHost);
    }

    private static boolean equal(byte[] bytes, AsciiView text) {
        return bytes.length == text.length()
                && (bytes.length == 0 || Arrays.equals(bytes, 0, bytes.length, text.array(), text.from(), text.to()));
    }

    boolean isOnHost(AsciiView otherHost) {
        return equal(host, otherHost);
    }

    void line(EnvelopeView envelope, long now) {
        if (lineCount == 0) {
            firstLine = envelope.lineNumber();
            startedAt.set(envelope.timestamp());
        }
        lastLine = envelope.lineNumber();
        endedAt.set(envelope.timestamp());
        lastSeen = now == LogClock.NO_TIME ? lastSeen : now;
        lineCount++;
    }

    long silenceUntil(long now) {
        return LogClock.secondsBetween(lastSeen, now);
    }

    /** Does the log show this message already from its beginning? Then another beginning is that of another message. */
    boolean hasBegun() {
        return client != null || origin == MessageOrigin.LOCAL || activations > 0 || attempts.size() > 0;
    }

    QueueId id() {
        return new QueueId(new AsciiView().wrap(queueId, 0, queueId.length).toString());
    }

    void child(QueueId id) {
        if (children.size() < MAX_CHILDREN && !children.contains(id)) {
            children.add(id);
        }
    }

    MessagePath complete(MessageEnd end) {
        List<DeliveryAttempt> tried = attempts.attempts();
        return MessagePath.builder()
                .host(hostName.isEmpty() ? Optional.empty() : Optional.of(hostName))
                .queueId(id())
                .firstLine(firstLine)
                .lastLine(lastLine)
                .lineCount(lineCount)
                .startedAt(startedAt.value())
                .endedAt(endedAt.value())
                .end(end)
                .origin(origin)
                .cameFrom(Optional.ofNullable(parent))
                .client(Optional.ofNullable(client))
                .saslUsername(Optional.ofNullable(saslUsername))
                .messageId(Optional.ofNullable(messageId))
                .sender(Optional.ofNullable(sender))
                .size(size < 0 ? OptionalLong.empty() : OptionalLong.of(size))
                .recipientCount(recipientCount < 0 ? OptionalInt.empty() : OptionalInt.of(recipientCount))
                .activations(activations)
                .addAllAttempts(tried)
                .attemptsLeftOut(attempts.leftOut())
                .addAllBecameOf(children)
                .addAllLines(notes.lines())
                .fate(FateFinder.of(this, tried, end))
                .build();
    }
}
