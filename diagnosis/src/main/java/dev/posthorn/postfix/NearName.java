package dev.posthorn.postfix;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a mistyped name was meant to be: the same in another case, or one with at most two slips. */
final class NearName {

    private static final int MAX_SLIPS = 2;

    /** Of shorter words, everything is near. */
    private static final int MIN_LENGTH = 3;

    private static final int MAX_LENGTH = 80;

    private NearName() {}

    static Optional<String> of(String name, Collection<String> known) {
        if (name.length() < MIN_LENGTH || name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int allowed = Math.min(MAX_SLIPS, name.length() / MIN_LENGTH);
        return known.stream()
                .filter(other -> Math.abs(other.length() - name.length()) <= allowed)
                .filter(other -> slips(name, other) <= allowed)
                .min(Comparator.<String>comparingInt(other -> name.equalsIgnoreCase(other) ? 0 : 1)
                        .thenComparingInt(other -> slips(name, other)));
    }

    /** Letters to insert, leave out, replace or swap, whatever their case. */
    private static int slips(String a, String b) {
        String one = a.toLowerCase(java.util.Locale.ROOT);
        String other = b.toLowerCase(java.util.Locale.ROOT);
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
