package dev.posthorn.parsers;

import dev.posthorn.parsers.files.LogFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Cuts files into parts that can be read at the same time: plain ones between events, others not at all. Where the
 * cuts are depends on the files and the size of the parts, and on nothing else.
 */
final class LogParts implements Closeable {

    /**
     * One part.
     *
     * @param index which one it is, over all files
     * @param isWhole is it a file that is not cut, with {@code from} and {@code to} of no meaning?
     */
    record Part(long index, Path file, boolean isWhole, long from, long to) {}

    private final Iterator<Path> files;
    private final long partSize;
    private final ReadLimits limits;

    /** The file that is being cut. */
    private Optional<FileChannel> channel = Optional.empty();

    private Path file = Path.of("");
    private long size;
    private long from;
    private long index;

    LogParts(List<Path> files, long partSize, ReadLimits limits) {
        this.files = files.iterator();
        this.partSize = partSize;
        this.limits = limits;
    }

    /** The next part, in the order of the files. If this throws, it goes on with the next file when asked again. */
    Optional<Part> next() throws IOException {
        if (channel.isEmpty()) {
            if (!files.hasNext()) {
                return Optional.empty();
            }
            file = files.next();
            if (!isPlain(file)) {
                return Optional.of(new Part(index++, file, true, 0, 0));
            }
            channel = Optional.of(FileChannel.open(file));
            size = channel.get().size();
            from = 0;
        }
        long to = border(channel.get());
        Part part = new Part(index++, file, false, from, to);
        from = to;
        if (from >= size) {
            close();
        }
        return Optional.of(part);
    }

    private long border(FileChannel log) throws IOException {
        if (size - from <= partSize) {
            return size;
        }
        EventBorder border = new EventBorder(log, size, limits);
        return from == 0 && border.isNowhere() ? size : border.behind(from + partSize - 1);
    }

    /** Whoever reads a file that cannot be read finds the right words for it. */
    private static boolean isPlain(Path file) {
        try {
            return LogFiles.isPlain(file);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
            channel = Optional.empty();
        }
    }
}
