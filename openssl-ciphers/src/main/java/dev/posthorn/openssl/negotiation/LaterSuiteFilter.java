package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyType;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyUsage;
import dev.posthorn.tls.Authentication;
import dev.posthorn.tls.KeyExchange;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Optional;

/**
 * Whether a server from 1.1.0 on can use a suite: version, authentication, key exchange, groups, security level (fact
 * sheet on negotiation section 8; {@code s3_lib.c, ssl3_choose_cipher}).
 */
final class LaterSuiteFilter implements SuiteFilter {

    /** Below it DH parameters count as none in 1.1.0, and are refused when set in later releases. */
    private static final int SHORTEST_DH = 1024;

    private final OpenSslServer server;
    private final LaterGroups groups;
    private final LaterSignatures signatures;

    LaterSuiteFilter(OpenSslServer server, LaterGroups groups, LaterSignatures signatures) {
        this.server = server;
        this.groups = groups;
        this.signatures = signatures;
    }

    @Override
    public Optional<SkipReason> obstacle(OpenSslCipherSuite suite, ProtocolVersion version, ClientHello hello) {
        if (!isForVersion(suite, version)) {
            return Optional.of(SkipReason.SUITE_NOT_FOR_VERSION);
        }
        if (LaterGroups.isTls13(version)) {
            return Optional.empty();
        }
        Optional<SkipReason> obstacle = obstacleOfKeys(suite);
        if (obstacle.isEmpty()) {
            obstacle = obstacleOfHello(suite, version, hello);
        }
        return obstacle.isPresent() ? obstacle : obstacleOfLevel(suite);
    }

    @Override
    public Optional<SkipReason> obstacleForever(OpenSslCipherSuite suite) {
        boolean forSomeVersion = server.enabledProtocols().stream().anyMatch(version -> isForVersion(suite, version));
        if (!forSomeVersion) {
            return Optional.of(SkipReason.SUITE_NOT_FOR_VERSION);
        }
        return isForTls13(suite) ? Optional.empty() : obstacleOfKeys(suite).or(() -> obstacleOfLevel(suite));
    }

    /** TLSv1.3 has suites of its own; IDEA ends with TLSv1.1 ({@code s3_lib.c}, column of the highest version). */
    static boolean isForVersion(OpenSslCipherSuite suite, ProtocolVersion version) {
        if (isForTls13(suite) || LaterGroups.isTls13(version)) {
            return isForTls13(suite) && LaterGroups.isTls13(version);
        }
        boolean ended = suite.encryption().equals("IDEA") && version.isAtLeast(ProtocolVersion.TLSV1_2);
        return version.isAtLeast(suite.minimumProtocol()) && !ended;
    }

    private static boolean isForTls13(OpenSslCipherSuite suite) {
        return LaterGroups.isTls13(suite.minimumProtocol());
    }

    private Optional<SkipReason> obstacleOfKeys(OpenSslCipherSuite suite) {
        return obstacleOfCallbacks(suite.keyExchange())
                .or(() -> obstacleOfAuthentication(suite.authentication()))
                .or(() -> obstacleOfKeyExchange(suite.keyExchange()));
    }

    private Optional<SkipReason> obstacleOfAuthentication(Authentication authentication) {
        return switch (authentication) {
            case RSA -> unless(has(KeyType.RSA), SkipReason.NO_RSA_CERTIFICATE);
            case DSS -> unless(has(KeyType.DSA), SkipReason.NO_DSA_CERTIFICATE);
            case ECDSA ->
                server.certificate(KeyType.EC)
                        .map(certificate -> unless(
                                certificate.allows(KeyUsage.DIGITAL_SIGNATURE), SkipReason.KEY_USAGE_FORBIDS_SIGNING))
                        .orElse(Optional.of(SkipReason.NO_ECDSA_CERTIFICATE));
            case GOST94, GOST01, GOST12 -> Optional.of(SkipReason.NO_GOST_CERTIFICATE);
            case DH, ECDH, PSK, SRP, KRB5, NONE, ANY -> Optional.empty();
        };
    }

    /** What a suite needs from the program is looked at before what it needs from a certificate. */
    private Optional<SkipReason> obstacleOfCallbacks(KeyExchange keyExchange) {
        return switch (keyExchange) {
            case PSK, RSA_PSK, DHE_PSK, ECDHE_PSK -> unless(server.hasPskCallback(), SkipReason.NO_PSK_CALLBACK);
            case SRP -> unless(server.hasSrpCallback(), SkipReason.NO_SRP_CALLBACK);
            default -> Optional.empty();
        };
    }

    private Optional<SkipReason> obstacleOfKeyExchange(KeyExchange keyExchange) {
        return switch (keyExchange) {
            case DHE, DHE_PSK -> unless(hasDh(), SkipReason.NO_DH_PARAMETERS);
            case GOST, GOST18 -> Optional.of(SkipReason.NO_GOST_CERTIFICATE);
            default -> Optional.empty();
        };
    }

    private boolean hasDh() {
        return switch (server.dh().kind()) {
            case NONE -> false;
            case FIXED -> ((DhParameters.Fixed) server.dh()).bits() >= SHORTEST_DH;
            case CALLBACK, AUTOMATIC -> true;
        };
    }

    private Optional<SkipReason> obstacleOfHello(OpenSslCipherSuite suite, ProtocolVersion version, ClientHello hello) {
        if (suite.authentication() == Authentication.ECDSA) {
            Optional<SkipReason> obstacle = groups.obstacleOfCertificate(
                            server.certificate(KeyType.EC).orElseThrow(), hello)
                    .or(() -> unless(!signatures.lacksEcdsa(version, hello), SkipReason.NO_ECDSA_SIGNATURE_ALGORITHM));
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        boolean ephemeral = suite.keyExchange() == KeyExchange.ECDHE || suite.keyExchange() == KeyExchange.ECDHE_PSK;
        return ephemeral ? groups.obstacleOfEphemeralKey(hello) : Optional.empty();
    }

    /** Level 1: 80 bits at least, so neither anonymous suites nor NULL nor MD5. */
    private Optional<SkipReason> obstacleOfLevel(OpenSslCipherSuite suite) {
        boolean weak = suite.authentication() == Authentication.NONE
                || suite.strength().equals("NONE")
                || suite.mac().equals("MD5");
        return unless(server.securityLevel() == 0 || !weak, SkipReason.SECURITY_LEVEL);
    }

    private boolean has(KeyType keyType) {
        return server.certificate(keyType).isPresent();
    }

    private static Optional<SkipReason> unless(boolean met, SkipReason reason) {
        return met ? Optional.empty() : Optional.of(reason);
    }
}
