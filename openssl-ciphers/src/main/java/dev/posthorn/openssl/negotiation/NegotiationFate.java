package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.SuiteFate;
import dev.posthorn.tls.CipherSuite;

/** What became of one suite in a negotiation, and why. */
public sealed interface NegotiationFate {

    /**
     * The suite.
     *
     * @return the suite, which need not be known to the server's OpenSSL
     */
    CipherSuite suite();

    /**
     * What became of it.
     *
     * @return the kind, for an exhaustive switch
     */
    Kind kind();

    /**
     * Says it in words that continue a sentence which begins with the suite's name.
     *
     * @return such as {@code was skipped: no ECDH parameters}
     */
    String explain();

    /** The kinds of fate. */
    enum Kind {
        /** {@link Chosen}. */
        CHOSEN,
        /** {@link Skipped}. */
        SKIPPED,
        /** {@link AfterChosen}. */
        AFTER_CHOSEN,
        /** {@link NotReached}. */
        NOT_REACHED,
        /** {@link NotInServerList}. */
        NOT_IN_SERVER_LIST,
        /** {@link NotOfferedByClient}. */
        NOT_OFFERED_BY_CLIENT,
        /** {@link NotKnown}. */
        NOT_KNOWN,
        /** {@link Signal}. */
        SIGNAL
    }

    /**
     * The server takes this suite.
     *
     * @param suite the suite
     */
    record Chosen(CipherSuite suite) implements NegotiationFate {
        @Override
        public Kind kind() {
            return Kind.CHOSEN;
        }

        @Override
        public String explain() {
            return "is chosen";
        }
    }

    /**
     * Both sides list the suite, and the server passed over it.
     *
     * @param suite the suite
     * @param reason the first obstacle the server met
     */
    record Skipped(CipherSuite suite, SkipReason reason) implements NegotiationFate {
        @Override
        public Kind kind() {
            return Kind.SKIPPED;
        }

        @Override
        public String explain() {
            return "was skipped: " + reason;
        }
    }

    /**
     * Both sides list the suite, but the server had chosen before it came to it.
     *
     * @param suite the suite
     */
    record AfterChosen(CipherSuite suite) implements NegotiationFate {
        @Override
        public Kind kind() {
            return Kind.AFTER_CHOSEN;
        }

        @Override
        public String explain() {
            return "comes after the chosen one";
        }
    }

    /**
     * Both sides list the suite, but the handshake failed before any suite was looked at.
     *
     * @param suite the suite
     */
    record NotReached(CipherSuite suite) implements NegotiationFate {
        @Override
        public Kind kind() {
            return Kind.NOT_REACHED;
        }

        @Override
        public String explain() {
            return "was not looked at: the handshake failed before";
        }
    }

    /**
     * The client offers the suite, the server's cipher string leaves it out.
     *
     * @param suite the suite
     * @param stringFate what the cipher string did to it, with the rule that decided
     */
    record NotInServerList(CipherSuite suite, SuiteFate stringFate) implements NegotiationFate {
        @Override
        public Kind kind() {
            return Kind.NOT_IN_SERVER_LIST;
        }

        @Override
        public String explain() {
            return "is not in the server's list: it " + stringFate.explain();
        }
    }

    /**
     * The server has the suite in its list, the client does not offer it.
     *
     * @param suite the suite
     */
    record NotOfferedByClient(CipherSuite suite) implements NegotiationFate {
        @Override
        public Kind kind() {
            return Kind.NOT_OFFERED_BY_CLIENT;
        }

        @Override
        public String explain() {
            return "is not offered by the client";
        }
    }

    /**
     * The client offers a number that this OpenSSL has no suite for: a suite of later years, or one of another library.
     *
     * @param suite the suite
     */
    record NotKnown(CipherSuite suite) implements NegotiationFate {
        @Override
        public Kind kind() {
            return Kind.NOT_KNOWN;
        }

        @Override
        public String explain() {
            return "is not known to this OpenSSL";
        }
    }

    /**
     * The client lists a number that is no suite at all: a signal (RFC 5746, RFC 7507) or one of the values that keep
     * servers tolerant (RFC 8701).
     *
     * @param suite the number
     */
    record Signal(CipherSuite suite) implements NegotiationFate {
        @Override
        public Kind kind() {
            return Kind.SIGNAL;
        }

        @Override
        public String explain() {
            return "is a signal, not a suite";
        }
    }
}
