package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.RuleScanner.Scanned;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.Criteria;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.ciphers.internal.PreferenceList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rules of one string over the list of one catalogue, keeping a record of what each did
 * ({@code ssl_create_cipher_list}; fact sheet on cipher strings section 2).
 */
final class Expander {

    private static final String DEFAULT = "DEFAULT";

    private final CipherCatalog catalog;
    private final CipherString cipherString;
    private final PreferenceList<OpenSslCipherSuite> list;
    private final List<Step> steps = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    /** The last rule that added, deleted or killed a suite. */
    private final Map<OpenSslCipherSuite, Rule> lastRule = new HashMap<>();

    private @Nullable TextSpan firstSyntaxError;

    Expander(CipherCatalog catalog, CipherString cipherString) {
        this.catalog = catalog;
        this.cipherString = cipherString;
        this.list = new PreferenceList<>(catalog.baseOrder(), catalog.hasSingleEntryQuirk());
    }

    Expansion expand() {
        String text = upToNul(cipherString.text());
        Optional<String> suiteB = catalog.suiteBKeyword(text);
        if (suiteB.isPresent()) {
            run(Rule.Origin.SUITE_B, CipherCatalog.suiteBList(suiteB.get()), 0);
        } else if (text.startsWith(DEFAULT)) {
            run(Rule.Origin.DEFAULT_LIST, catalog.defaultList(), 0);
            // What follows is used as it stands: "DEFAULT+RC4" moves RC4, "DEFAULTRC4" adds it.
            run(Rule.Origin.STRING, text, DEFAULT.length());
        } else {
            run(Rule.Origin.STRING, text, 0);
        }
        List<OpenSslCipherSuite> active = list.active();
        Optional<Rejection> rejection = rejection(active);
        return new Expansion(catalog, cipherString, active, steps, notes, rejection, fates(active, rejection));
    }

    private static String upToNul(String text) {
        int nul = text.indexOf('\0');
        return nul < 0 ? text : text.substring(0, nul);
    }

    private void run(Rule.Origin origin, String text, int from) {
        RuleScanner scanner = new RuleScanner(catalog, origin, text, from);
        for (Optional<Scanned> scanned = scanner.next(); scanned.isPresent(); scanned = scanner.next()) {
            apply(scanned.get());
        }
    }

    private void apply(Scanned scanned) {
        Rule rule = scanned.rule();
        List<OpenSslCipherSuite> changed = List.of();
        if (scanned.syntaxError() != null) {
            firstSyntaxError = firstSyntaxError == null ? scanned.syntaxError() : firstSyntaxError;
        } else if (scanned.note() != null) {
            notes.add(scanned.note());
        } else if (scanned.criteria() != null) {
            changed = change(rule.operator(), scanned.criteria());
            if (changed.isEmpty()) {
                notes.add(new Note.MatchedNothing(rule));
            }
        } else {
            changed = list.sortByStrength(OpenSslCipherSuite::effectiveKeyBits);
        }
        if (rule.operator() != Operator.ORDER && rule.operator() != Operator.COMMAND) {
            changed.forEach(suite -> lastRule.put(suite, rule));
        }
        steps.add(new Step(rule, changed, list.active().size()));
    }

    private List<OpenSslCipherSuite> change(Operator operator, Criteria criteria) {
        return switch (operator) {
            case ADD -> list.add(criteria::matches);
            case DELETE -> list.delete(criteria::matches);
            case ORDER -> list.order(criteria::matches);
            case KILL -> list.kill(criteria::matches);
            case COMMAND -> throw new IllegalArgumentException("operator: a command has no criteria");
        };
    }

    private Optional<Rejection> rejection(List<OpenSslCipherSuite> active) {
        if (firstSyntaxError != null) {
            return Optional.of(new Rejection(Rejection.Reason.INVALID_COMMAND, Optional.of(firstSyntaxError)));
        }
        return active.isEmpty()
                ? Optional.of(new Rejection(Rejection.Reason.NO_CIPHER_MATCH, Optional.empty()))
                : Optional.empty();
    }

    private Map<OpenSslCipherSuite, SuiteFate> fates(List<OpenSslCipherSuite> active, Optional<Rejection> rejection) {
        Map<OpenSslCipherSuite, SuiteFate> fates = new HashMap<>();
        for (OpenSslCipherSuite suite : catalog.suites()) {
            fates.put(suite, new SuiteFate.NotInBuild(catalog.missingOptions(suite)));
        }
        for (OpenSslCipherSuite suite : catalog.baseOrder()) {
            fates.put(suite, fateOfInactive(lastRule.get(suite)));
        }
        for (int i = 0; i < active.size(); i++) {
            OpenSslCipherSuite suite = active.get(i);
            Rule rule = lastRule.get(suite);
            if (rule != null) {
                int position = i + 1;
                fates.put(
                        suite,
                        rejection
                                .<SuiteFate>map(SuiteFate.Refused::new)
                                .orElseGet(() -> new SuiteFate.Offered(rule, position)));
            }
        }
        return fates;
    }

    private static SuiteFate fateOfInactive(@Nullable Rule lastRule) {
        if (lastRule == null) {
            return new SuiteFate.NeverMatched();
        }
        return lastRule.operator() == Operator.KILL ? new SuiteFate.Killed(lastRule) : new SuiteFate.Deleted(lastRule);
    }
}
