package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.BuildOption;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import dev.posthorn.openssl.ciphers.catalog.Criteria;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        /** {@link ChangedNothing}. */
        CHANGED_NOTHING,
        /** {@link SelectsTwin}. */
        SELECTS_TWIN,
        /** {@link ChangedMeaning}. */
        CHANGED_MEANING,
        /** {@link StrayCharacter}. */
        STRAY_CHARACTER
    }

    /**
     * A word that this build does not know. OpenSSL drops the whole rule and reads on behind the next separator.
     *
     * @param rule the rule that was dropped
     * @param term the word
     * @param catalog the words of the build
     */
    record UnknownTerm(Rule rule, Rule.Term term, CipherCatalog catalog) implements Note {
        @Override
        public Kind kind() {
            return Kind.UNKNOWN_TERM;
        }

        /**
         * The known word that differs least, by one letter or by case: {@code PSK} for {@code PSD}.
         *
         * @return the word, empty if none is that near
         */
        public Optional<String> nearestWord() {
            return NearestWord.to(term.word(), catalog.words());
        }

        @Override
        public String explain() {
            return rule + " is ignored: " + why();
        }

        private String why() {
            String word = term.word();
            if (word.equals("DEFAULT")) {
                return "DEFAULT means something only at the start of a string";
            }
            String unknown = "this build does not know the word \"" + word + "\"";
            Set<BuildOption> missing = catalog.optionsForWord(word);
            if (!missing.isEmpty()) {
                return unknown + ", which takes "
                        + missing.stream()
                                .sorted()
                                .map(BuildOption::configureWord)
                                .collect(Collectors.joining(", "));
            }
            List<String> elsewhere = CipherCatalog.releasesKnowing(word);
            if (!elsewhere.isEmpty()) {
                return unknown + ", which " + String.join(", ", elsewhere) + " know";
            }
            return unknown
                    + nearestWord()
                            .map(near -> "; perhaps " + near + " is meant")
                            .orElse("");
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
     * A rule that was applied and changed nothing. A string without it means the same.
     *
     * @param rule the rule
     * @param inPlace the suites that it moved or sorted to where they stood before; empty if there was none to change
     */
    record ChangedNothing(Rule rule, List<OpenSslCipherSuite> inPlace) implements Note {

        /**
         * Makes the note.
         *
         * @param rule the rule
         * @param inPlace the suites that it moved or sorted to where they stood before; copied
         */
        public ChangedNothing {
            inPlace = List.copyOf(inPlace);
        }

        @Override
        public Kind kind() {
            return Kind.CHANGED_NOTHING;
        }

        @Override
        public String explain() {
            String why = inPlace.isEmpty()
                    ? "the list has no suite that it could " + verb()
                    : "the list is in that order already";
            return rule + " changes nothing: " + why;
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

    /**
     * The name of a suite that selects others too, because to this release a name stands for attributes.
     *
     * @param rule the rule
     * @param suites all suites it selects
     */
    record SelectsTwin(Rule rule, List<OpenSslCipherSuite> suites) implements Note {

        /**
         * Makes the note.
         *
         * @param rule the rule
         * @param suites all suites it selects; copied
         */
        public SelectsTwin {
            suites = List.copyOf(suites);
        }

        @Override
        public Kind kind() {
            return Kind.SELECTS_TWIN;
        }

        @Override
        public String explain() {
            return rule + " selects " + suites.size() + " suites, because a name stands for attributes: "
                    + suites.stream()
                            .map(suite -> suite.openSslName() + " (" + suite.hexCode() + ")")
                            .collect(Collectors.joining(", "));
        }
    }

    /**
     * A word that means something else in other releases.
     *
     * @param rule the rule
     * @param term the word
     * @param meanings what it means, by range of releases, oldest first
     */
    record ChangedMeaning(Rule rule, Rule.Term term, Map<String, String> meanings) implements Note {

        /**
         * Makes the note.
         *
         * @param rule the rule
         * @param term the word
         * @param meanings what it means, by range of releases, oldest first; copied
         */
        public ChangedMeaning {
            meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
        }

        @Override
        public Kind kind() {
            return Kind.CHANGED_MEANING;
        }

        @Override
        public String explain() {
            return "in " + rule + ", \"" + term.word() + "\" depends on the release: "
                    + meanings.entrySet().stream()
                            .map(meaning -> meaning.getKey() + ", " + meaning.getValue())
                            .collect(Collectors.joining("; "));
        }
    }

    /**
     * A character that other releases take for a part of a word, and this one for a syntax error: {@code TLSv1.2}
     * before 1.0.1d.
     *
     * @param rule the rule that is no rule
     * @param character the character
     */
    record StrayCharacter(Rule rule, char character) implements Note {
        @Override
        public Kind kind() {
            return Kind.STRAY_CHARACTER;
        }

        @Override
        public String explain() {
            return rule + " is a syntax error: to this release \"" + character
                    + "\" is no part of a word, as it is to later ones";
        }
    }
}
