package dev.posthorn.openssl.ciphers.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a word of a cipher string, or several words joined by {@code +}, asks of a suite: for each kind of attribute a
 * set of which the suite must have one, or nothing.
 *
 * <p>Joins intersect attributes, not sets of suites; that is why {@code HIGH+FIPS} matches nothing although many suites
 * are both. Fact sheet on cipher strings, sections 4 to 6 and 14.
 */
public final class Criteria {

    private final WordRules rules;
    private final AttributeSets sets;
    private final boolean notDefault;
    private final @Nullable OpenSslCipherSuite named;
    private final boolean takesEveryExportSuite;
    private final boolean takesEverySslv2Suite;
    private final int hash;

    /** Made when first asked for; several threads may make it, and all make the same (racy single-check idiom). */
    private @Nullable SuiteSet matching;

    /**
     * The sets are empty where anything goes.
     *
     * @param named the only suite that matches, in releases in which a name means the suite and no other
     */
    Criteria(WordRules rules, AttributeSets sets, boolean notDefault, @Nullable OpenSslCipherSuite named) {
        this.rules = rules;
        this.sets = sets;
        this.notDefault = notDefault;
        this.named = named;
        this.takesEveryExportSuite =
                sets.get(Category.EXPORT) == rules.vocabulary().eitherExportMark() && sets.get(Category.STRENGTH) == 0;
        this.takesEverySslv2Suite =
                sets.get(Category.PROTOCOL) == rules.vocabulary().allButSslv2();
        this.hash = sets.hash();
    }

    /**
     * Joins two words by {@code +}.
     *
     * @param other the word behind the {@code +}, of the same catalogue
     * @return the combination, empty if the two contradict each other
     */
    public Optional<Criteria> and(Criteria other) {
        return rules.joins().join(this, other);
    }

    Optional<Criteria> joinedWith(Criteria other) {
        AttributeSets joined = sets.join(other.sets);
        // Only the last word can mean a suite rather than its attributes.
        return joined == null
                ? Optional.empty()
                : Optional.of(new Criteria(rules, joined, requiresNotDefaultWith(other), other.named));
    }

    /** For {@link JoinMemory}: the same attributes, the same number. */
    int hash() {
        return hash;
    }

    /**
     * Section 5: once any word asks for the mark, it stays. Section 14: from 1.1.0 on it shares a field with the strength
     * marks, and the first word that brings one of those wipes it out.
     */
    private boolean requiresNotDefaultWith(Criteria other) {
        boolean wiped = !rules.joinKeepsNotDefault()
                && sets.get(Category.STRENGTH) == 0
                && other.sets.get(Category.STRENGTH) != 0;
        return (notDefault && !wiped) || other.notDefault;
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
        return (named == null || named == suite)
                && suite.attributes().satisfy(sets)
                && (!notDefault || suite.isNotDefault());
    }

    /**
     * The odd exception of section 6, tested before everything else: COMPLEMENTOFDEFAULT of 1.0.0r, 1.0.1m and 1.0.2a
     * takes every export suite and every SSLv2 suite, whatever else is asked. No other word produces these two sets.
     */
    private boolean matchesAsComplementOfDefault(OpenSslCipherSuite suite) {
        return (takesEveryExportSuite && suite.isExport())
                || (takesEverySslv2Suite && suite.cipherSuite().isSslv2CipherKind());
    }

    /**
     * All suites of the build that match.
     *
     * @return their positions in the base order of the catalogue
     */
    public SuiteSet matching() {
        SuiteSet found = matching;
        if (found == null) {
            found = isByAttributesAlone() ? rules.index().satisfying(sets) : matchingOneByOne();
            matching = found;
        }
        return found;
    }

    private boolean isByAttributesAlone() {
        return named == null && !notDefault && !takesEveryExportSuite && !takesEverySslv2Suite;
    }

    private SuiteSet matchingOneByOne() {
        List<OpenSslCipherSuite> baseOrder = rules.baseOrder();
        long[] bits = new long[SuiteSet.wordsFor(baseOrder.size())];
        for (int position = 0; position < baseOrder.size(); position++) {
            if (matches(baseOrder.get(position))) {
                bits[position / Long.SIZE] |= 1L << position;
            }
        }
        return new SuiteSet(bits);
    }

    /** What is asked in words: {@code kx kRSA, au aRSA}; {@code anything} if nothing is. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (Category category : Category.all()) {
            if (sets.get(category) != 0) {
                parts.add(category.column + " " + rules.vocabulary().describe(category, sets.get(category)));
            }
        }
        if (notDefault) {
            parts.add("not in the default list");
        }
        if (named != null) {
            parts.add("code point " + named.hexCode());
        }
        return parts.isEmpty() ? "anything" : String.join(", ", parts);
    }
}
