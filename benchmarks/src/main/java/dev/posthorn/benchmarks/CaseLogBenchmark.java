package dev.posthorn.benchmarks;

import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.MaillogDecoder;
import dev.posthorn.parsers.ReadLimits;
import dev.posthorn.parsers.postfix.DeliveryView;
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
 * How fast does a log in memory become an answer? Corpus: {@link CaseLog}, 4 MiB. The counter {@code bytes} is bytes per
 * second.
 *
 * <p>The cursor and the decoder tell all kinds of lines apart and count every line they cannot read; the baseline looks
 * for the four kinds it needs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CaseLogBenchmark {

    private static final int BLOCK_SIZE = 64 * 1024;

    private final byte[] log = CaseLog.ofSize(4 * 1024 * 1024);

    /** The caller pulls. */
    @Benchmark
    public Tally cursor(Bytes read) throws IOException {
        Tally tally = new Tally();
        try (MaillogCursor cursor = Maillog.open(log)) {
            while (cursor.advance()) {
                switch (cursor.kind()) {
                    case TLS_ESTABLISHED -> {
                        tally.established++;
                        tally.effectiveKeyBits +=
                                cursor.tlsEstablished().session().effectiveKeyBits();
                    }
                    case SSL_ACCEPT_ERROR -> tally.failed++;
                    case TLS_LIBRARY_PROBLEM -> tally.libraryProblems++;
                    case DELIVERY -> {
                        DeliveryView delivery = cursor.delivery();
                        if (delivery.status() == DeliveryStatus.SENT) {
                            tally.sent++;
                            tally.delayMillis += delivery.delayMillis();
                        }
                    }
                    default -> {}
                }
            }
        }
        read.bytes += log.length;
        return tally;
    }

    /** The caller is told, block by block. */
    @Benchmark
    public Tally visitor(Bytes read) {
        TallyingVisitor visitor = new TallyingVisitor();
        MaillogDecoder decoder = Maillog.decoder(visitor, ReadLimits.defaults());
        for (int from = 0; from < log.length; from += BLOCK_SIZE) {
            decoder.feed(log, from, Math.min(from + BLOCK_SIZE, log.length));
        }
        decoder.finish();
        read.bytes += log.length;
        return visitor.tally();
    }

    /** Lines as strings, and the regular expressions one would write. */
    @Benchmark
    public Tally regexBaseline(Bytes read) throws IOException {
        Tally tally = RegexBaseline.tally(log);
        read.bytes += log.length;
        return tally;
    }
}
