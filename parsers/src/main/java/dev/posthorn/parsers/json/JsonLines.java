package dev.posthorn.parsers.json;

import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * Writes events as JSON Lines; {@link dev.posthorn.parsers.json} describes the schema.
 *
 * <p>Not safe for use by several threads.
 */
public final class JsonLines implements AutoCloseable {

    /** When the buffer has so much, it is written: a block that files and pipes take at once. */
    private static final int BLOCK = 1 << 15;

    private final OutputStream out;
    private final JsonBytes json = new JsonBytes();
    private final EnvelopeJson envelopes = new EnvelopeJson(json);
    private final EventJson events = new EventJson(json);

    /**
     * Begins to write.
     *
     * @param out where to; written in blocks, so that it needs no buffer of its own
     */
    public JsonLines(OutputStream out) {
        this.out = Objects.requireNonNull(out, "out");
    }

    /**
     * Writes the event a cursor stands on. Allocates nothing.
     *
     * @param cursor the cursor; not moved
     * @throws IOException if the output cannot be written
     * @throws IllegalStateException if the cursor is not on a line
     */
    public void write(MaillogCursor cursor) throws IOException {
        json.put('{');
        envelopes.members(cursor);
        cursor.accept(events);
        json.put('}');
        json.put('\n');
        if (json.size() >= BLOCK) {
            json.writeTo(out);
        }
    }

    /**
     * Writes all events from the next one on, until the log ends.
     *
     * @param cursor the cursor; moved to the end, not closed
     * @return how many events there were
     * @throws IOException if the log cannot be read or the output cannot be written
     */
    public long writeAll(MaillogCursor cursor) throws IOException {
        long count = 0;
        while (cursor.advance()) {
            write(cursor);
            count++;
        }
        return count;
    }

    /**
     * Writes what is left in the buffer, and flushes the output.
     *
     * @throws IOException if the output cannot be written
     */
    public void flush() throws IOException {
        json.writeTo(out);
        out.flush();
    }

    /**
     * Flushes. The output is the caller's to close.
     *
     * @throws IOException if the output cannot be written
     */
    @Override
    public void close() throws IOException {
        flush();
    }
}
