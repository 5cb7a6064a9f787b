package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.BuildOption;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** What became of one suite under a cipher string, and which rule decided it. */
public sealed interface SuiteFate {

    /**
     * What became of it.
     *
     * @return the kind, for an exhaustive switch
     */
    Kind kind();

    /**
     * The rule that decided.
     *
     * @return the rule, empty where none did
     */
    default Optional<Rule> decidedBy() {
        return Optional.empty();
    }

    /**
     * Says it in words that continue a sentence which begins with the suite's name.
     *
     * @return such as {@code was killed by rule 2 "!RC4"}
     */
    String explain();

    /** The kinds of fate. */
    enum Kind {
        /** {@link Offered}. */
        OFFERED,
        /** {@link Deleted}. */
        DELETED,
        /** {@link Killed}. */
        KILLED,
        /** {@link NeverMatched}. */
        NEVER_MATCHED,
        /** {@link NotInBuild}. */
        NOT_IN_BUILD,
        /** {@link NotInRelease}. */
        NOT_IN_RELEASE,
        /** {@link Refused}. */
        REFUSED,
        /** {@link SetByCiphersuites}. */
        SET_BY_CIPHERSUITES
    }

    /**
     * The suite is in the list.
     *
     * @param rule the rule that put it there
     * @param position its place in preference order, from 1
     */
    record Offered(Rule rule, int position) implements SuiteFate {
        @Override
        public Kind kind() {
            return Kind.OFFERED;
        }

        @Override
        public Optional<Rule> decidedBy() {
            return Optional.of(rule);
        }

        @Override
        public String explain() {
            return "is number " + position + " of the list, added by " + rule;
        }
    }

    /**
     * The suite was taken out by {@code -} and not added again.
     *
     * @param rule the rule that took it out
     */
    record Deleted(Rule rule) implements SuiteFate {
        @Override
        public Kind kind() {
            return Kind.DELETED;
        }

        @Override
        public Optional<Rule> decidedBy() {
            return Optional.of(rule);
        }

        @Override
        public String explain() {
            return "was deleted by " + rule;
        }
    }

    /**
     * The suite was taken out by {@code !}, for good, whether it was in the list before or not.
     *
     * @param rule the rule that took it out
     */
    record Killed(Rule rule) implements SuiteFate {
        @Override
        public Kind kind() {
            return Kind.KILLED;
        }

        @Override
        public Optional<Rule> decidedBy() {
            return Optional.of(rule);
        }

        @Override
        public String explain() {
            return "was killed by " + rule;
        }
    }

    /** No rule added the suite. */
    record NeverMatched() implements SuiteFate {
        @Override
        public Kind kind() {
            return Kind.NEVER_MATCHED;
        }

        @Override
        public String explain() {
            return "was never added: no rule that adds asks for it";
        }
    }

    /**
     * The release has the suite in its table, this build does not.
     *
     * @param missing the options it would take; empty if no build of the release offers the suite, or if it is barred
     * @param bar what bars a suite that is compiled in, such as {@code FIPS mode}
     */
    record NotInBuild(Set<BuildOption> missing, Optional<String> bar) implements SuiteFate {

        /**
         * Makes the fate.
         *
         * @param missing the options it would take; copied
         * @param bar what bars a suite that is compiled in
         */
        public NotInBuild {
            missing = Set.copyOf(missing);
        }

        @Override
        public Kind kind() {
            return Kind.NOT_IN_BUILD;
        }

        @Override
        public String explain() {
            if (missing.isEmpty() && bar.isPresent()) {
                return "is compiled in, but barred by " + bar.get();
            }
            return missing.isEmpty()
                    ? "is in OpenSSL's table but in no build"
                    : "is not in this build, which lacks " + words();
        }

        private String words() {
            return String.join(
                    ", ",
                    new TreeSet<>(missing)
                            .stream().map(BuildOption::configureWord).toList());
        }
    }

    /** The release knows no suite of that name. */
    record NotInRelease() implements SuiteFate {
        @Override
        public Kind kind() {
            return Kind.NOT_IN_RELEASE;
        }

        @Override
        public String explain() {
            return "is no suite of this release";
        }
    }

    /**
     * A rule would have left the suite in the list, but OpenSSL refuses the string as a whole.
     *
     * @param rejection why
     */
    record Refused(Rejection rejection) implements SuiteFate {
        @Override
        public Kind kind() {
            return Kind.REFUSED;
        }

        @Override
        public String explain() {
            return "is not offered: the string as a whole is refused (" + rejection + ")";
        }
    }

    /**
     * The suite is one of TLS 1.3, which no rule touches: another setting, {@code ciphersuites}, governs these.
     *
     * @param position its place in preference order, from 1; empty if that setting leaves it out by default
     */
    record SetByCiphersuites(OptionalInt position) implements SuiteFate {
        @Override
        public Kind kind() {
            return Kind.SET_BY_CIPHERSUITES;
        }

        @Override
        public String explain() {
            String governed = "is a suite of TLS 1.3, which no cipher string touches but the setting ciphersuites; ";
            return governed
                    + (position.isPresent()
                            ? "it is number " + position.getAsInt() + " of the list"
                            : "it is not in that setting by default");
        }
    }
}
