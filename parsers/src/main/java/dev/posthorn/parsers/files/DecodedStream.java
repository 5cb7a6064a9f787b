package dev.posthorn.parsers.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a decoder makes of a file. An error names the file, comes after all bytes that stand before it, and stays: decoders
 * are not made to be read on after one.
 */
final class DecodedStream extends InputStream {

    private static final int WHOLE_BLOCKS = Integer.MAX_VALUE;

    /** No encoding of text has it, and no log ends in it. */
    private static final byte UNWRITTEN = (byte) 0xFF;

    private final InputStream decoder;
    private final Origin origin;
    private final int pieceSize;

    /** What ended it, if something did. */
    private Optional<LogFileException> failure = Optional.empty();

    private DecodedStream(InputStream decoder, Origin origin, int pieceSize) {
        this.decoder = decoder;
        this.origin = origin;
        this.pieceSize = pieceSize;
    }

    static DecodedStream of(InputStream decoder, Origin origin) {
        return new DecodedStream(decoder, origin, WHOLE_BLOCKS);
    }

    /**
     * For decoders that forget to say how many bytes they have written when an error comes: asked for little, they forget
     * little.
     */
    static DecodedStream inPieces(int pieceSize, InputStream decoder, Origin origin) {
        return new DecodedStream(decoder, origin, pieceSize);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] block, int from, int length) throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        int at = from;
        int to = from + length;
        try {
            if (pieceSize == WHOLE_BLOCKS) {
                return decoder.read(block, from, length);
            }
            while (at < to) {
                int pieceTo = Math.min(to, at + pieceSize);
                Arrays.fill(block, at, pieceTo, UNWRITTEN);
                int count = decoder.read(block, at, pieceTo - at);
                if (count < 0) {
                    break;
                }
                at += count;
            }
        } catch (LogFileException e) {
            failure = Optional.of(e);
        } catch (IOException | RuntimeException e) {
            failure = Optional.of(failure(origin, e));
        }
        if (failure.isPresent()) {
            at = behindWritten(block, at, to);
            if (at == from) {
                throw failure.get();
            }
        }
        return at == from ? -1 : at - from;
    }

    /** What a decoder's exception means. Both that have a limit say so in these words. */
    static LogFileException failure(Origin origin, Exception e) {
        boolean isAboutMemory =
                e instanceof IOException && String.valueOf(e.getMessage()).contains("memory");
        return isAboutMemory
                ? new UnreadableLogException(origin, "takes too much memory: " + e.getMessage(), e)
                : DamagedLogException.of(origin, e);
    }

    private int behindWritten(byte[] block, int at, int to) {
        int end = pieceSize == WHOLE_BLOCKS ? at : Math.min(to, at + pieceSize);
        while (end > at && block[end - 1] == UNWRITTEN) {
            end--;
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        decoder.close();
    }
}
