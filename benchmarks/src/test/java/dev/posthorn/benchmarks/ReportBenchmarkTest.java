package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.report.TlsReport;
import dev.posthorn.report.TrafficReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReportBenchmarkTest {

    @Test
    void contenders_givenOneLog_countTheSame() throws IOException {
        ReportBenchmark benchmark = new ReportBenchmark();
        Bytes read = new Bytes();

        Tally tally = benchmark.regexBaseline(read);
        TrafficReport traffic = benchmark.traffic(read);
        TlsReport tls = benchmark.tls(read);

        assertThat(traffic.totals().delivered()).isEqualTo(tally.sent).isGreaterThan(1_000);
        assertThat(tls.sessions().total()).isEqualTo(tally.established).isGreaterThan(1_000);
        assertThat(tls.failures().total()).isEqualTo(tally.failed).isGreaterThan(1_000);
        assertThat(traffic.totals().lines())
                .isEqualTo(benchmark.cursorAlone(read))
                .isEqualTo(tls.lines());
        assertThat(read.bytes).isGreaterThanOrEqualTo(4 * 4 * 1024 * 1024);
    }
}
