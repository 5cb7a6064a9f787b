package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.Criteria;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cipher string rule by rule, as {@code ssl_cipher_process_rulestr} does (fact sheet on cipher strings
 * sections 3 to 5).
 *
 * <p>Two of its habits decide most of the oddities: behind a rule that is applied no separator is needed, and behind a
 * rule that is not applied everything up to the next separator is skipped, errors included.
 */
final class RuleScanner {

    /**
     * A rule as read.
     *
     * @param rule the rule
     * @param criteria what it asks for; null if it is not applied, and for commands
     * @param note why an ordinary rule is not applied, if it is not
     * @param syntaxError where the error is, if there is one
     */
    record Scanned(
            Rule rule,
            @Nullable Criteria criteria,
            @Nullable Note note,
            @Nullable TextSpan syntaxError) {}

    private static final char END = '\0';

    private final CipherCatalog catalog;
    private final Rule.Origin origin;
    private final String text;
    private int at;
    private int rulesRead;

    RuleScanner(CipherCatalog catalog, Rule.Origin origin, String text, int from) {
        this.catalog = catalog;
        this.origin = origin;
        this.text = text;
        this.at = from;
    }

    /** The next rule, empty at the end of the string. */
    Optional<Scanned> next() {
        while (isSeparator(current())) {
            at++;
        }
        if (current() == END) {
            return Optional.empty();
        }
        rulesRead++;
        int from = at;
        Operator operator = Operator.forSign(current());
        at += operator.sign().length();
        return Optional.of(operator == Operator.COMMAND ? command(from) : ordinaryRule(from, operator));
    }

    private Scanned command(int from) {
        Rule.Term word = word();
        skipToSeparator();
        Rule rule = rule(from, Operator.COMMAND, List.of(word));
        boolean known = word.word().equals("STRENGTH");
        return new Scanned(rule, null, null, known ? null : rule.span());
    }

    private Scanned ordinaryRule(int from, Operator operator) {
        List<Rule.Term> terms = new ArrayList<>();
        Criteria criteria = null;
        boolean joined = true;
        while (joined) {
            Rule.Term term = word();
            if (term.word().isEmpty()) {
                return emptyWord(from, operator, terms);
            }
            terms.add(term);
            joined = current() == '+';
            if (joined) {
                at++;
            }
            Optional<Criteria> asked = catalog.criteriaOf(term.word());
            if (asked.isEmpty()) {
                skipToSeparator();
                Rule rule = rule(from, operator, terms);
                return new Scanned(rule, null, new Note.UnknownTerm(rule, term), null);
            }
            if (criteria == null) {
                criteria = asked.get();
                continue;
            }
            Optional<Criteria> both = criteria.and(asked.get());
            if (both.isEmpty()) {
                skipToSeparator();
                Rule rule = rule(from, operator, terms);
                return new Scanned(rule, null, new Note.Contradiction(rule, criteria, term), null);
            }
            criteria = both.get();
        }
        return new Scanned(rule(from, operator, terms), criteria, null, null);
    }

    /** No word where one must stand: nothing can save the string, but reading goes on behind the next separator. */
    private Scanned emptyWord(int from, Operator operator, List<Rule.Term> terms) {
        TextSpan where = new TextSpan(at, Math.min(at + 1, text.length()));
        skipToSeparator();
        return new Scanned(rule(from, operator, terms), null, null, where);
    }

    private Rule.Term word() {
        int from = at;
        while (catalog.isWordCharacter(current())) {
            at++;
        }
        TextSpan span = new TextSpan(from, at);
        return new Rule.Term(span.of(text), span);
    }

    private Rule rule(int from, Operator operator, List<Rule.Term> terms) {
        TextSpan span = new TextSpan(from, at);
        return new Rule(origin, rulesRead, operator, terms, span, span.of(text));
    }

    private void skipToSeparator() {
        while (current() != END && !isSeparator(current())) {
            at++;
        }
    }

    private char current() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private static boolean isSeparator(char character) {
        return character == ':' || character == ' ' || character == ';' || character == ',';
    }
}
