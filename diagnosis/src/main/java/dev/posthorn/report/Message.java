package dev.posthorn.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What a part of a log knows of one message, and what of it waits for lines of another part.
 *
 * <p>A message is <em>begun</em> if its first line in this part is one that only a new message has. Of one that is not, the
 * lines before may stand in the part before: what would be counted for its first appearance waits here.
 */
final class Message {

    /** Not yet told. */
    static final long UNKNOWN = -1;

    /** A delivery whose bytes are not counted yet, since the size is not known. */
    static final class Unsized {

        final byte[] recipient;
        final long time;
        final long times;

        Unsized(byte[] recipient, long time, long times) {
            this.recipient = recipient;
            this.time = time;
            this.times = times;
        }
    }

    boolean isBegun;

    /** Was it begun by {@code message-id=}? The line before that may stand in the part before. */
    boolean isBegunByMessageId;

    long size = UNKNOWN;

    /** Has it been seen to enter the queue? */
    boolean isReceived;

    /** Who sent it, and when it entered the queue: kept while it is not counted, of messages that are not begun. */
    byte[] sender = {};

    long receivedAt = LogTime.NONE;
    boolean isDeferred;
    List<Unsized> unsized = List.of();

    Message(boolean isBegun) {
        this.isBegun = isBegun;
    }

    void waitForSize(Unsized delivery) {
        if (unsized.isEmpty()) {
            unsized = new ArrayList<>(1);
        }
        unsized.add(delivery);
    }

    /** Has nothing been told of it but that it begins? */
    boolean isFresh() {
        return isBegun && !isReceived && !isDeferred && unsized.isEmpty();
    }

    /** Is there something to count that waits for another part? */
    boolean isWaiting() {
        return !unsized.isEmpty() || (!isBegun && (isReceived || isDeferred));
    }

    Message copy() {
        Message copy = new Message(isBegun);
        copy.isBegunByMessageId = isBegunByMessageId;
        copy.size = size;
        copy.isReceived = isReceived;
        copy.sender = sender;
        copy.receivedAt = receivedAt;
        copy.isDeferred = isDeferred;
        copy.unsized = unsized.isEmpty() ? unsized : new ArrayList<>(unsized);
        return copy;
    }
}
