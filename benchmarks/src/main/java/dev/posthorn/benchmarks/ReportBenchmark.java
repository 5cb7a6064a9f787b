package dev.posthorn.benchmarks;

import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.report.TlsReport;
import dev.posthorn.report.TrafficReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a report on a log cost, beyond reading it? Corpus: {@link CaseLog}, 4 MiB. The counter {@code bytes} is bytes
 * per second.
 *
 * <p>{@link #cursorAlone} tells the kinds of lines apart and counts nothing. The baseline counts lines by kind where a
 * report has fifteen tables.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReportBenchmark {

    private final byte[] log = CaseLog.ofSize(4 * 1024 * 1024);

    /** Reading alone. */
    @Benchmark
    public long cursorAlone(Bytes read) throws IOException {
        long lines = 0;
        try (MaillogCursor cursor = Maillog.open(log)) {
            while (cursor.advance()) {
                lines += cursor.kind().name().length() > 0 ? 1 : 0;
            }
        }
        read.bytes += log.length;
        return lines;
    }

    /** All of a traffic report. */
    @Benchmark
    public TrafficReport traffic(Bytes read) throws IOException {
        TrafficReport report = new TrafficReport();
        try (MaillogCursor cursor = Maillog.open(log)) {
            report.read(cursor);
        }
        read.bytes += log.length;
        return report;
    }

    /** All of a TLS report, sessions included. */
    @Benchmark
    public TlsReport tls(Bytes read) throws IOException {
        TlsReport report = new TlsReport();
        try (MaillogCursor cursor = Maillog.open(log)) {
            report.read(cursor);
        }
        read.bytes += log.length;
        return report;
    }

    /** Lines as strings, and the regular expressions one would write for a few of these numbers. */
    @Benchmark
    public Counts regexBaseline(Bytes read) throws IOException {
        Counts counts = RegexBaseline.count(new ByteArrayInputStream(log));
        read.bytes += log.length;
        return counts;
    }
}
