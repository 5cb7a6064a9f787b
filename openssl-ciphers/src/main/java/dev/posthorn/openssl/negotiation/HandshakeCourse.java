package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.openssl.error.OpenSslAlert;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyType;
import dev.posthorn.tls.AlertDescription;
import dev.posthorn.tls.Authentication;
import dev.posthorn.tls.KeyExchange;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Optional;

/** One handshake, step by step, up to the first objection of either side (fact sheet on negotiation sections 5 to 7). */
final class HandshakeCourse {

    private static final int SHORTEST_EXPORT_DH = 512;
    private static final int FIRST_ALERT_REASON = 1000;

    private final OpenSslClient client;
    private final OpenSslServer server;

    HandshakeCourse(OpenSslClient client, OpenSslServer server) {
        this.client = client;
        this.server = server;
    }

    OpenSslClient client() {
        return client;
    }

    OpenSslServer server() {
        return server;
    }

    Handshake run() {
        if (client.hello().isEmpty()) {
            ClientObjection objection = client.refusalToStart().orElseThrow();
            return Handshake.failed(
                    this,
                    Optional.empty(),
                    Side.CLIENT,
                    Optional.of(objection.text()),
                    Optional.empty(),
                    reasonOfSilence());
        }
        Negotiation negotiation = server.answer(client.hello().get());
        return negotiation.version().equals(Optional.of(ProtocolVersion.SSLV2))
                ? runInSslv2(negotiation)
                : runFromSslv3(negotiation);
    }

    private Handshake runFromSslv3(Negotiation negotiation) {
        if (negotiation.failure().isPresent()) {
            return serverFails(negotiation, negotiation.failure().get());
        }
        Choice choice = negotiation.choice().orElseThrow();
        return objectionTo(choice)
                .map(objection -> clientFails(negotiation, choice, objection))
                .or(() -> objectionOfServer(choice).map(objection -> serverFails(negotiation, choice, objection)))
                .orElseGet(() -> Handshake.successful(this, negotiation));
    }

    private Handshake serverFails(Negotiation negotiation, NegotiationFailure failure) {
        return Handshake.failed(
                this,
                Optional.of(negotiation),
                Side.SERVER,
                Optional.of(failure.reason()),
                failure.alertSent(),
                server.failsAtSetup()
                        ? Optional.empty()
                        : failure.alertSent().flatMap(alert -> reasonOfEarlyAlert(alert, negotiation)));
    }

    private Handshake serverFails(Negotiation negotiation, Choice choice, ServerObjection objection) {
        Optional<AlertDescription> alert = sayable(objection.alert(), choice.version());
        return Handshake.failed(
                this,
                Optional.of(negotiation),
                Side.SERVER,
                Optional.of(objection.reason()),
                alert,
                alert.flatMap(said -> reasonOf(said, client.build().release())));
    }

    private Handshake clientFails(Negotiation negotiation, Choice choice, ClientObjection objection) {
        boolean ofVersion = objection == ClientObjection.UNSUPPORTED_PROTOCOL;
        if (ofVersion && !client.rules().sendsAlertForVersion()) {
            return Handshake.failed(
                    this,
                    Optional.of(negotiation),
                    Side.CLIENT,
                    Optional.of(objection.text()),
                    Optional.empty(),
                    reasonOfSilence());
        }
        ProtocolVersion spoken = ofVersion ? negotiation.hello().legacyVersion() : choice.version();
        Optional<AlertDescription> alert = objection.alert().flatMap(said -> sayable(said, spoken));
        return Handshake.failed(
                this,
                Optional.of(negotiation),
                Side.CLIENT,
                Optional.of(objection.text()),
                alert,
                spoken.equals(choice.version())
                        ? alert.flatMap(said -> reasonOf(said, server.build().release()))
                        : Optional.of(ClientObjection.WRONG_VERSION_NUMBER.text()));
    }

    private static Optional<AlertDescription> sayable(AlertDescription alert, ProtocolVersion version) {
        return version.equals(ProtocolVersion.SSLV3) ? new OpenSslAlert(alert).sentUnderSslv3() : Optional.of(alert);
    }

