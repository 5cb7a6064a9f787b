package dev.posthorn.parsers.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The files in a tar archive, as a stream: ustar (POSIX.1-1988), pax (POSIX.1-2001) and GNU's long names. Blocks of zeros
 * are passed over, so archives that were written one behind the other are read to the end.
 */
final class TarEntries extends InputStream {

    /** Archives are made of blocks of this size, headers are one. */
    static final int BLOCK_SIZE = 512;

    /** The longest name, or set of attributes, that is held in memory. */
    private static final int MAX_ATTRIBUTES_SIZE = 64 * 1024;

    private static final int NAME = 0;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;

    /** Zero in every format that was ever written, as a text is not. */
    private static final int LAST = BLOCK_SIZE - 1;

    private final InputStream in;
    private final Origin origin;
    private final byte[] header = new byte[BLOCK_SIZE];

    /** How much of the member is still to be read, and how many zeros fill its last block up. */
    private long left;

    private long padding;

    /** What an attribute before the header says. */
    private String longName = "";

    private long longSize = -1;

    TarEntries(InputStream in, Origin origin) {
        this.in = in;
        this.origin = origin;
    }

    /** Is that the header of a member? Its checksum says so: a sum over bytes in which it counts as blanks itself. */
    static boolean isHeader(byte[] head, int length) {
        if (length < BLOCK_SIZE || head[LAST] != 0) {
            return false;
        }
        long sum = (long) CHECKSUM_LENGTH * ' ';
        for (int i = 0; i < BLOCK_SIZE; i++) {
            if (i < CHECKSUM || i >= CHECKSUM + CHECKSUM_LENGTH) {
                sum += head[i] & 0xFF;
            }
        }
        return sum == octal(head, CHECKSUM, CHECKSUM_LENGTH);
    }

    /** Moves to the next file; its name, or nothing at the end. */
    Optional<String> next() throws IOException {
        pass(left + padding);
        left = 0;
        padding = 0;
        longName = "";
        longSize = -1;
        while (readHeader()) {
            if (isAllZeros()) {
                continue;
            }
            if (!isHeader(header, BLOCK_SIZE)) {
                throw damaged("what should be the header of a member is none");
            }
            long size = size();
            switch (header[TYPE]) {
                case '0', 0, '7' -> {
                    left = longSize >= 0 ? longSize : size;
                    padding = paddingOf(left);
                    return Optional.of(longName.isEmpty() ? name() : longName);
                }
                case 'L' -> longName = text(attributes(size), 0, (int) size);
                case 'x' -> readPax(attributes(size));
                case 'S' -> throw damaged(name() + " is a sparse file, which is not read");
                case '1', '2', '3', '4', '5', '6' -> {
                    longName = "";
                    longSize = -1;
                }
                default -> pass(size + paddingOf(size));
            }
        }
        return Optional.empty();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** The bytes of the member. */
    @Override
    public int read(byte[] block, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(block, from, (int) Math.min(length, left));
        if (count < 0) {
            throw damaged("it ends in the middle of a member");
        }
        left -= count;
        return count;
    }

    private boolean readHeader() throws IOException {
        int count = in.readNBytes(header, 0, BLOCK_SIZE);
        if (count != 0 && count != BLOCK_SIZE) {
            throw damaged("it ends in the middle of a header");
        }
        return count == BLOCK_SIZE;
    }

    private boolean isAllZeros() {
        for (byte b : header) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private byte[] attributes(long size) throws IOException {
        if (size > MAX_ATTRIBUTES_SIZE) {
            throw damaged("a member's name takes " + size + " bytes");
        }
        byte[] attributes = in.readNBytes((int) size);
        if (attributes.length < size) {
            throw damaged("it ends in the middle of a name");
        }
        pass(paddingOf(size));
        return attributes;
    }

    /** Records of {@code length key=value\n}, in which the length is decimal and counts itself. */
    private void readPax(byte[] records) throws IOException {
        int from = 0;
        while (from < records.length) {
            int blank = from;
            int length = 0;
            while (blank < records.length && Character.isDigit(records[blank]) && length < records.length) {
                length = length * 10 + records[blank++] - '0';
            }
            int to = from + length;
            if (to <= blank || to > records.length || records[blank] != ' ') {
                throw damaged("attributes that are not of the form of pax");
            }
            String record = new String(records, blank + 1, to - blank - 2, StandardCharsets.UTF_8);
            if (record.startsWith("path=")) {
                longName = record.substring("path=".length());
            } else if (record.startsWith("size=")) {
                longSize = decimal(record.substring("size=".length()));
            } else if (record.startsWith("GNU.sparse.")) {
                throw damaged("a member is a sparse file, which is not read");
            }
            from = to;
        }
    }

    private long decimal(String digits) throws IOException {
        if (!digits.matches("[0-9]{1,18}")) {
            throw damaged("the size of a member is no number");
        }
        return Long.parseLong(digits);
    }

    private String name() {
        String name = text(header, NAME, NAME_LENGTH);
        // GNU's old format has other things where POSIX has the beginning of the name; its magic ends with a blank.
        boolean isPosix = text(header, MAGIC, 6).equals("ustar");
        String prefix = isPosix ? text(header, PREFIX, PREFIX_LENGTH) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private long size() throws IOException {
        long size = header[SIZE] < 0 ? base256() : octal(header, SIZE, SIZE_LENGTH);
        if (size < 0) {
            throw damaged("the size of a member is no number");
        }
        return size;
    }

    /** GNU's form of sizes beyond 8 GiB: the highest bit set, then a number with the most significant byte first. */
    private long base256() {
        long value = 0;
        for (int i = SIZE + SIZE_LENGTH - Long.BYTES; i < SIZE + SIZE_LENGTH; i++) {
            value = (value << Byte.SIZE) | (header[i] & 0xFF);
        }
        return value;
    }

    /** Digits with blanks before and a blank or zero behind; -1 if that is not what is there. */
    private static long octal(byte[] bytes, int from, int length) {
        int at = from;
        while (at < from + length && bytes[at] == ' ') {
            at++;
        }
        long value = 0;
        for (; at < from + length && bytes[at] != 0 && bytes[at] != ' '; at++) {
            if (bytes[at] < '0' || bytes[at] > '7') {
                return -1;
            }
            value = (value << 3) | (bytes[at] - '0');
        }
        return value;
    }

    private static String text(byte[] bytes, int from, int maxLength) {
        int to = from;
        while (to < from + maxLength && bytes[to] != 0) {
            to++;
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static long paddingOf(long size) {
        return -size & (BLOCK_SIZE - 1);
    }

    private void pass(long count) throws IOException {
        byte[] block = new byte[(int) Math.min(count, 16 * 1024)];
        for (long toSkip = count; toSkip > 0; ) {
            int read = in.read(block, 0, (int) Math.min(block.length, toSkip));
            if (read < 0) {
                throw damaged("it ends in the middle of a member");
            }
            toSkip -= read;
        }
    }

    private DamagedLogException damaged(String reason) {
        return new DamagedLogException(origin, "damaged: " + reason);
    }

    /** Ends a member, not the archive: decoders of members close what they read. */
    @Override
    public void close() {}
}
