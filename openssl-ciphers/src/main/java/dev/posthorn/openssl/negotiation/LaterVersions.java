package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.negotiation.ServerCertificate.KeyType;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/**
 * The version a server of 1.1.0 to 3.0 settles on (fact sheet on negotiation section 8; {@code statem_lib.c,
 * ssl_choose_server_version}).
 */
final class LaterVersions {

    private LaterVersions() {}

    static VersionChoice choose(OpenSslServer server, ClientHello hello) {
        ProtocolVersion offered = hello.legacyVersion();
        if (hello.format() == ClientHello.Format.SSLV2 && offered.codePoint() >> 8 != 3) {
            return VersionChoice.refused(HandshakeError.UNKNOWN_PROTOCOL);
        }
        boolean heedsList = server.rules().newestVersion().equals(ProtocolVersion.TLSV1_3);
        return heedsList && hello.supportedVersions().isPresent()
                ? chooseListed(server, offered, hello.supportedVersions().get())
                : chooseUpTo(server, offered);
    }

    private static VersionChoice chooseListed(
            OpenSslServer server, ProtocolVersion offered, List<ProtocolVersion> listed) {
        if (ProtocolVersion.SSLV3.isAtLeast(offered)) {
            return VersionChoice.refused(HandshakeError.BAD_LEGACY_VERSION);
        }
        return server.enabledProtocols().stream()
                .filter(listed::contains)
                .filter(version -> !LaterGroups.isTls13(version) || canSignInTls13(server))
                .max(ProtocolVersion::compareTo)
                .map(VersionChoice::of)
                .orElseGet(() -> VersionChoice.refused(HandshakeError.UNSUPPORTED_PROTOCOL));
    }

    private static VersionChoice chooseUpTo(OpenSslServer server, ProtocolVersion offered) {
        Optional<ProtocolVersion> best = server.enabledProtocols().stream()
                .filter(version -> offered.isAtLeast(version) && !LaterGroups.isTls13(version))
                .max(ProtocolVersion::compareTo);
        if (best.isPresent()) {
            return VersionChoice.of(best.get());
        }
        boolean switchedOff = server.rules().versions().stream()
                .anyMatch(
                        version -> offered.isAtLeast(version) && server.rules().isBuiltInto(server.build(), version));
        return VersionChoice.refused(
                switchedOff ? HandshakeError.UNSUPPORTED_PROTOCOL : HandshakeError.VERSION_TOO_LOW);
    }

    /** A DSA key, or one on another curve than three of NIST's, cannot sign in TLSv1.3. */
    private static boolean canSignInTls13(OpenSslServer server) {
        return server.hasPskCallback()
                || server.certificate(KeyType.RSA).isPresent()
                || server.certificate(KeyType.EC)
                        .flatMap(ServerCertificate::curve)
                        .filter(LaterGroups::signsInTls13)
                        .isPresent();
    }
}
