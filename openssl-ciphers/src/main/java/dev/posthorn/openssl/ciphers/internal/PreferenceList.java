package dev.posthorn.openssl.ciphers.internal;

import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * OpenSSL's own model of a cipher list: one ordered list of active and inactive entries.
 *
 * <p>Entries are numbers, from 0 in the order in which the list starts. Where inactive entries stand matters, because a
 * later {@link #add} takes them in that order. The operations carry the names of {@code ssl_cipher_apply_rule} in
 * {@code ssl_ciph.c}; what the last one changed is read with {@link #changed()}. Fact sheet on cipher strings, section
 * 7. Not safe for use by several threads.
 *
 * <p>Sets of entries are bits, 64 entries to a word: bit {@code entry % 64} of word {@code entry / 64}. A rule is the
 * function from a word's index to the bits of the entries it matches, so that a rule which has nothing to do, as every
 * second one of a real string, is found out with a few words and without a walk over the list.
 */
public final class PreferenceList {

    private final boolean singleEntryQuirk;
    private final short[] entries;
    private int size;

    /** The entries in force. */
    private final long[] active;

    /** The entries that were not killed. */
    private final long[] alive;

    /** The entries the operation at hand is about. */
    private final long[] chosen;

    /** What the last operation took out of its place, in list order. */
    private final short[] taken;

    private int takenCount;

    /**
     * A list in which nothing is active yet.
     *
     * @param size how many entries it has, at most {@link Short#MAX_VALUE}
     * @param singleEntryQuirk does a list with one entry left ignore every operation, as OpenSSL did up to 1.0.0m and
     *     1.0.1h?
     */
    public PreferenceList(int size, boolean singleEntryQuirk) {
        int words = (size + Long.SIZE - 1) / Long.SIZE;
        this.singleEntryQuirk = singleEntryQuirk;
        this.size = size;
        this.entries = new short[size];
        this.taken = new short[size];
        this.active = new long[words];
        this.alive = new long[words];
        this.chosen = new long[words];
        for (int entry = 0; entry < size; entry++) {
            entries[entry] = (short) entry;
            alive[entry / Long.SIZE] |= 1L << entry;
        }
    }

    /**
     * Matching inactive entries become active and go to the end.
     *
     * @param rule what matches
     */
    public void add(IntToLongFunction rule) {
        if (choose(rule, false, true)) {
            take();
            for (int word = 0; word < chosen.length; word++) {
                active[word] |= chosen[word];
            }
            putAtEnd();
        }
    }

    /**
     * Matching active entries go to the end.
     *
     * @param rule what matches
     */
    public void order(IntToLongFunction rule) {
        if (choose(rule, true, false)) {
            take();
            putAtEnd();
        }
    }

    /**
     * Matching active entries become inactive and go to the front, so that a later addition finds them first.
     *
     * @param rule what matches
     */
    public void delete(IntToLongFunction rule) {
        if (choose(rule, true, false)) {
            take();
            for (int word = 0; word < chosen.length; word++) {
                active[word] &= ~chosen[word];
            }
            putAtFront();
        }
    }

    /**
     * Matching active entries go to the front.
     *
     * @param rule what matches
     */
    public void bump(IntToLongFunction rule) {
        if (choose(rule, true, false)) {
            take();
            putAtFront();
        }
    }

    /**
     * Matching entries, active or not, leave the list for good.
     *
     * @param rule what matches
     */
    public void kill(IntToLongFunction rule) {
        if (choose(rule, true, true)) {
            take();
            for (int word = 0; word < chosen.length; word++) {
                active[word] &= ~chosen[word];
                alive[word] &= ~chosen[word];
            }
            size -= takenCount;
        }
    }

    /**
     * A stable sort of the active entries, strongest first; the inactive ones end up before them.
     *
     * @param strengths the entries of each strength, strongest first; every entry belongs to one
     */
    public void sortByStrength(List<? extends IntToLongFunction> strengths) {
        System.arraycopy(active, 0, chosen, 0, chosen.length);
        if (!isWorthATurn(activeCount())) {
            return;
        }
        take();
        int at = size - takenCount;
        for (IntToLongFunction strength : strengths) {
            for (int i = 0; i < takenCount; i++) {
                if (isIn(strength, taken[i])) {
                    entries[at++] = taken[i];
                }
            }
        }
        System.arraycopy(entries, size - takenCount, taken, 0, takenCount);
    }

    /**
     * What the last operation changed: added, moved, deleted or killed.
     *
     * @return the entries in list order
     */
    public int[] changed() {
        return firstOf(taken, takenCount);
    }

    /**
     * How many entries are in force.
     *
     * @return 0 or more
     */
    public int activeCount() {
        int count = 0;
        for (long word : active) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /**
     * Writes down what is in force.
     *
     * @param <T> what an entry stands for
     * @param values what each entry stands for
     * @param into where to write what the active entries stand for, in list order
     * @param from where to begin; {@link #activeCount()} places from there are written
     */
    public <T> void copyActive(List<? extends T> values, T[] into, int from) {
        int at = from;
        int end = from + activeCount();
        for (int i = 0; at < end; i++) {
            if (isIn(active, entries[i])) {
                into[at++] = values.get(entries[i]);
            }
        }
    }

    /**
     * Everything that was not killed.
     *
     * @return all entries in order, active or not
     */
    public int[] entries() {
        return firstOf(entries, size);
    }

    private static int[] firstOf(short[] list, int count) {
        int[] first = new int[count];
        for (int i = 0; i < count; i++) {
            first[i] = list[i];
        }
        return first;
    }

    /** Chooses what a rule matches among the active entries, the inactive ones, or both; false if that is nothing. */
    private boolean choose(IntToLongFunction rule, boolean amongActive, boolean amongInactive) {
        long any = 0;
        for (int word = 0; word < chosen.length; word++) {
            long among = (amongActive ? active[word] : 0) | (amongInactive ? alive[word] & ~active[word] : 0);
            chosen[word] = rule.applyAsLong(word) & among;
            any |= chosen[word];
        }
        return isWorthATurn(any);
    }

    /** 1.0.1h ssl_ciph.c: the loops end when "curr == last" before they looked at the only entry. */
    private boolean isWorthATurn(long anyChosen) {
        if (anyChosen == 0 || (singleEntryQuirk && size == 1)) {
            takenCount = 0;
            return false;
        }
        return true;
    }

    /** Closes the ranks behind the chosen entries; the room at the end is theirs. */
    private void take() {
        int kept = 0;
        int out = 0;
        for (int i = 0; i < size; i++) {
            short entry = entries[i];
            if (isIn(chosen, entry)) {
                taken[out++] = entry;
            } else {
                entries[kept++] = entry;
            }
        }
        takenCount = out;
    }

    /** A shift by an {@code int} uses its last six bits, which are {@code entry % 64}. */
    private static boolean isIn(long[] set, int entry) {
        return (set[entry / Long.SIZE] & (1L << entry)) != 0;
    }

    private static boolean isIn(IntToLongFunction set, int entry) {
        return (set.applyAsLong(entry / Long.SIZE) & (1L << entry)) != 0;
    }

    private void putAtEnd() {
        System.arraycopy(taken, 0, entries, size - takenCount, takenCount);
    }

    private void putAtFront() {
        System.arraycopy(entries, 0, entries, takenCount, size - takenCount);
        System.arraycopy(taken, 0, entries, 0, takenCount);
    }
}
