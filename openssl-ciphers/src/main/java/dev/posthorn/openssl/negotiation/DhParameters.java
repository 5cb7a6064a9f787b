package dev.posthorn.openssl.negotiation;

/** What a server has for ephemeral Diffie-Hellman over a finite field. Without it every DHE suite is dead. */
public sealed interface DhParameters {

    /**
     * What the server has.
     *
     * @return the kind, for an exhaustive switch
     */
    Kind kind();

    /** The kinds of parameters. */
    enum Kind {
        /** {@link None}. */
        NONE,
        /** {@link Fixed}. */
        FIXED,
        /** {@link Callback}. */
        CALLBACK,
        /** {@link Automatic}. */
        AUTOMATIC
    }

    /**
     * Nothing was set.
     *
     * @return the kind without parameters
     */
    static DhParameters none() {
        return new None();
    }

    /**
     * One prime: {@code SSL_CTX_set_tmp_dh}.
     *
     * @param bits the length of the prime
     * @return parameters of that length
     * @throws IllegalArgumentException if {@code bits} is not positive
     */
    static DhParameters fixed(int bits) {
        return new Fixed(bits);
    }

    /**
     * The program chooses when asked: {@code SSL_CTX_set_tmp_dh_callback}, as Postfix does.
     *
     * @return a callback that returns parameters, short ones for export suites
     */
    static DhParameters callback() {
        return new Callback();
    }

    /**
     * The library takes a prime that suits the certificate: {@code SSL_CTX_set_dh_auto}, from 1.0.2 on.
     *
     * @return automatic selection
     */
    static DhParameters automatic() {
        return new Automatic();
    }

    /** Nothing was set. */
    record None() implements DhParameters {
        @Override
        public Kind kind() {
            return Kind.NONE;
        }

        @Override
        public String toString() {
            return "none";
        }
    }

    /**
     * One prime.
     *
     * @param bits its length
     */
    record Fixed(int bits) implements DhParameters {

        /**
         * Makes fixed parameters.
         *
         * @param bits the length of the prime
         * @throws IllegalArgumentException if {@code bits} is not positive
         */
        public Fixed {
            if (bits <= 0) {
                throw new IllegalArgumentException("bits: " + bits + " is not a length of a prime");
            }
        }

        @Override
        public Kind kind() {
            return Kind.FIXED;
        }

        @Override
        public String toString() {
            return bits + " bits";
        }
    }

    /** The program chooses; it counts as available whatever it would return. */
    record Callback() implements DhParameters {
        @Override
        public Kind kind() {
            return Kind.CALLBACK;
        }

        @Override
        public String toString() {
            return "callback";
        }
    }

    /** The library chooses. */
    record Automatic() implements DhParameters {
        @Override
        public Kind kind() {
            return Kind.AUTOMATIC;
        }

        @Override
        public String toString() {
            return "automatic";
        }
    }
}
