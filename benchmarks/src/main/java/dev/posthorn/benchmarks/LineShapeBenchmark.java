package dev.posthorn.benchmarks;

import dev.posthorn.parsers.Maillog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What does a line of each of the commonest shapes cost? Corpus: 8 MiB of nothing else, in BSD's dialect. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LineShapeBenchmark {

    /** What the log consists of. */
    @Param({
        "SENT",
        "DELIVERED",
        "ACTIVE",
        "REMOVED",
        "MESSAGE_ID",
        "CONNECT",
        "DISCONNECT",
        "CLIENT",
        "TLS_SERVER",
        "REJECT",
        "POSTSCREEN"
    })
    public LineShape shape = LineShape.SENT;

    /** How large the log is, but for tests. */
    int size = 8 << 20;

    private byte[] log = {};

    /** Writes the log. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size + 1_000);
        GeneratedLog.of(shape).write(out, size);
        log = out.toByteArray();
    }

    /** Kind, envelope and the places of all fields. */
    @Benchmark
    public Counts cursorKinds(Scanned scanned) throws Exception {
        return scanned.measure(log.length, () -> Scan.kinds(Maillog.open(log)));
    }

    /** And every accessor called. */
    @Benchmark
    public Counts cursorAllFields(Scanned scanned) throws Exception {
        return scanned.measure(log.length, () -> Scan.allFields(Maillog.open(log)));
    }
}
