package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.tls.NamedGroup;
import java.util.List;

/** Refuses settings with which no program of a release gets a server going, naming the setting and its value. */
final class PossibleSettings {

    private static final OpenSslRelease FIRST_WITH_AUTOMATIC_DH = OpenSslRelease.parse("1.0.2");

    /** What this library has seen at work; the man page knows levels up to 5. */
    private static final int HIGHEST_KNOWN_LEVEL = 1;

    /** Security level 1 wants 80 bits: RSA, DSA and Diffie-Hellman of this length. */
    private static final int SHORTEST_KEY_AT_LEVEL_1 = 1024;

    private final OpenSslRelease release;
    private final NegotiationRules rules;

    PossibleSettings(OpenSslRelease release, NegotiationRules rules) {
        this.release = release;
        this.rules = rules;
    }

    void requireCurves(EcdhParameters ecdh, Iterable<ServerCertificate> certificates) {
        boolean chooses = ecdh.kind() == EcdhParameters.Kind.AUTOMATIC || ecdh.kind() == EcdhParameters.Kind.LISTED;
        require(!chooses || rules.hasAutomaticCurve(), "ecdh: OpenSSL " + release + " cannot choose a curve by itself");
        for (NamedGroup curve : curvesOf(ecdh)) {
            require(rules.knows(curve), "ecdh: OpenSSL " + release + " does not know the curve " + curve);
        }
        for (ServerCertificate certificate : certificates) {
            certificate
                    .curve()
                    .ifPresent(curve -> require(
                            rules.knows(curve),
                            "certificates: OpenSSL " + release + " does not know the curve " + curve));
        }
    }

    private static List<NamedGroup> curvesOf(EcdhParameters ecdh) {
        if (ecdh instanceof EcdhParameters.Fixed fixed) {
            return List.of(fixed.curve());
        }
        return ecdh instanceof EcdhParameters.Listed listed ? listed.curves() : List.of();
    }

    void requireDh(DhParameters dh) {
        require(
                dh.kind() != DhParameters.Kind.AUTOMATIC || release.isAtLeast(FIRST_WITH_AUTOMATIC_DH),
                "dh: OpenSSL " + release + " cannot choose parameters by itself");
        boolean refused = dh instanceof DhParameters.Fixed fixed
                && fixed.bits() < SHORTEST_KEY_AT_LEVEL_1
                && rules.laterRules().filter(LaterRules::refusesShortDh).isPresent();
        require(!refused, "dh: OpenSSL " + release + " refuses " + dh + ", dh key too small");
    }

    void requireTemporaryRsa(TemporaryRsa temporaryRsa) {
        require(
                !rules.areLater() || temporaryRsa.kind() == TemporaryRsa.Kind.NONE,
                "temporaryRsa: OpenSSL " + release + " has no export suites and no temporary RSA key, but "
                        + temporaryRsa + " is set");
    }

    void requireLevel(int level, Iterable<ServerCertificate> certificates) {
        require(
                level <= HIGHEST_KNOWN_LEVEL,
                "cipherString: what security level " + level + " forbids is not known here, only levels 0 and 1 are");
        for (ServerCertificate certificate : certificates) {
            require(
                    level == 0 || certificate.curve().isPresent() || certificate.keyBits() >= SHORTEST_KEY_AT_LEVEL_1,
                    "certificates: OpenSSL " + release + " refuses " + certificate + " at security level " + level
                            + ", ee key too small");
        }
    }

    private static void require(boolean possible, String complaint) {
        if (!possible) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
