package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyType;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyUsage;
import dev.posthorn.tls.Authentication;
import dev.posthorn.tls.KeyExchange;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Optional;

/**
 * Whether a server can use a suite, asked in the order of fact sheet on negotiation section 4: version, authentication,
 * key exchange, curves ({@code s3_lib.c, ssl3_choose_cipher}; {@code ssl_lib.c, ssl_set_cert_masks}).
 */
final class EarlySuiteFilter implements SuiteFilter {

    private final OpenSslServer server;
    private final EarlyCurves curves;

    EarlySuiteFilter(OpenSslServer server, EarlyCurves curves) {
        this.server = server;
        this.curves = curves;
    }

    /** What forbids the suite on a connection, empty if nothing does. SSLv2 asks for an RSA certificate elsewhere. */
    @Override
    public Optional<SkipReason> obstacle(OpenSslCipherSuite suite, ProtocolVersion version, ClientHello hello) {
        Optional<SkipReason> obstacle = obstacleOfVersion(suite, version);
        if (obstacle.isPresent() || suite.cipherSuite().isSslv2CipherKind()) {
            return obstacle;
        }
        return obstacleOfKeys(suite).or(() -> obstacleOfCurves(suite, hello));
    }

    /** What forbids the suite whatever a client offers, empty if some hello could bring it about. */
    @Override
    public Optional<SkipReason> obstacleForever(OpenSslCipherSuite suite) {
        Optional<SkipReason> obstacle = obstacleOfEveryVersion(suite);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        return suite.cipherSuite().isSslv2CipherKind()
                ? unless(has(KeyType.RSA), SkipReason.NO_RSA_CERTIFICATE)
                : obstacleOfKeys(suite).or(() -> obstacleOfOwnCurve(suite));
    }

    private static Optional<SkipReason> obstacleOfVersion(OpenSslCipherSuite suite, ProtocolVersion version) {
        boolean sslv2Suite = suite.cipherSuite().isSslv2CipherKind();
        if (sslv2Suite != version.equals(ProtocolVersion.SSLV2)) {
            return Optional.of(SkipReason.SUITE_NOT_FOR_VERSION);
        }
        return version.isAtLeast(suite.minimumProtocol())
                ? Optional.empty()
                : Optional.of(SkipReason.SUITE_NEEDS_TLSV1_2);
    }

    private Optional<SkipReason> obstacleOfEveryVersion(OpenSslCipherSuite suite) {
        Optional<SkipReason> obstacle = Optional.of(SkipReason.SUITE_NOT_FOR_VERSION);
        for (ProtocolVersion version : server.enabledProtocols()) {
            obstacle = obstacleOfVersion(suite, version);
            if (obstacle.isEmpty()) {
                return obstacle;
            }
        }
        return obstacle;
    }

    private Optional<SkipReason> obstacleOfKeys(OpenSslCipherSuite suite) {
        return obstacleOfAuthentication(suite.authentication()).or(() -> obstacleOfKeyExchange(suite));
    }

    private Optional<SkipReason> obstacleOfAuthentication(Authentication authentication) {
        return switch (authentication) {
            case RSA -> unless(has(KeyType.RSA), SkipReason.NO_RSA_CERTIFICATE);
            case DSS -> unless(has(KeyType.DSA), SkipReason.NO_DSA_CERTIFICATE);
            case ECDSA ->
                ecCertificateFor(
                        KeyUsage.DIGITAL_SIGNATURE,
                        SkipReason.NO_ECDSA_CERTIFICATE,
                        SkipReason.KEY_USAGE_FORBIDS_SIGNING);
            case ECDH ->
                ecCertificateFor(
                        KeyUsage.KEY_AGREEMENT,
                        SkipReason.NO_ECDH_CERTIFICATE,
                        SkipReason.KEY_USAGE_FORBIDS_KEY_AGREEMENT);
            case DH -> Optional.of(SkipReason.NO_DH_CERTIFICATE);
            case PSK -> unless(server.hasPskCallback(), SkipReason.NO_PSK_CALLBACK);
            case SRP -> unless(server.hasSrpCallback(), SkipReason.NO_SRP);
            case KRB5 -> unless(server.hasKerberosKeytab(), SkipReason.NO_KERBEROS_KEYTAB);
            case GOST94, GOST01, GOST12 -> Optional.of(SkipReason.NO_GOST_CERTIFICATE);
            case NONE, ANY -> Optional.empty();
        };
    }

