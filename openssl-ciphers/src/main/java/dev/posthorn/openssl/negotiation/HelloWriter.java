package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import dev.posthorn.tls.Authentication;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.ExtensionType;
import dev.posthorn.tls.KeyExchange;
import dev.posthorn.tls.PointFormat;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hello of a client (fact sheet on negotiation section 6; {@code s23_clnt.c, ssl23_client_hello}; {@code ssl_lib.c,
 * ssl_cipher_list_to_bytes}; {@code t1_lib.c, ssl_add_clienthello_tlsext}).
 */
final class HelloWriter {

    private static final List<PointFormat> ALL_POINT_FORMATS =
            List.of(PointFormat.UNCOMPRESSED, PointFormat.COMPRESSED_PRIME, PointFormat.COMPRESSED_CHAR2);

    private static final ExtensionType SERVER_NAME = new ExtensionType(0);
    private static final ExtensionType SESSION_TICKET = new ExtensionType(35);

    private final OpenSslClient client;
    private final NegotiationRules versions;
    private final boolean sslv2Format;

    HelloWriter(OpenSslClient client, NegotiationRules versions) {
        this.client = client;
        this.versions = versions;
        this.sslv2Format = client.onlyVersion().isEmpty()
                && !client.isOff(ProtocolVersion.SSLV2, versions)
                && (!client.rules().sslv2FormatNeedsSuite()
                        || client.suites().stream()
                                .anyMatch(suite -> suite.cipherSuite().isSslv2CipherKind()));
    }

    Opening open() {
        Optional<ProtocolVersion> highest =
                client.onlyVersion().or(client.rules().stepsDown() ? this::versionAfterSteps : this::highestVersion);
        if (highest.isEmpty()) {
            return Opening.refused(ClientObjection.NO_PROTOCOLS_AVAILABLE);
        }
        ProtocolVersion version = highest.get();
        boolean compatible = sslv2Format && (version.equals(ProtocolVersion.SSLV2) || !client.namesServer());
        List<CipherSuite> suites = client.suites().stream()
                .filter(suite -> isSent(suite, version, compatible))
                .map(OpenSslCipherSuite::cipherSuite)
                .toList();
        return suites.isEmpty()
                ? Opening.refused(ClientObjection.NO_CIPHERS_AVAILABLE)
                : Opening.with(compatible ? sslv2Format(version, suites) : tlsFormat(version, suites));
    }

    /** 0.9.8 and 1.0.0. */
    private Optional<ProtocolVersion> highestVersion() {
        return ProtocolVersion.known().stream()
                .filter(version -> !client.isOff(version, versions))
                .max(ProtocolVersion::compareTo);
    }

    /**
     * From 1.0.1 on it steps down past a version that is off if anything lower is on: below a gap nothing above it is
     * offered, and with everything off the newest is.
     */
    private Optional<ProtocolVersion> versionAfterSteps() {
        ProtocolVersion version = versions.newestVersion();
        for (ProtocolVersion step : List.of(
                ProtocolVersion.TLSV1_2, ProtocolVersion.TLSV1_1, ProtocolVersion.TLSV1_0, ProtocolVersion.SSLV3)) {
            if (client.isOff(step, versions) && hasLower(step)) {
                version = below(step);
            }
        }
        return Optional.of(version);
    }

    private boolean hasLower(ProtocolVersion step) {
        return ProtocolVersion.known().stream()
                .filter(version -> !version.isAtLeast(step))
                .anyMatch(version ->
                        version.equals(ProtocolVersion.SSLV2) ? sslv2Format : !client.isOff(version, versions));
    }

    private static ProtocolVersion below(ProtocolVersion step) {
        return ProtocolVersion.known().get(ProtocolVersion.known().indexOf(step) - 1);
    }

    private boolean isSent(OpenSslCipherSuite suite, ProtocolVersion version, boolean compatible) {
        boolean sslv2Suite = suite.cipherSuite().isSslv2CipherKind();
        if (sslv2Suite) {
            return compatible;
        }
        if (!version.isAtLeast(suite.minimumProtocol())
                && suite.minimumProtocol().equals(ProtocolVersion.TLSV1_2)) {
            return false;
        }
        if (compatible && usesCurves(suite) && !client.rules().sslv2FormatHasCurves()) {
            return false;
        }
        return switch (suite.keyExchange()) {
            case PSK -> client.hasPskCallback();
            case SRP -> client.rules().offersSrpUnasked();
            case KRB5 -> false;
            default -> true;
        };
    }

    private ClientHello sslv2Format(ProtocolVersion version, List<CipherSuite> suites) {
        return ClientHello.builder(version)
                .format(ClientHello.Format.SSLV2)
                .cipherSuites(withSignals(suites))
                .build();
    }

    private ClientHello tlsFormat(ProtocolVersion version, List<CipherSuite> suites) {
        ClientHelloBuilder hello = ClientHello.builder(version).cipherSuites(withSignals(suites));
        if (!version.isAtLeast(ProtocolVersion.TLSV1_0)) {
            return hello.build();
        }
        List<ExtensionType> types = new ArrayList<>();
        if (client.namesServer()) {
            types.add(SERVER_NAME);
        }
        if (client.rules().namesGroups() && client.suites().stream().anyMatch(HelloWriter::usesCurves)) {
            types.add(ExtensionType.EC_POINT_FORMATS);
            types.add(ExtensionType.SUPPORTED_GROUPS);
            hello.pointFormats(ALL_POINT_FORMATS).groups(client.curves());
        }
        types.add(SESSION_TICKET);
        if (version.isAtLeast(ProtocolVersion.TLSV1_2)) {
            hello.signatureSchemes(client.rules().signatureSchemes());
        }
        return hello.extensions(types).build();
    }

    private static boolean usesCurves(OpenSslCipherSuite suite) {
        KeyExchange keyExchange = suite.keyExchange();
        return keyExchange == KeyExchange.ECDHE
                || keyExchange == KeyExchange.ECDH_RSA
                || keyExchange == KeyExchange.ECDH_ECDSA
                || suite.authentication() == Authentication.ECDSA;
    }

    private List<CipherSuite> withSignals(List<CipherSuite> suites) {
        List<CipherSuite> all = new ArrayList<>(suites);
        all.add(CipherSuite.EMPTY_RENEGOTIATION_INFO_SCSV);
        if (client.sendsFallbackMarker() && versions.heedsFallbackMarker()) {
            all.add(CipherSuite.FALLBACK_SCSV);
        }
        return all;
    }
}
