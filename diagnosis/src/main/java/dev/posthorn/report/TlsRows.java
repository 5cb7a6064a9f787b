package dev.posthorn.report;

import static dev.posthorn.report.Measure.*;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.PeerTrust;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.error.Blame;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the rows of tables to values. */
final class TlsRows {

    /** Role, how it came about, trust, protocol, suite, bits. */
    private static final int SESSION_PARTS = 6;

    private TlsRows() {}

    /** @param isKeyInFront does what it is counted by stand in front of the session's parts, or behind? */
    static Ranking<TlsSessionCount> sessions(CountTable table, boolean isKeyInFront) {
        return TrafficRows.ranking(table, COUNT, row -> session(table, row, isKeyInFront));
    }

    private static TlsSessionCount session(CountTable table, CountTable.Row row, boolean isKeyInFront) {
        int at = isKeyInFront ? 1 : 0;
        String bits = TrafficRows.part(row, at + 5);
        int slash = Math.max(0, bits.indexOf('/')); // Without one, the numbers are none and refused.
        return new TlsSessionCount(
                TrafficRows.part(row, isKeyInFront ? 0 : SESSION_PARTS),
                TlsRole.valueOf(TrafficRows.part(row, at)),
                TrafficRows.part(row, at + 1).equals("REUSED"),
                trust(TrafficRows.part(row, at + 2)),
                TrafficRows.part(row, at + 3),
                TrafficRows.part(row, at + 4),
                Integer.parseInt(bits.substring(0, slash)),
                Integer.parseInt(bits.substring(slash + 1)),
                table.value(row, COUNT),
                TrafficRows.time(table, row, FIRST),
                TrafficRows.time(table, row, LAST));
    }

    private static Optional<PeerTrust> trust(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(PeerTrust.valueOf(name));
    }

    /** Rows are by peer and what was agreed; all of one peer and role become one. */
    static Ranking<PeerProtocol> bestProtocols(CountTable peers) {
        Ranking<TlsSessionCount> sessions = sessions(peers, true);
        Map<String, PeerProtocol> byPeer = new LinkedHashMap<>();
        for (TlsSessionCount row : sessions.rows()) {
            PeerProtocol peer = new PeerProtocol(
                    row.role(), row.key(), HandshakeResult.ofProtocol(row.protocol()), row.count(), row.last());
            byPeer.merge(row.role() + " " + row.key(), peer, PeerProtocol::plus);
        }
        List<PeerProtocol> ranked = byPeer.values().stream()
                .sorted(Comparator.comparingLong(PeerProtocol::handshakes).reversed())
                .toList();
        return new Ranking<>(ranked, sessions.total(), sessions.errorBound());
    }

    static Ranking<TlsTailCount> tails(CountTable table) {
        return TrafficRows.ranking(
                table,
                COUNT,
                row -> new TlsTailCount(
                        TrafficRows.part(row, 0),
                        TrafficRows.part(row, 1),
                        TrafficRows.part(row, 2),
                        TrafficRows.part(row, 3),
                        TrafficRows.part(row, 4),
                        table.value(row, COUNT)));
    }

    static Ranking<TlsFailureCount> failures(TlsTables tables) {
        return TrafficRows.ranking(tables.failures, COUNT, row -> failure(tables, row));
    }

    private static TlsFailureCount failure(TlsTables tables, CountTable.Row row) {
        CountTable failures = tables.failures;
        String role = TrafficRows.part(row, 0);
        String peer = TrafficRows.part(row, 1);
        long count = failures.value(row, COUNT);
        long first = failures.value(row, FIRST);
        long last = failures.value(row, LAST);
        boolean hasInterval = count > 1 && LogTime.isTime(first);
        return new TlsFailureCount(
                TlsRole.valueOf(role),
                peer,
                TrafficRows.part(row, 2),
                Blame.valueOf(TrafficRows.part(row, 3)),
                count,
                LogTime.timestamp(first),
                LogTime.timestamp(last),
                hasInterval
                        ? LogTime.secondsBetween(first, last).map(seconds -> Duration.ofSeconds(seconds / (count - 1)))
                        : Optional.empty(),
                lastSuccess(tables.successes, KeyBuilder.key(List.of(role, peer)), last));
    }

    private static Optional<LogTimestamp> lastSuccess(CountTable successes, byte[] key, long after) {
        CountTable.Row row = successes.find(key, 0, key.length);
        return row == null || !LogTime.isTime(after) || successes.value(row, LAST) <= after
                ? Optional.empty()
                : TrafficRows.time(successes, row, LAST);
    }
}
