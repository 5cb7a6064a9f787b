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

    private final OpenSslClient client;
    private final OpenSslServer server;

    HandshakeCourse(OpenSslClient client, OpenSslServer server) {
        this.client = client;
        this.server = server;
    }

    Handshake run() {
        if (client.hello().isEmpty()) {
            ClientObjection objection = client.refusalToStart().orElseThrow();
            return Handshake.failed(
                    Optional.empty(), Side.CLIENT, objection.text(), Optional.empty(), Optional.empty());
        }
        Negotiation negotiation = server.answer(client.hello().get());
        boolean sslv2 = negotiation.version().equals(Optional.of(ProtocolVersion.SSLV2));
        Optional<ClientObjection> objection =
                sslv2 ? objectionInSslv2(negotiation) : negotiation.choice().flatMap(this::objectionTo);
        if (!sslv2 && negotiation.failure().isPresent()) {
            return serverFails(negotiation, negotiation.failure().get());
        }
        if (objection.isPresent()) {
            return clientFails(negotiation, objection.get(), sslv2);
        }
        return objectionOfServer(negotiation, sslv2)
                .map(refusal -> Handshake.failed(
                        Optional.of(negotiation),
                        Side.SERVER,
                        refusal.reason(),
                        Optional.of(refusal.alert()),
                        reasonOf(refusal.alert(), client.build().release())))
                .orElseGet(() -> Handshake.successful(negotiation));
    }

    private Handshake serverFails(Negotiation negotiation, NegotiationFailure failure) {
        return Handshake.failed(
                Optional.of(negotiation),
                Side.SERVER,
                failure.reason(),
                failure.alertSent(),
                failure.alertSent().flatMap(alert -> reasonOfEarlyAlert(alert, negotiation)));
    }

    private Handshake clientFails(Negotiation negotiation, ClientObjection objection, boolean sslv2) {
        if (sslv2) {
            String told =
                    objection == ClientObjection.NO_CIPHER_LIST ? "peer error no cipher" : "peer error certificate";
            return Handshake.failed(
                    Optional.of(negotiation), Side.CLIENT, objection.text(), Optional.empty(), Optional.of(told));
        }
        boolean silent = objection == ClientObjection.UNSUPPORTED_PROTOCOL
                && !client.rules().sendsAlertForVersion();
        Optional<AlertDescription> alert = silent
                ? Optional.empty()
                : objection
                        .alert()
                        .flatMap(said -> sayable(said, negotiation.version().orElseThrow()));
        return Handshake.failed(
                Optional.of(negotiation),
                Side.CLIENT,
                objection.text(),
                alert,
                alert.flatMap(said -> reasonOf(said, server.build().release())));
    }

    private static Optional<AlertDescription> sayable(AlertDescription alert, ProtocolVersion version) {
        return version.equals(ProtocolVersion.SSLV3) ? new OpenSslAlert(alert).sentUnderSslv3() : Optional.of(alert);
    }

    private static Optional<String> reasonOf(AlertDescription alert, OpenSslRelease reader) {
        return new OpenSslAlert(alert).reasonText(reader);
    }

    /** An alert in place of a ServerHello comes in a record, whose version the client looks at first. */
    private Optional<String> reasonOfEarlyAlert(AlertDescription alert, Negotiation negotiation) {
        Optional<ClientObjection> objection = negotiation
                .version()
                .flatMap(this::objectionToVersion)
                .filter(any -> negotiation.choice().isEmpty());
        return objection
                .map(ClientObjection::text)
                .or(() -> reasonOf(alert, client.build().release()));
    }

    /** Section 7: the client reads the certificate before it looks at the suites. */
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
        return objectionToVersion(choice.version())
                .or(() -> certificateShown(choice.suite()).flatMap(this::objectionToCertificate))
                .or(() -> objectionToCurve(choice))
                .or(() -> objectionToCertificateRequest(choice))
                .or(() -> objectionToPrime(choice.suite()));
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
    private Optional<ServerObjection> objectionOfServer(Negotiation negotiation, boolean sslv2) {
        Choice choice = negotiation.choice().orElseThrow();
        if (!asksForCertificate(choice.suite()) || sslv2) {
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
