package dev.posthorn.parsers.syslog;

import java.util.Arrays;

/**
 * Puts together what was written as several lines: the parts that container runtimes make of a long line, and the fields
 * of an entry that the journal exports (maillog-dialects 4).
 *
 * <p>Parts belong together if they follow each other, by the same writer and on the same stream. Whatever comes between
 * ends the line: nothing waits for a part that may never come. The memory taken is bounded by twice the limit; of what is
 * longer the beginning is kept, and {@link #isCut()} says so.
 *
 * <pre>{@code
 * EnvelopeReader envelopes = new EnvelopeReader();
 * LineParts parts = new LineParts(envelopes, 65_536);
 * EnvelopeView envelope = envelopes.read(line, 0, line.length);
 * if (parts.fits() && parts.take(false)) {
 *     envelope = parts.read(); // not before all its parts have come
 * }
 * }</pre>
 *
 * <p>For one thread, as the reader is whose lines it takes.
 */
public final class LineParts {

    /** Who writes a line in several parts. */
    enum Writer {
        /** The line is whole for all we know. */
        NOBODY,
        /** Kubernetes' runtimes: the tag P says that there is more. */
        CONTAINER_RUNTIME,
        /** Docker's json-file driver, which knows time and stream of every line: a missing newline says so. */
        LOG_DRIVER,
        /** {@code journalctl -o export}: an empty line says that there is no more. */
        JOURNAL
    }

    /** What the runtimes put before a part of ours: the driver's time takes the place of theirs. */
    private static final byte[] WHOLE_LINE = {' ', 's', 't', 'd', 'o', 'u', 't', ' ', 'F', ' '};

    private final EnvelopeReader envelopes;
    private final EnvelopeView envelope;
    private final int maxLength;

    /** The lines as they stand in the input, newlines between them: {@code raw[0, rawTo)}. */
    private byte[] raw = {};

    private int rawTo;

    /** One line with all the parts in it, headed as the runtimes do: {@code joined[0, joinedTo)}. */
    private byte[] joined = {};

    private int joinedTo;

    private int count;
    private Writer writer = Writer.NOBODY;
    private byte stream;
    private boolean isCut;

    /** Of the journal only: does the next line begin with the length of a value, and how much of one is to come? */
    private boolean awaitsLength;

    private long awaited;
    private long lineNumber;
    private long lineOffset;
    private long lineSize;

    /**
     * For the lines of a reader.
     *
     * @param envelopes the reader
     * @param maxLength how many bytes of the lines to keep
     */
    public LineParts(EnvelopeReader envelopes, int maxLength) {
        this.envelopes = envelopes;
        this.envelope = envelopes.envelope();
        this.maxLength = maxLength;
    }

    /**
     * Has a line begun that may go on?
     *
     * @return true from the first {@link #take} to {@link #read}
     */
    public boolean isPending() {
        return count > 0;
    }

    /**
     * Is the line that the reader has read last a part: one that begins here, or goes on where the pending one ends?
     *
     * @return false if what is pending ends here, and the last line stands for itself
     */
    public boolean fits() {
        if (isPending()) {
            return isContinued();
        }
        return envelope.isPart && (envelope.partWriter != Writer.LOG_DRIVER || hasHeader());
    }

    private boolean isContinued() {
        if (writer == Writer.JOURNAL) {
            boolean isField = !startsEntry() && JournalExport.isField(envelope.rawBytes, envelope.rawFrom, lineTo());
            return isWithinValue() || isEmptyLine() || isField;
        }
        boolean isSameWriter = envelope.partWriter == writer && envelope.partStream == stream;
        return isSameWriter && (writer == Writer.CONTAINER_RUNTIME || !hasHeader());
    }

    /** There are drivers that leave out the newline of every line: what has a header is no continuation. */
    private boolean hasHeader() {
        return envelope.tagFrom >= 0 || envelope.dialect != HeaderDialect.NONE;
    }

    private boolean startsEntry() {
        return JournalExport.beginsAt(envelope.rawBytes, envelope.rawFrom, lineTo());
    }

    private boolean isEmptyLine() {
        return lineTo() == envelope.rawFrom;
    }

    /** Where the line ends without a carriage return. */
    private int lineTo() {
        int to = envelope.rawTo;
        return to > envelope.rawFrom && envelope.rawBytes[to - 1] == '\r' ? to - 1 : to;
    }

