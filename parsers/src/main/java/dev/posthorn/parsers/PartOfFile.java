package dev.posthorn.parsers;

import dev.posthorn.parsers.files.LogSequence;
import dev.posthorn.parsers.files.Origin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Some lines of a plain file, as a sequence of one log. */
final class PartOfFile implements LogSequence {

    private final Path file;
    private final FileChannel channel;
    private final long from;
    private final long to;
    private long at;
    private boolean isBegun;

    private PartOfFile(Path file, FileChannel channel, long from, long to) {
        this.file = file;
        this.channel = channel;
        this.from = from;
        this.to = to;
        this.at = from;
    }

    static PartOfFile open(Path file, long from, long to) throws IOException {
        return new PartOfFile(file, FileChannel.open(file).position(from), from, to);
    }

    @Override
    public boolean next() {
        boolean isFirst = !isBegun;
        isBegun = true;
        return isFirst;
    }

    @Override
    public int read(byte[] block, int first, int end) throws IOException {
        int wanted = (int) Math.min(end - first, to - at);
        int count = wanted == 0 ? -1 : channel.read(ByteBuffer.wrap(block, first, wanted));
        at += Math.max(0, count);
        return count;
    }

    @Override
    public Origin origin() {
        return new Origin(file, Optional.empty());
    }

    @Override
    public long bytesRead() {
        return at - from;
    }

    @Override
    public OptionalLong bytesTotal() {
        return OptionalLong.of(to - from);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
