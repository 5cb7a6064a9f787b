package dev.posthorn.peers;

import dev.posthorn.diagnosis.HandshakeDiagnosis;
import dev.posthorn.diagnosis.SessionCause;
import dev.posthorn.diagnosis.SessionVerdict;
import dev.posthorn.diagnosis.SmtpSession;
import dev.posthorn.diagnosis.UsualHellos;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.error.Blame;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.openssl.error.DecidedBy;
import dev.posthorn.openssl.error.FailureKind;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.openssl.error.Reading;
import dev.posthorn.tls.AlertDescription;
import java.util.List;
import java.util.Optional;

/**
 * What one failed session says of its peer.
 *
 * @param kind what the peer is taken for
 * @param confidence how sure that is; if it is open, the kind is undetermined
 * @param possible what it may be, the kind included, likely ones first
 * @param because why, as a sentence
 */
record SessionReading(PeerKind kind, Confidence confidence, List<PeerKind> possible, String because) {

    SessionReading {
        possible = List.copyOf(possible);
    }

    static SessionReading of(SmtpSession session, SessionVerdict verdict, HandshakeDiagnosis diagnosis) {
        Optional<PeerKind> wish = diagnosis
                .cipherDiagnosis()
                .filter(choice -> session.peer().flatMap(UsualHellos::byName).isPresent())
                .map(choice -> SuiteWish.of(choice.server(), choice.hello()));
        SessionReading reading = of(session, verdict);
        return wish.isPresent() && reading.kind == PeerKind.WANTS_OTHER_SUITES
                ? new SessionReading(wish.get(), Confidence.LIKELY, List.of(wish.get()), reading.because)
                : reading;
    }

    private static SessionReading of(SmtpSession session, SessionVerdict verdict) {
        boolean isServer = session.role() == TlsRole.SERVER;
        return switch (session.tlsOutcome()) {
            case TLS_DISABLED -> certain(PeerKind.OUR_CONFIGURATION, verdict);
            case CERTIFICATE_REFUSED, POLICY_UNMET -> certain(PeerKind.CERTIFICATE_REFUSED_HERE, verdict);
            case NOT_OFFERED -> certain(PeerKind.OFFERS_NO_TLS, verdict);
            case STARTTLS_REFUSED -> certain(isServer ? PeerKind.OUR_CONFIGURATION : PeerKind.OFFERS_NO_TLS, verdict);
            case HANDSHAKE_FAILED, LOST_AFTER_STARTTLS, ESTABLISHED, UNFINISHED, NO_TLS_SEEN ->
                ofHandshake(session, verdict);
        };
    }

    private static SessionReading ofHandshake(SmtpSession session, SessionVerdict verdict) {
        String summary = verdict.summary();
        if (verdict.cause() == SessionCause.HANDSHAKE_TIMEOUT) {
            return new SessionReading(
                    PeerKind.NETWORK_TROUBLE, Confidence.LIKELY, List.of(PeerKind.NETWORK_TROUBLE), summary);
        }
        if (verdict.cause() == SessionCause.PEER_RESET) {
            return open(summary, PeerKind.NETWORK_TROUBLE, PeerKind.REFUSES_OUR_CERTIFICATE, PeerKind.SCANNER);
        }
        return verdict.failure()
                .map(failure -> of(failure, session.role(), summary))
                .orElseGet(() -> verdict.blame() == Blame.LOCAL_CONFIGURATION
                        ? certain(PeerKind.OUR_CONFIGURATION, verdict)
                        : open(summary));
    }

    private static SessionReading of(HandshakeFailure failure, TlsRole role, String summary) {
        Optional<PeerKind> said = alertOf(failure).flatMap(alert -> saidBy(alert, role));
        if (said.isPresent()) {
            return new SessionReading(said.get(), Confidence.LIKELY, List.of(said.get()), summary);
        }
        if (failure.kind().equals(FailureKind.NO_SHARED_CIPHER)) {
            return new SessionReading(
                    PeerKind.WANTS_OTHER_SUITES, Confidence.LIKELY, List.of(PeerKind.WANTS_OTHER_SUITES), summary);
        }
        List<PeerKind> possible = failure.readings().stream()
                .map(reading -> kindOf(reading, failure, role))
                .distinct()
                .toList();
        boolean isOpen = failure.confidence() == Confidence.OPEN && possible.size() > 1;
        if (possible.isEmpty() || isOpen) {
            return open(summary, possible.toArray(PeerKind[]::new));
        }
        Confidence confidence = failure.confidence() == Confidence.OPEN ? Confidence.LIKELY : failure.confidence();
        String because = failure.readings().get(0).summary();
        return new SessionReading(possible.get(0), confidence, possible, because);
    }

