package dev.posthorn.openssl.negotiation;

import java.util.Optional;

/** What came of reading a ClientHello from bytes. */
public sealed interface ClientHelloReading {

    /**
     * What came of it.
     *
     * @return the kind, for an exhaustive switch
     */
    Kind kind();

    /**
     * The hello.
     *
     * @return the hello, empty unless it is complete and sound
     */
    default Optional<ClientHello> hello() {
        return Optional.empty();
    }

    /** The kinds of reading. */
    enum Kind {
        /** {@link Complete}. */
        COMPLETE,
        /** {@link Incomplete}. */
        INCOMPLETE,
        /** {@link Malformed}. */
        MALFORMED,
        /** {@link NotAClientHello}. */
        NOT_A_CLIENT_HELLO
    }

    /**
     * A sound hello.
     *
     * @param clientHello the hello
     */
    record Complete(ClientHello clientHello) implements ClientHelloReading {
        @Override
        public Kind kind() {
            return Kind.COMPLETE;
        }

        @Override
        public Optional<ClientHello> hello() {
            return Optional.of(clientHello);
        }
    }

    /** The beginning of a hello; more bytes might complete it. */
    record Incomplete() implements ClientHelloReading {
        @Override
        public Kind kind() {
            return Kind.INCOMPLETE;
        }
    }

    /**
     * A hello whose lengths do not add up.
     *
     * @param part the part that is broken first, such as {@code cipher suites} or {@code extension supported_groups}
     * @param rest the hello without the content of broken extensions, if only extensions are broken
     */
    record Malformed(String part, Optional<ClientHello> rest) implements ClientHelloReading {
        @Override
        public Kind kind() {
            return Kind.MALFORMED;
        }
    }

    /** Something else: plain text, an alert, another protocol. */
    record NotAClientHello() implements ClientHelloReading {
        @Override
        public Kind kind() {
            return Kind.NOT_A_CLIENT_HELLO;
        }
    }
}
