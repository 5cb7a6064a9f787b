package dev.posthorn.internal.cli;

import dev.posthorn.LogReports;
import dev.posthorn.parsers.MaillogCursor;
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
        LogReports reports = read(logs, console);
        results.write(
                console,
                reports::toString,
                () -> Dossier.of(logs.title(), reports.tls()).toHtml(),
                () -> "{\"traffic\":" + reports.traffic().toJson() + ",\"tls\":"
                        + reports.tls().toJson() + "}");
        return ExitStatus.FINE;
    }

    private static LogReports read(LogInput logs, Console console) throws IOException {
        try (Progress progress = console.progress();
                MaillogCursor cursor = logs.open(console, progress)) {
            return LogReports.of(cursor);
        }
    }
}
