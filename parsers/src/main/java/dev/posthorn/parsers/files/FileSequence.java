package dev.posthorn.parsers.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One file after the other, each opened when its turn comes. */
final class FileSequence implements LogSequence {

    private Iterator<Path> files;
    private final boolean readsAhead;
    private final OptionalLong bytesTotal;

    private Optional<LogSequence> current = Optional.empty();
    private Optional<Origin> origin = Optional.empty();
    private long bytesOfEarlierFiles;

    FileSequence(List<Path> files, boolean readsAhead) {
        this.files = List.copyOf(files).iterator();
        this.readsAhead = readsAhead;
        this.bytesTotal = LogFiles.size(files);
    }

    @Override
    public boolean next() throws IOException {
        while (true) {
            if (current.isEmpty()) {
                if (!files.hasNext()) {
                    return false;
                }
                current = Optional.of(open(files.next()));
            }
            LogSequence file = current.get();
            if (file.next()) {
                origin = Optional.of(file.origin());
                return true;
            }
            current = Optional.empty();
            file.close();
            bytesOfEarlierFiles += file.bytesRead();
        }
    }

    private LogSequence open(Path path) throws IOException {
        LogFile file = LogFile.open(path);
        try {
            return readsAhead && !file.isPlain() ? ReadAhead.of(file, path.toString()) : file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public int read(byte[] block, int from, int to) throws IOException {
        return current.isEmpty() ? -1 : current.get().read(block, from, to);
    }

    @Override
    public Origin origin() {
        return origin.orElseThrow(() -> new IllegalStateException("before the first next()"));
    }

    @Override
    public long bytesRead() {
        return bytesOfEarlierFiles + current.map(LogSequence::bytesRead).orElse(0L);
    }

    @Override
    public OptionalLong bytesTotal() {
        return bytesTotal;
    }

    @Override
    public void close() throws IOException {
        files = Collections.emptyIterator();
        if (current.isPresent()) {
            current.get().close();
            current = Optional.empty();
        }
    }
}
