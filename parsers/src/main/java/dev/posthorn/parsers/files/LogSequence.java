package dev.posthorn.parsers.files;

import dev.posthorn.parsers.bytes.ByteSource;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * Logs that are read one after the other, as bytes: each has an end of its own, so that the last line of one never runs
 * into the first line of the next.
 *
 * <p>{@link #read} returns -1 at the end of each log, and before the first {@link #next()}. After an exception the log
 * that caused it is at its end; the ones behind it can be read.
 */
public interface LogSequence extends ByteSource {

    /**
     * Moves to the next log.
     *
     * @return false if there is none
     * @throws IOException if the next log cannot be opened; {@code next()} may be called again
     */
    boolean next() throws IOException;

    /**
     * Which log this is.
     *
     * @return the file, and the member if the file is an archive
     * @throws IllegalStateException before the first {@link #next()}
     */
    Origin origin();

    /**
     * How much of the files has been read.
     *
     * @return bytes as they lie on disk, compressed ones if they are compressed
     */
    long bytesRead();

    /**
     * How much there was to read when the sequence was opened.
     *
     * @return bytes on disk; empty if one of the files has no size, as a pipe has none
     */
    OptionalLong bytesTotal();
}
