package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyType;
import dev.posthorn.tls.Authentication;
import dev.posthorn.tls.KeyExchange;
import dev.posthorn.tls.ProtocolVersion;
import dev.posthorn.tls.SignatureScheme;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hash a server signs its ephemeral key with in TLSv1.2. A long one does not fit an RSA key of 512 bits, and the
 * server then fails behind its choice (fact sheet on negotiation section 5).
 */
final class SigningHash {

    private static final int MD5 = 1;
    private static final int SHA1 = 2;
    private static final int SHA512 = 6;
    private static final int RSA = 1;
    private static final int ECDSA = 3;

    /** Bytes of MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512, at the numbers of RFC 5246 section 7.4.1.4.1. */
    private static final int[] LENGTHS = {0, 16, 20, 28, 32, 48, 64};

    /** The DigestInfo before a hash of the SHA-2 family, and the least padding of PKCS #1 (RFC 8017 section 9.2). */
    private static final int FRAME_LENGTH = 19 + 11;

    private SigningHash() {}

    /** Does the client offer a scheme that a server of 1.0.2 knows, of any kind of key? */
    static boolean hasUsableScheme(List<SignatureScheme> schemes) {
        return schemes.stream()
                .anyMatch(scheme ->
                        isHash(scheme, SHA1) && scheme.signatureByte() >= RSA && scheme.signatureByte() <= ECDSA);
    }

    /** Is the hash too long for the server's RSA key, in a suite that has the server sign with it? */
    static boolean isTooBig(
            OpenSslServer server, ClientHello hello, ProtocolVersion version, OpenSslCipherSuite suite) {
        boolean signs = suite.authentication() == Authentication.RSA && suite.keyExchange() != KeyExchange.RSA;
        if (!signs || !version.isAtLeast(ProtocolVersion.TLSV1_2)) {
            return false;
        }
        int keyLength = (server.certificate(KeyType.RSA).orElseThrow().keyBits() + 7) / 8;
        return LENGTHS[hashFor(server, hello)] + FRAME_LENGTH > keyLength;
    }

    private static int hashFor(OpenSslServer server, ClientHello hello) {
        boolean sharedList = server.rules().early().signatureSchemes() == EarlyRules.SignatureSchemes.SHARED_LIST;
        Stream<SignatureScheme> forRsa = hello.signatureSchemes().orElse(List.of()).stream()
                .filter(scheme -> scheme.signatureByte() == RSA && isHash(scheme, sharedList ? SHA1 : MD5));
        Optional<SignatureScheme> taken = sharedList && server.hasServerPreference()
                ? forRsa.max(Comparator.comparingInt(SignatureScheme::hashByte))
                : forRsa.findFirst();
        return taken.map(SignatureScheme::hashByte).orElse(SHA1);
    }

    private static boolean isHash(SignatureScheme scheme, int weakest) {
        return scheme.hashByte() >= weakest && scheme.hashByte() <= SHA512;
    }
}