    private static Optional<AlertDescription> alertOf(HandshakeFailure failure) {
        return failure.hasError() ? failure.error().peerAlert() : Optional.empty();
    }

    /** Alerts that say what the peer objects to (fact sheet on handshake failures section 5). */
    private static Optional<PeerKind> saidBy(AlertDescription alert, TlsRole role) {
        return switch (alert.codePoint()) {
            case 42, 43, 44, 45, 46, 48 -> Optional.of(PeerKind.REFUSES_OUR_CERTIFICATE);
            case 70 -> role == TlsRole.SERVER ? Optional.of(PeerKind.WANTS_NEWER_VERSION) : Optional.empty();
            case 116 -> Optional.of(PeerKind.WANTS_OUR_CERTIFICATE);
            default -> Optional.empty();
        };
    }

    private static PeerKind kindOf(Reading reading, HandshakeFailure failure, TlsRole role) {
        boolean isTheirs = failure.decidedBy() != DecidedBy.THIS_HOST;
        return switch (reading.cause()) {
            // From 1.1.0 on one reason stands for all versions that are too old.
            case TLSV1_0_AT_MOST ->
                failure.kind().equals(FailureKind.UNKNOWN_PROTOCOL) ? PeerKind.TLSV1_0_AT_MOST : PeerKind.OLDER_VERSION;
            case SSLV3_ONLY -> PeerKind.SSLV3_ONLY;
            case SSLV2_ONLY -> PeerKind.SSLV2_ONLY;
            case NOT_TLS, STRAY_BYTES -> role == TlsRole.CLIENT ? PeerKind.OFFERS_NO_TLS : PeerKind.DOES_NOT_SPEAK_TLS;
            case VERSION_NOT_COMMON -> isTheirs ? PeerKind.WANTS_NEWER_VERSION : PeerKind.OLDER_VERSION;
            case SUITES_WITHOUT_KEYS, PLAIN_RSA_EXCLUDED, NO_COMMON_PARAMETERS -> PeerKind.WANTS_OTHER_SUITES;
            case OUTDATED_SUITES -> PeerKind.WANTS_OUTDATED_SUITES;
            case CERTIFICATE_TYPE_UNSUITABLE -> PeerKind.WANTS_OTHER_CERTIFICATE_TYPE;
            case CERTIFICATE_NOT_TRUSTED, CERTIFICATE_OUTDATED, CERTIFICATE_REVOKED, CERTIFICATE_REFUSED ->
                isTheirs ? PeerKind.REFUSES_OUR_CERTIFICATE : PeerKind.CERTIFICATE_REFUSED_HERE;
            case PARAMETERS_TOO_WEAK -> isTheirs ? PeerKind.REFUSES_OUR_PARAMETERS : PeerKind.WEAK_PARAMETERS;
            case CLIENT_CERTIFICATE_DEMANDED ->
                role == TlsRole.CLIENT ? PeerKind.WANTS_OUR_CERTIFICATE : PeerKind.CERTIFICATE_REFUSED_HERE;
            case SUITE_SCANNER, SCANNER -> PeerKind.SCANNER;
            case MIDDLEBOX, DATA_CORRUPTED -> PeerKind.NETWORK_TROUBLE;
            case BROKEN_PEER, PEER_PROBLEM, LEGACY_RENEGOTIATION -> PeerKind.BROKEN;
            case NO_CERTIFICATE,
                    KEY_MISMATCH,
                    SIGNATURE_NOT_ALLOWED,
                    SECURITY_POLICY,
                    NOTHING_TO_OFFER,
                    ANONYMOUS_SUITE_WITH_CLIENT_CERTIFICATE,
                    SESSION_STATE,
                    FILE_UNUSABLE,
                    LIBRARY_FAULT,
                    PROGRAM_FAULT,
                    RESOURCES_EXHAUSTED ->
                reading.blame() == Blame.LOCAL_CONFIGURATION ? PeerKind.OUR_CONFIGURATION : PeerKind.UNDETERMINED;
            case FALLBACK_RETRY, SERVER_NAME_UNKNOWN, PEER_CLOSED -> PeerKind.UNDETERMINED;
        };
    }

    private static SessionReading certain(PeerKind kind, SessionVerdict verdict) {
        return new SessionReading(kind, Confidence.CERTAIN, List.of(kind), verdict.summary());
    }

    private static SessionReading open(String because, PeerKind... possible) {
        return new SessionReading(PeerKind.UNDETERMINED, Confidence.OPEN, List.of(possible), because);
    }
}
