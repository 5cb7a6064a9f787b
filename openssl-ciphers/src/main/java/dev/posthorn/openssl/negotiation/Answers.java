package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.ProtocolVersion;
import java.util.Optional;

/** What a server can answer to a hello, in any era: a choice, or an error before or behind the walk over the suites. */
final class Answers {

    private final OpenSslServer server;
    private final ClientHello hello;

    Answers(OpenSslServer server, ClientHello hello) {
        this.server = server;
        this.hello = hello;
    }

    /** A choice, which can still fail where the server signs for it. */
    Negotiation chosen(Choice choice, boolean retry, Optional<NegotiationFailure> failure, SuiteWalk walk) {
        return new Negotiation(
                server, hello, Optional.of(choice.version()), Optional.of(choice), retry, failure, walk.fates());
    }

    Negotiation refused(ProtocolVersion version, HandshakeError error, SuiteWalk walk) {
        return refused(Optional.of(version), failure(error, version), walk);
    }

    /** No suite was looked at. The version may be open, and the error still is worded as for some version. */
    Negotiation refusedBeforeSuites(
            Optional<ProtocolVersion> version, HandshakeError error, ProtocolVersion connectionVersion) {
        return refused(version, failure(error, connectionVersion), new SuiteWalk(server, hello, Optional.empty()));
    }

    private Negotiation refused(Optional<ProtocolVersion> version, NegotiationFailure failure, SuiteWalk walk) {
        return new Negotiation(server, hello, version, Optional.empty(), false, Optional.of(failure), walk.fates());
    }

    NegotiationFailure failure(HandshakeError error, ProtocolVersion connectionVersion) {
        return server.words().of(error, hello.format(), connectionVersion);
    }
}
