package dev.posthorn.benchmarks;

import dev.posthorn.diagnosis.MessageTracker;
import dev.posthorn.diagnosis.SessionTracker;
import dev.posthorn.diagnosis.TlsOutcome;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to put sessions and messages together, over telling the lines apart? Corpus: {@link CaseLog}, 4 MiB.
 * The counter {@code bytes} is bytes per second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SessionBenchmark {

    private final byte[] log = CaseLog.ofSize(4 * 1024 * 1024);

    /** What was counted, so that nothing is optimised away and a test can compare. */
    static final class Count {
        long lines;
        long unrecognized;
        long sessions;
        long failed;
        long messages;
    }

    /** Lines and their kinds only: what the trackers are measured against. */
    @Benchmark
    public Count cursor(Bytes read) throws IOException {
        Count count = new Count();
        try (MaillogCursor cursor = Maillog.open(log)) {
            while (cursor.advance()) {
                count.lines += cursor.kind() == MaillogKind.UNRECOGNIZED ? 0 : 1;
                count.unrecognized += cursor.kind() == MaillogKind.UNRECOGNIZED ? 1 : 0;
            }
        }
        read.bytes += log.length;
        return count;
    }

    /** Every session, its peer, TLS and outcome. */
    @Benchmark
    public Count sessions(Bytes read) throws IOException {
        Count count = new Count();
        SessionTracker tracker = new SessionTracker(session -> {
            count.sessions++;
            count.failed += session.tlsOutcome() == TlsOutcome.HANDSHAKE_FAILED ? 1 : 0;
        });
        try (MaillogCursor cursor = Maillog.open(log)) {
            while (cursor.advance()) {
                count.lines++;
                tracker.accept(cursor);
            }
        }
        tracker.finish();
        read.bytes += log.length;
        return count;
    }

    /** The path of every message. */
    @Benchmark
    public Count messages(Bytes read) throws IOException {
        Count count = new Count();
        MessageTracker tracker = new MessageTracker(message -> count.messages++);
        try (MaillogCursor cursor = Maillog.open(log)) {
            while (cursor.advance()) {
                count.lines++;
                tracker.accept(cursor);
            }
        }
        tracker.finish();
        read.bytes += log.length;
        return count;
    }
}
