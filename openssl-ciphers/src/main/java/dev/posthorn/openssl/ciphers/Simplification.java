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

    /** Leaves out the rules that were passed over, then those without which the string means the same. */
    static Simplification of(CipherCatalog catalog, CipherString cipherString) {
        Expansion before = cipherString.expandWith(catalog);
        if (before.rejection().isPresent() || before.suiteBKeyword().isPresent()) {
            return new Simplification(before, before);
        }
        List<String> rules = new RuleOmission(before, effectiveRules(before), RuleOmission.RULES_TO_READ).shortest();
        Expansion joined = RuleOmission.expand(rules, catalog);
        boolean isShorter =
                joined.cipherString().text().length() < cipherString.text().length();
        return new Simplification(before, isShorter && meansTheSame(before, joined) ? joined : before);
    }

    /** The rules as they stand, without those that were passed over, and DEFAULT if the string starts with it. */
    static List<String> effectiveRules(Expansion expansion) {
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

    static boolean meansTheSame(Expansion a, Expansion b) {
        return a.rejection().isEmpty()
                && b.rejection().isEmpty()
                && b.suiteBKeyword().isEmpty()
                && a.securityLevel().equals(b.securityLevel())
                && a.suites().equals(b.suites());
    }
}