    /** A release without words for an alert prints the number of the reason. */
    private static Optional<String> reasonOf(AlertDescription alert, OpenSslRelease reader) {
        return new OpenSslAlert(alert)
                .reasonText(reader)
                .or(() -> Optional.of("reason(" + (FIRST_ALERT_REASON + alert.codePoint()) + ")"));
    }

    /** What the server logs when the client just goes away: from 3.0 on that is an error of its own. */
    private Optional<String> reasonOfSilence() {
        boolean reports =
                server.rules().laterRules().filter(LaterRules::reportsEndOfData).isPresent();
        return reports ? Optional.of("unexpected eof while reading") : Optional.empty();
    }

    /**
     * What the client logs when the server's alert comes before the server's first flight is whole. It has looked at the
     * ServerHello and the certificate, if they came, or else at the version of the record that holds the alert.
     */
    private Optional<String> reasonOfEarlyAlert(AlertDescription alert, Negotiation negotiation) {
        Optional<ClientObjection> objection = negotiation.choice().isPresent()
                ? negotiation.choice().flatMap(this::objectionToHelloAndCertificate)
                : negotiation
                        .version()
                        .flatMap(this::objectionToVersion)
                        .filter(any -> !client.rules().readsAlertOfAnyVersion());
        return objection
                .map(ClientObjection::text)
                .or(() -> alertIsOfUnknownVersion(negotiation) ? Optional.of("unknown protocol") : Optional.empty())
                .or(() -> reasonOf(alert, client.build().release()));
    }

    /** Servers from 1.1.1 on refuse a hello of SSLv2 in a record of TLSv1.2, which older clients take for noise. */
    private boolean alertIsOfUnknownVersion(Negotiation negotiation) {
        return server.rules().areLater()
                && negotiation.hello().legacyVersion().equals(ProtocolVersion.SSLV2)
                && !client.newestVersion().isAtLeast(ProtocolVersion.TLSV1_2);
    }

    /**
     * Section 7. A server that asks for a certificate did not get through in any handshake on record, whatever the client
     * has; its log names a reason only where the client has none.
     */
    private Handshake runInSslv2(Negotiation negotiation) {
        Optional<ClientObjection> objection = objectionInSslv2(negotiation);
        if (objection.isPresent()) {
            boolean noSuite = objection.get() == ClientObjection.NO_CIPHER_LIST;
            return Handshake.failed(
                    this,
                    Optional.of(negotiation),
                    Side.CLIENT,
                    Optional.of(objection.get().text()),
                    Optional.empty(),
                    Optional.of(noSuite ? "peer error no cipher" : "peer error certificate"));
        }
        if (server.clientCertificates() == ClientCertificatePolicy.NONE) {
            return Handshake.successful(this, negotiation);
        }
        boolean hasCertificate = client.certificate().isPresent();
        return Handshake.failed(
                this,
                Optional.of(negotiation),
                Side.SERVER,
                hasCertificate ? Optional.empty() : Optional.of("peer error no certificate"),
                Optional.empty(),
                hasCertificate ? Optional.of("peer error") : Optional.empty());
    }

    /** The client reads the certificate before it looks at the suites. */
    private Optional<ClientObjection> objectionInSslv2(Negotiation negotiation) {
        Optional<ServerCertificate> shown = server.certificate(KeyType.RSA);
        if (shown.isEmpty()) {
            return Optional.of(ClientObjection.HEADER_TOO_LONG);
        }
        Optional<ClientObjection> objection = objectionToCertificate(shown.get());
        return objection.isPresent() || negotiation.choice().isPresent()
                ? objection
                : Optional.of(ClientObjection.NO_CIPHER_LIST);
    }

    private Optional<ClientObjection> objectionTo(Choice choice) {
        return objectionToHelloAndCertificate(choice)
                .or(() -> objectionToCurve(choice))
                .or(() -> objectionToSubgroup(choice.suite()))
                .or(() -> objectionToCertificateRequest(choice))
                .or(() -> objectionToPrime(choice.suite()));
    }

    private Optional<ClientObjection> objectionToHelloAndCertificate(Choice choice) {
        return objectionToVersion(choice.version())
                .or(() -> certificateShown(choice.suite()).flatMap(this::objectionToCertificate));
    }

