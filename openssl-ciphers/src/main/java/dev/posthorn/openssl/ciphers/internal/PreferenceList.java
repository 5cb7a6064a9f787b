package dev.posthorn.openssl.ciphers.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * OpenSSL's own model of a cipher list: one ordered list of active and inactive entries.
 *
 * <p>Entries are numbers, from 0 in the order in which the list starts. Where inactive entries stand matters, because a
 * later {@link #add} takes them in that order. The operations carry the names of {@code ssl_cipher_apply_rule} in
 * {@code ssl_ciph.c}; what the last one changed is read with {@link #changed()}. Fact sheet on cipher strings, section
 * 7. Not safe for use by several threads.
 */
public final class PreferenceList {

    private final boolean singleEntryQuirk;
    private final int[] entries;
    private int size;

    /** By entry. */
    private final boolean[] active;

    /** What the last operation took out of its place, in list order. */
    private final int[] taken;

    private int takenCount;

    /**
     * A list in which nothing is active yet.
     *
     * @param size how many entries it has
     * @param singleEntryQuirk does a list with one entry left ignore every operation, as OpenSSL did up to 1.0.0m and
     *     1.0.1h?
     */
    public PreferenceList(int size, boolean singleEntryQuirk) {
        this.singleEntryQuirk = singleEntryQuirk;
        this.size = size;
        this.entries = new int[size];
        this.active = new boolean[size];
        this.taken = new int[size];
        for (int entry = 0; entry < size; entry++) {
            entries[entry] = entry;
        }
    }

    /**
     * Matching inactive entries become active and go to the end.
     *
     * @param rule what matches
     */
    public void add(IntPredicate rule) {
        takeByState(rule, false);
        activate(true);
        putAtEnd();
    }

    /**
     * Matching active entries go to the end.
     *
     * @param rule what matches
     */
    public void order(IntPredicate rule) {
        takeByState(rule, true);
        putAtEnd();
    }

    /**
     * Matching active entries become inactive and go to the front, so that a later addition finds them first.
     *
     * @param rule what matches
     */
    public void delete(IntPredicate rule) {
        takeByState(rule, true);
        activate(false);
        putAtFront();
    }

    /**
     * Matching active entries go to the front.
     *
     * @param rule what matches
     */
    public void bump(IntPredicate rule) {
        takeByState(rule, true);
        putAtFront();
    }

    /**
     * Matching entries, active or not, leave the list for good.
     *
     * @param rule what matches
     */
    public void kill(IntPredicate rule) {
        takenCount = 0;
        if (isFrozen()) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int entry = entries[i];
            if (rule.test(entry)) {
                active[entry] = false;
                taken[takenCount++] = entry;
            } else {
                entries[kept++] = entry;
            }
        }
        size = kept;
    }

    /**
     * A stable sort of the active entries, strongest first; the inactive ones end up before them.
     *
     * @param strengths the entries of each strength, strongest first; every entry belongs to one
     */
    public void sortByStrength(List<? extends IntPredicate> strengths) {
        takeActive();
        int at = size - takenCount;
        for (IntPredicate strength : strengths) {
            for (int i = 0; i < takenCount; i++) {
                if (strength.test(taken[i])) {
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
        return Arrays.copyOf(taken, takenCount);
    }

    /**
     * What is in force.
     *
     * @return the active entries in order
     */
    public int[] active() {
        int[] found = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (active[entries[i]]) {
                found[count++] = entries[i];
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * Everything that was not killed.
     *
     * @return all entries in order, active or not
     */
    public int[] entries() {
        return Arrays.copyOf(entries, size);
    }

    /** Closes the ranks behind the matching entries of one state; the room at the end is theirs. */
    private void takeByState(IntPredicate rule, boolean state) {
        takenCount = 0;
        if (isFrozen()) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int entry = entries[i];
            if (active[entry] == state && rule.test(entry)) {
                taken[takenCount++] = entry;
            } else {
                entries[kept++] = entry;
            }
        }
    }

    private void takeActive() {
        takenCount = 0;
        if (isFrozen()) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int entry = entries[i];
            if (active[entry]) {
                taken[takenCount++] = entry;
            } else {
                entries[kept++] = entry;
            }
        }
    }

    /** 1.0.1h ssl_ciph.c: the loops end when "curr == last" before they looked at the only entry. */
    private boolean isFrozen() {
        return singleEntryQuirk && size == 1;
    }

    private void activate(boolean state) {
        for (int i = 0; i < takenCount; i++) {
            active[taken[i]] = state;
        }
    }

    private void putAtEnd() {
        System.arraycopy(taken, 0, entries, size - takenCount, takenCount);
    }

    private void putAtFront() {
        System.arraycopy(entries, 0, entries, takenCount, size - takenCount);
        System.arraycopy(taken, 0, entries, 0, takenCount);
    }
}
