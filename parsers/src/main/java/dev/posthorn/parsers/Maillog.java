package dev.posthorn.parsers;

import dev.posthorn.mail.LineBytes;
import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.parsers.bytes.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The door: opens mail logs, wherever they are.
 *
 * <pre>{@code
 * try (MaillogCursor cursor = Maillog.open(Path.of("maillog"))) {
 *     while (cursor.advance()) {
 *         System.out.println(cursor.lineNumber() + " " + cursor.kind());
 *     }
 * }
 * }</pre>
 */
public final class Maillog {

    private Maillog() {}

    /**
     * Opens a file.
     *
     * @param path the file
     * @return a cursor before the first line
     * @throws IOException if there is no such file, it is a directory, or it cannot be read; the message names it
     */
    public static MaillogCursor open(Path path) throws IOException {
        return open(path, ReadLimits.defaults());
    }

    /**
     * Opens a file.
     *
     * @param path the file
     * @param limits how much of it to hold at a time
     * @return a cursor before the first line
     * @throws IOException if there is no such file, it is a directory, or it cannot be read; the message names it
     */
    public static MaillogCursor open(Path path, ReadLimits limits) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(printable(path) + ": is a directory, not a log");
        }
        try {
            return open(ByteSource.of(Files.newByteChannel(path)), limits);
        } catch (NoSuchFileException e) {
            throw new IOException(printable(path) + ": no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException(printable(path) + ": permission denied", e);
        }
    }

    /** File names can hold anything, and messages end up on terminals. */
    private static String printable(Path path) {
        byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
        return LineBytes.of(name, 0, name.length).toString();
    }

    /**
     * Reads a stream.
     *
     * @param stream the stream, closed with the cursor
     * @return a cursor before the first line
     */
    public static MaillogCursor open(InputStream stream) {
        return open(ByteSource.of(stream), ReadLimits.defaults());
    }

    /**
     * Reads a channel in blocking mode.
     *
     * @param channel the channel, closed with the cursor
     * @return a cursor before the first line
     */
    public static MaillogCursor open(ReadableByteChannel channel) {
        return open(ByteSource.of(channel), ReadLimits.defaults());
    }

    /**
     * Reads any other source.
     *
     * @param source the source, closed with the cursor
     * @return a cursor before the first line
     */
    public static MaillogCursor open(ByteSource source) {
        return open(source, ReadLimits.defaults());
    }

    /**
     * Reads any other source.
     *
     * @param source the source, closed with the cursor
     * @param limits how much of it to hold at a time
     * @return a cursor before the first line
     */
    public static MaillogCursor open(ByteSource source, ReadLimits limits) {
        return MaillogCursor.over(source, limits);
    }

    /**
     * Reads a log that is in memory, without copying it.
     *
     * @param log the log, borrowed as long as the cursor is in use
     * @return a cursor before the first line
     */
    public static MaillogCursor open(byte[] log) {
        return open(log, 0, log.length, ReadLimits.defaults());
    }

    /**
     * Reads a part of a log that is in memory, without copying it.
     *
     * @param log the log, borrowed as long as the cursor is in use
     * @param from the first byte
     * @param to behind the last byte
     * @param limits how long a line may be
     * @return a cursor before the first line
     * @throws IndexOutOfBoundsException if the range is not inside the array
     */
    public static MaillogCursor open(byte[] log, int from, int to, ReadLimits limits) {
        Objects.checkFromToIndex(from, to, log.length);
        return MaillogCursor.over(log, from, to, limits);
    }

    /**
     * Makes a decoder for a log that arrives in blocks.
     *
     * @param visitor who is told
     * @param limits how much of a line to hold
     * @return a decoder before the first byte
     */
    public static MaillogDecoder decoder(MaillogVisitor visitor, ReadLimits limits) {
        return new MaillogDecoder(visitor, limits);
    }

    /**
     * All lines of a file as values, for people in a hurry: a cursor makes none that nobody asked for.
     *
     * <pre>{@code
     * try (Stream<MaillogEvent> lines = Maillog.stream(Path.of("maillog"))) {
     *     lines.filter(line -> line.kind() == MaillogKind.DELIVERY).forEach(System.out::println);
     * }
     * }</pre>
     *
     * <p>The stream reads as it goes, in order and by one thread, and holds the file open until it is closed. Where the
     * file cannot be read any further it throws {@link UncheckedIOException}.
     *
     * @param path the file
     * @return the lines; to be closed
     * @throws IOException if there is no such file, it is a directory, or it cannot be read; the message names it
     */
    public static Stream<MaillogEvent> stream(Path path) throws IOException {
        return stream(open(path));
    }

    private static Stream<MaillogEvent> stream(MaillogCursor cursor) {
        return StreamSupport.stream(new EventSpliterator(cursor), false).onClose(() -> {
            try {
                cursor.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The events of a cursor, one after another. */
    private static final class EventSpliterator extends Spliterators.AbstractSpliterator<MaillogEvent> {

        private final MaillogCursor cursor;

        EventSpliterator(MaillogCursor cursor) {
            super(Long.MAX_VALUE, ORDERED | NONNULL | IMMUTABLE);
            this.cursor = cursor;
        }

        @Override
        public boolean tryAdvance(Consumer<? super MaillogEvent> action) {
            try {
                if (!cursor.advance()) {
                    return false;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            action.accept(cursor.snapshot());
            return true;
        }
    }
}
