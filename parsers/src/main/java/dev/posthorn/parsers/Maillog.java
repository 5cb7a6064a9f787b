package dev.posthorn.parsers;

import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.parsers.bytes.ByteSource;
import dev.posthorn.parsers.files.LogFiles;
import dev.posthorn.parsers.files.LogSequence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
     * Opens a file, or all files below a folder, oldest first. Compressed files and archives are read as what they hold,
     * whatever they are called; how is told in {@link dev.posthorn.parsers.files}.
     *
     * @param path the file or the folder
     * @return a cursor before the first line
     * @throws IOException if there is no such file or it cannot be read; the message names it
     */
    public static MaillogCursor open(Path path) throws IOException {
        return open(path, ReadLimits.defaults());
    }

    /**
     * Opens a file, or all files below a folder, oldest first.
     *
     * @param path the file or the folder
     * @param limits how much of it to hold at a time
     * @return a cursor before the first line
     * @throws IOException if there is no such file or it cannot be read; the message names it
     */
    public static MaillogCursor open(Path path, ReadLimits limits) throws IOException {
        LogSequence logs = LogFiles.open(filesAt(path));
        try {
            return MaillogCursor.overOpened(logs, limits);
        } catch (IOException e) {
            logs.close();
            throw e;
        }
    }

    /**
     * Opens files one after the other, each when its turn comes.
     *
     * <pre>{@code
     * try (MaillogCursor cursor = Maillog.open(LogFiles.rotated(path))) {
     *     while (cursor.advance()) {
     *         kept.add(cursor.origin().orElseThrow() + ":" + cursor.lineNumberInOrigin());
     *     }
     * }
     * }</pre>
     *
     * @param files the files in the order in which they are to be read; {@link LogFiles} finds and sorts them
     * @return a cursor before the first line
     */
    public static MaillogCursor open(List<Path> files) {
        return MaillogCursor.over(LogFiles.open(files), ReadLimits.defaults(), lines -> {});
    }

    /**
     * Opens files one after the other, and tells how far it has come.
     *
     * @param files the files in the order in which they are to be read
     * @param limits how much of them to hold at a time
     * @param listener is told after each block, by the thread that reads. What it throws comes out of
     *     {@link MaillogCursor#advance()}
     * @return a cursor before the first line
     */
    public static MaillogCursor open(List<Path> files, ReadLimits limits, Consumer<ReadProgress> listener) {
        LogSequence logs = LogFiles.open(files);
        long began = System.nanoTime();
        return MaillogCursor.over(
                logs,
                limits,
                lines -> listener.accept(ReadProgress.since(began, logs.bytesRead(), logs.bytesTotal(), lines)));
    }

    /**
     * Reads a file, or all files below a folder, on all cores.
     *
     * @param path the file or the folder
     * @return what can be collected from it; the files are opened when that is done
     * @throws IOException if the folder cannot be read
     */
    public static ParallelMaillog parallel(Path path) throws IOException {
        return parallel(filesAt(path));
    }

    /**
     * Reads files on all cores.
     *
     * <pre>{@code
     * Map<MaillogKind, Long> lines = Maillog.parallel(LogFiles.rotated(path))
     *         .collect(Collectors.groupingBy(MaillogCursor::kind, Collectors.counting()));
     * }</pre>
     *
     * @param files the files in the order in which they are to be read
     * @return what can be collected from them; they are opened when that is done
     */
    public static ParallelMaillog parallel(List<Path> files) {
        return ParallelMaillog.of(files);
    }

    private static List<Path> filesAt(Path path) throws IOException {
        return Files.isDirectory(path) ? LogFiles.in(path) : List.of(path);
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
     * @param path the file or the folder, as for {@link #open(Path)}
     * @return the lines; to be closed
     * @throws IOException if there is no such file or it cannot be read; the message names it
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
