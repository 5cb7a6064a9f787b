package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.CompressionMethod;
import dev.posthorn.tls.KeyExchange;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/**
 * One hello and one server of OpenSSL 1.1.0 to 3.0: setup, version, checks, walk over the suites, key share and
 * signature, in OpenSSL's order (fact sheet on negotiation section 8; {@code statem_srvr.c}).
 */
final class LaterNegotiator {

    private final OpenSslServer server;
    private final ClientHello hello;
    private final Answers answers;
    private final LaterGroups groups;
    private final LaterSignatures signatures;

    LaterNegotiator(OpenSslServer server, ClientHello hello, LaterGroups groups, LaterSignatures signatures) {
        this.server = server;
        this.hello = hello;
        this.answers = new Answers(server, hello);
        this.groups = groups;
        this.signatures = signatures;
    }

    Negotiation negotiate(Optional<HandshakeError> setupFailure) {
        if (setupFailure.isPresent()) {
            return refusedBeforeSuites(Optional.empty(), setupFailure.get());
        }
        VersionChoice versionChoice = LaterVersions.choose(server, hello);
        if (versionChoice.refusal().isPresent()) {
            return refusedBeforeSuites(Optional.empty(), versionChoice.refusal().get());
        }
        ProtocolVersion version = versionChoice.version().orElseThrow();
        Optional<HandshakeError> objection = objectionTo(version);
        if (objection.isPresent()) {
            return refusedBeforeSuites(Optional.of(version), objection.get());
        }
        return LaterGroups.isTls13(version) ? chooseInTls13() : chooseUpToTls12(version);
    }

    /** The checks before any suite is looked at, in OpenSSL's order. */
    private Optional<HandshakeError> objectionTo(ProtocolVersion version) {
        if (hello.offersOnlySslv2()) {
            return Optional.of(HandshakeError.NO_CIPHERS_SPECIFIED);
        }
        if (hello.cipherSuites().contains(CipherSuite.FALLBACK_SCSV) && VersionChoice.isBelowBest(server, version)) {
            return Optional.of(HandshakeError.INAPPROPRIATE_FALLBACK);
        }
        return objectionToExtensions(version)
                .or(() -> hello.compressionMethods().contains(CompressionMethod.NULL)
                        ? Optional.empty()
                        : Optional.of(HandshakeError.NO_COMPRESSION_SPECIFIED));
    }

    private Optional<HandshakeError> objectionToExtensions(ProtocolVersion version) {
        boolean named = server.rules().later().namesExtensions();
        if (hello.namesAnExtensionTwice()) {
            return Optional.of(named ? HandshakeError.BAD_EXTENSIONS : HandshakeError.PARSE_TLSEXT);
        }
        if (hello.claimsRenegotiation()) {
            return Optional.of(HandshakeError.RENEGOTIATION_MISMATCH);
        }
        if (hello.groups().filter(List::isEmpty).isPresent()) {
            return Optional.of(named ? HandshakeError.BAD_GROUPS : HandshakeError.PARSE_TLSEXT);
        }
        if (hello.signatureSchemes().filter(List::isEmpty).isPresent()) {
            return Optional.of(named ? HandshakeError.BAD_SIGNATURE_ALGORITHMS : HandshakeError.PARSE_TLSEXT);
        }
        return version.equals(ProtocolVersion.TLSV1_2) && signatures.sharesNone(hello)
                ? Optional.of(HandshakeError.NO_SHARED_SIGNATURE_ALGORITHMS)
                : Optional.empty();
    }

    private Negotiation chooseUpToTls12(ProtocolVersion version) {
        SuiteWalk walk = new SuiteWalk(server, hello, Optional.of(version));
        if (walk.chosen().isEmpty()) {
            return answers.refused(version, HandshakeError.NO_SHARED_CIPHER, walk);
        }
        OpenSslCipherSuite suite = walk.chosen().get();
        Optional<HandshakeError> objection = signatures.objection(version, suite, hello);
        if (objection.isPresent()) {
            return answers.refused(version, objection.get(), walk);
        }
        Optional<NamedGroup> group =
                suite.keyExchange() == KeyExchange.ECDHE || suite.keyExchange() == KeyExchange.ECDHE_PSK
                        ? groups.sharedGroup(hello)
                        : Optional.empty();
        Optional<NegotiationFailure> failure = signatures.isTooBig(version, suite, hello)
                ? Optional.of(answers.failure(HandshakeError.DIGEST_TOO_BIG, version))
                : Optional.empty();
        return answers.chosen(new Choice(version, suite, group), false, failure, walk);
    }

    private Negotiation chooseInTls13() {
        ProtocolVersion version = ProtocolVersion.TLSV1_3;
        SuiteWalk walk = new SuiteWalk(server, hello, Optional.of(version));
        if (walk.chosen().isEmpty()) {
            return answers.refused(version, HandshakeError.NO_SHARED_CIPHER_IN_TLSV1_3, walk);
        }
        List<NamedGroup> offered = hello.groups().orElse(List.of());
        List<NamedGroup> shares = hello.keyShares().orElse(List.of());
        if (!offered.containsAll(shares)) {
            return answers.refused(version, HandshakeError.BAD_KEY_SHARE, walk);
        }
        Optional<NamedGroup> shared = groups.groupOfShare(shares);
        if (shared.isEmpty() && hello.keyShares().isEmpty()) {
            return answers.refused(version, HandshakeError.NO_KEY_SHARE, walk);
        }
        Optional<NamedGroup> group = shared.or(() -> groups.groupToAskFor(hello));
        if (group.isEmpty()) {
            return answers.refused(version, HandshakeError.NO_COMMON_GROUP, walk);
        }
        Optional<HandshakeError> objection = signatures.objectionInTls13(hello);
        if (objection.isPresent()) {
            return answers.refused(version, objection.get(), walk);
        }
        Choice choice = new Choice(version, walk.chosen().get(), group);
        return answers.chosen(choice, shared.isEmpty(), Optional.empty(), walk);
    }

    private Negotiation refusedBeforeSuites(Optional<ProtocolVersion> version, HandshakeError error) {
        return answers.refusedBeforeSuites(version, error, version.orElseGet(hello::legacyVersion));
    }
}