    private Optional<ClientObjection> objectionToVersion(ProtocolVersion version) {
        if (client.onlyVersion().isPresent()) {
            return when(!client.onlyVersion().get().equals(version), ClientObjection.WRONG_VERSION_NUMBER);
        }
        return when(client.hasDisabled(version), ClientObjection.UNSUPPORTED_PROTOCOL);
    }

    private Optional<ServerCertificate> certificateShown(OpenSslCipherSuite suite) {
        return switch (suite.authentication()) {
            case RSA -> server.certificate(KeyType.RSA);
            case DSS -> server.certificate(KeyType.DSA);
            case ECDSA, ECDH -> server.certificate(KeyType.EC);
            default -> Optional.empty();
        };
    }

    private Optional<ClientObjection> objectionToCertificate(ServerCertificate certificate) {
        if (!client.verifiesServer()) {
            return Optional.empty();
        }
        return switch (certificate.standing()) {
            case SELF_SIGNED -> Optional.of(ClientObjection.UNKNOWN_AUTHORITY);
            case ISSUED -> when(!client.trustsAuthority(), ClientObjection.UNKNOWN_AUTHORITY);
            case EXPIRED ->
                Optional.of(
                        client.trustsAuthority()
                                ? ClientObjection.EXPIRED_CERTIFICATE
                                : ClientObjection.UNKNOWN_AUTHORITY);
        };
    }

    private Optional<ClientObjection> objectionToCurve(Choice choice) {
        boolean strange = client.rules().refusesStrangeCurves()
                && choice.curve()
                        .filter(curve -> !client.curves().contains(curve))
                        .isPresent();
        return when(strange, ClientObjection.WRONG_CURVE);
    }

    private Optional<ClientObjection> objectionToSubgroup(OpenSslCipherSuite suite) {
        boolean strange = client.rules().wantsShortDsaSubgroup()
                && suite.authentication() == Authentication.DSS
                && server.certificate(KeyType.DSA)
                        .filter(ServerCertificate::hasLongSubgroup)
                        .isPresent();
        return when(strange, ClientObjection.BAD_Q_VALUE);
    }

    private Optional<ClientObjection> objectionToCertificateRequest(Choice choice) {
        boolean asked = choice.suite().authentication() == Authentication.NONE
                && server.clientCertificates() == ClientCertificatePolicy.REQUIRE
                && choice.version().isAtLeast(ProtocolVersion.TLSV1_0);
        return when(asked, ClientObjection.CERTIFICATE_REQUEST_WITH_ANONYMOUS_CIPHER);
    }

    private Optional<ClientObjection> objectionToPrime(OpenSslCipherSuite suite) {
        boolean prime = suite.keyExchange() == KeyExchange.DHE && suite.authentication() != Authentication.NONE;
        int shortest = suite.isExport()
                ? Math.min(SHORTEST_EXPORT_DH, client.rules().shortestDh())
                : client.rules().shortestDh();
        boolean tooShort = server.dh() instanceof DhParameters.Fixed dh && dh.bits() < shortest;
        return when(prime && tooShort, ClientObjection.DH_KEY_TOO_SMALL);
    }

    /** What the server makes of the client's certificate, if it asks for one. */
    private Optional<ServerObjection> objectionOfServer(Choice choice) {
        if (!asksForCertificate(choice.suite())) {
            return Optional.empty();
        }
        if (client.certificate().isEmpty()) {
            return server.clientCertificates() == ClientCertificatePolicy.REQUIRE
                    ? Optional.of(ServerObjection.noCertificate())
                    : Optional.empty();
        }
        boolean trusted = client.certificate().get() == CertificateStanding.ISSUED && server.trustsAuthority();
        return trusted
                ? Optional.empty()
                : Optional.of(
                        ServerObjection.notVerified(server, client.certificate().get()));
    }

    private boolean asksForCertificate(OpenSslCipherSuite suite) {
        return switch (suite.authentication()) {
            case PSK, KRB5 -> false;
            case NONE -> server.clientCertificates() == ClientCertificatePolicy.REQUIRE;
            default -> server.clientCertificates() != ClientCertificatePolicy.NONE;
        };
    }

    private static Optional<ClientObjection> when(boolean condition, ClientObjection objection) {
        return condition ? Optional.of(objection) : Optional.empty();
    }
}
