package dev.posthorn.parsers;

import dev.posthorn.parsers.syslog.EnvelopeView;
import dev.posthorn.parsers.syslog.HeaderDialect;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Finds places where a log can be cut: ends of lines behind which no event goes on. Container runtimes write long lines in
 * parts and the journal's export has a line for every field (fact sheet on log dialects, section 4); a cut between them
 * would make other events than reading in one go does.
 *
 * <p>What went on before is not known here, so a line has to show by itself that nothing does: it has a header and says
 * that it is whole, or it cannot belong to what was begun by the line before.
 */
final class EventBorder {

    /** How far to look: in what has no border for so long there is none, and it is read in one piece. */
    private static final int SEARCHED = 1 << 20;

    private static final int WINDOW_SIZE = 16 * 1024;

    private final FileChannel log;
    private final long size;
    private final ReadLimits limits;
    private final byte[] window = new byte[WINDOW_SIZE];

    EventBorder(FileChannel log, long size, ReadLimits limits) {
        this.log = log;
        this.size = size;
        this.limits = limits;
    }

    /** May the log be cut nowhere? Values in an export of the journal look like anything, whole lines of a log too. */
    boolean isNowhere() throws IOException {
        LineFramer framer = new LineFramer(limits);
        LineReader reader = new LineReader(limits);
        offer(framer, 0);
        return framer.next() && !reader.read(framer) && reader.envelope().raw().startsWith("__");
    }

    /** The first border behind the end of the line in which a byte is; the end of the log if that comes first. */
    long behind(long first) throws IOException {
        LineFramer framer = new LineFramer(limits);
        LineReader reader = new LineReader(limits);
        long at = first;
        while (at < size && at - first < SEARCHED) {
            int count = offer(framer, at);
            if (count <= 0) {
                break;
            }
            at += count;
            while (framer.next()) {
                if (framer.number() == 1) {
                    continue; // The rest of a line: what it was is not known.
                }
                boolean isEvent = reader.read(framer);
                if (reader.isHoldingBack()) {
                    return Math.min(size, first + framer.offset());
                }
                if (isEvent && isWhole(reader.envelope())) {
                    return Math.min(size, first + framer.offset() + framer.size());
                }
            }
        }
        return size;
    }

    private int offer(LineFramer framer, long at) throws IOException {
        int count = log.read(ByteBuffer.wrap(window), at);
        framer.offer(window, 0, Math.max(0, count));
        return count;
    }

    private static boolean isWhole(EnvelopeView envelope) {
        return !envelope.isPart()
                && (envelope.dialect() != HeaderDialect.NONE || !envelope.tag().isEmpty());
    }
}
