package dev.posthorn.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Messages by host and queue id, at most as many as the limit: when there is one too many, the one that has been there
 * longest is given up. Looking up allocates nothing. Not safe for use by several threads.
 */
final class MessageTable {

    private final int limit;
    private final Map<Id, Message> messages = new LinkedHashMap<>();

    /** Asks for an id that is still in the builder. Never in the map. */
    private final Id probe = new Id(new byte[0], 0);

    /** The bytes of a key; the hash of Java's arrays is enough where ids are short and given by the mail server. */
    private static final class Id implements Comparable<Id> {

        private byte[] bytes;
        private int length;

        Id(byte[] bytes, int length) {
            this.bytes = bytes;
            this.length = length;
        }

        byte[] toByteArray() {
            return Arrays.copyOf(bytes, length);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Id id && Arrays.equals(bytes, 0, length, id.bytes, 0, id.length);
        }

        /** Lets the map keep its promises when hashes collide. */
        @Override
        public int compareTo(Id other) {
            return Arrays.compare(bytes, 0, length, other.bytes, 0, other.length);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int at = 0; at < length; at++) {
                hash = 31 * hash + bytes[at];
            }
            return hash;
        }
    }

    MessageTable(int limit) {
        this.limit = limit;
    }

    private Id probe(KeyBuilder id) {
        probe.bytes = id.bytes();
        probe.length = id.length();
        return probe;
    }

    @Nullable
    Message find(KeyBuilder id) {
        return messages.get(probe(id));
    }

    boolean has(KeyBuilder id) {
        return messages.containsKey(probe(id));
    }

    @Nullable
    Message find(byte[] id) {
        return messages.get(new Id(id, id.length));
    }

    @Nullable
    Message remove(KeyBuilder id) {
        return messages.remove(probe(id));
    }

    void remove(byte[] id) {
        messages.remove(new Id(id, id.length));
    }

    /** Adds a message; {@code givenUp} is told of the one that has to go for it. */
    void put(byte[] id, Message message, Consumer<Message> givenUp) {
        messages.put(new Id(id, id.length), message);
        if (messages.size() > limit) {
            Id oldest = messages.keySet().iterator().next();
            Message gone = messages.remove(oldest);
            if (gone != null) {
                givenUp.accept(gone);
            }
        }
    }

    void forEach(BiConsumer<byte[], Message> visitor) {
        messages.forEach((id, message) -> visitor.accept(id.toByteArray(), message));
    }

    void forEachById(BiConsumer<byte[], Message> visitor) {
        new TreeMap<>(messages).forEach((id, message) -> visitor.accept(id.toByteArray(), message));
    }
}
