package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SessionBenchmarkTest {

    @Test
    void contenders_findWhatTheLogsWriterWrote() throws IOException {
        String log = new String(CaseLog.ofSize(4 * 1024 * 1024), StandardCharsets.US_ASCII);
        SessionBenchmark benchmark = new SessionBenchmark();
        Bytes read = new Bytes();

        SessionBenchmark.Count sessions = benchmark.sessions(read);
        SessionBenchmark.Count messages = benchmark.messages(read);

        SessionBenchmark.Count lines = benchmark.cursor(read);
        assertThat(lines.lines + lines.unrecognized).isEqualTo(log.lines().count());
        assertThat(sessions.lines)
                .isEqualTo(messages.lines)
                .isEqualTo(log.lines().count());
        assertThat(sessions.sessions).isEqualTo(count(log, "disconnect from"));
        assertThat(sessions.failed).isEqualTo(count(log, "SSL_accept error")).isPositive();
        assertThat(messages.messages).isEqualTo(count(log, ": client=")).isPositive();
    }

    private static long count(String log, String words) {
        return log.lines().filter(line -> line.contains(words)).count();
    }
}
