package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.ProtocolVersion;

/** OpenSSL 0.9.8 to 1.0.2. */
final class EarlyEngine implements Engine {

    private final OpenSslServer server;
    private final EarlyCurves curves;
    private final SuiteFilter filter;

    EarlyEngine(OpenSslServer server) {
        this.server = server;
        this.curves = new EarlyCurves(server);
        this.filter = new EarlySuiteFilter(server, curves);
    }

    @Override
    public Negotiation answer(ClientHello hello) {
        return answer(hello, hello.legacyVersion());
    }

    /** Answers a hello that may offer another version than it says, because the server could not see what it says. */
    Negotiation answer(ClientHello hello, ProtocolVersion offered) {
        return new EarlyNegotiator(server, curves, hello, offered).negotiate();
    }

    @Override
    public Reception receive(byte[] firstBytes, boolean closed) {
        return new EarlyFirstBytes(server, this, firstBytes).receive();
    }

    @Override
    public SuiteFilter filter() {
        return filter;
    }
}
