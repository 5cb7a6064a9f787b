package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.golden.SheetLines;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.PostfixView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** After the first lines, reading a million more allocates nothing: kinds, envelopes and every accessor of every view. */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int LINES = 1_000_000;

    /** What the measurement itself and a last compilation may cost; a single object a line would be 16 million. */
    private static final long TOLERANCE = 64 * 1024;

    private static final byte[] LOG = log();

    private long checksum;

    /** Lines of every kind, written by hand and made of templates, under every header. */
    private static byte[] log() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        log.writeBytes(SheetLines.all());
        byte[] handwritten = SampleLines.ofEveryKind();
        for (int i = 0; i < 100; i++) {
            log.writeBytes(handwritten);
        }
        return log.toByteArray();
    }

    @Test
    void log_thatIsMeasured_hasLinesOfEveryKind() throws IOException {
        Set<MaillogKind> missing = EnumSet.allOf(MaillogKind.class);
        try (MaillogCursor cursor = Maillog.open(LOG)) {
            while (cursor.advance()) {
                missing.remove(cursor.kind());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void cursor_millionLinesWithAllAccessors_allocatesNothing() throws IOException {
        try (MaillogCursor cursor = Maillog.open(new EndlessLog(LOG))) {
            read(cursor, LINES / 4);
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            read(cursor, LINES);
            long allocated =
                    THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

            assertThat(cursor.lineNumber()).isGreaterThanOrEqualTo(LINES / 4 + LINES);
            assertThat(checksum).isNotZero();
            assertThat(allocated).isLessThan(TOLERANCE);
        }
    }

    /** However many lines lie between those that are wanted. */
    @Test
    void cursor_thatStopsAtOneKindOnly_allocatesNothing() throws IOException {
        try (MaillogCursor cursor = Maillog.open(new EndlessLog(LOG)).only(Set.of(MaillogKind.TLS_ESTABLISHED))) {
            read(cursor, 10_000);
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            read(cursor, 10_000);
            long allocated =
                    THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

            assertThat(cursor.kind()).isEqualTo(MaillogKind.TLS_ESTABLISHED);
            assertThat(allocated).isLessThan(TOLERANCE);
        }
    }

    private void read(MaillogCursor cursor, int lines) throws IOException {
        for (int i = 0; i < lines && cursor.advance(); i++) {
            checksum += Accessors.ask(cursor.envelope()) + cursor.raw().length();
            switch (cursor.kind()) {
                case UNRECOGNIZED -> checksum += Accessors.ask(cursor.unrecognized());
                case RSYSLOG_RATE_LIMIT, JOURNALD_RATE_LIMIT -> checksum += Accessors.ask(cursor.rateLimit());
                case LAST_MESSAGE_REPEATED, MESSAGE_REPEATED -> checksum += ask(cursor.repetition());
                default -> checksum += Accessors.ask(cursor.isNeighbour() ? cursor.neighbour() : cursor.view());
            }
        }
    }

    private static long ask(RepetitionView marker) {
        if (marker.isOfNeighbour()) {
            return Accessors.ask(marker) + Accessors.ask(marker.repeatedNeighbour());
        }
        boolean hasView = marker.repeatedKind() != MaillogKind.UNRECOGNIZED;
        return Accessors.ask(marker) + (hasView ? Accessors.ask(marker.repeated()) : 0);
    }

    @Test
    void decoder_millionLinesInSmallBlocks_allocatesNothing() {
        AskingVisitor visitor = new AskingVisitor();
        MaillogDecoder decoder = Maillog.decoder(visitor, ReadLimits.defaults());
        feed(decoder, visitor, LINES / 4);
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        feed(decoder, visitor, LINES);
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        assertThat(visitor.lines).isGreaterThanOrEqualTo(LINES);
        assertThat(visitor.checksum).isNotZero();
        assertThat(allocated).isLessThan(TOLERANCE);
    }

    private static void feed(MaillogDecoder decoder, AskingVisitor visitor, int lines) {
        visitor.lines = 0;
        while (visitor.lines < lines) {
            for (int at = 0; at < LOG.length; at += 1_000) {
                decoder.feed(LOG, at, Math.min(at + 1_000, LOG.length));
            }
        }
    }

    /** Whatever it is told of, it asks everything. */
    private static final class AskingVisitor implements MaillogVisitor {

        private long lines;
        private long checksum;

        @Override
        public void onMessage(PostfixView view) {
            lines++;
            checksum += Accessors.ask(view);
        }

        @Override
        public void onNeighbour(NeighbourView view) {
            lines++;
            checksum += Accessors.ask(view);
        }

        @Override
        public void onRepetition(RepetitionView marker) {
            lines++;
            checksum += ask(marker);
        }

        @Override
        public void onRateLimit(RateLimitView marker) {
            lines++;
            checksum += Accessors.ask(marker);
        }

        @Override
        public void onUnrecognized(UnrecognizedView line) {
            lines++;
            checksum += Accessors.ask(line);
        }
    }
}
