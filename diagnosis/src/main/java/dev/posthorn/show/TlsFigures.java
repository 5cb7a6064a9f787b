package dev.posthorn.show;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.error.Blame;
import dev.posthorn.report.HandshakeResult;
import dev.posthorn.report.PeerProtocol;
import dev.posthorn.report.Ranking;
import dev.posthorn.report.TlsFailureCount;
import dev.posthorn.report.TlsReport;
import dev.posthorn.report.TlsSessionCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What text, JSON and page tell of a {@link TlsReport}, worked out once. */
final class TlsFigures {

    private final TlsReport report;
    private final List<TlsSessionCount> handshakes;
    private final Ranking<PeerProtocol> peers;

    /** Handshakes that agreed on a protocol, and the peers to which nothing better is known. */
    record ProtocolUse(HandshakeResult protocol, long handshakes, List<PeerProtocol> nothingBetter) {

        /** Is it one that people want to switch off? RFC 8996 deprecates what is below TLSv1.2. */
        boolean isOld() {
            return protocol.compareTo(HandshakeResult.TLSV1_2) < 0 && protocol != HandshakeResult.FAILED;
        }
    }

    /** What came of handshakes in one direction. */
    record Direction(TlsRole role, long established, long reused, long failed, List<ProtocolUse> protocols) {

        long handshakes() {
            return established + failed;
        }
    }

    /** A name and how often it came. */
    record Named(String name, long count) {}

    /** Failures alike, with however many peers. */
    record FailureKind(
            TlsRole role,
            String error,
            Blame verdict,
            long count,
            long peers,
            Optional<LogTimestamp> first,
            Optional<LogTimestamp> last) {}

    TlsFigures(TlsReport report) {
        this.report = report;
        handshakes =
                report.sessions().rows().stream().filter(row -> !row.isReused()).toList();
        peers = report.bestProtocols();
    }

    TlsReport report() {
        return report;
    }

    long established() {
        return handshakes.stream().mapToLong(TlsSessionCount::count).sum();
    }

    long failed() {
        return report.failures().total();
    }

    /** The directions in which something happened, servers first. */
    List<Direction> directions() {
        List<Direction> directions = new ArrayList<>();
        for (TlsRole role : List.of(TlsRole.SERVER, TlsRole.CLIENT)) {
            Direction direction = direction(role);
            if (direction.handshakes() + direction.reused() > 0) {
                directions.add(direction);
            }
        }
        return directions;
    }

    private Direction direction(TlsRole role) {
        Map<HandshakeResult, Long> byProtocol = new TreeMap<>(Comparator.reverseOrder());
        handshakes.stream()
                .filter(row -> row.role() == role)
                .forEach(row -> byProtocol.merge(HandshakeResult.ofProtocol(row.protocol()), row.count(), Long::sum));
        List<ProtocolUse> protocols = new ArrayList<>();
        byProtocol.forEach((protocol, count) -> protocols.add(new ProtocolUse(
                protocol,
                count,
                peers.rows().stream()
                        .filter(peer -> peer.role() == role && peer.best() == protocol)
                        .toList())));
        long reused = report.sessions().rows().stream()
                .filter(row -> row.role() == role && row.isReused())
                .mapToLong(TlsSessionCount::count)
                .sum();
        long failed = report.failures().rows().stream()
                .filter(row -> row.role() == role)
                .mapToLong(TlsFailureCount::count)
                .sum();
        long established =
                byProtocol.values().stream().mapToLong(Long::longValue).sum();
        return new Direction(role, established, reused, failed, protocols);
    }

    /** Is it known of every peer what it can do? */
    boolean knowsAllPeers() {
        return peers.isExact();
    }

    List<Named> suites() {
        return named(TlsSessionCount::cipherSuiteName);
    }

    List<Named> services() {
        return named(TlsSessionCount::key);
    }

    List<Named> trusts() {
        return named(row -> row.role().name().toLowerCase(Locale.ROOT) + " "
                + row.trust().map(trust -> trust.word()).orElse("not logged"));
    }

    private List<Named> named(Function<TlsSessionCount, String> name) {
        Map<String, Long> counts = new LinkedHashMap<>();
        handshakes.forEach(row -> counts.merge(name.apply(row), row.count(), Long::sum));
        return ranked(counts);
    }

    /** Peers that failed, whatever the error. */
    List<Named> failingPeers() {
        Map<String, Long> counts = new LinkedHashMap<>();
        report.failures()
                .rows()
                .forEach(row -> counts.merge(row.peer().isEmpty() ? "not named" : row.peer(), row.count(), Long::sum));
        return ranked(counts);
    }

    private static List<Named> ranked(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Named(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Named::count).reversed().thenComparing(Named::name))
                .toList();
    }

    /** Failures by direction, error and verdict, the frequent ones first. */
    List<FailureKind> failureKinds() {
        Map<List<Object>, List<TlsFailureCount>> alike = new LinkedHashMap<>();
        for (TlsFailureCount row : report.failures().rows()) {
            alike.computeIfAbsent(List.of(row.role(), row.error(), row.verdict()), key -> new ArrayList<>())
                    .add(row);
        }
        return alike.values().stream()
                .map(TlsFigures::kind)
                .sorted(Comparator.comparingLong(FailureKind::count).reversed())
                .toList();
    }

    private static FailureKind kind(List<TlsFailureCount> alike) {
        TlsFailureCount one = alike.get(0);
        Set<String> peers = new HashSet<>();
        alike.forEach(row -> peers.add(row.peer()));
        return new FailureKind(
                one.role(),
                one.error(),
                one.verdict(),
                alike.stream().mapToLong(TlsFailureCount::count).sum(),
                peers.size(),
                alike.stream().flatMap(row -> row.first().stream()).min(BY_TEXT),
                alike.stream().flatMap(row -> row.last().stream()).max(BY_TEXT));
    }

    private static final Comparator<LogTimestamp> BY_TEXT = Comparator.comparing(LogTimestamp::text);
}
