package dev.posthorn.parsers.syslog;

import dev.posthorn.mail.Envelope;
import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.bytes.Lifetime;

/**
 * What stands around the message of one line; borrowed, valid until the next line is read.
 *
 * <p>Accessors have the names of {@link Envelope}; parts the line does not have are absent views, and -1 for numbers.
 * Nothing here allocates but {@link #snapshot()}.
 */
public final class EnvelopeView {

    private final Lifetime lifetime;
    private int turn;

    /** The line without its newline: {@code rawBytes[rawFrom, rawTo)}. */
    byte[] rawBytes = {};

    int rawFrom;
    int rawTo;
    long lineNumber;
    long lineOffset;
    long lineSize;

    /** Where host, tag and text stand: the line itself, or a copy in which escapes have been undone. */
    byte[] bytes = {};

    HeaderDialect dialect = HeaderDialect.NONE;
    int priority;
    int monotonicFrom;
    int monotonicTo;
    int hostFrom;
    int hostTo;
    int tagFrom;
    int tagTo;
    int programFrom;
    long pid;
    Severity severity = Severity.INFO;
    int textFrom;
    int textTo;

    /** Who may have cut the line, and what of it is the part: {@code bytes[partFrom, partTo)}. */
    LineParts.Writer partWriter = LineParts.Writer.NOBODY;

    /** Is there more of it to come? */
    boolean isPart;

    byte partStream;
    int partFrom;
    int partTo;
    int partTimeFrom;
    int partTimeTo;

    /** Not final: a time that turns out to be a wrapper's changes places with the other. */
    TimestampView timestamp;

    TimestampView outerTimestamp;

    private final AsciiView raw;
    private final AsciiView monotonic;
    private final AsciiView host;
    private final AsciiView tag;
    private final AsciiView instance;
    private final AsciiView program;
    private final AsciiView text;

    EnvelopeView(Lifetime lifetime) {
        this.lifetime = lifetime;
        timestamp = new TimestampView(lifetime);
        outerTimestamp = new TimestampView(lifetime);
        raw = new AsciiView(lifetime);
        monotonic = new AsciiView(lifetime);
        host = new AsciiView(lifetime);
        tag = new AsciiView(lifetime);
        instance = new AsciiView(lifetime);
        program = new AsciiView(lifetime);
        text = new AsciiView(lifetime);
    }

    // References are stored only where they change, which is hardly ever: a store costs the collector's barrier as
    // well.

    void raw(byte[] newBytes, int from, int to) {
        if (rawBytes != newBytes) {
            rawBytes = newBytes;
        }
        rawFrom = from;
        rawTo = to;
    }

    void textBytes(byte[] newBytes) {
        if (bytes != newBytes) {
            bytes = newBytes;
        }
    }

    void severity(Severity newSeverity) {
        if (severity != newSeverity) {
            severity = newSeverity;
        }
    }

    /** Makes this good for the current turn. */
    EnvelopeView lend() {
        turn = lifetime.turn();
        return this;
    }

    /** Takes over everything but the text: what a message within another line's text has around it. */
    void copyAround(EnvelopeView other) {
        rawBytes = other.rawBytes;
        rawFrom = other.rawFrom;
        rawTo = other.rawTo;
        lineNumber = other.lineNumber;
        lineOffset = other.lineOffset;
        lineSize = other.lineSize;
        bytes = other.bytes;
        dialect = other.dialect;
        priority = other.priority;
        monotonicFrom = other.monotonicFrom;
        monotonicTo = other.monotonicTo;
        hostFrom = other.hostFrom;
        hostTo = other.hostTo;
        tagFrom = other.tagFrom;
        tagTo = other.tagTo;
        programFrom = other.programFrom;
        pid = other.pid;
        isPart = false;
        timestamp.copy(other.timestamp);
        outerTimestamp.copy(other.outerTimestamp);
    }

    /** Makes every use fail until the next {@link #lend()}: only then can a forgotten view be told from a fresh one. */
    void recall() {
        turn = lifetime.turn() - 1;
    }

    /**
     * The number of the line in its input.
     *
     * @return 1 for the first line
     */
    public long lineNumber() {
        assert isCurrent() : stale();
        return lineNumber;
    }

    /**
     * Where the line begins in its input.
     *
     * @return the number of bytes before the line
     */
    public long lineOffset() {
        assert isCurrent() : stale();
        return lineOffset;
    }

    /**
     * How long the line is, its end included. The sizes of all lines add up to the size of the input.
     *
     * @return bytes, with the newline if there is one, and all of a line that was too long to keep
     */
    public long lineSize() {
        assert isCurrent() : stale();
        return lineSize;
    }

