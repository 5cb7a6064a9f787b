package dev.posthorn.parsers;

import dev.posthorn.parsers.internal.swar.ByteSearch;

/**
 * Cuts blocks of bytes into lines. A line that lies within a block is shown where it is; one that does not is put
 * together in a buffer of its own, which never grows beyond the limit.
 *
 * <p>Every byte that goes in comes out in exactly one line: the sizes of the lines add up to the size of the input.
 */
final class LineFramer {

    private static final byte[] NO_BLOCK = {};

    /** How much is searched at a time: several passes over it find it in the second-level cache. */
    private static final int WINDOW = 256 * 1024;

    private final int maxLineLength;

    /** The beginning of a line that earlier blocks held: {@code carry[0, carried)}. Made when first needed. */
    private byte[] carry = {};

    private int carried;

    /** How many bytes the line begun in earlier blocks has, the ones beyond the limit included. */
    private long begun;

    private byte[] block = NO_BLOCK;
    private int at;
    private int blockTo;

    /** Up to where lines have been searched. */
    private int searchedTo;

    private byte[] lineBytes = NO_BLOCK;
    private int lineFrom;
    private int lineTo;
    private long lineNumber;
    private long lineOffset;
    private long lineSize;
    private long skipped;
    private boolean isCut;

    LineFramer(ReadLimits limits) {
        this.maxLineLength = limits.maxLineLength();
    }

    /** Takes up a block, which is borrowed until {@link #next()} has returned false. */
    void offer(byte[] newBlock, int from, int to) {
        block = newBlock;
        at = from;
        blockTo = to;
        searchedTo = from;
    }

    /**
     * Goes past lines that need not be read: {@link #next()} then moves to the first that has to be. Lines that do not lie
     * within the block have to be, whatever they are.
     */
    void skip(LineSearch search) {
        while (begun == 0) {
            if (at >= searchedTo && !openWindow(search)) {
                return;
            }
            int found = search.next(block, at, searchedTo);
            int lineFrom =
                    found == searchedTo ? found : Math.max(at, ByteSearch.lastIndexOfNewline(block, at, found) + 1);
            int lines = ByteSearch.countNewlines(block, at, lineFrom);
            lineNumber += lines;
            skipped += lines;
            lineSize += lineFrom - at; // What was gone past counts as a part of the line before.
            at = lineFrom;
            if (found < searchedTo) {
                return;
            }
        }
    }

    /** Takes up as many whole lines as are to be searched at a time; false if the block has none. */
    private boolean openWindow(LineSearch search) {
        int to = (int) Math.min(blockTo, (long) at + WINDOW);
        int lastNewline = ByteSearch.lastIndexOfNewline(block, at, to);
        search.begin();
        searchedTo = lastNewline + 1;
        return lastNewline >= 0;
    }

    /** Moves to the next line that ends with a newline; false if the block has no more of them. */
    boolean next() {
        int newline = ByteSearch.indexOfNewline(block, at, blockTo);
        if (newline < 0) {
            keepTail();
            return false;
        }
        if (begun == 0) {
            int to = (int) Math.min(newline, (long) at + maxLineLength);
            show(block, at, to, newline + 1L - at, to < newline);
        } else {
            carry(at, newline);
            showCarried(begun + 1);
        }
        at = newline + 1;
        return true;
    }

    /** Moves to what stands behind the last newline; false if that is nothing. */
    boolean last() {
        if (begun == 0) {
            return false;
        }
        showCarried(begun);
        return true;
    }

    private void showCarried(long size) {
        show(carry, 0, carried, size, carried < begun);
        carried = 0;
        begun = 0;
    }

    private void show(byte[] bytes, int from, int to, long size, boolean cut) {
        if (lineBytes != bytes) { // A reference costs the collector more than the question.
            lineBytes = bytes;
        }
        lineFrom = from;
        lineTo = to;
        lineOffset += lineSize;
        lineSize = size;
        lineNumber++;
        isCut = cut;
    }

    private void keepTail() {
        carry(at, blockTo);
        block = NO_BLOCK;
        at = 0;
        blockTo = 0;
        searchedTo = 0;
    }

    private void carry(int from, int to) {
        int kept = Math.min(to - from, maxLineLength - carried);
        if (kept > carry.length - carried) {
            grow(carried + kept);
        }
        System.arraycopy(block, from, carry, carried, kept);
        carried += kept;
        begun += to - from;
    }

    private void grow(int needed) {
        byte[] larger = new byte[(int) Math.min(maxLineLength, Math.max(needed, 2L * carry.length))];
        System.arraycopy(carry, 0, larger, 0, carried);
        carry = larger;
    }

    /** The line without its newline is {@code bytes()[from(), to())}. */
    byte[] bytes() {
        return lineBytes;
    }

    int from() {
        return lineFrom;
    }

    int to() {
        return lineTo;
    }

    /** 1 for the first line, 0 before it. */
    long number() {
        return lineNumber;
    }

    /** How many lines {@link #skip} has gone past. */
    long skipped() {
        return skipped;
    }

    /** How many bytes of input stand before the line. */
    long offset() {
        return lineOffset;
    }

    /** How many bytes of input the line takes, its newline and what is beyond the limit included. */
    long size() {
        return lineSize;
    }

    /** Is the line longer than the limit, so that only its beginning is there? */
    boolean isCut() {
        return isCut;
    }
}
