package dev.posthorn;

import dev.posthorn.diagnosis.SessionTracker;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.report.TlsReport;
import dev.posthorn.report.TrafficReport;
import java.io.IOException;

/**
 * Both reports on one log.
 *
 * @param traffic messages, deliveries, rejects and delays
 * @param tls which TLS was spoken with whom, and what failed
 */
public record LogReports(TrafficReport traffic, TlsReport tls) {

    /**
     * Makes a value.
     *
     * @param traffic what the server did
     * @param tls which TLS was spoken
     */
    public LogReports {}

    /**
     * Reads a log to its end.
     *
     * @param cursor the log; read from where it stands, not closed
     * @return both reports
     * @throws IOException if the log cannot be read
     */
    public static LogReports of(MaillogCursor cursor) throws IOException {
        LogReports reports = new LogReports(new TrafficReport(), new TlsReport());
        MaillogVisitor trafficLines = reports.traffic.visitor();
        MaillogVisitor tlsLines = reports.tls.visitor();
        SessionTracker sessions = new SessionTracker(reports.tls::add);
        while (cursor.advance()) {
            cursor.accept(trafficLines);
            cursor.accept(tlsLines);
            sessions.accept(cursor);
        }
        sessions.finish();
        return reports;
    }

    /** One report after the other. */
    @Override
    public String toString() {
        return traffic + "\n" + tls;
    }
}
