package dev.posthorn.report;

import dev.posthorn.mail.PeerTrust;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.openssl.error.Blame;
import dev.posthorn.text.TextTable;

/** A {@link TlsReport} for a terminal. */
final class TlsText {

    private static final int SUITE_WIDTH = 27;

    private final TlsReport report;
    private final ReportText out = new ReportText();

    private TlsText(TlsReport report) {
        this.report = report;
    }

    static String of(TlsReport report) {
        return new TlsText(report).write();
    }

    private String write() {
        out.paragraph("TLS in " + report.lines() + " lines: "
                + report.sessions().total()
                + " connections established or used again, " + report.failures().total() + " failed; "
                + report.unrecognized(UnrecognizedReason.UNKNOWN_MESSAGE) + " lines not understood.");
        if (report.leftOut() + report.lost() > 0) {
            out.paragraph("Loggers left out " + report.leftOut() + " messages as repeated and threw away "
                    + report.lost() + "; these are not counted.");
        }
        out.ranking(
                "What was agreed", report.sessions(), sessionTable("service"), (table, row) -> session(table, row, 22));
        out.ranking("By day", report.sessionsByDay(), sessionTable("day"), (table, row) -> session(table, row, 10));
        out.ranking(
                "By peer",
                report.sessionsByPeer(),
                new TextTable(" count", "way", "protocol", "suite", "peer"),
                (table, row) -> table.row(
                        row.count(),
                        way(row.role(), row.isReused()),
                        ReportText.cell(row.protocol(), 8),
                        ReportText.cell(row.cipherSuiteName(), SUITE_WIDTH),
                        ReportText.cell(row.key(), 42)));
        out.ranking(
                "What TLS 1.3 used",
                report.tails(),
                new TextTable(" count", "key exchange", "server", "client"),
                (table, row) -> table.row(
                        row.count(),
                        ReportText.cell(row.keyExchange(), 24),
                        ReportText.cell((row.serverSignature() + " " + row.serverDigest()).strip(), 28),
                        ReportText.cell((row.clientSignature() + " " + row.clientDigest()).strip(), 28)));
        out.ranking(
                "Who failed",
                report.failures(),
                new TextTable(" count", "way", "peer", "error", "fault", "last", "later"),
                (table, row) -> table.row(
                        row.count(),
                        way(row.role(), false),
                        ReportText.cell(row.peer(), 26),
                        ReportText.cell(row.error(), 18),
                        fault(row.verdict()),
                        ReportText.time(row.last()),
                        row.laterSuccess().isPresent() ? "ok" : "-"));
        return out.toString();
    }

    private static TextTable sessionTable(String key) {
        return new TextTable(" count", "way", "trust", "protocol", "suite", "bits", key);
    }

    private static void session(TextTable table, TlsSessionCount row, int keyWidth) {
        table.row(
                row.count(),
                way(row.role(), row.isReused()),
                row.trust().map(PeerTrust::word).orElse("-"),
                ReportText.cell(row.protocol(), 8),
                ReportText.cell(row.cipherSuiteName(), SUITE_WIDTH),
                row.effectiveKeyBits() + "/" + row.algorithmKeyBits(),
                ReportText.cell(row.key(), keyWidth));
    }

    private static String fault(Blame verdict) {
        return switch (verdict) {
            case LOCAL_CONFIGURATION -> "ours";
            case PEER_INCOMPATIBLE, PEER_MISBEHAVED -> "peer";
            case NETWORK -> "network";
            case UNDETERMINED -> "open";
        };
    }

    private static String way(TlsRole role, boolean isReused) {
        return role == TlsRole.SERVER ? "from" : isReused ? "again" : "to";
    }
}
