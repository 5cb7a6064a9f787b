package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.negotiation.ServerCertificate.KeyType;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;

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
        List<ProtocolVersion> enabled = server.enabledProtocols();
        for (int index = enabled.size() - 1; index >= 0; index--) {
            ProtocolVersion version = enabled.get(index);
            if (listed.contains(version) && (!LaterGroups.isTls13(version) || canSignInTls13(server))) {
                return VersionChoice.of(version);
            }
        }
        return VersionChoice.refused(HandshakeError.UNSUPPORTED_PROTOCOL);
    }

    private static VersionChoice chooseUpTo(OpenSslServer server, ProtocolVersion offered) {
        List<ProtocolVersion> enabled = server.enabledProtocols();
        for (int index = enabled.size() - 1; index >= 0; index--) {
            ProtocolVersion version = enabled.get(index);
            if (offered.isAtLeast(version) && !LaterGroups.isTls13(version)) {
                return VersionChoice.of(version);
            }
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
