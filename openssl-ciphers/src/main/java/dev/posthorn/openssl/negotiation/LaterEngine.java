package dev.posthorn.openssl.negotiation;

import java.util.Optional;

/** OpenSSL 1.1.0 to 3.0. */
final class LaterEngine implements Engine {

    private final OpenSslServer server;
    private final LaterGroups groups;
    private final LaterSignatures signatures;
    private final SuiteFilter filter;
    private final Optional<HandshakeError> setupFailure;

    LaterEngine(OpenSslServer server) {
        this.server = server;
        this.groups = new LaterGroups(server);
        this.signatures = new LaterSignatures(server);
        this.filter = new LaterSuiteFilter(server, groups, signatures);
        this.setupFailure = LaterSetup.failureOf(server);
    }

    @Override
    public Negotiation answer(ClientHello hello) {
        return new LaterNegotiator(server, hello, groups, signatures).negotiate(setupFailure);
    }

    @Override
    public Reception receive(byte[] firstBytes, boolean closed) {
        return new LaterFirstBytes(server, this, firstBytes, closed).receive(setupFailure);
    }

    @Override
    public SuiteFilter filter() {
        return filter;
    }
}
