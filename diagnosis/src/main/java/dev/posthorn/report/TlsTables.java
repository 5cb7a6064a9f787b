package dev.posthorn.report;

import static dev.posthorn.report.Measure.*;

import java.util.List;

/** What a {@link TlsReport} counts, table by table. */
final class TlsTables {

    /** Role, how it came about, trust, protocol, suite, bits, service. */
    final CountTable sessions;

    /** Day, and the first six parts of the table above. */
    final CountTable days;

    /** Peer, and the first six parts. */
    final CountTable peers;

    /** What only TLS 1.3 prints: key exchange, signatures, digests. */
    final CountTable tails;

    /** Role and peer. */
    final CountTable successes;

    /** Role, peer, error, verdict. */
    final CountTable failures;

    /** Handshakes by period, role and result. */
    final TimelineTable timeline;

    final CountTable unrecognized;
    final Totals totals;
    final ReportState state;

    TlsTables(ReportLimits limits) {
        int keys = limits.keys();
        sessions = new CountTable("sessions", keys, Occurrences.MEASURES);
        days = new CountTable("days", keys, Occurrences.MEASURES);
        peers = new CountTable("peers", keys, Occurrences.MEASURES);
        tails = new CountTable("tails", keys, Occurrences.MEASURES);
        successes = new CountTable("successes", keys, Occurrences.MEASURES);
        failures = new CountTable("failures", keys, Occurrences.MEASURES);
        timeline = new TimelineTable(keys);
        unrecognized = new CountTable("unrecognized", keys, COUNT);
        totals = new Totals(LINES, BYTES, LEFT_OUT, LOST, FIRST, LAST);
        state = new ReportState(
                totals, List.of(sessions, days, peers, tails, successes, failures, unrecognized), List.of());
    }
}
