package dev.posthorn.diagnosis;

import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.Operator;
import dev.posthorn.openssl.ciphers.Rule;
import dev.posthorn.openssl.ciphers.Step;
import dev.posthorn.openssl.ciphers.SuiteFate;
import dev.posthorn.openssl.negotiation.ClientHello;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.postfix.ServerTls;
import dev.posthorn.tls.CipherSuite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A cipher string without some of its rules, so that one more suite stays in the list.
 *
 * <p>A suite can fall to several rules, each standing behind the one before: {@code !MEDIUM:!RC4} takes RC4-SHA twice.
 * So rules are taken out one after the other until the suite survives.
 */
final class RuleRemoval {

    /** Nobody rewrites more of a string than this to please one sender. */
    private static final int MAX_RULES = 3;

    private static final String DEFAULT = "DEFAULT";

    private final Expansion expansion;
    private final SortedSet<Integer> removed;

    private RuleRemoval(Expansion expansion, SortedSet<Integer> removed) {
        this.expansion = expansion;
        this.removed = removed;
    }

    /** For each suite the client offers and the string took out, what must go; in the client's order. */
    static List<RuleRemoval> candidates(Expansion expansion, ClientHello hello) {
        List<RuleRemoval> candidates = new ArrayList<>();
        Set<SortedSet<Integer>> seen = new HashSet<>();
        for (CipherSuite suite : hello.cipherSuites()) {
            removalThatKeeps(suite, expansion)
                    .filter(removal -> seen.add(removal.removed))
                    .ifPresent(candidates::add);
        }
        return candidates;
    }

    private static Optional<RuleRemoval> removalThatKeeps(CipherSuite suite, Expansion original) {
        SortedSet<Integer> removed = new TreeSet<>();
        Expansion current = original;
        while (removed.size() < MAX_RULES) {
            Optional<Rule> guilty = current.fateOf(suite)
                    .decidedBy()
                    .filter(rule -> rule.origin() == Rule.Origin.STRING)
                    .filter(rule -> rule.operator() == Operator.KILL || rule.operator() == Operator.DELETE);
            if (guilty.isEmpty()) {
                return Optional.empty();
            }
            removed.add(originalIndex(guilty.get(), removed, original));
            RuleRemoval removal = new RuleRemoval(original, Collections.unmodifiableSortedSet(new TreeSet<>(removed)));
            current = CipherString.parse(removal.remaining()).expandWith(original.catalog());
            if (current.fateOf(suite).kind() == SuiteFate.Kind.OFFERED) {
                return Optional.of(removal);
            }
        }
        return Optional.empty();
    }

    /** The place of a rule of the shortened string among the rules of the original one. */
    private static int originalIndex(Rule rule, Set<Integer> removed, Expansion original) {
        List<Integer> kept = new ArrayList<>();
        for (int index = 0; index < ownRules(original).size(); index++) {
            if (!removed.contains(index)) {
                kept.add(index);
            }
        }
        return kept.get(rule.number() - 1);
    }

    private static List<Rule> ownRules(Expansion expansion) {
        return expansion.steps().stream()
                .map(Step::rule)
                .filter(rule -> rule.origin() == Rule.Origin.STRING)
                .toList();
    }

    /** How many rules must go. */
    int size() {
        return removed.size();
    }

    /** The string without the rules. */
    String remaining() {
        List<String> texts = new ArrayList<>();
        if (expansion.cipherString().text().startsWith(DEFAULT)) {
            texts.add(DEFAULT);
        }
        List<Rule> rules = ownRules(expansion);
        for (int index = 0; index < rules.size(); index++) {
            if (!removed.contains(index)) {
                texts.add(rules.get(index).text());
            }
        }
        return String.join(":", texts);
    }

    /** What to do, in the parameter that the rules come from where the settings are known. */
    String describe(Optional<PostfixTlsSettings> settings) {
        List<Rule> rules = ownRules(expansion);
        List<String> texts =
                removed.stream().map(index -> rules.get(index).text()).toList();
        String quoted = texts.stream().collect(Collectors.joining(" and "));
        return settings.map(PostfixTlsSettings::server)
                .flatMap(server -> parameterOf(texts, server))
                .map(parameter -> "take " + quoted.replace("!", "") + " out of " + parameter)
                .orElse("take " + quoted + " out of the cipher string");
    }

    /** Exclusions become {@code :!word} (fact sheet on Postfix TLS configuration section 5). */
    private static Optional<String> parameterOf(List<String> texts, ServerTls server) {
        boolean allExcluded =
                texts.stream().allMatch(text -> server.exclusions().contains(text.substring(1)));
        return allExcluded ? Optional.of(String.join(" or ", server.exclusionParameters())) : Optional.empty();
    }
}
