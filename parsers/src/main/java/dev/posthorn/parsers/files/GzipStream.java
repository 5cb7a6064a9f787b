package dev.posthorn.parsers.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * All members of a gzip file, one after the other (RFC 1952, section 2.2).
 *
 * <p>Not {@link java.util.zip.GZIPInputStream}, which asks {@code available()} whether another member follows, and takes a
 * damaged header of a later member for the end of the file: both lose lines without a word.
 */
final class GzipStream extends InputStream {

    private static final int HEADER_CRC = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] compressed = new byte[16 * 1024];
    private int at;
    private int to;
    private boolean isInMember;
    private boolean isAtEnd;
    private int members;

    GzipStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] block, int from, int length) throws IOException {
        while (!isAtEnd) {
            if (!isInMember) {
                isAtEnd = !beginMember();
                continue;
            }
            int count = inflate(block, from, length);
            if (count > 0) {
                crc.update(block, from, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new IOException("member " + members + " wants a dictionary");
            } else if (!fill()) {
                throw new EOFException("it ends in the middle of member " + members);
            } else {
                inflater.setInput(compressed, at, to - at);
            }
        }
        return -1;
    }

    private int inflate(byte[] block, int from, int length) throws IOException {
        try {
            return inflater.inflate(block, from, length);
        } catch (DataFormatException e) {
            throw new IOException("member " + members + ": " + e.getMessage(), e);
        }
    }

    /** Reads a header; false if there is no further one. Zeros behind a member are padding, as on tapes. */
    private boolean beginMember() throws IOException {
        int first = next();
        while (first == 0 && members > 0) {
            first = next();
        }
        if (first < 0) {
            return false;
        }
        members++;
        if (first != 0x1F || needed() != 0x8B || needed() != 8) {
            throw new IOException("what stands behind member " + (members - 1) + " is no gzip");
        }
        int flags = needed();
        if ((flags & RESERVED) != 0) {
            throw new IOException("member " + members + " has flags that nobody knows");
        }
        pass(6); // Time, extra flags, system.
        if ((flags & EXTRA) != 0) {
            pass(needed() | (needed() << 8));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            pass(2);
        }
        inflater.reset();
        inflater.setInput(compressed, at, to - at);
        crc.reset();
        isInMember = true;
        return true;
    }

    private void endMember() throws IOException {
        at = to - inflater.getRemaining();
        long sum = neededWord();
        long size = neededWord();
        if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw new IOException("the checksum of member " + members + " is wrong");
        }
        isInMember = false;
    }

    private long neededWord() throws IOException {
        return needed() | (needed() << 8) | (needed() << 16) | ((long) needed() << 24);
    }

    private void skipText() throws IOException {
        while (needed() != 0) {
            // A file name or comment of any length: it takes time, but no memory.
        }
    }

    private void pass(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            needed();
        }
    }

    private int needed() throws IOException {
        int b = next();
        if (b < 0) {
            throw new EOFException("it ends in the middle of member " + members);
        }
        return b;
    }

    private int next() throws IOException {
        return at < to || fill() ? compressed[at++] & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        to = Math.max(0, in.read(compressed, 0, compressed.length));
        return to > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
