package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.CipherSuite;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One suite in the difference of two expansions.
 *
 * @param suite the suite
 * @param before its position in the former, from 1; empty if it is not offered there
 * @param after its position in the latter, from 1; empty if it is not offered there
 * @param reason why it changed, as far as that can be told
 */
public record SuiteChange(CipherSuite suite, OptionalInt before, OptionalInt after, Reason reason) {

    /** What can make the difference, in the order in which the causes are tried. */
    public enum Reason {
        /** One of the two builds does not have the suite. */
        CATALOGUE("one build does not have the suite"),
        /** The strings themselves differ. */
        STRING("the strings differ"),
        /** One of the two libraries refuses the string. */
        REFUSAL("one library refuses the string"),
        /** One of the two builds ignores the rule that decided, because it does not know a word of it. */
        WORD("one build does not know a word"),
        /** The suite has other attributes: strength, authentication, protocol. */
        ATTRIBUTES("the suite has other attributes"),
        /** {@code DEFAULT} stands for another list. */
        DEFAULT_LIST("DEFAULT stands for another list"),
        /** A word means something else. */
        MEANING("a word means something else, or the library starts with another order");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /**
         * The reason in words.
         *
         * @return a clause
         */
        public String text() {
            return text;
        }
    }

    static SuiteChange between(CipherSuite suite, Expansion before, Expansion after) {
        return new SuiteChange(suite, position(suite, before), position(suite, after), reason(suite, before, after));
    }

    private static OptionalInt position(CipherSuite suite, Expansion expansion) {
        for (int i = 0; i < expansion.suites().size(); i++) {
            if (expansion.suites().get(i).cipherSuite().equals(suite)) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    private static Reason reason(CipherSuite suite, Expansion before, Expansion after) {
        Optional<OpenSslCipherSuite> former = available(suite, before);
        Optional<OpenSslCipherSuite> latter = available(suite, after);
        if (former.isEmpty() || latter.isEmpty()) {
            return Reason.CATALOGUE;
        }
        if (!before.cipherString().equals(after.cipherString())) {
            return Reason.STRING;
        }
        if (before.rejection().isPresent() || after.rejection().isPresent()) {
            return Reason.REFUSAL;
        }
        if (isDecidedByAWordOfOneBuild(suite, before, after) || isDecidedByAWordOfOneBuild(suite, after, before)) {
            return Reason.WORD;
        }
        if (!former.get().hasAttributesOf(latter.get())) {
            return Reason.ATTRIBUTES;
        }
        boolean isDefault = before.cipherString().text().startsWith("DEFAULT");
        return isDefault
                        && !before.catalog()
                                .defaultList()
                                .equals(after.catalog().defaultList())
                ? Reason.DEFAULT_LIST
                : Reason.MEANING;
    }

    private static Optional<OpenSslCipherSuite> available(CipherSuite suite, Expansion expansion) {
        return expansion.catalog().forCipherSuite(suite).filter(expansion.catalog()::isAvailable);
    }

    /** Is the rule that decided about a suite here one that the other build ignores? */
    private static boolean isDecidedByAWordOfOneBuild(CipherSuite suite, Expansion here, Expansion there) {
        return here.fateOf(suite)
                .decidedBy()
                .filter(rule -> there.notes().stream()
                        .filter(note -> note.kind() == Note.Kind.UNKNOWN_TERM)
                        .anyMatch(note -> note.rule().span().equals(rule.span())
                                && note.rule().origin() == rule.origin()))
                .isPresent();
    }
}
