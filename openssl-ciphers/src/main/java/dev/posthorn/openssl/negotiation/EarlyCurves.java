package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.PointFormat;
import java.util.List;
import java.util.Optional;

/** What curves have to do with the choice of a suite (fact sheet on negotiation section 4, point 4). */
final class EarlyCurves {

    private final OpenSslServer server;
    private final EarlyRules rules;
    private final List<NamedGroup> ownList;

    EarlyCurves(OpenSslServer server) {
        this.server = server;
        this.rules = server.rules().early();
        this.ownList = curvesOf(server);
    }

    /** What forbids a suite whose server shows an EC certificate. */
    Optional<SkipReason> obstacleOfCertificate(ServerCertificate certificate, ClientHello hello) {
        NamedGroup curve = certificate.curve().orElseThrow();
        if (rules.curveCheck() == EarlyRules.CurveCheck.NONE) {
            return Optional.empty();
        }
        if (rules.curveCheck() == EarlyRules.CurveCheck.CLIENT_GROUPS) {
            if (!isOffered(curve, hello)) {
                return Optional.of(SkipReason.CERTIFICATE_CURVE_NOT_OFFERED);
            }
            return certificate.compressedPoint() ? obstacleOfPointFormat(certificate, hello) : Optional.empty();
        }
        if (!isOffered(curve, hello) || !isKnown(curve)) {
            return Optional.of(SkipReason.CERTIFICATE_CURVE_NOT_SHARED);
        }
        return obstacleOfPointFormat(certificate, hello);
    }

    private static Optional<SkipReason> obstacleOfPointFormat(ServerCertificate certificate, ClientHello hello) {
        boolean accepted = hello.pointFormats()
                .map(formats -> formats.contains(formatOf(certificate)))
                .orElse(true);
        return accepted ? Optional.empty() : Optional.of(SkipReason.POINT_FORMAT_NOT_OFFERED);
    }

    private static PointFormat formatOf(ServerCertificate certificate) {
        if (!certificate.compressedPoint()) {
            return PointFormat.UNCOMPRESSED;
        }
        boolean binaryField = certificate
                .curve()
                .flatMap(NamedGroup::standardName)
                .filter(name -> name.startsWith("sect"))
                .isPresent();
        return binaryField ? PointFormat.COMPRESSED_CHAR2 : PointFormat.COMPRESSED_PRIME;
    }

    /** Is the certificate's curve one the server can use at all? */
    boolean isKnown(NamedGroup curve) {
        return rules.curveCheck() != EarlyRules.CurveCheck.BOTH_LISTS || ownList.contains(curve);
    }

    /** What forbids a suite whose server makes an ephemeral key on a curve. */
    Optional<SkipReason> obstacleOfEphemeralKey(ClientHello hello) {
        return switch (server.ecdh().kind()) {
            case NONE -> Optional.of(SkipReason.NO_ECDH_PARAMETERS);
            case CALLBACK -> Optional.empty();
            case FIXED ->
                rules.curveCheck() == EarlyRules.CurveCheck.NONE
                                || isOffered(((EcdhParameters.Fixed) server.ecdh()).curve(), hello)
                        ? Optional.empty()
                        : Optional.of(SkipReason.ECDH_CURVE_NOT_OFFERED);
            case AUTOMATIC, LISTED ->
                sharedCurve(hello).isPresent() ? Optional.empty() : Optional.of(SkipReason.NO_SHARED_CURVE);
        };
    }

    /** The curve of the ephemeral key, where it can be told. */
    Optional<NamedGroup> curveOfEphemeralKey(ClientHello hello) {
        return switch (server.ecdh().kind()) {
            case NONE, CALLBACK -> Optional.empty();
            case FIXED -> Optional.of(((EcdhParameters.Fixed) server.ecdh()).curve());
            case AUTOMATIC, LISTED -> sharedCurve(hello);
        };
    }

    /** The first curve of the preferred side's list that the other side has. */
    private Optional<NamedGroup> sharedCurve(ClientHello hello) {
        if (hello.groups().isEmpty()) {
            return rules.absentGroupsMeanNone() ? Optional.empty() : Optional.of(ownList.get(0));
        }
        List<NamedGroup> offered = hello.groups().get();
        List<NamedGroup> preferred = server.hasServerPreference() ? ownList : offered;
        List<NamedGroup> other = server.hasServerPreference() ? offered : ownList;
        for (NamedGroup curve : preferred) {
            if (other.contains(curve)) {
                return Optional.of(curve);
            }
        }
        return Optional.empty();
    }

    private boolean isOffered(NamedGroup curve, ClientHello hello) {
        return hello.groups().map(groups -> groups.contains(curve)).orElse(!rules.absentGroupsMeanNone());
    }

    private static List<NamedGroup> curvesOf(OpenSslServer server) {
        if (server.ecdh() instanceof EcdhParameters.Listed listed) {
            return listed.curves();
        }
        return server.ecdh().kind() == EcdhParameters.Kind.AUTOMATIC
                ? OwnCurves.automatic(server.build().release())
                : OwnCurves.all(server.build().release());
    }
}
