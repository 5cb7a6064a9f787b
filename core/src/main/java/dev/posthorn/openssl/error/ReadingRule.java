package dev.posthorn.openssl.error;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A reading and the facts that speak for it or exclude it, in the words of {@link HandshakeContext}: {@code off:TLSv1},
 * {@code on:SSLv3}, {@code session:any}, {@code at:FIRST_BYTES}.
 */
record ReadingRule(Reading reading, List<String> speaksFor, List<String> excludes) {

    private static final String AT = "at:";
    private static final Pattern FACT =
            Pattern.compile("(?:(?:on|off|session):(?:SSLv[23]|TLSv1(?:\\.[123])?)|session:any)");

    static boolean isFact(String word) {
        return FACT.matcher(word).matches()
                || (word.startsWith(AT)
                        && ExplanationFile.constant(HandshakeStep.class, word.substring(AT.length()))
                                .isPresent());
    }

    /**
     * The rules that no known fact excludes, those with most facts on their side first. Facts that exclude them all cannot
     * be right, so then all stay.
     */
    static List<ReadingRule> rank(List<ReadingRule> rules, HandshakeContext context) {
        if (context.isWithoutFacts()) {
            return rules;
        }
        List<ReadingRule> ranked = rules.stream()
                .filter(rule -> rule.excludes.stream()
                        .noneMatch(fact -> context.fact(fact).isPresent()))
                .sorted(Comparator.comparing((ReadingRule rule) -> rule.support(context))
                        .reversed())
                .toList();
        return ranked.isEmpty() ? rules : ranked;
    }

    long support(HandshakeContext context) {
        return speaksFor.stream().filter(fact -> context.fact(fact).isPresent()).count();
    }

    /** How sure the first of the ranked rules is. */
    static Confidence confidence(List<ReadingRule> all, List<ReadingRule> ranked, HandshakeContext context) {
        if (ranked.isEmpty()) {
            return Confidence.OPEN;
        }
        long first = ranked.get(0).support(context);
        if (ranked.size() == 1) {
            return all.size() > 1 && first > 0 ? Confidence.CERTAIN : Confidence.LIKELY;
        }
        return first > ranked.get(1).support(context) ? Confidence.LIKELY : Confidence.OPEN;
    }
}
