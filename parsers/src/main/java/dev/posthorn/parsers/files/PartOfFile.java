package dev.posthorn.parsers.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Some bytes of a plain file, as a sequence of one log. */
final class PartOfFile implements LogSequence {

    private final Path path;
    private final FileStream file;
    private final long size;
    private boolean isBegun;

    private PartOfFile(Path path, FileStream file, long size) {
        this.path = path;
        this.file = file;
        this.size = size;
    }

    static PartOfFile open(Path path, long from, long to) throws IOException {
        FileStream file = FileStream.open(path);
        try {
            file.begin(from);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return new PartOfFile(path, file, to - from);
    }

    @Override
    public boolean next() {
        boolean isFirst = !isBegun;
        isBegun = true;
        return isFirst;
    }

    @Override
    public int read(byte[] block, int from, int to) throws IOException {
        int wanted = isBegun ? (int) Math.min(to - from, size - file.count()) : 0;
        return wanted == 0 ? -1 : file.read(block, from, wanted);
    }

    @Override
    public Origin origin() {
        if (!isBegun) {
            throw new IllegalStateException("before the first next()");
        }
        return Origin.of(path);
    }

    @Override
    public long bytesRead() {
        return file.count();
    }

    @Override
    public OptionalLong bytesTotal() {
        return OptionalLong.of(size);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
