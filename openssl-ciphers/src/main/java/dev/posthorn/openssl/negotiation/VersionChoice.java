package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/**
 * The version a server of 0.9.8 to 1.0.2 settles on (fact sheet on negotiation section 2; {@code s23_srvr.c,
 * ssl23_get_client_hello}).
 *
 * @param version the version, if one is chosen
 * @param refusal why not, if none is
 */
record VersionChoice(Optional<ProtocolVersion> version, Optional<HandshakeError> refusal) {

    static VersionChoice of(ProtocolVersion version) {
        return new VersionChoice(Optional.of(version), Optional.empty());
    }

    static VersionChoice refused(HandshakeError reason) {
        return new VersionChoice(Optional.empty(), Optional.of(reason));
    }

    /** Chooses for a hello of TLS format that offers a version. */
    static VersionChoice forTlsFormat(OpenSslServer server, ProtocolVersion offered) {
        return ifBuiltIn(server, choiceForTlsFormat(server, offered));
    }

    /** Chooses for a hello in the format of SSLv2 that offers a version. */
    static VersionChoice forSslv2Format(OpenSslServer server, ProtocolVersion offered) {
        return ifBuiltIn(server, choiceForSslv2Format(server, offered));
    }

    /** The switches decide before it shows that the build lacks what they leave on. */
    private static VersionChoice ifBuiltIn(OpenSslServer server, VersionChoice choice) {
        boolean missing = choice.version()
                .filter(version -> !server.rules().isBuiltInto(server.build(), version))
                .isPresent();
        return missing ? refused(HandshakeError.UNSUPPORTED_PROTOCOL) : choice;
    }

    private static VersionChoice choiceForTlsFormat(OpenSslServer server, ProtocolVersion offered) {
        if (offered.codePoint() >> 8 < 3) {
            return refused(HandshakeError.UNKNOWN_PROTOCOL);
        }
        Optional<ProtocolVersion> best = bestUpTo(server, offered);
        if (best.isPresent()) {
            return of(best.get());
        }
        // With SSLv3 off, TLSv1.0 is selected for a client of SSLv3, only so that the hello's own version is then
        // refused.
        boolean refusedLater = offered.equals(ProtocolVersion.SSLV3) && server.isSwitchedOn(ProtocolVersion.TLSV1_0);
        return refused(refusedLater ? HandshakeError.WRONG_VERSION_NUMBER : HandshakeError.UNKNOWN_PROTOCOL);
    }

    private static VersionChoice choiceForSslv2Format(OpenSslServer server, ProtocolVersion offered) {
        Optional<ProtocolVersion> best =
                offered.isAtLeast(ProtocolVersion.SSLV3) ? bestUpTo(server, offered) : Optional.empty();
        return best.map(VersionChoice::of)
                .orElseGet(() -> server.isSwitchedOn(ProtocolVersion.SSLV2)
                        ? of(ProtocolVersion.SSLV2)
                        : refused(HandshakeError.UNKNOWN_PROTOCOL));
    }

    /** The newest enabled version that is not above the offered one; gaps are allowed. */
    private static Optional<ProtocolVersion> bestUpTo(OpenSslServer server, ProtocolVersion offered) {
        List<ProtocolVersion> versions = ProtocolVersion.known();
        for (int index = versions.size() - 1; index >= 0; index--) {
            ProtocolVersion version = versions.get(index);
            if (offered.isAtLeast(version) && server.rules().speaks(version) && server.isSwitchedOn(version)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** Does the server have something better switched on, whatever its suites and keys? */
    static boolean isBelowBest(OpenSslServer server, ProtocolVersion chosen) {
        return server.rules().versions().stream()
                .anyMatch(version -> !chosen.isAtLeast(version) && server.isSwitchedOn(version));
    }
}
