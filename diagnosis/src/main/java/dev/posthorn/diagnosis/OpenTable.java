package dev.posthorn.diagnosis;

import dev.posthorn.parsers.bytes.AsciiView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is open, found by bytes of a line and in the order in which it was last touched. A map of the JDK would want an
 * object for the key of every line; here the caller hashes the bytes, walks the few entries of that hash and compares.
 *
 * <pre>
 * buckets   [hash] → entry → entry          linked by next
 * by age    eldest ⇄ entry ⇄ … ⇄ newest     linked by older and newer
 * </pre>
 *
 * @param <E> the type of the entries
 */
final class OpenTable<E extends OpenTable.Entry<E>> {

    private static final int FIRST_SIZE = 64;

    /** Something that is open. */
    abstract static class Entry<E extends Entry<E>> {
        private final int hash;
        private @Nullable E next;
        private @Nullable E older;
        private @Nullable E newer;

        Entry(int hash) {
            this.hash = hash;
        }

        final int hash() {
            return hash;
        }

        /** The next entry that may have the same hash. */
        final @Nullable E next() {
            return next;
        }
    }

    private @Nullable E[] buckets = newBuckets(FIRST_SIZE);
    private @Nullable E eldest;
    private @Nullable E newest;
    private int size;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <E extends Entry<E>> @Nullable E[] newBuckets(int size) {
        return (@Nullable E[]) new Entry[size];
    }

    /** FNV-1a, 32 bit, over the bytes of a text: short keys, and nobody gains by making entries collide in one tracker. */
    static int hash(int seed, AsciiView text) {
        int hash = seed;
        if (text.isPresent()) {
            byte[] bytes = text.array();
            for (int at = text.from(); at < text.to(); at++) {
                hash = (hash ^ bytes[at]) * 0x01000193;
            }
        }
        return (hash ^ ';') * 0x01000193;
    }

    /** Spreads the last bits of a hash over all of it. */
    static int spread(int hash) {
        return (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    }

    /** The first entry that may have a hash. */
    @Nullable
    E first(int hash) {
        return buckets[index(hash)];
    }

    private int index(int hash) {
        return (hash >>> 7) & (buckets.length - 1);
    }

    void add(E entry) {
        if (size >= buckets.length) {
            grow();
        }
        chain(entry);
        append(entry);
        size++;
    }

    private void chain(E entry) {
        Entry<E> links = entry;
        int index = index(links.hash);
        links.next = buckets[index];
        buckets[index] = entry;
    }

    private void grow() {
        buckets = newBuckets(2 * buckets.length);
        E entry = eldest;
        while (entry != null) {
            chain(entry);
            Entry<E> links = entry;
            entry = links.newer;
        }
    }

    void remove(E entry) {
        Entry<E> links = entry;
        int index = index(links.hash);
        E before = buckets[index];
        if (before == entry) {
            buckets[index] = links.next;
        } else {
            while (before != null) {
                Entry<E> beforeLinks = before;
                if (beforeLinks.next == entry) {
                    beforeLinks.next = links.next;
                    break;
                }
                before = beforeLinks.next;
            }
        }
        links.next = null;
        unlink(entry);
        size--;
    }

    /** Makes an entry the newest. */
    void touch(E entry) {
        if (entry != newest) {
            unlink(entry);
            append(entry);
        }
    }

    private void append(E entry) {
        Entry<E> links = entry;
        links.older = newest;
        links.newer = null;
        if (newest == null) {
            eldest = entry;
        } else {
            Entry<E> newestLinks = newest;
            newestLinks.newer = entry;
        }
        newest = entry;
    }

    private void unlink(E entry) {
        Entry<E> links = entry;
        E older = links.older;
        E newer = links.newer;
        if (older == null) {
            eldest = newer;
        } else {
            Entry<E> olderLinks = older;
            olderLinks.newer = newer;
        }
        if (newer == null) {
            newest = older;
        } else {
            Entry<E> newerLinks = newer;
            newerLinks.older = older;
        }
        links.older = null;
        links.newer = null;
    }

    /** The entry that was silent longest. */
    @Nullable
    E eldest() {
        return eldest;
    }

    int size() {
        return size;
    }

    void clear() {
        Arrays.fill(buckets, null);
        eldest = null;
        newest = null;
        size = 0;
    }
}
