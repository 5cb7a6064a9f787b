package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyType;
import dev.posthorn.tls.Authentication;
import dev.posthorn.tls.KeyExchange;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import dev.posthorn.tls.SignatureScheme;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Signature algorithms of a server from 1.1.0 on: which it shares with a client, and which of them fits a certificate
 * (fact sheet on negotiation section 8; {@code t1_lib.c, tls1_set_server_sigalgs} and {@code tls_choose_sigalg}).
 */
final class LaterSignatures {

    private static final int SHA1 = 2;
    private static final int RSA = 1;
    private static final int DSA = 2;
    private static final int ECDSA = 3;

    /** The hash byte of the schemes that RFC 8446 added, RSA-PSS among them. */
    private static final int NEW_SCHEMES = 8;

    private static final int FIRST_PSS = 0x0804;
    private static final int LAST_PSS = 0x0806;

    /** Bytes of MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512, at the numbers of RFC 5246 section 7.4.1.4.1. */
    private static final int[] HASH_LENGTHS = {0, 16, 20, 28, 32, 48, 64};

    /** The DigestInfo before a hash of the SHA-2 family, and the least padding of PKCS #1 (RFC 8017 section 9.2). */
    private static final int FRAME_LENGTH = 19 + 11;

    private final OpenSslServer server;
    private final List<SignatureScheme> known;
    private final boolean mustFit;

    LaterSignatures(OpenSslServer server) {
        LaterRules rules = server.rules().later();
        this.server = server;
        this.known = rules.signatureSchemes().stream()
                .filter(scheme -> !rules.levelBarsSha1() || server.securityLevel() == 0 || scheme.hashByte() != SHA1)
                .toList();
        this.mustFit = rules.signatureMustFit();
    }

    /** Does the client name schemes, and none that the server knows? */
    boolean sharesNone(ClientHello hello) {
        return hello.signatureSchemes()
                .filter(schemes -> Collections.disjoint(schemes, known))
                .isPresent();
    }

    /** Does a suite with ECDSA lack a scheme to sign with? */
    boolean lacksEcdsa(ProtocolVersion version, ClientHello hello) {
        return mustFit
                && version.equals(ProtocolVersion.TLSV1_2)
                && hello.signatureSchemes().isPresent()
                && firstShared(hello, LaterSignatures::isEcdsa).isEmpty();
    }

    /** Up to TLSv1.2: what is wrong with the server's signature, once a suite with a certificate is chosen. */
    Optional<HandshakeError> objection(ProtocolVersion version, OpenSslCipherSuite suite, ClientHello hello) {
        Authentication authentication = suite.authentication();
        boolean certificate = authentication == Authentication.RSA
                || authentication == Authentication.DSS
                || authentication == Authentication.ECDSA;
        if (!certificate || !mustFit) {
            return Optional.empty();
        }
        boolean named = version.equals(ProtocolVersion.TLSV1_2)
                && hello.signatureSchemes().isPresent();
        if (!named) {
            return signsAtThisLevelUnasked() ? Optional.empty() : Optional.of(errorOfSha1(version));
        }
        return schemeFor(authentication, hello).isEmpty()
                ? Optional.of(HandshakeError.NO_SUITABLE_SIGNATURE_ALGORITHM)
                : Optional.empty();
    }

    /** Without a list from the client the signature is one with SHA-1. */
    private boolean signsAtThisLevelUnasked() {
        return !server.rules().later().levelBarsSha1() || server.securityLevel() == 0;
    }

    /** Before TLSv1.2 the library has no scheme at all and takes that for an error of its own. */
    private static HandshakeError errorOfSha1(ProtocolVersion version) {
        return version.equals(ProtocolVersion.TLSV1_2)
                ? HandshakeError.NO_SUITABLE_SIGNATURE_ALGORITHM
                : HandshakeError.NO_SIGNATURE_AT_THIS_LEVEL;
    }

