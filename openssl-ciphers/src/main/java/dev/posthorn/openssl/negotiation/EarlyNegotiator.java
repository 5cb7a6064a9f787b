package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyType;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.CompressionMethod;
import dev.posthorn.tls.KeyExchange;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/**
 * One hello and one server of OpenSSL 1.0.x: version, checks, walk over the suites, and what may go wrong right after
 * the choice, in that order (fact sheet on negotiation sections 2 to 5 and 7).
 */
final class EarlyNegotiator {

    private final OpenSslServer server;
    private final EarlyCurves curves;
    private final ClientHello hello;
    private final Answers answers;
    private final ProtocolVersion offered;

    /** A hello that offers another version than it says, because the server could not see what it says. */
    EarlyNegotiator(OpenSslServer server, EarlyCurves curves, ClientHello hello, ProtocolVersion offered) {
        this.server = server;
        this.curves = curves;
        this.hello = hello;
        this.answers = new Answers(server, hello);
        this.offered = offered;
    }

    Negotiation negotiate() {
        VersionChoice versionChoice = hello.format() == ClientHello.Format.SSLV2
                ? VersionChoice.forSslv2Format(server, offered)
                : VersionChoice.forTlsFormat(server, offered);
        if (versionChoice.refusal().isPresent()) {
            return answers.refusedBeforeSuites(
                    Optional.empty(), versionChoice.refusal().get(), offered);
        }
        ProtocolVersion version = versionChoice.version().orElseThrow();
        Optional<HandshakeError> objection =
                version.equals(ProtocolVersion.SSLV2) ? objectionOfSslv2() : objectionTo(version);
        return objection.isPresent()
                ? answers.refusedBeforeSuites(Optional.of(version), objection.get(), version)
                : chooseSuite(version);
    }

    /** The checks before any suite is looked at, in OpenSSL's order. */
    private Optional<HandshakeError> objectionTo(ProtocolVersion version) {
        if (hello.offersOnlySslv2()) {
            return Optional.of(
                    hello.hasSessionId()
                            ? HandshakeError.NO_CIPHERS_SPECIFIED
                            : server.rules().early().noSuitesReason());
        }
        if (server.rules().heedsFallbackMarker()
                && hello.cipherSuites().contains(CipherSuite.FALLBACK_SCSV)
                && VersionChoice.isBelowBest(server, version)) {
            return Optional.of(HandshakeError.INAPPROPRIATE_FALLBACK);
        }
        if (!hello.compressionMethods().contains(CompressionMethod.NULL)) {
            return Optional.of(HandshakeError.NO_COMPRESSION_SPECIFIED);
        }
        if (hello.groups().filter(List::isEmpty).isPresent()) {
            return Optional.of(HandshakeError.PARSE_TLSEXT);
        }
        if (hello.claimsRenegotiation()) {
            return Optional.of(HandshakeError.RENEGOTIATION_MISMATCH);
        }
        boolean sharesNoScheme = server.rules().early().signatureSchemes() == EarlyRules.SignatureSchemes.SHARED_LIST
                && version.equals(ProtocolVersion.TLSV1_2)
                && hello.signatureSchemes()
                        .filter(schemes -> !SigningHash.hasUsableScheme(schemes))
                        .isPresent();
        return sharesNoScheme ? Optional.of(HandshakeError.NO_SHARED_SIGNATURE_ALGORITHMS) : Optional.empty();
    }

    /** Section 7: without an RSA certificate it is the client that gives up, and the server logs what it is told. */
    private Optional<HandshakeError> objectionOfSslv2() {
        return server.certificate(KeyType.RSA).isPresent()
                ? Optional.empty()
                : Optional.of(HandshakeError.SSLV2_NO_CERTIFICATE);
    }

    private Negotiation chooseSuite(ProtocolVersion version) {
        SuiteWalk walk = new SuiteWalk(server, hello, Optional.of(version));
        if (walk.chosen().isEmpty()) {
            HandshakeError error = version.equals(ProtocolVersion.SSLV2)
                    ? HandshakeError.SSLV2_NO_CIPHER
                    : HandshakeError.NO_SHARED_CIPHER;
            return answers.refused(version, error, walk);
        }
        OpenSslCipherSuite suite = walk.chosen().get();
        Optional<NegotiationFailure> failure = SigningHash.isTooBig(server, hello, version, suite)
                ? Optional.of(answers.failure(HandshakeError.DIGEST_TOO_BIG, version))
                : Optional.empty();
        Choice choice = new Choice(version, suite, ephemeralCurve(suite));
        return answers.chosen(choice, false, failure, walk);
    }

    private Optional<NamedGroup> ephemeralCurve(OpenSslCipherSuite suite) {
        return suite.keyExchange() == KeyExchange.ECDHE ? curves.curveOfEphemeralKey(hello) : Optional.empty();
    }
}
