package dev.posthorn.parsers.files;

import java.io.IOException;
import java.io.InputStream;

/**
 * What a decoder makes of a file. An error names the file, comes after all bytes that stand before it, and stays: decoders
 * are not made to be read on after one.
 */
final class DecodedStream extends InputStream {

    private final InputStream decoder;
    private final Origin origin;
    private final boolean isByteWise;

    /** What ended it, if something did. */
    private LogFileException[] failure = {};

    DecodedStream(InputStream decoder, Origin origin) {
        this(decoder, origin, false);
    }

    private DecodedStream(InputStream decoder, Origin origin, boolean isByteWise) {
        this.decoder = decoder;
        this.origin = origin;
        this.isByteWise = isByteWise;
    }

    /** For decoders that lose bytes before an error when they are read in bulk. */
    static DecodedStream byteWise(InputStream decoder, Origin origin) {
        return new DecodedStream(decoder, origin, true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] block, int from, int length) throws IOException {
        if (failure.length > 0) {
            throw failure[0];
        }
        int count = 0;
        try {
            if (!isByteWise) {
                return decoder.read(block, from, length);
            }
            for (int b; count < length && (b = decoder.read()) >= 0; ) {
                block[from + count++] = (byte) b;
            }
        } catch (LogFileException e) {
            failAfter(count, e);
        } catch (IOException | RuntimeException e) {
            failAfter(count, DamagedLogException.of(origin, e));
        }
        return count == 0 ? -1 : count;
    }

    private void failAfter(int count, LogFileException e) throws LogFileException {
        failure = new LogFileException[] {e};
        if (count == 0) {
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        decoder.close();
    }
}
