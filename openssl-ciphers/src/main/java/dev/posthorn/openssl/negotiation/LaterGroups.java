package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.PointFormat;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/** What groups have to do with the choice of a suite from 1.1.0 on (fact sheet on negotiation section 8). */
final class LaterGroups {

    private static final int FIRST_FINITE_FIELD = 256;

    private final OpenSslServer server;
    private final List<NamedGroup> own;
    private final List<NamedGroup> ownForTls13;

    LaterGroups(OpenSslServer server) {
        this.server = server;
        this.own = ownGroups(server);
        this.ownForTls13 = server.rules().later().levelBarsSha1()
                ? own.stream().filter(LaterGroups::isForTls13).toList()
                : own;
    }

    private static List<NamedGroup> ownGroups(OpenSslServer server) {
        return switch (server.ecdh().kind()) {
            case FIXED -> List.of(((EcdhParameters.Fixed) server.ecdh()).curve());
            case LISTED -> ((EcdhParameters.Listed) server.ecdh()).curves();
            case NONE, AUTOMATIC, CALLBACK -> OwnCurves.automatic(server.build().release());
        };
    }

    /** RFC 8446 section 4.2.7: three curves of NIST, X25519, X448 and the finite fields. */
    private static boolean isForTls13(NamedGroup group) {
        int code = group.codePoint();
        return code >= FIRST_FINITE_FIELD
                || group.equals(NamedGroup.SECP256R1)
                || group.equals(NamedGroup.SECP384R1)
                || group.equals(NamedGroup.SECP521R1)
                || group.equals(NamedGroup.X25519)
                || group.equals(NamedGroup.X448);
    }

    /** What forbids a suite whose server shows an EC certificate. */
    Optional<SkipReason> obstacleOfCertificate(ServerCertificate certificate, ClientHello hello) {
        boolean curveOffered = hello.groups()
                .map(groups -> groups.contains(certificate.curve().orElseThrow()))
                .orElse(true);
        if (!curveOffered) {
            return Optional.of(SkipReason.CERTIFICATE_CURVE_NOT_OFFERED);
        }
        boolean formatAccepted = hello.pointFormats()
                .map(formats -> formats.contains(
                        certificate.compressedPoint() ? PointFormat.COMPRESSED_PRIME : PointFormat.UNCOMPRESSED))
                .orElse(true);
        return formatAccepted ? Optional.empty() : Optional.of(SkipReason.POINT_FORMAT_NOT_OFFERED);
    }

    /** What forbids a suite whose server makes an ephemeral key on a curve. */
    Optional<SkipReason> obstacleOfEphemeralKey(ClientHello hello) {
        if (hello.groups().isEmpty()) {
            return Optional.of(SkipReason.CLIENT_SENT_NO_GROUPS);
        }
        return sharedGroup(hello).isPresent() ? Optional.empty() : Optional.of(SkipReason.NO_SHARED_GROUP);
    }

    /** Up to TLSv1.2: the first curve of the preferred side's list that the other side has. */
    Optional<NamedGroup> sharedGroup(ClientHello hello) {
        List<NamedGroup> offered = hello.groups().orElse(List.of());
        List<NamedGroup> preferred = server.hasServerPreference() ? own : offered;
        List<NamedGroup> other = server.hasServerPreference() ? offered : own;
        for (NamedGroup group : preferred) {
            if (group.codePoint() < FIRST_FINITE_FIELD && other.contains(group)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /** TLSv1.3: the first share the client sends for a group of the server ({@code tls_parse_ctos_key_share}). */
    Optional<NamedGroup> groupOfShare(List<NamedGroup> shares) {
        for (NamedGroup share : shares) {
            if (ownForTls13.contains(share)) {
                return Optional.of(share);
            }
        }
        return Optional.empty();
    }

    /** TLSv1.3: the client's first group that the server has, to be asked for ({@code final_key_share}). */
    Optional<NamedGroup> groupToAskFor(ClientHello hello) {
        return groupOfShare(hello.groups().orElse(List.of()));
    }

    /** Can TLSv1.3 sign with a key on this curve? */
    static boolean signsInTls13(NamedGroup curve) {
        return curve.equals(NamedGroup.SECP256R1)
                || curve.equals(NamedGroup.SECP384R1)
                || curve.equals(NamedGroup.SECP521R1);
    }

    /** Does the version have its own rules for key exchange? */
    static boolean isTls13(ProtocolVersion version) {
        return version.equals(ProtocolVersion.TLSV1_3);
    }
}
