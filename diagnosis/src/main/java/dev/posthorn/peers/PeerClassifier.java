package dev.posthorn.peers;

import dev.posthorn.diagnosis.UsualHellos;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.openssl.negotiation.OpenSslServer;
import dev.posthorn.peers.PeerRecord.Sightings;
import dev.posthorn.text.TerminalText;
import dev.posthorn.tls.ProtocolVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Weighs what the sessions of a peer say of it, one against the other and against its successes. */
final class PeerClassifier {

    /** Programs that try suites one by one are that quick, and then they are done; mail servers come back. */
    private static final int HASTY = 10;

    /** Nobody fails in so many ways but those who mean to. */
    private static final int WAYS_OF_A_SCANNER = 4;

    private static final int MAX_ECHO = 80;

    private final PeerRecord record;
    private final ServiceModels models;
    private final List<String> because = new ArrayList<>();

    private PeerClassifier(PeerRecord record, ServiceModels models) {
        this.record = record;
        this.models = models;
    }

    /** What a peer is taken for; empty if nothing failed. */
    static Optional<PeerFinding> classify(PeerRecord record, ServiceModels models) {
        return record.sightings.isEmpty()
                ? Optional.empty()
                : Optional.of(new PeerClassifier(record, models).classify());
    }

    private PeerFinding classify() {
        if (isScanner()) {
            return finding(PeerKind.SCANNER, Confidence.LIKELY, List.of());
        }
        Map.Entry<PeerKind, Sightings> first = record.sightings.entrySet().stream()
                .min(Comparator.<Map.Entry<PeerKind, Sightings>, Boolean>comparing(
                                entry -> entry.getKey() == PeerKind.UNDETERMINED)
                        .thenComparing(entry -> -entry.getValue().count()))
                .orElseThrow();
        SessionReading reading = first.getValue().surest();
        because.add(reading.because());
        Set<PeerKind> possible = EnumSet.noneOf(PeerKind.class);
        List<PeerKind> ordered = new ArrayList<>(reading.possible());
        record.sightings.keySet().stream()
                .filter(kind -> kind != PeerKind.UNDETERMINED)
                .forEach(ordered::add);
        List<PeerKind> others = ordered.stream().filter(possible::add).toList();
        PeerKind kind = first.getKey();
        Confidence confidence = reading.confidence();
        if (kind == PeerKind.WANTS_OTHER_SUITES) {
            kind = wish();
        }
        if (record.sightings.size() > 1 && kind != PeerKind.UNDETERMINED && confidence == Confidence.CERTAIN) {
            because.add("Other sessions of it failed in other ways.");
            confidence = Confidence.LIKELY;
        }
        return againstSuccesses(kind, confidence, others);
    }

    private boolean isScanner() {
        PeerCounts counts = record.counts();
        if (record.role == TlsRole.CLIENT || counts.hasMail()) {
            return false;
        }
        boolean isOurs = record.sightings.containsKey(PeerKind.OUR_CONFIGURATION);
        boolean isKnownSender =
                UsualHellos.byName(MailPeer.of(record.name, record.address)).isPresent();
        if (isOurs || isKnownSender) {
            return false;
        }
        if (record.burst.mostInAMinute() >= HASTY && 2 * record.burst.mostInAMinute() > counts.failed()) {
            because.add(record.burst.mostInAMinute()
                    + " handshakes of this address failed within a minute, and it never sent mail.");
            return true;
        }
        if (record.failures().size() >= WAYS_OF_A_SCANNER) {
            because.add("It failed in " + record.failures().size() + " different ways, and never sent mail.");
            return true;
        }
        return false;
    }

