package dev.posthorn.internal.cli;

import dev.posthorn.diagnosis.SessionTracker;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.ReadLimits;
import dev.posthorn.report.TlsReport;
import dev.posthorn.report.TrafficReport;
import dev.posthorn.show.Dossier;
import java.io.IOException;
import java.util.Set;

/** {@code posthorn report}: what the server did, and which TLS was spoken. */
final class ReportCommand implements Command {

    @Override
    public Set<String> options() {
        return Set.of(Results.HTML, Results.JSON);
    }

    @Override
    public String help() {
        return """
                usage: posthorn report LOG... [--html FILE] [--json FILE]

                Counts what a server did: messages, deliveries, deferrals and rejects with their reasons, delays;
                and which TLS was spoken with whom.

                  LOG            a file, compressed or not, or a folder; several are one log, the oldest first.
                                 - is the standard input
                  --html FILE    writes the part on TLS as a page; - is the standard output, instead of the text
                  --json FILE    writes {"traffic": ..., "tls": ...} with all that was counted; - as above

                exit status: 0 the logs were read, 2 wrong usage, 3 a file cannot be read or written
                """;
    }

    @Override
    public ExitStatus run(CommandLine line, Console console) throws UsageException, IOException {
        LogInput logs = LogInput.of(line);
        Results results = Results.of(line, logs.files());
        TrafficReport traffic = new TrafficReport();
        TlsReport tls = new TlsReport();
        read(logs, traffic, tls, console);
        results.write(
                console,
                () -> traffic + "\n" + tls,
                () -> Dossier.of(logs.title(), tls).toHtml(),
                () -> "{\"traffic\":" + traffic.toJson() + ",\"tls\":" + tls.toJson() + "}");
        return ExitStatus.FINE;
    }

    private static void read(LogInput logs, TrafficReport traffic, TlsReport tls, Console console) throws IOException {
        MaillogVisitor trafficLines = traffic.visitor();
        MaillogVisitor tlsLines = tls.visitor();
        SessionTracker sessions = new SessionTracker(tls::add);
        try (Progress progress = console.progress();
                MaillogCursor cursor = logs.isStandardInput()
                        ? Maillog.open(new CountedStream(console.in(), progress::show))
                        : Maillog.open(logs.files(), ReadLimits.defaults(), progress::show)) {
            while (cursor.advance()) {
                cursor.accept(trafficLines);
                cursor.accept(tlsLines);
                sessions.accept(cursor);
            }
            sessions.finish();
        }
    }
}
