package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import java.util.ArrayList;
import java.util.List;

/**
 * A shorter string that means the same to one build, proven by expanding both. To another build the two may differ.
 *
 * @param before the expansion of the string as given
 * @param after the expansion of the shorter string: the same suites in the same order, and the same security level
 */
public record Simplification(Expansion before, Expansion after) {

    /**
     * The shorter string.
     *
     * @return a string without rules that change nothing; the one given, if it is refused or nothing can go
     */
    public CipherString cipherString() {
        return after.cipherString();
    }

    /**
     * Tries to leave out stretches of rules, long ones first, until no single rule can go: with n rules that remain, n
     * expansions in the last round.
     */
    static Simplification of(CipherCatalog catalog, CipherString cipherString) {
        Expansion before = cipherString.expandWith(catalog);
        if (before.rejection().isPresent() || before.suiteBKeyword().isPresent()) {
            return new Simplification(before, before);
        }
        Expansion shortest = before;
        List<String> rules = effectiveRules(before);
        int stretch = rules.size();
        while (stretch > 0) {
            boolean shortened = false;
            for (int from = 0; from < rules.size(); ) {
                List<String> fewer = new ArrayList<>(rules);
                fewer.subList(from, Math.min(from + stretch, rules.size())).clear();
                Expansion tried = CipherString.parse(String.join(":", fewer)).expandWith(catalog);
                if (meansTheSame(before, tried)) {
                    rules = fewer;
                    shortened = true;
                } else {
                    from += stretch;
                }
            }
            stretch = shortened && stretch == 1 ? 1 : stretch / 2;
        }
        Expansion joined = CipherString.parse(String.join(":", rules)).expandWith(catalog);
        if (meansTheSame(before, joined)
                && joined.cipherString().text().length() < cipherString.text().length()) {
            shortest = joined;
        }
        return new Simplification(before, shortest);
    }

    /** The rules as they stand, without those that were passed over, and DEFAULT if the string starts with it. */
    private static List<String> effectiveRules(Expansion expansion) {
        List<String> rules = new ArrayList<>();
        for (Step step : expansion.steps()) {
            boolean isOfDefault = step.rule().origin() == Rule.Origin.DEFAULT_LIST;
            if (isOfDefault && rules.isEmpty()) {
                rules.add("DEFAULT");
            }
            boolean hasEffect = !step.changed().isEmpty() || step.rule().operator() == Operator.COMMAND;
            if (!isOfDefault && hasEffect) {
                rules.add(step.rule().text());
            }
        }
        return rules;
    }

    private static boolean meansTheSame(Expansion a, Expansion b) {
        return a.rejection().isEmpty()
                && b.rejection().isEmpty()
                && b.suiteBKeyword().isEmpty()
                && a.securityLevel().equals(b.securityLevel())
                && a.suites().equals(b.suites());
    }
}
