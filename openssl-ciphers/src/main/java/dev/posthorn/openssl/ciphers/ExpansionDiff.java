package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.text.TextTable;
import dev.posthorn.tls.CipherSuite;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How two expansions differ: one string under two builds, or two strings under one build. Suites are the same if their
 * code points are.
 *
 * <p>Immutable.
 */
public final class ExpansionDiff {

    private final Expansion before;
    private final Expansion after;
    private final List<SuiteChange> gained;
    private final List<SuiteChange> lost;
    private final List<SuiteChange> moved;

    private ExpansionDiff(Expansion before, Expansion after) {
        this.before = before;
        this.after = after;
        Map<CipherSuite, Integer> positionsBefore = positions(before);
        Map<CipherSuite, Integer> positionsAfter = positions(after);
        this.gained = changes(after, suite -> !positionsBefore.containsKey(suite));
        this.lost = changes(before, suite -> !positionsAfter.containsKey(suite));
        Set<CipherSuite> common = new LinkedHashSet<>(positionsAfter.keySet());
        common.retainAll(positionsBefore.keySet());
        Set<CipherSuite> stayed = longestCommonOrder(List.copyOf(common), positionsBefore);
        this.moved = changes(after, suite -> common.contains(suite) && !stayed.contains(suite));
    }

    static ExpansionDiff of(Expansion before, Expansion after) {
        return new ExpansionDiff(before, after);
    }

    private static Map<CipherSuite, Integer> positions(Expansion expansion) {
        Map<CipherSuite, Integer> positions = new LinkedHashMap<>();
        for (OpenSslCipherSuite suite : expansion.suites()) {
            positions.put(suite.cipherSuite(), positions.size() + 1);
        }
        return positions;
    }

    private List<SuiteChange> changes(Expansion side, Predicate<CipherSuite> changed) {
        return side.suites().stream()
                .map(OpenSslCipherSuite::cipherSuite)
                .filter(changed)
                .map(suite -> SuiteChange.between(suite, before, after))
                .toList();
    }

    /**
     * As many suites as possible that keep their order: the longest increasing run of former positions, found by
     * remembering for each suite the best run that ends in it.
     */
    private static Set<CipherSuite> longestCommonOrder(List<CipherSuite> order, Map<CipherSuite, Integer> former) {
        int[] position =
                order.stream().mapToInt(suite -> former.getOrDefault(suite, 0)).toArray();
        int[] length = new int[order.size()];
        int[] previous = new int[order.size()];
        int best = -1;
        for (int i = 0; i < order.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (position[j] < position[i] && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            best = best < 0 || length[i] > length[best] ? i : best;
        }
        Set<CipherSuite> stayed = new HashSet<>();
        for (int i = best; i >= 0; i = previous[i]) {
            stayed.add(order.get(i));
        }
        return stayed;
    }

    /**
     * What is compared.
     *
     * @return the expansion that counts as the former
     */
    public Expansion before() {
        return before;
    }

    /**
     * What it is compared with.
     *
     * @return the expansion that counts as the latter
     */
    public Expansion after() {
        return after;
    }

    /**
     * The suites that only the latter has.
     *
     * @return an immutable list in the order of the latter
     */
    public List<SuiteChange> gained() {
        return gained;
    }

    /**
     * The suites that only the former has.
     *
     * @return an immutable list in the order of the former
     */
    public List<SuiteChange> lost() {
        return lost;
    }

    /**
     * The suites that both have and that changed places: as few as it takes to turn one order into the other.
     *
     * @return an immutable list in the order of the latter
     */
    public List<SuiteChange> moved() {
        return moved;
    }

    /**
     * Do both strings yield the same suites in the same order, or nothing at all for the same reason?
     *
     * @return true if nothing differs
     */
    public boolean isEmpty() {
        return gained.isEmpty()
                && lost.isEmpty()
                && moved.isEmpty()
                && before.rejection()
                        .map(Rejection::reason)
                        .equals(after.rejection().map(Rejection::reason));
    }

    /** The changes as a table. */
    @Override
    public String toString() {
        if (isEmpty()) {
            return "no difference\n";
        }
        TextTable table = new TextTable("change", "code", "suite", " before", " after", "because");
        lost.forEach(change -> row(table, "lost", change));
        gained.forEach(change -> row(table, "gained", change));
        moved.forEach(change -> row(table, "moved", change));
        return before.build() + " and " + after.build() + ": " + lost.size() + " lost, " + gained.size() + " gained, "
                + moved.size() + " moved\n\n" + table;
    }

    private static void row(TextTable table, String what, SuiteChange change) {
        table.row(
                what,
                change.suite().hexCode(),
                change.suite(),
                change.before().isPresent() ? change.before().getAsInt() : "-",
                change.after().isPresent() ? change.after().getAsInt() : "-",
                change.reason().text());
    }
}
