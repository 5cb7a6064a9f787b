package dev.posthorn.openssl.ciphers.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a word of a cipher string, or several words joined by {@code +}, asks of a suite: for each kind of attribute a
 * set of which the suite must have one, or nothing.
 *
 * <p>Joins intersect attributes, not sets of suites; that is why {@code HIGH+FIPS} matches nothing although many suites
 * are both. Fact sheet on cipher strings, sections 4 to 6.
 */
public final class Criteria {

    private final Vocabulary vocabulary;
    private final AttributeSets sets;
    private final boolean notDefault;
    private final boolean takesEveryExportSuite;
    private final boolean takesEverySslv2Suite;

    /** The sets are empty where anything goes. */
    Criteria(Vocabulary vocabulary, AttributeSets sets, boolean notDefault) {
        this.vocabulary = vocabulary;
        this.sets = sets;
        this.notDefault = notDefault;
        this.takesEveryExportSuite =
                sets.get(Category.EXPORT) == vocabulary.eitherExportMark() && sets.get(Category.STRENGTH) == 0;
        this.takesEverySslv2Suite = sets.get(Category.PROTOCOL) == vocabulary.allButSslv2();
    }

    /**
     * Joins two words by {@code +}.
     *
     * @param other the word behind the {@code +}, of the same catalogue
     * @return the combination, empty if the two contradict each other
     */
    public Optional<Criteria> and(Criteria other) {
        AttributeSets joined = sets;
        for (Category category : Category.all()) {
            long ours = sets.get(category);
            long theirs = other.sets.get(category);
            long both = ours == 0 || theirs == 0 ? ours | theirs : ours & theirs;
            if (both == 0 && ours != 0) {
                return Optional.empty();
            }
            joined = joined.with(category, both);
        }
        return Optional.of(new Criteria(vocabulary, joined, notDefault || other.notDefault));
    }

    /**
     * Does a suite have what is asked?
     *
     * @param suite a suite of the same catalogue
     * @return true if it matches
     */
    public boolean matches(OpenSslCipherSuite suite) {
        if (matchesAsComplementOfDefault(suite)) {
            return true;
        }
        for (Category category : Category.all()) {
            long set = sets.get(category);
            if (set != 0 && (set & suite.attributes(category)) == 0) {
                return false;
            }
        }
        return !notDefault || suite.isNotDefault();
    }

    /**
     * The odd exception of section 6, tested before everything else: COMPLEMENTOFDEFAULT of 1.0.0r, 1.0.1m and 1.0.2a
     * takes every export suite and every SSLv2 suite, whatever else is asked. No other word produces these two sets.
     */
    private boolean matchesAsComplementOfDefault(OpenSslCipherSuite suite) {
        return (takesEveryExportSuite && suite.isExport())
                || (takesEverySslv2Suite && suite.cipherSuite().isSslv2CipherKind());
    }

    /** Is there a category in which everything asked for is among the given attributes? */
    boolean asksOnlyFor(AttributeSets attributes) {
        return Category.algorithms().stream()
                .anyMatch(category -> sets.get(category) != 0 && (sets.get(category) & ~attributes.get(category)) == 0);
    }

    /** What is asked in words: {@code kx kRSA, au aRSA}; {@code anything} if nothing is. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (Category category : Category.all()) {
            if (sets.get(category) != 0) {
                parts.add(category.column + " " + vocabulary.describe(category, sets.get(category)));
            }
        }
        if (notDefault) {
            parts.add("not in the default list");
        }
        return parts.isEmpty() ? "anything" : String.join(", ", parts);
    }
}
