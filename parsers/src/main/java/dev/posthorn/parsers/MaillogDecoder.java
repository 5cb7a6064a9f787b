package dev.posthorn.parsers;

import java.util.Objects;

/**
 * Reads a log that arrives in blocks and tells a {@link MaillogVisitor} about each line: for callers who own the thread,
 * the buffer and the clock.
 *
 * <pre>{@code
 * MaillogDecoder decoder = Maillog.decoder(visitor, ReadLimits.defaults());
 * decoder.feed(block, 0, count);  // as often as blocks come; a line may begin in one and end in another
 * decoder.finish();
 * }</pre>
 *
 * <p>The block is the caller's again when {@link #feed} returns. Nothing is allocated for a line but a buffer, once, for
 * the ones that lie across blocks. Not safe for use by several threads.
 */
public final class MaillogDecoder {

    private final MaillogVisitor visitor;
    private final LineFramer framer;
    private final LineReader reader;

    MaillogDecoder(MaillogVisitor visitor, ReadLimits limits) {
        this.visitor = visitor;
        this.framer = new LineFramer(limits);
        this.reader = new LineReader(limits);
    }

    /**
     * Takes a block and reports every line that ends in it.
     *
     * @param block the bytes, borrowed until this method returns
     * @param from the first byte
     * @param to behind the last byte
     * @throws IndexOutOfBoundsException if the range is not inside the block
     */
    public void feed(byte[] block, int from, int to) {
        Objects.checkFromToIndex(from, to, block.length);
        framer.offer(block, from, to);
        while (framer.next()) {
            read();
        }
    }

    /** Reports what stands behind the last newline, if anything does. After that a new input may begin. */
    public void finish() {
        if (framer.last()) {
            read();
        }
        if (reader.finish()) {
            reader.tell(visitor);
        }
    }

    private void read() {
        do {
            if (reader.read(framer)) {
                reader.tell(visitor);
            }
        } while (reader.isHoldingBack());
    }
}
