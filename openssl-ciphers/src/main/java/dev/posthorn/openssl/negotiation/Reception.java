package dev.posthorn.openssl.negotiation;

import java.util.Optional;

/** What a server makes of the first bytes of a connection, whatever they are. */
public sealed interface Reception {

    /**
     * What it makes of them.
     *
     * @return the kind, for an exhaustive switch
     */
    Kind kind();

    /**
     * The answer to a hello.
     *
     * @return the negotiation, empty unless the bytes are a whole hello that the server reads
     */
    default Optional<Negotiation> negotiation() {
        return Optional.empty();
    }

    /**
     * Why the server gives up, before or in the negotiation.
     *
     * @return the failure, empty if there is none
     */
    default Optional<NegotiationFailure> failure() {
        return negotiation().flatMap(Negotiation::failure);
    }

    /** The kinds of reception. */
    enum Kind {
        /** {@link Waiting}. */
        WAITING,
        /** {@link Refused}. */
        REFUSED,
        /** {@link Answered}. */
        ANSWERED,
        /** {@link Undecided}. */
        UNDECIDED
    }

    /**
     * The server waits for more. If the peer closes now, there is no OpenSSL error at all, only a lost connection.
     */
    record Waiting() implements Reception {
        @Override
        public Kind kind() {
            return Kind.WAITING;
        }
    }

    /**
     * The server gives up before it has a hello to answer.
     *
     * @param cause why
     */
    record Refused(NegotiationFailure cause) implements Reception {
        @Override
        public Kind kind() {
            return Kind.REFUSED;
        }

        @Override
        public Optional<NegotiationFailure> failure() {
            return Optional.of(cause);
        }
    }

    /**
     * The bytes are a hello, and this is the answer.
     *
     * @param answer the answer, which may be a refusal too
     */
    record Answered(Negotiation answer) implements Reception {
        @Override
        public Kind kind() {
            return Kind.ANSWERED;
        }

        @Override
        public Optional<Negotiation> negotiation() {
            return Optional.of(answer);
        }
    }

    /**
     * The bytes are damaged in a way for which this library has no recorded rule.
     *
     * @param part the part that is broken
     */
    record Undecided(String part) implements Reception {
        @Override
        public Kind kind() {
            return Kind.UNDECIDED;
        }
    }
}
