package dev.posthorn.benchmarks;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.tomcat.util.net.openssl.ciphers.OpenSSLCipherConfigurationParser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many cipher strings can be expanded in a second, with the catalogue at hand? The counter {@code strings} is strings
 * per second. The peer is Apache Tomcat's parser, which knows one catalogue and is right for a part of the strings
 * ({@link PeerComparison}); its log is off. Each fork first prints both answers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExpansionBenchmark {

    /** Kept, because a logger that nobody keeps forgets its level. */
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache.tomcat");

    /** Which strings. */
    @Param
    public CipherStringSet set = CipherStringSet.EXCLUSIONS;

    private List<String> texts = List.of();
    private CipherCatalog catalog = CipherCatalog.forBuild(OpenSslBuild.parse(RecordedExpansion.RELEASE))
            .orElseThrow();

    /** Looks up what both contenders are given, and shows what they make of it. */
    @Setup
    public void prepare() {
        TOMCAT_LOG.setLevel(Level.OFF);
        texts = set.texts();
        int ours = 0;
        int tomcats = 0;
        for (String text : texts) {
            ours += CipherString.parse(text).expandWith(catalog).suites().size();
            tomcats += OpenSSLCipherConfigurationParser.parse(text).size();
        }
        System.out.println(set + ": " + texts.size() + " strings; suites of OpenSSL " + catalog.build() + " " + ours
                + ", suites of Tomcat " + tomcats);
        if (texts.size() == 1) {
            System.out.println(
                    "posthorn " + Contender.posthorn(catalog).answer().apply(texts.get(0)));
            System.out.println("tomcat   " + Contender.tomcat(catalog).answer().apply(texts.get(0)));
        }
    }

    /** Ours. */
    @Benchmark
    public int posthorn(Strings expanded) {
        int suites = 0;
        for (String text : texts) {
            suites += CipherString.parse(text).expandWith(catalog).suites().size();
        }
        expanded.strings += texts.size();
        return suites;
    }

    /** The peer. */
    @Benchmark
    public int tomcat(Strings expanded) {
        int suites = 0;
        for (String text : texts) {
            suites += OpenSSLCipherConfigurationParser.parse(text).size();
        }
        expanded.strings += texts.size();
        return suites;
    }
}
