package dev.posthorn.parsers.bytes;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Where bytes come from, block by block: a file, a stream, a channel, or whatever else has bytes.
 *
 * <p>The one method a source must have is {@link #read}; a lambda will do.
 */
@FunctionalInterface
public interface ByteSource extends Closeable {

    /**
     * Reads the next bytes into a block. Waits until there is at least one.
     *
     * @param block where the bytes go
     * @param from the first place
     * @param to behind the last place; at least one place is free
     * @return how many bytes came, -1 at the end
     * @throws IOException if the bytes cannot be read
     */
    int read(byte[] block, int from, int to) throws IOException;

    /**
     * Lets go of what is behind the source. Does nothing unless the source says otherwise.
     *
     * @throws IOException if that fails
     */
    @Override
    default void close() throws IOException {}

    /**
     * The bytes of a stream.
     *
     * @param stream the stream, closed with the source
     * @return a source
     */
    static ByteSource of(InputStream stream) {
        return new ByteSource() {
            @Override
            public int read(byte[] block, int from, int to) throws IOException {
                return stream.read(block, from, to - from);
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    /**
     * The bytes of a channel in blocking mode.
     *
     * @param channel the channel, closed with the source
     * @return a source
     */
    static ByteSource of(ReadableByteChannel channel) {
        return new ByteSource() {
            @Override
            public int read(byte[] block, int from, int to) throws IOException {
                return channel.read(ByteBuffer.wrap(block, from, to - from));
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
