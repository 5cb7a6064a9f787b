package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.benchmarks.ErrorDecodingBenchmark.Fields;
import dev.posthorn.openssl.error.FailureKind;
import org.junit.jupiter.api.Test;

class ErrorDecodingBenchmarkTest {

    private final ErrorDecodingBenchmark benchmark = new ErrorDecodingBenchmark();

    @Test
    void contenders_givenTheCasesError_readTheSameFields() {
        Fields expected =
                new Fields(0x1408A0C1L, "SSL routines", "SSL3_GET_CLIENT_HELLO", "no shared cipher", "s3_srvr.c", 1355);

        assertThat(Fields.of(benchmark.parse())).isEqualTo(expected);
        assertThat(Fields.of(benchmark.parseAndJudge().error())).isEqualTo(expected);
        assertThat(Fields.of(benchmark.view().snapshot())).isEqualTo(expected);
        assertThat(benchmark.regexBaseline()).isEqualTo(expected);
    }

    @Test
    void parseAndJudge_givenTheCasesError_hasAVerdict() {
        assertThat(benchmark.parseAndJudge().kind()).isEqualTo(FailureKind.NO_SHARED_CIPHER);
        assertThat(benchmark.parseAndJudge().isExplained()).isTrue();
    }
}
