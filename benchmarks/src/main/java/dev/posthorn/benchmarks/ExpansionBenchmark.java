package dev.posthorn.benchmarks;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to expand a cipher string, and what of that is the catalogue? The tables themselves are read once,
 * in the warm-up. There is no baseline: nothing else says for a named release what we say.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExpansionBenchmark {

    /** Which string. */
    @Param
    public CaseString string = CaseString.EXCLUSIONS;

    /** Which OpenSSL. */
    @Param({"1.0.1e", "1.0.2u"})
    public String openSsl = "1.0.1e";

    private CipherString cipherString = CipherString.parse("");
    private OpenSslBuild build = OpenSslBuild.parse("1.0.1e");
    private CipherCatalog catalog = CipherCatalog.forBuild(build).orElseThrow();

    /** Looks up what both contenders are given. */
    @Setup
    public void prepare() {
        cipherString = CipherString.parse(string.text());
        build = OpenSslBuild.parse(openSsl);
        catalog = CipherCatalog.forBuild(build).orElseThrow();
    }

    /** As one asks once: a catalogue is made for the string. */
    @Benchmark
    public Expansion expandFor() {
        return cipherString.expandFor(build);
    }

    /** As one asks often: the catalogue is at hand. */
    @Benchmark
    public Expansion expandWith() {
        return cipherString.expandWith(catalog);
    }
}
