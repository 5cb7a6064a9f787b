package dev.posthorn.openssl.negotiation;

/** What a server has for export suites whose RSA key must not be longer than 512 or 1024 bits. */
public sealed interface TemporaryRsa {

    /**
     * What the server has.
     *
     * @return the kind, for an exhaustive switch
     */
    Kind kind();

    /** The kinds of temporary keys. */
    enum Kind {
        /** {@link None}. */
        NONE,
        /** {@link Fixed}. */
        FIXED,
        /** {@link Callback}. */
        CALLBACK
    }

    /**
     * Nothing was set.
     *
     * @return the kind without key
     */
    static TemporaryRsa none() {
        return new None();
    }

    /**
     * One key: {@code SSL_CTX_set_tmp_rsa}.
     *
     * @param bits its length
     * @return a key of that length
     * @throws IllegalArgumentException if {@code bits} is not positive
     */
    static TemporaryRsa fixed(int bits) {
        return new Fixed(bits);
    }

    /**
     * The program makes a key when asked: {@code SSL_CTX_set_tmp_rsa_callback}, as Postfix did up to 2.x.
     *
     * @return a callback that returns a key of the wanted length
     */
    static TemporaryRsa callback() {
        return new Callback();
    }

    /** Nothing was set. */
    record None() implements TemporaryRsa {
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
     * One key.
     *
     * @param bits its length
     */
    record Fixed(int bits) implements TemporaryRsa {

        /**
         * Makes a fixed key.
         *
         * @param bits its length
         * @throws IllegalArgumentException if {@code bits} is not positive
         */
        public Fixed {
            if (bits <= 0) {
                throw new IllegalArgumentException("bits: " + bits + " is not a length of a key");
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

    /** The program makes a key when asked. */
    record Callback() implements TemporaryRsa {
        @Override
        public Kind kind() {
            return Kind.CALLBACK;
        }

        @Override
        public String toString() {
            return "callback";
        }
    }
}
