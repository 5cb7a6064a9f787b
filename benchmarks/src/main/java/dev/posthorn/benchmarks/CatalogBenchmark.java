package dev.posthorn.benchmarks;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.CipherStrings;
import dev.posthorn.openssl.ciphers.Expansion;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to ask once? The tables of a line of releases are read when the first of them is asked for; a
 * catalogue is made of them for every question that comes without one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CatalogBenchmark {

    /** Which OpenSSL. */
    @Param({"1.0.1e", "1.0.2u", "3.0.15"})
    public String openSsl = "1.0.2u";

    private final CipherString cipherString = CipherString.parse(CaseString.EXCLUSIONS.text());

    /** A catalogue of tables that were read before. */
    @Benchmark
    public CipherCatalog catalogue() {
        return CipherCatalog.forBuild(OpenSslBuild.parse(openSsl)).orElseThrow();
    }

    /** The same, and an expansion. */
    @Benchmark
    public Expansion expandFor() {
        return cipherString.expandFor(OpenSslBuild.parse(openSsl));
    }

    /** What all releases make of the string. */
    @Benchmark
    public List<CipherStrings.ReleaseAnswer> acrossReleases() {
        return CipherStrings.acrossReleases(cipherString);
    }

    /** The first catalogue of a JVM: classes, tables and all. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Fork(10)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public CipherCatalog firstCatalogue() {
        return CipherCatalog.forBuild(OpenSslBuild.parse(openSsl)).orElseThrow();
    }

    /** The first catalogue of another line of releases, in a JVM that has read one. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Fork(10)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public CipherCatalog firstCatalogueOfALine(WarmTables others) {
        return CipherCatalog.forBuild(OpenSslBuild.parse(openSsl)).orElseThrow();
    }
}
