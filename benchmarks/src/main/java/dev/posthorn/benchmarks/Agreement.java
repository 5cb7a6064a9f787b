package dev.posthorn.benchmarks;

import dev.posthorn.tls.CipherSuite;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How often somebody's answers were those of the library.
 *
 * @param strings how many strings were asked
 * @param exact the same suites in the same order, or refused as by the library
 * @param sameSet the same suites in whatever order, the exact ones included
 * @param overPermissive at least one suite that the library excludes
 */
public record Agreement(int strings, int exact, int sameSet, int overPermissive) {

    /** Nothing was asked yet. */
    static final Agreement NONE = new Agreement(0, 0, 0, 0);

    /** Counts one more answer. */
    Agreement plus(List<CipherSuite> recorded, List<CipherSuite> answer) {
        Set<CipherSuite> wanted = new HashSet<>(recorded);
        Set<CipherSuite> given = new HashSet<>(answer);
        return new Agreement(
                strings + 1,
                exact + (answer.equals(recorded) ? 1 : 0),
                sameSet + (given.equals(wanted) ? 1 : 0),
                overPermissive + (wanted.containsAll(given) ? 0 : 1));
    }

    /** The share of exact answers, rounded to whole percents. */
    int exactPercent() {
        return strings == 0 ? 0 : Math.round(100f * exact / strings);
    }
}