    private Optional<SignatureScheme> schemeFor(Authentication authentication, ClientHello hello) {
        return switch (authentication) {
            case RSA -> firstShared(hello, scheme -> isRsa(scheme) || isPssThatFits(scheme));
            case DSS -> firstShared(hello, scheme -> isOldKind(scheme, DSA));
            default -> firstShared(hello, LaterSignatures::isEcdsa);
        };
    }

    /** Up to TLSv1.2: is the hash too long for the server's RSA key, in a suite that has the server sign with it? */
    boolean isTooBig(ProtocolVersion version, OpenSslCipherSuite suite, ClientHello hello) {
        boolean signs = suite.authentication() == Authentication.RSA
                && (suite.keyExchange() == KeyExchange.DHE || suite.keyExchange() == KeyExchange.ECDHE);
        if (!signs || !version.equals(ProtocolVersion.TLSV1_2)) {
            return false;
        }
        Optional<SignatureScheme> scheme =
                mustFit ? schemeFor(Authentication.RSA, hello) : firstShared(hello, LaterSignatures::isRsa);
        int hash = scheme.filter(LaterSignatures::isRsa)
                .map(SignatureScheme::hashByte)
                .orElse(scheme.isPresent() ? 0 : SHA1);
        return hash != 0 && HASH_LENGTHS[hash] + FRAME_LENGTH > rsaKeyLength();
    }

    /** TLSv1.3: what is wrong with the schemes, once suite and group are found. */
    Optional<HandshakeError> objectionInTls13(ClientHello hello) {
        if (hello.signatureSchemes().isEmpty()) {
            return Optional.of(HandshakeError.MISSING_SIGNATURE_ALGORITHMS);
        }
        if (sharesNone(hello)) {
            return Optional.of(HandshakeError.NO_SHARED_SIGNATURE_ALGORITHMS);
        }
        return firstShared(hello, scheme -> isPssThatFits(scheme) || isOnCertificatesCurve(scheme))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(HandshakeError.NO_SUITABLE_SIGNATURE_ALGORITHM);
    }

    /** The first fitting one that both know, in the order of the side that is preferred. */
    private Optional<SignatureScheme> firstShared(ClientHello hello, Predicate<SignatureScheme> fits) {
        List<SignatureScheme> offered = hello.signatureSchemes().orElse(List.of());
        List<SignatureScheme> preferred = server.hasServerPreference() ? known : offered;
        List<SignatureScheme> other = server.hasServerPreference() ? offered : known;
        for (SignatureScheme scheme : preferred) {
            if (fits.test(scheme) && other.contains(scheme)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    private static boolean isRsa(SignatureScheme scheme) {
        return isOldKind(scheme, RSA);
    }

    private static boolean isEcdsa(SignatureScheme scheme) {
        return isOldKind(scheme, ECDSA);
    }

    private static boolean isOldKind(SignatureScheme scheme, int signature) {
        return scheme.hashByte() < NEW_SCHEMES && scheme.signatureByte() == signature;
    }

    /** RFC 8017 section 9.1.1: hash, salt of the same length and two bytes have to fit. */
    private boolean isPssThatFits(SignatureScheme scheme) {
        boolean pss = scheme.codePoint() >= FIRST_PSS && scheme.codePoint() <= LAST_PSS;
        return pss
                && server.certificate(KeyType.RSA).isPresent()
                && rsaKeyLength() >= 2 * HASH_LENGTHS[scheme.signatureByte()] + 2;
    }

    private boolean isOnCertificatesCurve(SignatureScheme scheme) {
        Optional<NamedGroup> curve = server.certificate(KeyType.EC).flatMap(ServerCertificate::curve);
        return switch (scheme.codePoint()) {
            case 0x0403 -> curve.equals(Optional.of(NamedGroup.SECP256R1));
            case 0x0503 -> curve.equals(Optional.of(NamedGroup.SECP384R1));
            case 0x0603 -> curve.equals(Optional.of(NamedGroup.SECP521R1));
            default -> false;
        };
    }

    private int rsaKeyLength() {
        return (server.certificate(KeyType.RSA).orElseThrow().keyBits() + 7) / 8;
    }
}
