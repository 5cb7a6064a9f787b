package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.negotiation.Choice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationBenchmarkTest {

    /** Expected: fact sheet on negotiation sections 3, 4 and 8, client's preference and P-256 set on the server. */
    @ParameterizedTest
    @CsvSource({
        "1.0.1e, TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 on prime256v1",
        "1.0.2u, TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 on prime256v1",
        "3.0.15, TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 on prime256v1"
    })
    void answer_toACommonHello_isTheRightOne(String openSsl, String expected) {
        NegotiationBenchmark benchmark = benchmark(openSsl);

        assertThat(benchmark.answer().choice().map(Choice::toString)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"1.0.1e", "1.0.2u", "3.0.15"})
    void peers_ofAllKinds_partlyGetThrough(String openSsl) {
        assertThat(benchmark(openSsl).peersShutOut()).isBetween(1, 9_999);
    }

    private static NegotiationBenchmark benchmark(String openSsl) {
        NegotiationBenchmark benchmark = new NegotiationBenchmark();
        benchmark.openSsl = openSsl;
        benchmark.prepare();
        return benchmark;
    }
}
