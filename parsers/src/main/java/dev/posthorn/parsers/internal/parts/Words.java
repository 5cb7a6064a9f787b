package dev.posthorn.parsers.internal.parts;

import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.internal.swar.Literal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks words up without a {@code String}: an open hash table over the last eight bytes.
 *
 * @param <V> what a word stands for
 */
public final class Words<V> {

    private final @Nullable Entry<V>[] entries;

    private Words(Map<String, V> meanings) {
        entries = emptyTable(4 * Integer.highestOneBit(Math.max(1, meanings.size()))); // At most half of it is full.
        meanings.forEach(this::add);
    }

    /**
     * A table.
     *
     * @param meanings what each word stands for
     * @return the table
     */
    public static <V> Words<V> of(Map<String, V> meanings) {
        return new Words<>(meanings);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // An array of a generic type cannot be made otherwise.
    private static <V> @Nullable Entry<V>[] emptyTable(int size) {
        return new Entry[size];
    }

    private void add(String word, V meaning) {
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        int slot = slot(bytes, 0, bytes.length);
        while (entries[slot] != null) {
            slot = next(slot);
        }
        entries[slot] = new Entry<>(Literal.of(word), meaning);
    }

    /** What a word stands for, {@code null} if it is none of ours. */
    public @Nullable V find(byte[] bytes, int from, int to) {
        if (from < 0 || to <= from) {
            return null;
        }
        int slot = slot(bytes, from, to);
        for (Entry<V> entry = entries[slot]; entry != null; entry = entries[slot]) {
            if (entry.word.length() == to - from && entry.word.isAt(bytes, from, to)) {
                return entry.meaning;
            }
            slot = next(slot);
        }
        return null;
    }

    private int slot(byte[] bytes, int from, int to) {
        return ByteSearch.hashOfLast(bytes, from, to) & (entries.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (entries.length - 1);
    }

    private record Entry<V>(Literal word, V meaning) {}
}
