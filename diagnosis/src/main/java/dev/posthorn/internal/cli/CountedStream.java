package dev.posthorn.internal.cli;

import dev.posthorn.parsers.ReadProgress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The standard input, with the progress that files have. */
final class CountedStream extends FilterInputStream {

    private final Consumer<ReadProgress> listener;
    private final long start = System.nanoTime();
    private long bytes;

    CountedStream(InputStream in, Consumer<ReadProgress> listener) {
        super(in);
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] block, int from, int length) throws IOException {
        int count = super.read(block, from, length);
        bytes += Math.max(0, count);
        listener.accept(new ReadProgress(bytes, OptionalLong.empty(), 0, Duration.ofNanos(System.nanoTime() - start)));
        return count;
    }
}
