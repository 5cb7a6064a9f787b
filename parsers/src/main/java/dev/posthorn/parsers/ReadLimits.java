package dev.posthorn.parsers;

/**
 * How much of the input a reader is willing to hold. Log lines carry text that strangers chose, so there is a limit
 * whether one asks for it or not.
 *
 * <pre>{@code
 * ReadLimits limits = ReadLimits.defaults().withMaxLineLength(8_192);
 * }</pre>
 *
 * <p>A reader takes one block, and for what lies across blocks or was written in several parts at most four buffers as
 * long as the longest line. Immutable; a value like any other.
 *
 * @param maxLineLength how many bytes of a line are kept, its newline not counted. Longer lines are delivered as
 *     {@link dev.posthorn.mail.MaillogKind#UNRECOGNIZED}, with as many bytes and their full size. The parts of a line
 *     that was written in several count together
 * @param blockSize how many bytes of a file, a stream or a channel are read at a time
 */
public record ReadLimits(int maxLineLength, int blockSize) {

    /**
     * Postfix cuts its text at 2,000 bytes (postfix-log-messages 1.3); wrappers in JSON can make up to six bytes of
     * each. Four times that is left for whoever does not know this.
     */
    private static final int DEFAULT_MAX_LINE_LENGTH = 64 * 1024;

    /** Fits a second-level cache, and makes the calls to the operating system rare. */
    private static final int DEFAULT_BLOCK_SIZE = 256 * 1024;

    private static final ReadLimits DEFAULTS = new ReadLimits(DEFAULT_MAX_LINE_LENGTH, DEFAULT_BLOCK_SIZE);

    /**
     * Makes limits.
     *
     * @param maxLineLength how many bytes of a line are kept
     * @param blockSize how many bytes are read at a time
     * @throws IllegalArgumentException if either is not positive
     */
    public ReadLimits {
        if (maxLineLength <= 0) {
            throw new IllegalArgumentException("maxLineLength: " + maxLineLength + " is not positive");
        }
        if (blockSize <= 0) {
            throw new IllegalArgumentException("blockSize: " + blockSize + " is not positive");
        }
    }

    /**
     * Limits that no mail server's line comes near.
     *
     * @return 65,536 bytes a line, 262,144 bytes a block
     */
    public static ReadLimits defaults() {
        return DEFAULTS;
    }

    /**
     * These limits with another line length.
     *
     * @param newMaxLineLength how many bytes of a line are kept
     * @return the changed copy
     * @throws IllegalArgumentException if {@code newMaxLineLength} is not positive
     */
    public ReadLimits withMaxLineLength(int newMaxLineLength) {
        return new ReadLimits(newMaxLineLength, blockSize);
    }

    /**
     * These limits with another block size.
     *
     * @param newBlockSize how many bytes are read at a time
     * @return the changed copy
     * @throws IllegalArgumentException if {@code newBlockSize} is not positive
     */
    public ReadLimits withBlockSize(int newBlockSize) {
        return new ReadLimits(maxLineLength, newBlockSize);
    }
}
