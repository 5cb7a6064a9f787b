package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.report.TlsReport;
import dev.posthorn.report.TrafficReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReportBenchmarkTest {

    @Test
    void contenders_givenOneLog_countTheSame() throws IOException {
        ReportBenchmark benchmark = new ReportBenchmark();
        Bytes read = new Bytes();

        Counts counts = benchmark.regexBaseline(read);
        TrafficReport traffic = benchmark.traffic(read);
        TlsReport tls = benchmark.tls(read);

        assertThat(traffic.totals().delivered())
                .isEqualTo(counts.of(MaillogKind.DELIVERY))
                .isPositive();
        assertThat(tls.sessions().total())
                .isEqualTo(counts.of(MaillogKind.TLS_ESTABLISHED))
                .isPositive();
        assertThat(tls.failures().total())
                .isEqualTo(counts.of(MaillogKind.SSL_ACCEPT_ERROR))
                .isPositive();
        assertThat(traffic.totals().lines())
                .isEqualTo(benchmark.cursorAlone(read))
                .isEqualTo(tls.lines());
        assertThat(read.bytes).isGreaterThanOrEqualTo(4 * 4 * 1024 * 1024);
    }
}
