package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries to leave rules out of a string, long stretches first, until no single rule can go. Every try is an expansion, so
 * that n rules of which none can go would cost about 2n² rules read; therefore the tries end when a number of rules has
 * been read. Used once.
 */
final class RuleOmission {

    /** Enough for 1,500 rules of which none can go; with 100,000 rules the stretches get as short as some thousands. */
    static final int RULES_TO_READ = 5_000_000;

    private final Expansion wanted;
    private final int rulesToRead;
    private List<String> rules;
    private int rulesRead;

    RuleOmission(Expansion wanted, List<String> rules, int rulesToRead) {
        this.wanted = wanted;
        this.rules = rules;
        this.rulesToRead = rulesToRead;
    }

    /** The rules that remain. */
    List<String> shortest() {
        int stretch = rules.size();
        while (stretch > 0) {
            boolean shortened = leaveOutStretchesOf(stretch);
            stretch = shortened && stretch == 1 ? 1 : stretch / 2;
        }
        return rules;
    }

    /** How many rules were read in all tries: never more than allowed. */
    int rulesRead() {
        return rulesRead;
    }

    private boolean leaveOutStretchesOf(int stretch) {
        boolean shortened = false;
        for (int from = 0; from < rules.size(); ) {
            List<String> fewer = new ArrayList<>(rules);
            fewer.subList(from, Math.min(from + stretch, rules.size())).clear();
            if (rulesRead + fewer.size() > rulesToRead) {
                return false;
            }
            rulesRead += fewer.size();
            if (meansTheSame(fewer, wanted)) {
                rules = fewer;
                shortened = true;
            } else {
                from += stretch;
            }
        }
        return shortened;
    }

    private static boolean meansTheSame(List<String> rules, Expansion wanted) {
        return Simplification.meansTheSame(wanted, expand(rules, wanted.catalog()));
    }

    static Expansion expand(List<String> rules, CipherCatalog catalog) {
        return CipherString.parse(String.join(":", rules)).expandWith(catalog);
    }
}