    /** Which suites it wants, if all shapes that fit it want the same. */
    private PeerKind wish() {
        HelloCandidates candidates = HelloCandidates.of(
                record.role, MailPeer.of(record.name, record.address), record.observations(), models);
        Set<PeerKind> wishes = EnumSet.noneOf(PeerKind.class);
        for (Observation observation : record.observations()) {
            Optional<OpenSslServer> model = observation.succeeded()
                    ? Optional.empty()
                    : models.of(observation.service(), observation.cipherString());
            model.ifPresent(server ->
                    candidates.shapes().forEach(shape -> wishes.add(SuiteWish.of(server, shape.hello()))));
        }
        if (wishes.size() != 1) {
            return PeerKind.WANTS_OTHER_SUITES;
        }
        because.add(
                candidates.isByName()
                        ? "It is known what hosts of its name offer: the shape "
                                + candidates.shapes().get(0).name() + ", which fails here as the log says."
                        : "All " + candidates.shapes().size()
                                + " known shapes of clients that fail here as the log says want the same.");
        return wishes.iterator().next();
    }

    private PeerFinding againstSuccesses(PeerKind kind, Confidence confidence, List<PeerKind> possible) {
        if (record.counts().established() == 0) {
            return finding(kind, confidence, possible);
        }
        Optional<PeerTls> newest = record.negotiated().stream()
                .filter(tls -> version(tls).isPresent())
                .max(Comparator.comparing(tls -> version(tls).orElseThrow()));
        String shown = newest.map(tls -> "It also agreed on " + TerminalText.escape(tls.toString(), MAX_ECHO)
                        + " (line " + tls.lastLine() + ").")
                .orElse("It also had sessions with TLS.");
        because.add(shown);
        Optional<ProtocolVersion> version = newest.flatMap(PeerClassifier::version);
        return switch (kind) {
            case TLSV1_0_AT_MOST -> {
                boolean isDisproved = version.filter(best -> best.isAtLeast(ProtocolVersion.TLSV1_1))
                        .isPresent();
                boolean isConfirmed =
                        version.filter(ProtocolVersion.TLSV1_0::equals).isPresent();
                yield isDisproved
                        ? disproved()
                        : finding(kind, isConfirmed ? Confidence.CERTAIN : confidence, possible);
            }
            case SSLV3_ONLY, SSLV2_ONLY ->
                version.filter(best -> best.isAtLeast(ProtocolVersion.TLSV1_0)).isPresent()
                        ? disproved()
                        : finding(kind, confidence, possible);
            case DOES_NOT_SPEAK_TLS, OFFERS_NO_TLS -> disproved();
            default -> finding(kind, confidence, possible);
        };
    }

    private static Optional<ProtocolVersion> version(PeerTls tls) {
        return ProtocolVersion.forOpenSslName(tls.protocol());
    }

    private PeerFinding disproved() {
        because.add("What failed is therefore another program behind the same address, a retry, or noise.");
        return finding(PeerKind.UNDETERMINED, Confidence.OPEN, List.of());
    }

    /** To share no suite is what all of these come to. */
    private static boolean isWish(PeerKind kind) {
        return kind == PeerKind.WANTS_PLAIN_RSA
                || kind == PeerKind.WANTS_ECDHE
                || kind == PeerKind.WANTS_OUTDATED_SUITES;
    }

    private PeerFinding finding(PeerKind kind, Confidence confidence, List<PeerKind> possible) {
        PeerCounts counts = record.counts();
        if (counts.fellBack() > 0) {
            because.add("Mail got through in clear text after a failure, " + counts.fellBack() + " times.");
        }
        if (counts.establishedAfterFailure() > 0) {
            because.add("After the last failure TLS succeeded, " + counts.establishedAfterFailure() + " times.");
        }
        return new PeerFinding(
                kind,
                confidence,
                possible.stream()
                        .filter(other -> other != kind && other != PeerKind.UNDETERMINED)
                        .filter(other -> other != PeerKind.WANTS_OTHER_SUITES || !isWish(kind))
                        .toList(),
                because,
                record.sightings.values().stream()
                        .flatMap(seen -> seen.evidence().stream())
                        .limit(PeerRecord.MAX_KINDS)
                        .toList());
    }
}
