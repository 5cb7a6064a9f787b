package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/**
 * What a server from 1.1.1 on finds wrong with itself before it reads anything (fact sheet on negotiation section 8;
 * {@code statem_lib.c, tls_setup_handshake}).
 */
final class LaterSetup {

    private LaterSetup() {}

    static Optional<HandshakeError> failureOf(OpenSslServer server) {
        LaterRules rules = server.rules().later();
        Optional<ProtocolVersion> highest = highestVersion(server);
        if (highest.isEmpty()) {
            return rules.failsWithoutProtocols() ? Optional.of(HandshakeError.WITHOUT_PROTOCOLS) : Optional.empty();
        }
        boolean hasSuite = server.expansion().suites().stream()
                .anyMatch(suite -> LaterSuiteFilter.isForVersion(suite, highest.get()));
        return rules.setupNeedsSuite() && !hasSuite
                ? Optional.of(HandshakeError.NO_CIPHERS_AVAILABLE)
                : Optional.empty();
    }

    /**
     * The top of the lowest unbroken run of enabled versions, which {@code ssl_get_min_max_version} takes for the
     * highest: with TLSv1.2 alone switched off it is TLSv1.1, though TLSv1.3 is on.
     */
    private static Optional<ProtocolVersion> highestVersion(OpenSslServer server) {
        List<ProtocolVersion> enabled = server.enabledProtocols();
        if (enabled.isEmpty()) {
            return Optional.empty();
        }
        ProtocolVersion top = enabled.get(0);
        for (ProtocolVersion version : enabled) {
            if (version.codePoint() > top.codePoint() + 1) {
                break;
            }
            top = version;
        }
        return Optional.of(top);
    }
}
