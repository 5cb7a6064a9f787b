package dev.posthorn.benchmarks;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A JVM that has made many catalogues, though none of the lines of releases that {@link CatalogBenchmark} asks for. */
@State(Scope.Benchmark)
public class WarmTables {

    private static final int CATALOGUES = 2_000;

    /** How many suites were seen. */
    public int suites;

    /** Makes the catalogues. */
    @Setup
    public void warm() {
        for (int i = 0; i < CATALOGUES; i++) {
            suites += CipherCatalog.forBuild(OpenSslBuild.parse(i % 2 == 0 ? "1.0.0t" : "1.1.1w"))
                    .orElseThrow()
                    .baseOrder()
                    .size();
        }
    }
}
