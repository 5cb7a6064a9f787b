package dev.posthorn.report;

import dev.posthorn.internal.json.JsonReader;
import dev.posthorn.internal.json.JsonWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Follows messages by their queue ids from the line that begins them to {@code removed}, in one part of a log, and joins the
 * parts.
 *
 * <p>A message enters the queue again for every attempt, but was received once; and its size stands on another line than
 * its deliveries. Short queue ids are used again once the queue file is gone, so {@code removed} ends a message, and so
 * does a line that only a new one has (postfix-log-messages 1.6 and 3.2).
 *
 * <p>Joining is associative: what a message looks like does not depend on where the log was cut. It is not commutative, as
 * the later part has to come second. This holds as long as no message had to be given up for the limit
 * ({@link Measure#FORGOTTEN}), and as long as a queue id is {@code removed} before it is used again.
 */
final class MessageFlow {

    private final int limit;
    private final MessageCounts counts;

    /** Messages that may go on. */
    private final MessageTable open;

    /** Messages that have ended here and may have begun in the part before. */
    private final MessageTable ended;

    /** How many deliveries wait for the size of their message. */
    private int waiting;

    MessageFlow(int limit, MessageCounts counts) {
        this.limit = limit;
        this.counts = counts;
        open = new MessageTable(limit);
        ended = new MessageTable(limit);
    }

    /** A line that only a new message has: {@code client=}, or {@code uid=} of pickup. */
    void begin(KeyBuilder id) {
        Message before = open.remove(id);
        if (before != null) {
            settle(before);
        }
        put(id, new Message(true));
    }

    /** {@code message-id=}: comes before the message enters the queue, behind one of the lines above or alone. */
    void beginWithMessageId(KeyBuilder id) {
        Message message = open.find(id);
        if (message == null) {
            Message begun = new Message(true);
            begun.isBegunByMessageId = !ended.has(id);
            put(id, begun);
        } else if (!message.isFresh()) {
            begin(id);
        }
    }

    /** The message entered the active queue, for the first time or again. */
    void enter(KeyBuilder id, long size, KeyBuilder sender, long time) {
        Message message = message(id);
        if (!message.isReceived) {
            message.isReceived = true;
            message.size = size;
            if (message.isBegun) {
                counts.received(sender.bytes(), sender.length(), size, time);
            } else {
                message.sender = bytes(sender);
                message.receivedAt = time;
            }
        }
        resolve(message);
    }

    void deliver(KeyBuilder id, KeyBuilder recipient, long time, long times) {
        Message message = message(id);
        if (message.size != Message.UNKNOWN) {
            counts.delivered(recipient.bytes(), recipient.length(), message.size, time, times);
        } else if (waiting < limit) {
            waiting++;
            message.waitForSize(new Message.Unsized(bytes(recipient), time, times));
        } else {
            counts.forgotten();
            counts.deliveredWithoutSize(times);
        }
    }

    void defer(KeyBuilder id) {
        Message message = message(id);
        if (!message.isDeferred) {
            message.isDeferred = true;
            if (message.isBegun) {
                counts.deferred();
            }
        }
    }

    void end(KeyBuilder id) {
        Message message = open.remove(id);
        if (message == null) {
            if (!ended.has(id)) {
                end(bytes(id), new Message(false));
            }
        } else if (!message.isBegun || message.isBegunByMessageId) {
            end(bytes(id), message);
        } else {
            settle(message);
        }
    }

    private Message message(KeyBuilder id) {
        Message message = open.find(id);
        return message == null ? put(id, new Message(ended.has(id))) : message;
    }

    private Message put(KeyBuilder id, Message message) {
        open.put(bytes(id), message, this::giveUp);
        return message;
    }

    private void end(byte[] id, Message message) {
        ended.put(id, message, gone -> {
            if (gone.isWaiting()) {
                counts.forgotten();
            }
            settle(gone);
        });
    }

    private void giveUp(Message message) {
        counts.forgotten();
        settle(message);
    }

    private void resolve(Message message) {
        if (message.size != Message.UNKNOWN) {
            waiting -= message.unsized.size();
            for (Message.Unsized delivery : message.unsized) {
                counts.delivered(
                        delivery.recipient, delivery.recipient.length, message.size, delivery.time, delivery.times);
            }
            message.unsized = List.of();
        }
    }

    /** Counts what waits. */
    private void settle(Message message) {
        begun(message);
        for (Message.Unsized delivery : message.unsized) {
            counts.deliveredWithoutSize(delivery.times);
        }
        waiting -= message.unsized.size();
    }

    private static byte[] bytes(KeyBuilder key) {
        return Arrays.copyOf(key.bytes(), key.length());
    }

    /** Joins the part that follows. It stays as it is, and so it must not be this one. */
    void merge(MessageFlow later) {
        later.ended.forEach((id, message) -> {
            Message whole = joined(id, message);
            if (whole.isBegun && !whole.isBegunByMessageId) {
                settle(whole);
            } else {
                end(id, whole);
            }
        });
        later.open.forEach((id, message) -> open.put(id, joined(id, message), this::giveUp));
    }

    /** The message as both parts know it; no longer open here. */
    private Message joined(byte[] id, Message theirs) {
        Message later = theirs.copy();
        waiting += later.unsized.size();
        Message earlier = open.find(id);
        open.remove(id);
        if (earlier == null) {
            if (ended.find(id) != null) {
                begun(later);
                later.isBegunByMessageId = false;
            }
            return later;
        }
        if (!later.isBegun) {
            return join(earlier, later);
        }
        boolean isSame = later.isBegunByMessageId && earlier.isFresh();
        later.isBegunByMessageId = isSame && earlier.isBegunByMessageId;
        settle(earlier);
        return later;
    }

    private Message join(Message earlier, Message later) {
        if (!earlier.isReceived && later.isReceived) {
            earlier.isReceived = true;
            earlier.sender = later.sender;
            earlier.receivedAt = later.receivedAt;
            earlier.size = later.size;
            if (earlier.isBegun) {
                countReceived(earlier);
            }
        }
        if (!earlier.isDeferred && later.isDeferred) {
            earlier.isDeferred = true;
            if (earlier.isBegun) {
                counts.deferred();
            }
        }
        later.unsized.forEach(earlier::waitForSize);
        resolve(earlier);
        return earlier;
    }

    /** What waited for the part before need wait no longer. */
    private void begun(Message message) {
        if (!message.isBegun) {
            message.isBegun = true;
            if (message.isReceived) {
                countReceived(message);
            }
            if (message.isDeferred) {
                counts.deferred();
            }
        }
    }

    private void countReceived(Message message) {
        counts.received(message.sender, message.sender.length, message.size, message.receivedAt);
        message.sender = new byte[0];
        message.receivedAt = LogTime.NONE;
    }

    /** Counts what waits, as if nothing came before or after. For a copy that is shown. */
    void settleAll() {
        ended.forEach((id, message) -> settle(message));
        open.forEach((id, message) -> settle(message));
    }

    void write(JsonWriter json) {
        json.beginObject().name("open");
        write(open, json);
        json.name("ended");
        write(ended, json);
        json.endObject();
    }

    private static void write(MessageTable messages, JsonWriter json) {
        json.beginArray();
        messages.forEachById((id, message) -> MessageJson.write(id, message, json));
        json.endArray();
    }

    void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "open" -> read(open, json);
                case "ended" -> read(ended, json);
                default -> json.skip();
            }
        }
        json.endObject();
    }

    private void read(MessageTable messages, JsonReader json) {
        json.beginArray();
        while (json.hasNext()) {
            waiting += MessageJson.read(json, messages);
        }
        json.endArray();
    }
}
