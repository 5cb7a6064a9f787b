package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.Criteria;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over the rules of a cipher string, which reads them as {@code ssl_cipher_process_rulestr} does (fact sheet on
 * cipher strings sections 3 to 5).
 *
 * <p>Two of its habits decide most of the oddities: behind a rule that is applied no separator is needed, and behind a
 * rule that is not applied everything up to the next separator is skipped, errors included.
 */
final class RuleScanner {

    /** What kind of rule was read. */
    enum Reading {
        /** An ordinary rule; {@link #criteria()} says what it asks for. */
        APPLIED,
        /** Ignored: the last word read is none. */
        UNKNOWN_TERM,
        /** Ignored: the last word read contradicts {@link #criteria()}. */
        CONTRADICTION,
        /** The command {@code @STRENGTH}. */
        SORT,
        /** The command {@code @SECLEVEL=n}. */
        SECURITY_LEVEL,
        /** No rule at all: the string is refused. */
        SYNTAX_ERROR
    }

    private static final char END = '\0';
    private static final String STRENGTH_COMMAND = "STRENGTH";
    private static final String LEVEL_COMMAND = "SECLEVEL=";
    private static final char HIGHEST_LEVEL = '5';

    private final CipherCatalog catalog;
    private final Rule.Origin origin;
    private final String text;
    private int at;
    private int rulesRead;

    private Reading reading = Reading.SYNTAX_ERROR;
    private Operator operator = Operator.ADD;
    private @Nullable Criteria criteria;
    private int from;
    private int errorAt;
    private int termsRead;
    private int level;

    RuleScanner(CipherCatalog catalog, Rule.Origin origin, String text, int from) {
        this.catalog = catalog;
        this.origin = origin;
        this.text = text;
        this.at = from;
    }

    /** Reads the next rule; false at the end of the string. */
    boolean advance() {
        while (isSeparator(current())) {
            at++;
        }
        if (current() == END) {
            return false;
        }
        rulesRead++;
        from = at;
        criteria = null;
        termsRead = 0;
        operator = Operator.forSign(current());
        at += operator.sign().length();
        reading = operator == Operator.COMMAND ? command() : ordinaryRule();
        if (reading != Reading.APPLIED) {
            skipToSeparator();
        }
        return true;
    }

    private Reading command() {
        int wordFrom = at;
        at = catalog.endOfWord(text, at);
        termsRead = 1;
        if (isWord(STRENGTH_COMMAND, wordFrom, at)) {
            return Reading.SORT;
        }
        if (catalog.hasSecurityLevels() && isWord(LEVEL_COMMAND, wordFrom, at - 1) && isLevel(text.charAt(at - 1))) {
            level = text.charAt(at - 1) - '0';
            return Reading.SECURITY_LEVEL;
        }
        errorAt = wordFrom - 1;
        return Reading.SYNTAX_ERROR;
    }

    /** Section 14: one digit from 0 to 5, and nothing behind it. */
    private static boolean isLevel(char digit) {
        return digit >= '0' && digit <= HIGHEST_LEVEL;
    }

    private Reading ordinaryRule() {
        boolean joined = true;
        while (joined) {
            int wordFrom = at;
            at = catalog.endOfWord(text, at);
            if (at == wordFrom) {
                errorAt = at;
                return Reading.SYNTAX_ERROR;
            }
            termsRead++;
            Optional<Criteria> asked = catalog.criteriaOf(text, wordFrom, at);
            joined = current() == '+';
            if (joined) {
                at++;
            }
            if (asked.isEmpty()) {
                return Reading.UNKNOWN_TERM;
            }
            if (criteria == null) {
                criteria = asked.get();
                continue;
            }
            Optional<Criteria> both = criteria.and(asked.get());
            if (both.isEmpty()) {
                return Reading.CONTRADICTION;
            }
            criteria = both.get();
        }
        return Reading.APPLIED;
    }

    private boolean isWord(String word, int wordFrom, int wordTo) {
        return wordTo - wordFrom == word.length() && text.startsWith(word, wordFrom);
    }

    private void skipToSeparator() {
        while (current() != END && !isSeparator(current())) {
            at++;
        }
    }

    private char current() {
        return charAt(at);
    }

    /** A NUL character ends a string, as the end does. */
    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : END;
    }

    private static boolean isSeparator(char character) {
        return character == ':' || character == ' ' || character == ';' || character == ',';
    }

    Reading reading() {
        return reading;
    }

    Operator operator() {
        return operator;
    }

    /** What the rule, or what was understood of it, asks for. */
    Criteria criteria() {
        return Objects.requireNonNull(criteria, "criteria: a command or an error asks for nothing");
    }

    /** The n of {@code @SECLEVEL=n}. */
    int level() {
        return level;
    }

    /** Where a syntax error is: the character that stands where a word must, or the whole command. */
    TextSpan errorSpan() {
        return operator == Operator.COMMAND
                ? new TextSpan(errorAt, at)
                : new TextSpan(errorAt, errorAt + (charAt(errorAt) == END ? 0 : 1));
    }

    /** The character of a syntax error, if it would have been part of a word in another release. */
    Optional<Character> strayCharacter() {
        char stray = charAt(errorAt);
        return CipherCatalog.isWordCharacterSomewhere(stray) ? Optional.of(stray) : Optional.empty();
    }

    /** The rule just read, as a value to keep. */
    Rule rule() {
        TextSpan span = new TextSpan(from, at);
        return new Rule(origin, rulesRead, operator, terms(), span, span.of(text));
    }

    private List<Rule.Term> terms() {
        List<Rule.Term> terms = new ArrayList<>(termsRead);
        int termFrom = from + operator.sign().length();
        for (int term = 0; term < termsRead; term++) {
            int to = catalog.endOfWord(text, termFrom);
            TextSpan span = new TextSpan(termFrom, to);
            terms.add(new Rule.Term(span.of(text), span));
            termFrom = to + 1;
        }
        return terms;
    }
}
