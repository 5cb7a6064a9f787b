package dev.posthorn.openssl.ciphers;

import java.util.List;

/**
 * One item of a cipher string: an operator and one or more words joined by {@code +}.
 *
 * @param origin whether the rule stands in the string itself or in a list it stands for
 * @param number the position among the rules of that origin, from 1
 * @param operator what it does
 * @param terms the words that OpenSSL reads, in order; behind an unknown word it reads no further
 * @param span where the rule stands in the text of its origin
 * @param text the rule as it stands there
 */
public record Rule(Origin origin, int number, Operator operator, List<Term> terms, TextSpan span, String text) {

    /**
     * Makes a rule.
     *
     * @param origin whether the rule stands in the string itself or in a list it stands for
     * @param number the position among the rules of that origin, from 1
     * @param operator what it does
     * @param terms the words that OpenSSL reads, in order; copied
     * @param span where the rule stands in the text of its origin
     * @param text the rule as it stands there
     */
    public Rule {
        terms = List.copyOf(terms);
    }

    /** Where a rule comes from. */
    public enum Origin {
        /** The string itself. */
        STRING,
        /** The release's default list, which {@code DEFAULT} at the start of the string stands for. */
        DEFAULT_LIST,
        /** The list that a Suite B keyword stands for. */
        SUITE_B
    }

    /**
     * A word of a rule.
     *
     * @param word the word
     * @param span where it stands in the text of the rule's origin
     */
    public record Term(String word, TextSpan span) {}

    /** {@code rule 2 "!RC4"}, with the origin if it is not the string itself. */
    @Override
    public String toString() {
        return switch (origin) {
            case STRING -> "rule " + number + " \"" + text + "\"";
            case DEFAULT_LIST -> "rule " + number + " \"" + text + "\" of DEFAULT";
            case SUITE_B -> "rule " + number + " \"" + text + "\" of the Suite B list";
        };
    }
}
