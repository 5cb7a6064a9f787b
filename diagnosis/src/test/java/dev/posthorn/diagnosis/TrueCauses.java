package dev.posthorn.diagnosis;

import dev.posthorn.tls.ProtocolVersion;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the log of one side should be read as, from what is recorded of the handshake besides the log: the bytes sent, the
 * hello, the settings of both sides, the alert of the other side, and what would have cured it. Where none of that decides,
 * nothing is claimed.
 */
final class TrueCauses {

    private static final Set<SessionCause> NOTHING_IN_COMMON = EnumSet.of(
            SessionCause.NO_SHARED_CIPHER,
            SessionCause.NO_SHARED_TLS13_CIPHER,
            SessionCause.SUITES_WITHOUT_KEYS,
            SessionCause.NO_SHARED_GROUP,
            SessionCause.NO_SHARED_SIGNATURE_ALGORITHM,
            SessionCause.PARAMETERS_TOO_WEAK);

    private TrueCauses() {}

    /** The words that say what happened, some broader than others; empty if the recording does not decide. */
    static Set<SessionCause> of(RecordedLab.Side side) {
        RecordedTruth truth = side.truth();
        if (truth.firstFailure().isEmpty()) {
            return Set.of();
        }
        boolean isOwn = truth.firstFailure().equals(side.isServer() ? "server" : "client");
        return switch (truth.mode()) {
            case "alert_to_server" -> ofAlert(side);
            case "bytes", "bytes_to_client" -> ofBytes(truth.input());
            case "pair", "hello" -> isOwn ? ofOwn(side) : ofOther(side);
            default -> Set.of();
        };
    }

    /** The alert no_renegotiation (100) has a meaning of its own for OpenSSL. */
    private static Set<SessionCause> ofAlert(RecordedLab.Side side) {
        boolean isOfRenegotiation = side.errors().stream().anyMatch(error -> error.contains(":no renegotiation:"));
        if (side.errors().isEmpty()) {
            return Set.of();
        }
        return isOfRenegotiation
                ? Set.of(SessionCause.PEER_ALERT, SessionCause.LEGACY_RENEGOTIATION)
                : Set.of(SessionCause.PEER_ALERT);
    }

    private static Set<SessionCause> ofBytes(String hex) {
        if (hex.startsWith("150301000202") && hex.length() >= 14) {
            return Set.of(SessionCause.PEER_ALERT, SessionCause.UNEXPECTED_MESSAGE);
        }
        boolean isHttp = List.of("47455420", "504f5354", "48454144", "50555420", "434f4e4e").stream()
                .anyMatch(hex::startsWith);
        if (isHttp) {
            return Set.of(SessionCause.HTTP_REQUEST, SessionCause.NOT_TLS);
        }
        boolean isText = hex.length() >= 22 && hex.charAt(0) >= '3' && hex.charAt(0) <= '7';
        return isText ? Set.of(SessionCause.NOT_TLS) : Set.of();
    }

    /** The other side gave up first: with an alert, or in silence. */
    private static Set<SessionCause> ofOther(RecordedLab.Side side) {
        boolean isSilent = side.errors().stream().noneMatch(error -> error.contains("alert"));
        boolean isReceived = side.trace().stream().anyMatch(state -> state.startsWith("SSL3 alert read:fatal:"));
        if (isReceived || !isSilent) {
            return Set.of(SessionCause.PEER_ALERT);
        }
        return side.errors().isEmpty() ? Set.of(SessionCause.PEER_CLOSED) : Set.of();
    }

    private static Set<SessionCause> ofOwn(RecordedLab.Side side) {
        RecordedTruth truth = side.truth();
        return side.isServer() ? ofServer(side.release(), truth) : ofClient(truth);
    }

    private static Set<SessionCause> ofServer(String release, RecordedTruth truth) {
        List<ProtocolVersion> on = on(release, truth.off(truth.server()));
        if (!truth.hasHello() || on.isEmpty()) {
            return Set.of();
        }
        Optional<Set<SessionCause>> version = versionGap(on, truth.offeredTo(release));
        if (version.isPresent()) {
            return version.get();
        }
        if (truth.cures().contains("server_verify_none")) {
            boolean hasNone = truth.client().path("cert").asText("none").equals("none");
            return hasNone
                    ? Set.of(SessionCause.CLIENT_CERTIFICATE_MISSING)
                    : Set.of(SessionCause.CLIENT_CERTIFICATE_NOT_TRUSTED);
        }
        if (truth.isTls13Only() && !on.contains(ProtocolVersion.TLSV1_3)) {
            // Older releases do not know the extension that says so, and find none of the suites.
            Set<SessionCause> causes = EnumSet.copyOf(NOTHING_IN_COMMON);
            causes.add(SessionCause.PEER_PROTOCOL_TOO_NEW);
            return causes;
        }
        Set<String> ofSuites = new TreeSet<>(truth.cures());
        ofSuites.remove("enable_all_protocols");
        return ofSuites.isEmpty() ? Set.of() : NOTHING_IN_COMMON;
    }

    /** Before 1.1.1 a server takes the newest version that is on and not newer than the hello's. */
    private static Optional<Set<SessionCause>> versionGap(List<ProtocolVersion> on, List<ProtocolVersion> offered) {
        if (on.stream().anyMatch(offered::contains)) {
            return Optional.empty();
        }
        ProtocolVersion newestOffered = offered.get(offered.size() - 1);
        return Optional.of(
                on.get(0).isAtLeast(newestOffered)
                        ? Set.of(SessionCause.PEER_PROTOCOL_TOO_OLD, SessionCause.PROTOCOL_NOT_SHARED)
                        : Set.of(SessionCause.PEER_PROTOCOL_TOO_NEW, SessionCause.PROTOCOL_NOT_SHARED));
    }

    private static Set<SessionCause> ofClient(RecordedTruth truth) {
        boolean isOff = truth.chosen()
                .filter(version -> truth.off(truth.client()).contains(version.openSslName()))
                .isPresent();
        return isOff ? Set.of(SessionCause.PEER_PROTOCOL_TOO_OLD, SessionCause.PROTOCOL_NOT_SHARED) : Set.of();
    }

    /** Default builds: SSLv2 up to 1.0.1e and in 1.0.2a, SSLv3 up to 1.0.2, TLSv1.2 from 1.0.1 on, TLSv1.3 from 1.1.1 on. */
    static List<ProtocolVersion> on(String release, Set<String> off) {
        boolean hasSslv2 = release.startsWith("0.9.8")
                || release.startsWith("1.0.0")
                || release.equals("1.0.1e")
                || release.equals("1.0.2a");
        boolean hasSslv3 = release.startsWith("0.") || release.startsWith("1.0.");
        boolean hasTlsv12 = !release.startsWith("0.") && !release.startsWith("1.0.0");
        boolean hasTlsv13 = release.startsWith("1.1.1") || release.startsWith("3.");
        return ProtocolVersion.known().stream()
                .filter(version -> hasSslv2 || !version.equals(ProtocolVersion.SSLV2))
                .filter(version -> hasSslv3 || version.isAtLeast(ProtocolVersion.TLSV1_0))
                .filter(version -> hasTlsv12 || !version.isAtLeast(ProtocolVersion.TLSV1_1))
                .filter(version -> hasTlsv13 || !version.isAtLeast(ProtocolVersion.TLSV1_3))
                .filter(version -> !off.contains(version.openSslName()))
                .toList();
    }
}
