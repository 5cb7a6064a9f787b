package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.tls.CipherSuite;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CipherSuiteLookupBenchmarkTest {

    @ParameterizedTest
    @CsvSource({"RC4-SHA, 0005", "ECDHE-RSA-CHACHA20-POLY1305, CCA8", "NO-SUCH-SUITE, "})
    void contenders_givenOneName_giveTheSameAnswer(String openSslName, String hexCode) {
        CipherSuiteLookupBenchmark benchmark = new CipherSuiteLookupBenchmark();
        benchmark.openSslName = openSslName;
        Optional<CipherSuite> expected = Optional.ofNullable(hexCode).flatMap(CipherSuite::forHexCode);

        assertThat(benchmark.byName()).isEqualTo(expected);
        assertThat(benchmark.walkBaseline()).isEqualTo(expected);
    }
}
