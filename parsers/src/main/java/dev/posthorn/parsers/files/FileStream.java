package dev.posthorn.parsers.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The bytes of a file, counted. What goes wrong names the file. A reading thread that is interrupted gives up. */
final class FileStream extends InputStream {

    private final Path file;
    private final SeekableByteChannel channel;

    /** Written by the reading thread alone. */
    private volatile long count;

    private FileStream(Path file, SeekableByteChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FileStream open(Path file) throws UnreadableLogException {
        if (Files.isDirectory(file)) {
            throw new UnreadableLogException(Origin.of(file), "is a directory, not a log");
        }
        try {
            return new FileStream(file, Files.newByteChannel(file));
        } catch (IOException e) {
            throw UnreadableLogException.of(file, e);
        }
    }

    /** How many bytes a regular file has that is there. */
    static OptionalLong sizeOf(Path file) {
        try {
            return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }

    /** Goes to a byte, and counts from there; for regular files only. */
    void begin(long at) throws UnreadableLogException {
        try {
            channel.position(at);
            count = 0;
        } catch (IOException e) {
            throw UnreadableLogException.of(file, e);
        }
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // One writer.
    public int read(byte[] block, int from, int length) throws IOException {
        try {
            int read = channel.read(ByteBuffer.wrap(block, from, length));
            count += Math.max(0, read);
            return read;
        } catch (IOException e) {
            throw UnreadableLogException.of(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
