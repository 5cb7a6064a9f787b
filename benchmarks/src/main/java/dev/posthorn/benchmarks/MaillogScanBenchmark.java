package dev.posthorn.benchmarks;

import dev.posthorn.parsers.Maillog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to read a whole log? One invocation is one pass over the file: held in memory, or read from the cache
 * of the file system where the name says so. Corpus: {@link GeneratedLog}, or the file of {@code -p file=PATH}.
 *
 * <p>{@link #newlinesOnly} is the limit and {@link #readLineOnly} what Java offers; neither looks at a line.
 * {@link #regexBaseline} knows the kinds of the generated log alone and reads no timestamps.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class MaillogScanBenchmark {

    /** The absolute path of a plain log of less than 2 GiB; generated if empty. */
    @Param("")
    public String file = "";

    /** The size of the generated log. */
    @Param("64")
    public int mebibytes = 64;

    private byte[] log = {};
    private Path path = Path.of("");

    /** Brings the log into memory and the file into the system's cache. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        if (file.isEmpty()) {
            path = Files.createTempFile("posthorn", ".log");
            GeneratedLog.mixed().write(path, ((long) mebibytes) << 20);
        } else {
            path = Path.of(file);
        }
        log = Files.readAllBytes(path);
    }

    /** Removes what was generated. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        if (file.isEmpty()) {
            Files.deleteIfExists(path);
        }
    }

    /** Every end of a line. */
    @Benchmark
    public Counts newlinesOnly(Scanned scanned) throws Exception {
        return scanned.measure(log.length, () -> Scan.newlines(log));
    }

    /** Ends of lines and envelopes: what {@link #cursorKinds} does more is to read the messages. */
    @Benchmark
    public Counts envelopesOnly(Scanned scanned) throws Exception {
        return scanned.measure(log.length, () -> Scan.envelopes(log));
    }

    /** Every line with its kind, its envelope and the places of its fields. */
    @Benchmark
    public Counts cursorKinds(Scanned scanned) throws Exception {
        return scanned.measure(log.length, () -> Scan.kinds(Maillog.open(log)));
    }

    /** And every accessor of every field called. */
    @Benchmark
    public Counts cursorAllFields(Scanned scanned) throws Exception {
        return scanned.measure(log.length, () -> Scan.allFields(Maillog.open(log)));
    }

    /** A visitor that is told, block by block. */
    @Benchmark
    public Counts decoder(Scanned scanned) throws Exception {
        return scanned.measure(log.length, () -> Scan.decoder(log));
    }

    /** {@link #cursorKinds}, from the file. */
    @Benchmark
    public Counts fromFileCursorKinds(Scanned scanned) throws Exception {
        return scanned.measure(log.length, () -> Scan.kindsOfFile(path));
    }

    /** {@link #cursorAllFields}, from the file. */
    @Benchmark
    public Counts fromFileCursorAllFields(Scanned scanned) throws Exception {
        return scanned.measure(log.length, () -> Scan.allFieldsOfFile(path));
    }

    /** {@link #fromFileCursorKinds}, on all cores. */
    @Benchmark
    public Counts fromFileParallelKinds(Scanned scanned) throws Exception {
        return scanned.measure(log.length, () -> Scan.kindsInParallel(path));
    }

    /** Lines as strings, and the regular expressions one would write. */
    @Benchmark
    public Counts regexBaseline(Scanned scanned) throws Exception {
        return scanned.measure(log.length, () -> Scan.regex(log));
    }

    /** Lines as strings. */
    @Benchmark
    public Counts readLineOnly(Scanned scanned) throws Exception {
        return scanned.measure(log.length, () -> Scan.readLine(log));
    }
}
