package dev.posthorn.openssl.ciphers.internal;

import java.util.Arrays;
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
 * function from a word's index to the bits of the entries it matches. A rule that has nothing to do, as many of a real
 * string, is found out with a few words and without a walk over the list; a kill is nothing but that, because the next
 * walk leaves out the dead. Walks have no branches: every entry is written to both places it could go to, and stays
 * where the counter moves on.
 */
public final class PreferenceList {

    private final boolean singleEntryQuirk;

    /** The order; killed entries stand in it until the next walk. One place more than entries, see {@link #take}. */
    private final short[] entries;

    /** How many places of {@link #entries} are in use. */
    private int length;

    /** The entries in force. */
    private final long[] active;

    /** The entries that were not killed. */
    private final long[] alive;

    /** The entries the last operation was about. */
    private final long[] chosen;

    /** Room for entries on the move. */
    private final short[] taken;

    /**
     * A list in which nothing is active yet.
     *
     * @param size how many entries it has, less than {@link Short#MAX_VALUE}
     * @param singleEntryQuirk does a list with one entry left ignore every operation, as OpenSSL did up to 1.0.0m and
     *     1.0.1h?
     */
    public PreferenceList(int size, boolean singleEntryQuirk) {
        int words = (size + Long.SIZE - 1) / Long.SIZE;
        this.singleEntryQuirk = singleEntryQuirk;
        this.length = size;
        this.entries = new short[size + 1];
        this.taken = new short[size + 1];
        this.active = new long[words];
        this.alive = new long[words];
        this.chosen = new long[words];
        for (int entry = 0; entry < size; entry++) {
            entries[entry] = (short) entry;
        }
        for (int word = 0; word < words; word++) {
            alive[word] = -1L >>> Math.max(0, Long.SIZE - (size - word * Long.SIZE));
        }
    }

    /**
     * Matching inactive entries become active and go to the end.
     *
     * @param rule what matches
     */
    public void add(IntToLongFunction rule) {
        if (choose(rule, false, true)) {
            putAtEnd(take());
            for (int word = 0; word < chosen.length; word++) {
                active[word] |= chosen[word];
            }
        }
    }

    /**
     * Matching active entries go to the end.
     *
     * @param rule what matches
     */
    public void order(IntToLongFunction rule) {
        if (choose(rule, true, false)) {
            putAtEnd(take());
        }
    }

    /**
     * Matching active entries become inactive and go to the front, so that a later addition finds them first.
     *
     * @param rule what matches
     */
    public void delete(IntToLongFunction rule) {
        if (choose(rule, true, false)) {
            putAtFront(take());
            for (int word = 0; word < chosen.length; word++) {
                active[word] &= ~chosen[word];
            }
        }
    }

    /**
     * Matching active entries go to the front.
     *
     * @param rule what matches
     */
    public void bump(IntToLongFunction rule) {
        if (choose(rule, true, false)) {
            putAtFront(take());
        }
    }

    /**
     * Matching entries, active or not, leave the list for good.
     *
     * @param rule what matches
     */
    public void kill(IntToLongFunction rule) {
        if (choose(rule, true, true)) {
            for (int word = 0; word < chosen.length; word++) {
                active[word] &= ~chosen[word];
                alive[word] &= ~chosen[word];
            }
        }
    }

    /**
     * A stable sort of the active entries, strongest first; the inactive ones end up before them.
     *
     * @param strengths the entries of each strength, strongest first; every entry belongs to one
     */
    public void sortByStrength(List<? extends IntToLongFunction> strengths) {
        System.arraycopy(active, 0, chosen, 0, chosen.length);
        if (!isWorthAWalk(count(active))) {
            return;
        }
        int count = take();
        int at = length - count;
        for (int i = 0; i < strengths.size(); i++) {
            IntToLongFunction strength = strengths.get(i);
            if (hasActive(strength)) {
                for (int j = 0; j < count; j++) {
                    short entry = taken[j];
                    entries[at] = entry;
                    at += bit(strength.applyAsLong(entry / Long.SIZE), entry);
                }
            }
        }
    }

    private boolean hasActive(IntToLongFunction rule) {
        long any = 0;
        for (int word = 0; word < active.length; word++) {
            any |= rule.applyAsLong(word) & active[word];
        }
        return any != 0;
    }

    /**
     * What the last operation changed: added, moved, deleted or killed.
     *
     * @return the entries in list order
     */
    public int[] changed() {
        return inOrder(chosen);
    }

    /**
     * How many entries are in force.
     *
     * @return 0 or more
     */
    public int activeCount() {
        return count(active);
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
        int count = 0;
        for (int i = 0; i < length; i++) {
            short entry = entries[i];
            taken[count] = entry;
            count += bit(active[entry / Long.SIZE], entry);
        }
        for (int i = 0; i < count; i++) {
            into[from + i] = values.get(taken[i]);
        }
    }

    /**
     * Everything that was not killed.
     *
     * @return all entries in order, active or not
     */
    public int[] entries() {
        return inOrder(alive);
    }

    private int[] inOrder(long[] set) {
        int[] found = new int[count(set)];
        int at = 0;
        for (int i = 0; at < found.length; i++) {
            if (bit(set[entries[i] / Long.SIZE], entries[i]) != 0) {
                found[at++] = entries[i];
            }
        }
        return found;
    }

    /** Chooses what a rule matches among the active entries, the inactive ones, or both; false if that is nothing. */
    private boolean choose(IntToLongFunction rule, boolean amongActive, boolean amongInactive) {
        long any = 0;
        for (int word = 0; word < chosen.length; word++) {
            long among = (amongActive ? active[word] : 0) | (amongInactive ? alive[word] & ~active[word] : 0);
            chosen[word] = rule.applyAsLong(word) & among;
            any |= chosen[word];
        }
        return isWorthAWalk(any);
    }

    /** 1.0.1h ssl_ciph.c: the loops end when "curr == last" before they looked at the only entry. */
    private boolean isWorthAWalk(long anyChosen) {
        boolean frozen = singleEntryQuirk && count(alive) == 1;
        if (frozen) {
            Arrays.fill(chosen, 0);
        }
        return anyChosen != 0 && !frozen;
    }

    /**
     * Takes the chosen entries out, and closes the ranks of the others that are alive; the room at the end is for those
     * taken. What is written beyond a counter is overwritten by the next entry, or nobody looks at it.
     *
     * @return how many were taken
     */
    private int take() {
        int kept = 0;
        int out = 0;
        for (int i = 0; i < length; i++) {
            short entry = entries[i];
            int goes = bit(chosen[entry / Long.SIZE], entry);
            int lives = bit(alive[entry / Long.SIZE], entry);
            taken[out] = entry;
            entries[kept] = entry;
            out += goes;
            kept += lives ^ goes;
        }
        length = kept + out;
        return out;
    }

    private void putAtEnd(int count) {
        System.arraycopy(taken, 0, entries, length - count, count);
    }

    private void putAtFront(int count) {
        System.arraycopy(entries, 0, entries, count, length - count);
        System.arraycopy(taken, 0, entries, 0, count);
    }

    private static int count(long[] set) {
        int count = 0;
        for (long word : set) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** A shift by an {@code int} uses its last six bits, which are {@code entry % 64}. */
    private static int bit(long word, int entry) {
        return (int) (word >>> entry) & 1;
    }
}