    private Optional<SkipReason> obstacleOfKeyExchange(OpenSslCipherSuite suite) {
        return switch (suite.keyExchange()) {
            case RSA -> suite.isExport() ? obstacleOfExportRsa(suite) : Optional.empty();
            case DHE -> obstacleOfDh(suite);
            case ECDHE -> unless(server.ecdh().kind() != EcdhParameters.Kind.NONE, SkipReason.NO_ECDH_PARAMETERS);
            case ECDH_RSA -> issuedBy(KeyType.RSA);
            case ECDH_ECDSA -> issuedBy(KeyType.EC);
            case PSK, RSA_PSK, DHE_PSK, ECDHE_PSK -> unless(server.hasPskCallback(), SkipReason.NO_PSK_CALLBACK);
            case SRP -> unless(server.hasSrpCallback(), SkipReason.NO_SRP_CALLBACK);
            case KRB5 -> unless(server.hasKerberosKeytab(), SkipReason.NO_KERBEROS_KEYTAB);
            case DH_RSA, DH_DSS -> Optional.of(SkipReason.NO_DH_CERTIFICATE);
            case GOST, GOST18 -> Optional.of(SkipReason.NO_GOST_CERTIFICATE);
            case ANY -> Optional.empty();
        };
    }

    private Optional<SkipReason> obstacleOfExportRsa(OpenSslCipherSuite suite) {
        int limit = exportKeyLimit(suite);
        boolean shortCertificateKey = server.certificate(KeyType.RSA)
                .filter(certificate -> certificate.keyBits() <= limit)
                .isPresent();
        boolean shortTemporaryKey = switch (server.temporaryRsa().kind()) {
            case NONE -> false;
            case FIXED -> ((TemporaryRsa.Fixed) server.temporaryRsa()).bits() <= limit;
            case CALLBACK -> true;
        };
        return unless(shortCertificateKey || shortTemporaryKey, SkipReason.RSA_KEY_TOO_LONG_FOR_EXPORT);
    }

    private Optional<SkipReason> obstacleOfDh(OpenSslCipherSuite suite) {
        return switch (server.dh().kind()) {
            case NONE -> Optional.of(suite.isExport() ? SkipReason.NO_EXPORT_SIZED_DH : SkipReason.NO_DH_PARAMETERS);
            case CALLBACK, AUTOMATIC -> Optional.empty();
            case FIXED -> {
                int bits = ((DhParameters.Fixed) server.dh()).bits();
                yield unless(!suite.isExport() || bits <= exportKeyLimit(suite), SkipReason.NO_EXPORT_SIZED_DH);
            }
        };
    }

    /** {@code SSL_C_EXPORT_PKEYLENGTH}: 512 bits beside a cipher of 40 bits, 1024 beside one of 56. */
    private static int exportKeyLimit(OpenSslCipherSuite suite) {
        return suite.strength().equals("EXP40") ? 512 : 1024;
    }

    private Optional<SkipReason> issuedBy(KeyType issuer) {
        return server.certificate(KeyType.EC)
                .filter(certificate -> certificate.issuerKeyType() != issuer)
                .map(certificate -> SkipReason.ISSUER_HAS_OTHER_ALGORITHM);
    }

    private Optional<SkipReason> ecCertificateFor(KeyUsage usage, SkipReason missing, SkipReason forbidden) {
        return server.certificate(KeyType.EC)
                .map(certificate -> unless(certificate.allows(usage), forbidden))
                .orElse(Optional.of(missing));
    }

    private Optional<SkipReason> obstacleOfCurves(OpenSslCipherSuite suite, ClientHello hello) {
        Optional<SkipReason> obstacle =
                ecCertificateOf(suite).flatMap(certificate -> curves.obstacleOfCertificate(certificate, hello));
        boolean ephemeral = suite.keyExchange() == KeyExchange.ECDHE;
        return obstacle.isPresent() || !ephemeral ? obstacle : curves.obstacleOfEphemeralKey(hello);
    }

    private Optional<SkipReason> obstacleOfOwnCurve(OpenSslCipherSuite suite) {
        return ecCertificateOf(suite)
                .flatMap(ServerCertificate::curve)
                .filter(curve -> !curves.isKnown(curve))
                .map(curve -> SkipReason.CERTIFICATE_CURVE_NOT_SHARED);
    }

    private Optional<ServerCertificate> ecCertificateOf(OpenSslCipherSuite suite) {
        boolean showsIt =
                suite.authentication() == Authentication.ECDSA || suite.authentication() == Authentication.ECDH;
        return showsIt ? server.certificate(KeyType.EC) : Optional.empty();
    }

    private boolean has(KeyType keyType) {
        return server.certificate(keyType).isPresent();
    }

    private static Optional<SkipReason> unless(boolean met, SkipReason reason) {
        return met ? Optional.empty() : Optional.of(reason);
    }
}
