package dev.posthorn.openssl.ciphers.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * OpenSSL's own model of a cipher list: one ordered list of active and inactive entries.
 *
 * <p>Entries are numbers, from 0 in the order in which the list starts. The operations carry the names of
 * {@code ssl_cipher_apply_rule} in {@code ssl_ciph.c}; what the last one changed is read with {@link #changed()}. Fact
 * sheet on cipher strings, section 7. Not safe for use by several threads.
 *
 * <p>The order among active entries matters, and the order among inactive ones, because a later {@link #add} takes them in
 * that order. How the two kinds stand between each other is never seen: every operation but {@link #kill} takes entries of
 * one kind, and puts them to an end of the list. So there are three places to stand in:
 *
 * <pre>
 * inactive:  deleted, latest first | never active, in the order of their numbers, a bit for each
 * active:    in order
 * </pre>
 *
 * <p>Sets of entries are bits, 64 entries to a word: bit {@code entry % 64} of word {@code entry / 64}. A rule is the
 * function from a word's index to the bits of the entries it matches. A rule that has nothing to do, as many of a real
 * string, is found out with a few words and without a walk over entries; so is a kill, because the dead are buried only
 * when somebody walks. An addition costs what it adds.
 */
public final class PreferenceList {

    /** {@code entry >> WORD} is {@code entry / 64}; a division would mind the sign. */
    private static final int WORD = 6;

    private static final short[] NO_ROOM_YET = {};

    private final boolean singleEntryQuirk;
    private final int size;

    /** The active entries in order; killed ones may stand among them. */
    private final short[] active;

    private int activeLength;

    /** The deleted entries at the end of the array, which grows to the left; killed ones may stand among them. */
    private short[] deleted = NO_ROOM_YET;

    private int deletedFrom;

    /** Room for active entries on the move. */
    private short[] moved = NO_ROOM_YET;

    /** The entries in force. */
    private final long[] inForce;

    /** The inactive entries that never were active. */
    private final long[] untouched;

    /** The entries that were not killed. */
    private final long[] alive;

    /** The entries the last operation was about. */
    private final long[] chosen;

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
        this.size = size;
        this.active = new short[size];
        this.deletedFrom = size;
        this.inForce = new long[words];
        this.chosen = new long[words];
        this.alive = new long[words];
        for (int word = 0; word < words; word++) {
            alive[word] = -1L >>> Math.max(0, Long.SIZE - (size - word * Long.SIZE));
        }
        this.untouched = alive.clone();
    }

    /**
     * Matching inactive entries become active and go to the end.
     *
     * @param rule what matches
     */
    public void add(IntToLongFunction rule) {
        if (choose(rule, false, true)) {
            addDeleted();
            for (int word = 0; word < chosen.length; word++) {
                long fresh = chosen[word] & untouched[word];
                untouched[word] ^= fresh;
                inForce[word] |= chosen[word];
                for (; fresh != 0; fresh &= fresh - 1) {
                    active[activeLength++] = (short) ((word << WORD) + Long.numberOfTrailingZeros(fresh));
                }
            }
        }
    }

    /** From front to back, and closes the gaps from back to front. */
    private void addDeleted() {
        for (int i = deletedFrom; i < size; i++) {
            if (isIn(chosen, deleted[i])) {
                active[activeLength++] = deleted[i];
            }
        }
        int from = size;
        for (int i = size - 1; i >= deletedFrom; i--) {
            if (!isIn(chosen, deleted[i])) {
                deleted[--from] = deleted[i];
            }
        }
        deletedFrom = from;
    }

    /**
     * Matching active entries go to the end.
     *
     * @param rule what matches
     */
    public void order(IntToLongFunction rule) {
        if (choose(rule, true, false)) {
            int count = takeActive();
            System.arraycopy(moved, 0, active, activeLength, count);
            activeLength += count;
        }
    }

    /**
     * Matching active entries become inactive and go to the front, so that a later addition finds them first.
     *
     * @param rule what matches
     */
    public void delete(IntToLongFunction rule) {
        if (choose(rule, true, false)) {
            int count = takeActive();
            deleted = deleted.length == 0 ? new short[size] : deleted;
            deletedFrom -= count;
            System.arraycopy(moved, 0, deleted, deletedFrom, count);
            for (int word = 0; word < chosen.length; word++) {
                inForce[word] &= ~chosen[word];
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
            int count = takeActive();
            System.arraycopy(active, 0, active, count, activeLength);
            System.arraycopy(moved, 0, active, 0, count);
            activeLength += count;
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
                inForce[word] &= ~chosen[word];
                untouched[word] &= ~chosen[word];
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
        System.arraycopy(inForce, 0, chosen, 0, chosen.length);
        if (!isWorthAWalk(count(inForce))) {
            return;
        }
        makeRoom();
        int sorted = 0;
        for (int i = 0; i < strengths.size(); i++) {
            choose(strengths.get(i), true, false);
            int left = count(chosen);
            for (int at = 0; left > 0; at++) {
                if (isIn(chosen, active[at])) {
                    moved[sorted++] = active[at];
                    left--;
                }
            }
        }
        System.arraycopy(inForce, 0, chosen, 0, chosen.length);
        System.arraycopy(moved, 0, active, 0, sorted);
        activeLength = sorted;
    }

    /**
     * What the last operation changed: added, moved, deleted or killed.
     *
     * @return the entries in order, as {@link #entries()} has them
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
        return count(inForce);
    }

    /**
     * What is in force.
     *
     * @return the active entries in order
     */
    public short[] active() {
        short[] living = new short[count(inForce)];
        if (living.length == activeLength) {
            System.arraycopy(active, 0, living, 0, activeLength);
            return living;
        }
        for (int i = 0, at = 0; at < living.length; i++) {
            if (isIn(inForce, active[i])) {
                living[at++] = active[i];
            }
        }
        return living;
    }

    /**
     * Everything that was not killed.
     *
     * @return the active entries in order, then the inactive ones in the order in which an addition takes them
     */
    public int[] entries() {
        return inOrder(alive);
    }

    private int[] inOrder(long[] set) {
        int[] found = new int[count(set)];
        int at = 0;
        for (int i = 0; i < activeLength; i++) {
            if (isIn(set, active[i])) {
                found[at++] = active[i];
            }
        }
        for (int i = deletedFrom; i < size; i++) {
            if (isIn(set, deleted[i])) {
                found[at++] = deleted[i];
            }
        }
        // Of those that the last operation killed, some were never active and are untouched no more.
        boolean[] stands = new boolean[size];
        for (int i = 0; i < at; i++) {
            stands[found[i]] = true;
        }
        for (int entry = 0; at < found.length; entry++) {
            if (isIn(set, entry) && !stands[entry]) {
                found[at++] = entry;
            }
        }
        return found;
    }

    /** Chooses what a rule matches among the active entries, the inactive ones, or both; false if that is nothing. */
    private boolean choose(IntToLongFunction rule, boolean amongActive, boolean amongInactive) {
        long any = 0;
        for (int word = 0; word < chosen.length; word++) {
            long among = (amongActive ? inForce[word] : 0) | (amongInactive ? alive[word] & ~inForce[word] : 0);
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
     * Moves the chosen ones of the active entries to {@link #moved}, and closes the ranks of the others, without the dead.
     *
     * @return how many were moved
     */
    private int takeActive() {
        makeRoom();
        int kept = 0;
        int out = 0;
        for (int i = 0; i < activeLength; i++) {
            short entry = active[i];
            if (isIn(chosen, entry)) {
                moved[out++] = entry;
            } else if (isIn(inForce, entry)) {
                active[kept++] = entry;
            }
        }
        activeLength = kept;
        return out;
    }

    private void makeRoom() {
        if (moved.length == 0) {
            moved = new short[size];
        }
    }

    private static int count(long[] set) {
        int count = 0;
        for (long word : set) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** A shift by an {@code int} uses its last six bits, which are {@code entry % 64}. */
    private static boolean isIn(long[] set, int entry) {
        return (set[entry >> WORD] & (1L << entry)) != 0;
    }
}
