package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.NamedGroup;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a server has for ephemeral Diffie-Hellman over elliptic curves. Without it every ECDHE suite of its list is dead
 * in OpenSSL 1.0.x, whatever the list shows.
 */
public sealed interface EcdhParameters {

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
        /** {@link Listed}. */
        LISTED,
        /** {@link Automatic}. */
        AUTOMATIC,
        /** {@link Callback}. */
        CALLBACK
    }

    /**
     * Nothing was set: {@code smtpd_tls_eecdh_grade = none}.
     *
     * @return the kind without curve
     */
    static EcdhParameters none() {
        return new None();
    }

    /**
     * One curve: {@code SSL_CTX_set_tmp_ecdh}, {@code smtpd_tls_eecdh_grade = strong}.
     *
     * @param curve the curve
     * @return parameters on that curve
     */
    static EcdhParameters fixed(NamedGroup curve) {
        return new Fixed(curve);
    }

    /**
     * The library chooses: {@code SSL_CTX_set_ecdh_auto}, from 1.0.2 on.
     *
     * @return automatic selection
     */
    static EcdhParameters automatic() {
        return new Automatic();
    }

    /**
     * The program chooses when asked: {@code SSL_CTX_set_tmp_ecdh_callback}.
     *
     * @return a callback that returns a key
     */
    static EcdhParameters callback() {
        return new Callback();
    }

    /**
     * The library chooses from a list: {@code SSL_CTX_set1_curves_list}, from 1.0.2 on, with automatic selection.
     *
     * @param curves the curves, most preferred first
     * @return the list
     * @throws IllegalArgumentException if there is none
     */
    static EcdhParameters listed(NamedGroup... curves) {
        return new Listed(List.of(curves));
    }

    /** Nothing was set. */
    record None() implements EcdhParameters {
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
     * One curve.
     *
     * @param curve the curve
     */
    record Fixed(NamedGroup curve) implements EcdhParameters {
        @Override
        public Kind kind() {
            return Kind.FIXED;
        }

        @Override
        public String toString() {
            return curve.toString();
        }
    }

    /**
     * A list to choose from.
     *
     * @param curves the curves, most preferred first
     */
    record Listed(List<NamedGroup> curves) implements EcdhParameters {

        /**
         * Makes a list.
         *
         * @param curves the curves, most preferred first; copied
         * @throws IllegalArgumentException if there is none
         */
        public Listed {
            curves = List.copyOf(curves);
            if (curves.isEmpty()) {
                throw new IllegalArgumentException("curves: a list names at least one curve");
            }
        }

        @Override
        public Kind kind() {
            return Kind.LISTED;
        }

        @Override
        public String toString() {
            return curves.stream().map(NamedGroup::toString).collect(Collectors.joining(":"));
        }
    }

    /** The library chooses among the curves it shares with the client. */
    record Automatic() implements EcdhParameters {
        @Override
        public Kind kind() {
            return Kind.AUTOMATIC;
        }

        @Override
        public String toString() {
            return "automatic";
        }
    }

    /** The program chooses; no release checks its curve against the client's. */
    record Callback() implements EcdhParameters {
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