    /**
     * The line without its newline, a carriage return included.
     *
     * @return the bytes; of a line that was too long, the first ones
     */
    public AsciiView raw() {
        assert isCurrent() : stale();
        return raw.wrap(rawBytes, rawFrom, rawTo);
    }

    /**
     * Is this only a part of what was written? Container runtimes cut long lines, and the journal's export format has a
     * line for every field.
     *
     * @return true if the next line goes on where this one ends, as {@link LineParts} puts together
     */
    public boolean isPart() {
        assert isCurrent() : stale();
        return isPart;
    }

    /**
     * Which header the line has.
     *
     * @return {@link HeaderDialect#NONE} if there is no time on the line
     */
    public HeaderDialect dialect() {
        assert isCurrent() : stale();
        return dialect;
    }

    /**
     * When the line says it was written.
     *
     * @return the time as written, absent if the line has none
     */
    public TimestampView timestamp() {
        assert isCurrent() : stale();
        return timestamp.lend();
    }

    /**
     * When a wrapper around the line, such as a container's log driver, says it came by.
     *
     * @return the wrapper's time, absent unless the line has a time of its own too
     */
    public TimestampView outerTimestamp() {
        assert isCurrent() : stale();
        return outerTimestamp.lend();
    }

    /**
     * Seconds since the machine started, as {@code journalctl -o short-monotonic} prints them.
     *
     * @return such as {@code 1234.567890}, absent for all other headers
     */
    public AsciiView monotonic() {
        return view(monotonic, monotonicFrom, monotonicTo);
    }

    /**
     * Facility and severity of syslog as one number (RFC 5424 section 6.2.1): 22 is mail.info.
     *
     * @return 0 to 191, -1 if the line does not say
     */
    public int priority() {
        assert isCurrent() : stale();
        return priority;
    }

    /**
     * The host that wrote the line.
     *
     * @return a name or an address, absent if the line has none
     */
    public AsciiView host() {
        return view(host, hostFrom, hostTo);
    }

    /**
     * The whole tag, as in {@code postfix/submission/smtpd}.
     *
     * @return the tag without process id and colon, absent if the line has none
     */
    public AsciiView tag() {
        return view(tag, tagFrom, tagTo);
    }

    /**
     * The part of the tag before the last slash: the instance or service the program ran for.
     *
     * @return such as {@code postfix}, absent if the tag has no slash
     */
    public AsciiView instance() {
        return programFrom > tagFrom ? view(instance, tagFrom, programFrom - 1) : view(instance, -1, -1);
    }

    /**
     * The part of the tag behind the last slash: the program's own name.
     *
     * @return such as {@code smtpd}, absent if the line has no tag
     */
    public AsciiView program() {
        return view(program, programFrom, tagTo);
    }

    /**
     * The process id behind the tag.
     *
     * @return the number in brackets, -1 if the line has none
     */
    public long pid() {
        assert isCurrent() : stale();
        return pid;
    }

    /**
     * How serious the writer says it is.
     *
     * @return {@link Severity#INFO} if there is no word
     */
    public Severity severity() {
        assert isCurrent() : stale();
        return severity;
    }

    /**
     * The message: what is left when header, tag and severity are taken away.
     *
     * @return the rest of the line without a carriage return at its end; present, if only as an empty one
     */
    public AsciiView text() {
        return view(text, textFrom, textTo);
    }

    /**
     * An owned copy.
     *
     * @return the envelope as a value
     */
    public Envelope snapshot() {
        Envelope.Builder envelope = Envelope.builder()
                .lineNumber(lineNumber())
                .lineOffset(lineOffset)
                .lineSize(lineSize)
                .severity(severity);
        if (timestamp().isPresent()) {
            envelope.timestamp(timestamp().snapshot());
        }
        if (outerTimestamp().isPresent()) {
            envelope.outerTimestamp(outerTimestamp().snapshot());
        }
        if (host().isPresent()) {
            envelope.host(host().toString());
        }
        if (tag().isPresent()) {
            envelope.tag(tag().toString()).program(program().toString());
        }
        if (instance().isPresent()) {
            envelope.instance(instance().toString());
        }
        if (pid >= 0) {
            envelope.pid(pid);
        }
        return envelope.build();
    }

    private AsciiView view(AsciiView into, int from, int to) {
        assert isCurrent() : stale();
        return from < 0 ? into.wrapNothing() : into.wrap(bytes, from, to);
    }

    private boolean isCurrent() {
        return turn == lifetime.turn();
    }

    private static String stale() {
        return "an envelope was used after the next line was read: ask for it again, or take a snapshot()";
    }
}