    /**
     * Takes up the line that the reader has read last.
     *
     * @param isLineCut whether it was longer than what the reader was given
     * @return true if that completes what is pending
     */
    public boolean take(boolean isLineCut) {
        if (count == 0) {
            begin();
        } else {
            appendRaw('\n');
        }
        count++;
        isCut |= isLineCut;
        appendRaw(envelope.rawBytes, envelope.rawFrom, envelope.rawTo);
        lineSize += envelope.lineSize;
        if (writer != Writer.JOURNAL) {
            append(envelope.bytes, envelope.partFrom, envelope.partTo);
        }
        return writer == Writer.JOURNAL ? isEndOfEntry() : !envelope.isPart;
    }

    private boolean isWithinValue() {
        return awaitsLength || awaited > 0;
    }

    /** Keeps count of values that are not text: those may hold newlines, empty lines too. */
    private boolean isEndOfEntry() {
        if (awaitsLength) {
            long length = JournalExport.lengthAt(envelope.rawBytes, envelope.rawFrom, envelope.rawTo);
            boolean isCredible = length >= 0 && length <= maxLength;
            awaited = isCredible ? JournalExport.LENGTH_BYTES + length + 1 - envelope.lineSize : 0;
            awaitsLength = false;
            return false;
        }
        if (awaited > 0) {
            awaited -= envelope.lineSize;
            return false;
        }
        awaitsLength = JournalExport.isName(envelope.rawBytes, envelope.rawFrom, lineTo());
        return isEmptyLine();
    }

    private void begin() {
        writer = envelope.partWriter;
        stream = envelope.partStream;
        lineNumber = envelope.lineNumber;
        lineOffset = envelope.lineOffset;
        lineSize = 0;
        rawTo = 0;
        joinedTo = 0;
        isCut = false;
        awaitsLength = false;
        awaited = 0;
        if (writer == Writer.CONTAINER_RUNTIME) {
            append(envelope.bytes, envelope.rawFrom, envelope.partFrom);
            joined[joinedTo - 2] = 'F';
        } else if (writer == Writer.LOG_DRIVER) {
            append(envelope.bytes, envelope.partTimeFrom, envelope.partTimeTo);
            append(WHOLE_LINE, 0, WHOLE_LINE.length);
        }
    }

    /**
     * Reads what was put together, and begins anew.
     *
     * @return its parts; raw are all its lines
     */
    public EnvelopeView read() {
        boolean isAlone = count == 1 && writer != Writer.JOURNAL;
        count = 0;
        if (writer == Writer.JOURNAL) {
            return envelopes.readExport(raw, rawTo, this);
        }
        return isAlone
                ? envelopes.readJoined(raw, withoutReturn(), raw, rawTo, this)
                : envelopes.readJoined(joined, joinedTo, raw, rawTo, this);
    }

    private int withoutReturn() {
        return rawTo > 0 && raw[rawTo - 1] == '\r' ? rawTo - 1 : rawTo;
    }

    /**
     * Was there more than was kept?
     *
     * @return true if the end is missing
     */
    public boolean isCut() {
        return isCut;
    }

    long lineNumber() {
        return lineNumber;
    }

    long lineOffset() {
        return lineOffset;
    }

    long lineSize() {
        return lineSize;
    }

    private void appendRaw(char c) {
        if (rawTo < maxLength) {
            raw = withRoomFor(1, raw, rawTo);
            raw[rawTo++] = (byte) c;
        } else {
            isCut = true;
        }
    }

    private void appendRaw(byte[] bytes, int from, int to) {
        int kept = Math.min(to - from, maxLength - rawTo);
        raw = withRoomFor(kept, raw, rawTo);
        System.arraycopy(bytes, from, raw, rawTo, kept);
        rawTo += kept;
        isCut |= kept < to - from;
    }

    /** Parts are never longer than their lines: as long as those are not cut, this is within the limit too. */
    private void append(byte[] bytes, int from, int to) {
        if (!isCut) {
            joined = withRoomFor(to - from, joined, joinedTo);
            System.arraycopy(bytes, from, joined, joinedTo, to - from);
            joinedTo += to - from;
        }
    }

    private static byte[] withRoomFor(int more, byte[] bytes, int used) {
        return more <= bytes.length - used ? bytes : Arrays.copyOf(bytes, Math.max(used + more, 2 * bytes.length));
    }
}
