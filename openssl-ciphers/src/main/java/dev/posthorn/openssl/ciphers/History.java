package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.ciphers.catalog.SuiteSet;
import dev.posthorn.openssl.ciphers.internal.PreferenceList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How a list came about: what each rule did, what it passed over, and who decided about each suite. */
final class History implements Expander.Witness {

    private final CipherCatalog catalog;
    private final List<Step> steps = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    /** By position in the base order: the last rule that added, deleted or killed the suite. */
    private final @Nullable Rule[] lastRule;

    private List<OpenSslCipherSuite> active = List.of();

    private History(CipherCatalog catalog) {
        this.catalog = catalog;
        this.lastRule = new Rule[catalog.baseOrder().size()];
    }

    static History of(CipherCatalog catalog, CipherString cipherString, @Nullable String suiteBKeyword) {
        History history = new History(catalog);
        Expander.expand(catalog, cipherString, suiteBKeyword, history);
        return history;
    }

    @Override
    public void sawRule(RuleScanner scanner, PreferenceList list) {
        Rule rule = scanner.rule();
        switch (scanner.reading()) {
            case APPLIED -> sawApplied(rule, scanner.criteria().matching(), list);
            case SORT -> sawChange(rule, active, list);
            case SECURITY_LEVEL -> sawNoChange(rule);
            case SYNTAX_ERROR -> {
                sawNoChange(rule);
                scanner.strayCharacter().ifPresent(stray -> notes.add(new Note.StrayCharacter(rule, stray)));
            }
            case UNKNOWN_TERM -> {
                sawNoChange(rule);
                notes.add(new Note.UnknownTerm(rule, lastTerm(rule), catalog));
            }
            case CONTRADICTION -> {
                sawNoChange(rule);
                notes.add(new Note.Contradiction(rule, scanner.criteria(), lastTerm(rule)));
            }
        }
    }

    private void sawApplied(Rule rule, SuiteSet matching, PreferenceList list) {
        noteTwins(rule, matching);
        noteChangedMeanings(rule);
        sawChange(rule, suitesAt(matching), list);
        int[] changed = list.changed();
        if (changed.length == 0) {
            notes.add(new Note.MatchedNothing(rule));
        }
        if (rule.operator() != Operator.ORDER) {
            for (int position : changed) {
                lastRule[position] = rule;
            }
        }
    }

    /** A name selects by attributes (fact sheet section 16, trap 1). */
    private void noteTwins(Rule rule, SuiteSet matching) {
        if (rule.terms().size() == 1 && matching.size() > 1) {
            String word = rule.terms().get(0).word();
            List<OpenSslCipherSuite> suites = suitesAt(matching);
            if (suites.stream().anyMatch(suite -> suite.openSslName().equals(word))) {
                notes.add(new Note.SelectsTwin(rule, suites));
            }
        }
    }

    private void noteChangedMeanings(Rule rule) {
        for (Rule.Term term : rule.terms()) {
            Map<String, String> meanings = CipherCatalog.meaningsOf(term.word());
            if (!meanings.isEmpty()) {
                notes.add(new Note.ChangedMeaning(rule, term, meanings));
            }
        }
    }

    private List<OpenSslCipherSuite> suitesAt(SuiteSet positions) {
        List<OpenSslCipherSuite> suites = new ArrayList<>();
        for (int position = 0; position < catalog.baseOrder().size(); position++) {
            if (positions.test(position)) {
                suites.add(catalog.baseOrder().get(position));
            }
        }
        return suites;
    }

    private void sawChange(Rule rule, List<OpenSslCipherSuite> matched, PreferenceList list) {
        List<OpenSslCipherSuite> changed = suites(list.changed());
        List<OpenSslCipherSuite> before = active;
        active = changed.isEmpty() ? before : inForce(list);
        steps.add(new Step(rule, matched, changed, before, active));
    }

    private void sawNoChange(Rule rule) {
        steps.add(new Step(rule, List.of(), List.of(), active, active));
    }

    private List<OpenSslCipherSuite> inForce(PreferenceList list) {
        OpenSslCipherSuite[] suites = new OpenSslCipherSuite[list.activeCount()];
        list.copyActive(catalog.baseOrder(), suites, 0);
        return List.of(suites);
    }

    private List<OpenSslCipherSuite> suites(int[] positions) {
        return Arrays.stream(positions)
                .<OpenSslCipherSuite>mapToObj(catalog.baseOrder()::get)
                .toList();
    }

    private static Rule.Term lastTerm(Rule rule) {
        return rule.terms().get(rule.terms().size() - 1);
    }

    List<Step> steps() {
        return steps;
    }

    List<Note> notes() {
        return notes;
    }

    /** The fate of every row of the catalogue, given what is offered in the end. */
    Map<OpenSslCipherSuite, SuiteFate> fates(List<OpenSslCipherSuite> offered, Optional<Rejection> rejection) {
        Map<OpenSslCipherSuite, SuiteFate> fates = new HashMap<>();
        for (OpenSslCipherSuite suite : catalog.suites()) {
            fates.put(
                    suite,
                    catalog.isAvailable(suite)
                            ? new SuiteFate.SetByCiphersuites(OptionalInt.empty())
                            : new SuiteFate.NotInBuild(catalog.missingOptions(suite), catalog.bar(suite)));
        }
        for (OpenSslCipherSuite suite : catalog.ciphersuites()) {
            rejection.ifPresent(refusal -> fates.put(suite, new SuiteFate.Refused(refusal)));
        }
        for (int i = 0; i < lastRule.length; i++) {
            fates.put(catalog.baseOrder().get(i), fateOfGoverned(lastRule[i], rejection));
        }
        for (int i = 0; i < offered.size(); i++) {
            OpenSslCipherSuite suite = offered.get(i);
            fates.put(
                    suite,
                    fates.get(suite) instanceof SuiteFate.Offered added
                            ? new SuiteFate.Offered(added.rule(), i + 1)
                            : new SuiteFate.SetByCiphersuites(OptionalInt.of(i + 1)));
        }
        return fates;
    }

    private static SuiteFate fateOfGoverned(@Nullable Rule lastRule, Optional<Rejection> rejection) {
        if (lastRule == null) {
            return new SuiteFate.NeverMatched();
        }
        return switch (lastRule.operator()) {
            case KILL -> new SuiteFate.Killed(lastRule);
            case DELETE -> new SuiteFate.Deleted(lastRule);
            default ->
                rejection.<SuiteFate>map(SuiteFate.Refused::new).orElseGet(() -> new SuiteFate.Offered(lastRule, 0));
        };
    }
}
