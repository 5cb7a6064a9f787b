package dev.posthorn.openssl.negotiation;

/** How a line of releases negotiates, made ready for one server. */
interface Engine {

    Negotiation answer(ClientHello hello);

    /** What the server makes of first bytes; {@code closed} if the peer sends nothing more. */
    Reception receive(byte[] firstBytes, boolean closed);

    SuiteFilter filter();
}
