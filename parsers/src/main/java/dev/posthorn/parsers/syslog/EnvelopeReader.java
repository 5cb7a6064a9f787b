package dev.posthorn.parsers.syslog;

import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.bytes.Lifetime;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.Objects;

/**
 * Takes a line apart: header, host, tag, severity, text. One reader is for one thread; it lends out the same
 * {@link EnvelopeView} again and again.
 *
 * <p>The order of the tests is that of the dialect fact sheet, section 6: a time first, then a tag, and what is left is
 * text.
 */
public final class EnvelopeReader {

    private static final Literal WARNING = Literal.of("warning: ");
    private static final Literal ERROR = Literal.of("error: ");
    private static final Literal FATAL = Literal.of("fatal: ");
    private static final Literal PANIC = Literal.of("panic: ");

    private final Lifetime lifetime;
    private final EnvelopeView envelope;

    /** A reader that ends the life of its view with every line. */
    public EnvelopeReader() {
        this(new Lifetime());
    }

    /**
     * A reader whose view lives as long as other views of the same owner.
     *
     * @param lifetime the owner's; ended by {@link #read} with every line
     */
    public EnvelopeReader(Lifetime lifetime) {
        this.lifetime = lifetime;
        this.envelope = new EnvelopeView(lifetime);
    }

    /**
     * Reads a line that stands for itself: number 1, at offset 0.
     *
     * @param bytes the array, borrowed until the next line is read
     * @param from the first byte of the line
     * @param to behind its last byte, the newline not included
     * @return the line's parts
     * @throws IndexOutOfBoundsException if the range is not inside the array
     */
    public EnvelopeView read(byte[] bytes, int from, int to) {
        return read(bytes, from, to, 1, 0, to - from);
    }

    /**
     * Reads a line of a longer input.
     *
     * @param bytes the array, borrowed until the next line is read
     * @param from the first byte of the line
     * @param to behind its last byte, the newline not included
     * @param lineNumber the number of the line in its input
     * @param lineOffset how many bytes of input stand before the line
     * @param lineSize how many bytes of input the line takes, its end included
     * @return the line's parts
     * @throws IndexOutOfBoundsException if the range is not inside the array
     */
    public EnvelopeView read(byte[] bytes, int from, int to, long lineNumber, long lineOffset, long lineSize) {
        Objects.checkFromToIndex(from, to, bytes.length);
        lifetime.expire();
        envelope.bytes = bytes;
        envelope.rawFrom = from;
        envelope.rawTo = to;
        envelope.lineNumber = lineNumber;
        envelope.lineOffset = lineOffset;
        envelope.lineSize = lineSize;
        readParts(bytes, from, to > from && bytes[to - 1] == '\r' ? to - 1 : to);
        return envelope.lend();
    }

    /**
     * The parts of the line that was read last.
     *
     * @return the view, good until the next line is read
     */
    public EnvelopeView envelope() {
        return envelope.lend();
    }

    /** Takes the view back: whoever still holds it has to ask for {@link #envelope()} again. */
    public void recall() {
        envelope.recall();
    }

    private void readParts(byte[] bytes, int from, int to) {
        int at = Rfc3164Time.read(bytes, from, to, envelope);
        boolean hasTime = at >= 0;
        envelope.dialect = hasTime ? HeaderDialect.RFC_3164 : HeaderDialect.NONE;
        at = readHostAndTag(bytes, hasTime ? at : from, to, hasTime);
        envelope.textFrom = readSeverity(bytes, at, to);
        envelope.textTo = to;
    }

    /**
     * A host may be missing, a tag may be missing, or both. Behind a time the first word is the host unless it is a tag;
     * without a time only words that can be nothing else are tags (maillog-dialects 1 D10, 6): {@code smtpd[2101]:} or
     * {@code postfix/postfix-script:}, alone or behind one other word.
     *
     * @return where the severity word or the text begins
     */
    private int readHostAndTag(byte[] bytes, int from, int to, boolean hasTime) {
        envelope.hostFrom = -1;
        envelope.hostTo = -1;
        int behindTag = Tag.read(bytes, from, to, !hasTime, envelope);
        if (behindTag >= 0) {
            return behindTag;
        }
        int wordEnd = Tag.endOfWord(bytes, from, to);
        int next = Tag.skipBlanks(bytes, wordEnd, to);
        if (wordEnd == from || next == wordEnd) {
            return from;
        }
        behindTag = Tag.read(bytes, next, to, !hasTime, envelope);
        boolean hasHost = behindTag >= 0 || (hasTime && !Tag.isSeverity(bytes, from, to));
        if (!hasHost) {
            return from;
        }
        envelope.hostFrom = from;
        envelope.hostTo = wordEnd;
        return behindTag >= 0 ? behindTag : next;
    }

    /** postfix-log-messages 1.2: one of four words, a colon and a blank. */
    private int readSeverity(byte[] bytes, int at, int to) {
        envelope.severity = Severity.INFO;
        if (at >= to) {
            return at;
        }
        return switch (bytes[at]) {
            case 'w' -> severityOrText(WARNING, Severity.WARNING, bytes, at, to);
            case 'e' -> severityOrText(ERROR, Severity.ERROR, bytes, at, to);
            case 'f' -> severityOrText(FATAL, Severity.FATAL, bytes, at, to);
            case 'p' -> severityOrText(PANIC, Severity.PANIC, bytes, at, to);
            default -> at;
        };
    }

    private int severityOrText(Literal word, Severity severity, byte[] bytes, int at, int to) {
        int behind = word.after(bytes, at, to);
        if (behind < 0) {
            return at;
        }
        envelope.severity = severity;
        return behind;
    }
}
