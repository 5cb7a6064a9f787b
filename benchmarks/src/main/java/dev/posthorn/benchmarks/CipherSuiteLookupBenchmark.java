package dev.posthorn.benchmarks;

import dev.posthorn.tls.CipherSuite;
import java.util.Optional;
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

/** What does it cost to find a suite by its OpenSSL name, compared with a walk over the suites we know? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CipherSuiteLookupBenchmark {

    /** Near the front of the table, near its end, and nowhere. */
    @Param({"RC4-SHA", "ECDHE-RSA-CHACHA20-POLY1305", "NO-SUCH-SUITE"})
    public String openSslName = "RC4-SHA";

    /** The lookup the library offers. */
    @Benchmark
    public Optional<CipherSuite> byName() {
        return CipherSuite.forOpenSslName(openSslName);
    }

    /** The loop one would write without it. */
    @Benchmark
    public Optional<CipherSuite> walkBaseline() {
        for (CipherSuite suite : CipherSuite.known()) {
            if (!suite.isSslv2CipherKind() && suite.openSslName().orElse("").equals(openSslName)) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }
}
