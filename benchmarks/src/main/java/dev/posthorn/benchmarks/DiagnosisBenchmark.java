package dev.posthorn.benchmarks;

import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.maillog.MaillogDiagnosis;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast does a log become a diagnosis? Corpus: {@link CaseLog}, 512 KiB, every failed session of which is diagnosed.
 * The counter {@code bytes} is bytes per second.
 *
 * <p>The baseline is what administrators do with egrep, awk, sort and uniq. It counts what was negotiated and what
 * failed, puts no sessions together and explains nothing; the rest of the difference is what an explanation costs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class DiagnosisBenchmark {

    private static final Pattern ESTABLISHED =
            Pattern.compile("TLS connection established from [^ ]+: (.*) with cipher (.*)");

    private static final Pattern FAILED = Pattern.compile("SSL_accept error from ");

    private final byte[] log = CaseLog.ofSize(512 * 1024);

    private final MailServer server = MailServer.of("2.6.6", "smtpd_tls_protocols = !TLSv1, !SSLv2, !SSLv3", "1.0.1e");

    /** What the baseline counts. */
    public record Counts(Map<String, Long> negotiated, long failed) {

        static Counts of(MaillogDiagnosis diagnosis) {
            return new Counts(diagnosis.negotiatedCounts(), diagnosis.failedSessionCount());
        }
    }

    /** Counts, sessions, and the diagnosis of the failed ones. */
    @Benchmark
    public MaillogDiagnosis diagnosis(Bytes read) throws IOException {
        try (MaillogCursor cursor = Maillog.open(log)) {
            read.bytes += log.length;
            return MaillogDiagnosis.of(cursor, server);
        }
    }

    /** Counts alone. */
    @Benchmark
    public Counts recipeBaseline(Bytes read) throws IOException {
        Map<String, Long> negotiated = new TreeMap<>();
        long failed = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(log), StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher established = ESTABLISHED.matcher(line);
                if (established.find()) {
                    negotiated.merge(established.group(1) + " with " + established.group(2), 1L, Long::sum);
                } else if (FAILED.matcher(line).find()) {
                    failed++;
                }
            }
        }
        read.bytes += log.length;
        return new Counts(negotiated, failed);
    }
}
