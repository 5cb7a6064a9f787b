package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CaseLogBenchmarkTest {

    @Test
    void contenders_givenOneLog_giveTheSameAnswer() throws IOException {
        CaseLogBenchmark benchmark = new CaseLogBenchmark();
        Bytes read = new Bytes();

        Tally tally = benchmark.regexBaseline(read);

        assertThat(benchmark.cursor(read)).hasToString(tally.toString());
        assertThat(benchmark.visitor(read)).hasToString(tally.toString());
        assertThat(read.bytes).isGreaterThanOrEqualTo(3 * 4 * 1024 * 1024);
    }

    @Test
    void tally_ofALog_countsWhatItsWriterWrote() throws IOException {
        String log = new String(CaseLog.ofSize(4 * 1024 * 1024), StandardCharsets.US_ASCII);
        Tally tally = new CaseLogBenchmark().cursor(new Bytes());

        assertThat(tally.established).isEqualTo(count(log, "TLSv1.2 with cipher"));
        assertThat(tally.effectiveKeyBits).isEqualTo(256 * tally.established);
        assertThat(tally.failed).isEqualTo(count(log, "SSL_accept error"));
        assertThat(tally.libraryProblems).isEqualTo(tally.failed);
        assertThat(tally.sent).isEqualTo(tally.established).isGreaterThan(1_000);
        assertThat(tally.delayMillis).isBetween(10 * tally.sent, 990 * tally.sent);
    }

    @Test
    void corpus_madeTwice_isTheSame() {
        assertThat(CaseLog.ofSize(10_000)).isEqualTo(CaseLog.ofSize(10_000)).hasSizeGreaterThanOrEqualTo(10_000);
    }

    private static long count(String log, String words) {
        return log.lines().filter(line -> line.contains(words)).count();
    }
}
