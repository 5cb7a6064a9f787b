package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.ciphers.catalog.Criteria;

/** Something in a cipher string that OpenSSL passes over in silence and that its writer would want to know. */
public sealed interface Note {

    /**
     * What kind of note this is.
     *
     * @return the kind, for an exhaustive switch
     */
    Kind kind();

    /**
     * The rule it is about.
     *
     * @return the rule
     */
    Rule rule();

    /**
     * Says it in a sentence.
     *
     * @return a sentence without line break
     */
    String explain();

    /** The kinds of note. */
    enum Kind {
        /** {@link UnknownTerm}. */
        UNKNOWN_TERM,
        /** {@link Contradiction}. */
        CONTRADICTION,
        /** {@link MatchedNothing}. */
        MATCHED_NOTHING
    }

    /**
     * A word that this build does not know. OpenSSL drops the whole rule and reads on behind the next separator.
     *
     * @param rule the rule that was dropped
     * @param term the word
     */
    record UnknownTerm(Rule rule, Rule.Term term) implements Note {
        @Override
        public Kind kind() {
            return Kind.UNKNOWN_TERM;
        }

        @Override
        public String explain() {
            String known = term.word().equals("DEFAULT")
                    ? "DEFAULT means something only at the start of a string"
                    : "this build does not know the word \"" + term.word() + "\"";
            return rule + " is ignored: " + known;
        }
    }

    /**
     * Joined words that ask for attributes no suite can have at once. OpenSSL drops the whole rule.
     *
     * @param rule the rule that was dropped
     * @param before what the words before ask for together
     * @param term the word that contradicts them
     */
    record Contradiction(Rule rule, Criteria before, Rule.Term term) implements Note {
        @Override
        public Kind kind() {
            return Kind.CONTRADICTION;
        }

        @Override
        public String explain() {
            return rule + " is ignored: \"" + term.word() + "\" contradicts what stands before it (" + before + ")";
        }
    }

    /**
     * A rule that was applied and changed nothing.
     *
     * @param rule the rule
     */
    record MatchedNothing(Rule rule) implements Note {
        @Override
        public Kind kind() {
            return Kind.MATCHED_NOTHING;
        }

        @Override
        public String explain() {
            return rule + " changes nothing: the list has no suite that it could " + verb();
        }

        private String verb() {
            return switch (rule.operator()) {
                case ADD -> "add";
                case DELETE -> "delete";
                case ORDER -> "move";
                case KILL -> "kill";
                case COMMAND -> "sort";
            };
        }
    }
}
