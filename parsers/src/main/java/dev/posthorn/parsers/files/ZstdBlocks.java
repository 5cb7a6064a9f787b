package dev.posthorn.parsers.files;

import java.io.IOException;
import java.io.InputStream;

/**
 * Hands a Zstandard file on in the pieces it is made of: no read goes beyond the end of a block (RFC 8878, section 3.1.1).
 *
 * <p>The decoder throws away what it made of the same input as an error. Fed block by block, it has delivered all that
 * stands before a damaged one.
 */
final class ZstdBlocks extends InputStream {

    private static final int MAGIC = 0xFD2FB528;
    private static final int FIRST_SKIPPABLE = 0x184D2A50;
    private static final int SKIPPABLE_MASK = 0xFFFFFFF0;
    private static final int BLOCK_HEADER_SIZE = 3;
    private static final int RLE_BLOCK = 1;

    /** How many bytes the dictionary's number has, by the two lowest bits of the descriptor. */
    private static final int[] DICTIONARY_ID_SIZES = {0, 1, 2, 4};

    /** How many bytes the size of the content has, by the two highest bits of the descriptor. */
    private static final int[] CONTENT_SIZE_SIZES = {0, 2, 4, 8};

    private enum Expected {
        MAGIC,
        SKIPPABLE_SIZE,
        DESCRIPTOR,
        BLOCK_HEADER,
        REST
    }

    private final InputStream in;

    /** What is handed on now, and how much of it is still to come. */
    private Expected expected = Expected.MAGIC;

    private long left = Integer.BYTES;

    /** The value of the field being handed on, little-endian; fields that are looked at have four bytes at most. */
    private long field;

    private int fieldBytes;
    private boolean hasChecksum;

    ZstdBlocks(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] block, int from, int length) throws IOException {
        int count = in.read(block, from, (int) Math.min(length, left));
        if (count > 0) {
            left -= count;
            if (expected != Expected.REST) {
                addToField(block, from, count);
            }
            if (left == 0) {
                turnToWhatFollows();
            }
        }
        return count;
    }

    private void addToField(byte[] block, int from, int count) {
        for (int i = 0; i < count; i++) {
            field |= (block[from + i] & 0xFFL) << (Byte.SIZE * fieldBytes++);
        }
    }

    private void turnToWhatFollows() {
        int value = (int) field;
        switch (expected) {
            case MAGIC -> {
                if (value == MAGIC) {
                    expect(Expected.DESCRIPTOR, 1);
                } else if ((value & SKIPPABLE_MASK) == FIRST_SKIPPABLE) {
                    expect(Expected.SKIPPABLE_SIZE, Integer.BYTES);
                } else {
                    expect(Expected.REST, Long.MAX_VALUE); // The decoder will say what is wrong.
                }
            }
            case SKIPPABLE_SIZE -> expect(Expected.REST, field, Expected.MAGIC, Integer.BYTES);
            case DESCRIPTOR -> {
                boolean isSingleSegment = (value & (1 << 5)) != 0;
                hasChecksum = (value & (1 << 2)) != 0;
                int contentSize = CONTENT_SIZE_SIZES[value >> 6];
                int rest =
                        DICTIONARY_ID_SIZES[value & 3] + (isSingleSegment ? Math.max(1, contentSize) : 1 + contentSize);
                expect(Expected.REST, rest, Expected.BLOCK_HEADER, BLOCK_HEADER_SIZE);
            }
            case BLOCK_HEADER -> {
                boolean isLast = (value & 1) != 0;
                int size = ((value >> 1) & 3) == RLE_BLOCK ? 1 : value >> 3;
                if (!isLast) {
                    expect(Expected.REST, size, Expected.BLOCK_HEADER, BLOCK_HEADER_SIZE);
                } else {
                    expect(Expected.REST, size + (hasChecksum ? Integer.BYTES : 0L), Expected.MAGIC, Integer.BYTES);
                }
            }
            case REST -> expect(behindRest, sizeBehindRest);
        }
    }

    private Expected behindRest = Expected.MAGIC;
    private int sizeBehindRest;

    private void expect(Expected what, long size) {
        expected = what;
        left = size;
        field = 0;
        fieldBytes = 0;
    }

    private void expect(Expected what, long size, Expected behind, int sizeBehind) {
        if (size == 0) {
            expect(behind, sizeBehind);
        } else {
            expect(what, size);
            behindRest = behind;
            sizeBehindRest = sizeBehind;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
