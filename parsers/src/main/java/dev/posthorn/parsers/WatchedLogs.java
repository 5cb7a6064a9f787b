package dev.posthorn.parsers;

import dev.posthorn.parsers.files.LogSequence;
import dev.posthorn.parsers.files.Origin;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Logs that tell after each block what was read since the last one, and stop when somebody says so. */
final class WatchedLogs implements LogSequence {

    /** Who watches. */
    interface Watcher {

        /** Throws if reading is to stop. */
        void beforeBlock() throws IOException;

        void afterBlock(long bytes, long lines);
    }

    private final LogSequence logs;
    private final Watcher watcher;
    private LongSupplier lines = () -> 0;
    private long linesTold;
    private long bytesTold;

    WatchedLogs(LogSequence logs, Watcher watcher) {
        this.logs = logs;
        this.watcher = watcher;
    }

    /** Who knows how many lines have been used. */
    void linesAre(LongSupplier newLines) {
        lines = newLines;
    }

    @Override
    public boolean next() throws IOException {
        watcher.beforeBlock();
        return logs.next();
    }

    @Override
    public int read(byte[] block, int from, int to) throws IOException {
        watcher.beforeBlock();
        int count = logs.read(block, from, to);
        tell();
        return count;
    }

    private void tell() {
        long bytes = logs.bytesRead();
        long linesUsed = lines.getAsLong();
        watcher.afterBlock(bytes - bytesTold, linesUsed - linesTold);
        bytesTold = bytes;
        linesTold = linesUsed;
    }

    @Override
    public Origin origin() {
        return logs.origin();
    }

    @Override
    public long bytesRead() {
        return logs.bytesRead();
    }

    @Override
    public OptionalLong bytesTotal() {
        return logs.bytesTotal();
    }

    @Override
    public void close() throws IOException {
        logs.close();
    }
}
