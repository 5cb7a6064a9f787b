package dev.posthorn.parsers.syslog;

import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.bytes.Lifetime;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.Objects;

/**
 * Takes a line apart: header, host, tag, severity, text. One reader is for one thread; it lends out the same
 * {@link EnvelopeView} again and again.
 *
 * <p>What it peels off, and in which order, is in the dialect fact sheet, section 6: wrappers first, then a time, then host
 * and tag, and what is left is text.
 */
public final class EnvelopeReader {

    private static final Literal WARNING = Literal.of("warning: ");
    private static final Literal ERROR = Literal.of("error: ");
    private static final Literal FATAL = Literal.of("fatal: ");
    private static final Literal PANIC = Literal.of("panic: ");

    private static final Literal LAST_MESSAGE_REPEATED = Literal.of("last message repeated ");
    private static final Literal LAST_MESSAGE_QUOTED = Literal.of("Last message '");
    private static final Literal MESSAGE_REPEATED = Literal.of("message repeated ");

    /** Wrappers within wrappers are lines of somebody who tests us. */
    private static final int MAX_LAYERS = 8;

    private final Lifetime lifetime;
    private final EnvelopeView envelope;
    private final JsonLine json = new JsonLine();
    private final JournalExport export = new JournalExport();
    private final LastHeader lastHeader = new LastHeader();
    private final KnownTags knownTags = new KnownTags();
    private int layers;

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
        begin(bytes, from, to, lineNumber, lineOffset, lineSize);
        int end = LinePrefix.dropEmptyColumns(bytes, from, withoutReturn(bytes, from, to));
        if (!readLikeLast(bytes, from, end)) {
            clear();
            int start = LinePrefix.skipByteOrderMark(bytes, from, to);
            readLine(bytes, start, end);
            lastHeader.remember(bytes, start, envelope);
        }
        return envelope.lend();
    }

    private void begin(byte[] bytes, int from, int to, long lineNumber, long lineOffset, long lineSize) {
        lifetime.expire();
        envelope.raw(bytes, from, to);
        envelope.lineNumber = lineNumber;
        envelope.lineOffset = lineOffset;
        envelope.lineSize = lineSize;
    }

    /**
     * Reads a message that stands within the text of another line, as in {@code message repeated 2 times: [ MESSAGE]}.
     * Whatever was lent out for that other line stays good.
     *
     * @param around the other line
     * @param from the first byte of the message in the array of the line's text
     * @param to behind its last byte
     * @return the envelope of the other line, with severity and text of the message
     */
    public EnvelopeView readWithin(EnvelopeView around, int from, int to) {
        lastHeader.forget();
        envelope.copyAround(around);
        text(from, to);
        return envelope.lend();
    }

    /** Reads what was put together of several lines; what is raw about it is those lines. */
    EnvelopeView readJoined(byte[] joined, int joinedTo, byte[] raw, int rawTo, LineParts parts) {
        begin(raw, 0, rawTo, parts.lineNumber(), parts.lineOffset(), parts.lineSize());
        lastHeader.forget();
        clear();
        readLine(joined, LinePrefix.skipByteOrderMark(joined, 0, joinedTo), joinedTo);
        envelope.isPart = false;
        return envelope.lend();
    }

    /** Reads an entry of the journal in its export format, all of its lines. */
    EnvelopeView readExport(byte[] raw, int rawTo, LineParts parts) {
        begin(raw, 0, rawTo, parts.lineNumber(), parts.lineOffset(), parts.lineSize());
        lastHeader.forget();
        clear();
        export.read(raw, 0, rawTo);
        if (export.has(LineFields.MESSAGE)) {
            readJournalEntry(export, HeaderDialect.JOURNAL_EXPORT);
        } else {
            envelope.bytes = raw;
            text(0, rawTo);
        }
        return envelope.lend();
    }

    private boolean readLikeLast(byte[] bytes, int from, int to) {
        int tag = lastHeader.readAgain(bytes, from, to, envelope);
        int text = tag < 0 ? -1 : knownTags.read(bytes, tag, to, envelope);
        if (text < 0 || (text < to && bytes[text] == '[')) { // Solaris puts its message id there.
            return false;
        }
        envelope.textBytes(bytes);
        text(text, to);
        return true;
    }

    private static int withoutReturn(byte[] bytes, int from, int to) {
        return to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    }

    private void clear() {
        layers = 0;
        envelope.dialect = HeaderDialect.NONE;
        envelope.timestamp.clear();
        envelope.outerTimestamp.clear();
        envelope.priority = -1;
        envelope.monotonicFrom = -1;
        envelope.hostFrom = -1;
        envelope.hostTo = -1;
        envelope.tagFrom = -1;
        envelope.tagTo = -1;
        envelope.programFrom = -1;
        envelope.pid = -1;
        envelope.isPart = false;
        envelope.partWriter = LineParts.Writer.NOBODY;
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

    /**
     * Where the text of the line that was read last would begin if that line named neither host nor program, as in the log
     * files some programs write themselves.
     *
     * @return the place behind the time in the array of the text
     */
    public int behindTime() {
        if (envelope.hostFrom >= 0) {
            return envelope.hostFrom;
        }
        if (envelope.tagFrom >= 0) {
            boolean isBracketed = envelope.tagFrom > 0 && envelope.bytes[envelope.tagFrom - 1] == '[';
            return isBracketed ? envelope.tagFrom - 1 : envelope.tagFrom;
        }
        return envelope.textFrom - lengthOf(envelope.severity);
    }

    private static int lengthOf(Severity severity) {
        return switch (severity) {
            case DEBUG, INFO -> 0;
            case WARNING -> WARNING.length();
            case ERROR -> ERROR.length();
            case FATAL -> FATAL.length();
            case PANIC -> PANIC.length();
        };
    }

    /**
     * Says that the line that was read last names neither host nor program: what was taken for them is a part of its
     * message, or a process id.
     *
     * @param pid the process id, -1 if there is none
     * @param severity how serious the message is, by the program's own word
     * @param textFrom where the text begins in the array that it stands in
     */
    public void namesNobody(long pid, Severity severity, int textFrom) {
        envelope.hostFrom = -1;
        envelope.hostTo = -1;
        envelope.tagFrom = -1;
        envelope.tagTo = -1;
        envelope.programFrom = -1;
        envelope.pid = pid;
        textBegins(severity, textFrom);
    }

    /**
     * Says that a word at the start of the line that was read last is its tag after all, though nothing before it said so.
     *
     * @param tagFrom where it begins in the array of the text
     * @param tagTo where it ends
     */
    public void tagIs(int tagFrom, int tagTo) {
        Tag.set(envelope.bytes, tagFrom, tagTo, envelope);
    }

    /**
     * Says where the text of the line that was read last begins, if the program has words of its own in front.
     *
     * @param severity how serious the message is, by the program's own word
     * @param textFrom where the text begins in the array that it stands in
     * @throws IndexOutOfBoundsException if that is not within the line
     */
    public void textBegins(Severity severity, int textFrom) {
        Objects.checkFromToIndex(textFrom, envelope.textTo, envelope.bytes.length);
        envelope.severity(severity);
        envelope.textFrom = textFrom;
    }

    /** The first byte says which headers there can be: maillog-dialects 6, without trying them one by one. */
    private void readLine(byte[] bytes, int from, int to) {
        envelope.textBytes(bytes);
        if (from >= to || ++layers > MAX_LAYERS) {
            text(from, to);
            return;
        }
        switch (bytes[from]) {
            case '<' -> readWithPriority(bytes, from, to);
            case '@' -> readTime(HeaderDialect.TAI64N, CountedTime.readTai64n(bytes, from, to, time()), from, to);
            case '[' -> readMonotonic(bytes, from, to);
            case '{' -> readJson(bytes, from, to);
            case '_' -> readExportField(bytes, from, to);
            case ' ' -> readLine(bytes, Tag.skipBlanks(bytes, from, to), to);
            case '>' -> readLine(bytes, LinePrefix.skipQuoteMarks(bytes, from, to), to);
            case 0x1B -> readColoured(bytes, from, to);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readDigits(bytes, from, to);
            default -> readMonthOrWeekday(bytes, from, to);
        }
    }

    /** The first line of an entry; the ones that follow are nothing without it. */
    private void readExportField(byte[] bytes, int from, int to) {
        if (layers == 1 && JournalExport.beginsAt(bytes, from, to)) {
            envelope.partWriter = LineParts.Writer.JOURNAL;
            envelope.isPart = true;
            text(from, to);
        } else {
            readHostAndTag(from, to);
        }
    }

    private TimestampView time() {
        return envelope.timestamp;
    }

    private void readMonthOrWeekday(byte[] bytes, int from, int to) {
        int at = Rfc3164Time.read(bytes, from, to, time());
        if (at >= 0) {
            readTime(HeaderDialect.RFC_3164, at, from, to);
        } else {
            readTime(HeaderDialect.ISO_8601, IsoTime.readWithWeekday(bytes, from, to, time()), from, to);
        }
    }

    private void readDigits(byte[] bytes, int from, int to) {
        int at = IsoTime.read(bytes, from, to, time());
        if (at >= 0) {
            readTime(HeaderDialect.ISO_8601, at, from, to);
        } else {
            readTime(HeaderDialect.UNIX_TIME, CountedTime.readUnixTime(bytes, from, to, time()), from, to);
        }
    }

    private void readMonotonic(byte[] bytes, int from, int to) {
        readTime(HeaderDialect.MONOTONIC, CountedTime.readMonotonic(bytes, from, to, envelope), from, to);
    }

    private void readWithPriority(byte[] bytes, int from, int to) {
        int at = Priority.readNumber(bytes, from, to, envelope);
        int text = at < 0 ? -1 : Rfc5424Header.read(bytes, at, to, envelope);
        if (text >= 0) {
            envelope.dialect = HeaderDialect.RFC_5424;
            text(text, to);
        } else if (at >= 0 && at < to && bytes[at] != '<') {
            readLine(bytes, at, to);
        } else {
            readHostAndTag(from, to);
        }
    }

    private void readColoured(byte[] bytes, int from, int to) {
        int at = LinePrefix.skipColours(bytes, from, to);
        if (at == from) {
            text(from, to);
        } else {
            readLine(bytes, at, LinePrefix.dropColours(bytes, at, to));
        }
    }

    /**
     * Goes on behind a time, or from the start of the line if there is none. Where a second time follows, the first one
     * was a wrapper's.
     */
    private void readTime(HeaderDialect dialect, int behind, int from, int to) {
        if (behind < 0) {
            readHostAndTag(from, to);
            return;
        }
        byte[] bytes = envelope.bytes;
        int at = LinePrefix.skipContainerStream(bytes, behind, to);
        if (at > behind && layers == 1) {
            isFromRuntime(bytes, behind, at, to);
        }
        boolean canBeOuter = dialect == HeaderDialect.ISO_8601 || dialect == HeaderDialect.TAI64N;
        int behindSecond = canBeOuter ? readSecondTime(bytes, at, to) : -1;
        envelope.dialect = behindSecond < 0 ? dialect : HeaderDialect.RFC_3164;
        readHostAndTag(behindSecond < 0 ? at : behindSecond, to);
    }

    /** {@code stdout F }: the tag stands before the blank, and the fourth letter tells the streams apart. */
    private void isFromRuntime(byte[] bytes, int from, int behind, int to) {
        envelope.partWriter = LineParts.Writer.CONTAINER_RUNTIME;
        envelope.isPart = bytes[behind - 2] == 'P';
        envelope.partStream = bytes[from + 3];
        envelope.partFrom = behind;
        envelope.partTo = to;
    }

    private int readSecondTime(byte[] bytes, int at, int to) {
        int behind = Rfc3164Time.read(bytes, at, to, envelope.outerTimestamp);
        if (behind >= 0) {
            swapTimes();
        }
        return behind;
    }

    private void swapTimes() {
        TimestampView wrappers = envelope.timestamp;
        envelope.timestamp = envelope.outerTimestamp;
        envelope.outerTimestamp = wrappers;
    }

    /** A log driver's line is a whole line in a string; the journal's has its parts as members of their own. */
    private void readJson(byte[] bytes, int from, int to) {
        boolean isJson = json.read(bytes, from, to);
        if (isJson && json.has(LineFields.LOG)) {
            readDriverLine();
        } else if (isJson && json.has(LineFields.MESSAGE)) {
            readJournalEntry(json, HeaderDialect.JOURNAL_JSON);
        } else {
            text(from, to);
        }
    }

    private void readDriverLine() {
        byte[] values = json.values();
        int from = json.from(LineFields.LOG);
        int to = json.to(LineFields.LOG);
        boolean isWhole = to > from && values[to - 1] == '\n';
        int end = isWhole ? withoutReturn(values, from, to - 1) : to;
        int timeFrom = json.from(LineFields.TIME);
        int timeTo = json.to(LineFields.TIME);
        int streamFrom = json.from(LineFields.STREAM);
        boolean isDockers = timeFrom >= 0 && streamFrom >= 0 && json.to(LineFields.STREAM) - streamFrom > 3;
        if (isDockers && layers == 1 && end > from && values[from] != '{') { // An object within would take our place.
            envelope.partWriter = LineParts.Writer.LOG_DRIVER;
            envelope.isPart = !isWhole;
            envelope.partStream = values[streamFrom + 3];
            envelope.partFrom = from;
            envelope.partTo = end;
            envelope.partTimeFrom = timeFrom;
            envelope.partTimeTo = timeTo;
        }
        readLine(values, from, end);
        if (timeFrom >= 0) {
            TimestampView free = envelope.timestamp.wasRead() ? envelope.outerTimestamp : envelope.timestamp;
            IsoTime.read(values, timeFrom, timeTo, free);
        }
    }

    private void readJournalEntry(LineFields fields, HeaderDialect dialect) {
        byte[] values = fields.values();
        envelope.textBytes(values);
        envelope.dialect = dialect;
        if (fields.has(LineFields.REALTIME)) {
            CountedTime.readMicros(values, fields.from(LineFields.REALTIME), fields.to(LineFields.REALTIME), time());
        }
        if (fields.has(LineFields.HOSTNAME)) {
            envelope.hostFrom = fields.from(LineFields.HOSTNAME);
            envelope.hostTo = fields.to(LineFields.HOSTNAME);
        }
        if (fields.has(LineFields.IDENTIFIER)) {
            Tag.set(values, fields.from(LineFields.IDENTIFIER), fields.to(LineFields.IDENTIFIER), envelope);
        }
        int pid = fields.has(LineFields.SYSLOG_PID) ? LineFields.SYSLOG_PID : LineFields.PID;
        envelope.pid = fields.has(pid) ? Digits.number(values, fields.from(pid), fields.to(pid)) : -1;
        text(fields.from(LineFields.MESSAGE), fields.to(LineFields.MESSAGE));
    }

    /**
     * A host may be missing, a tag may be missing, or both. Behind a time the first word is the host unless it is a tag;
     * without a time only words that can be nothing else are tags (maillog-dialects 1 D10, 6): {@code smtpd[2101]:} or
     * {@code postfix/postfix-script:}, alone or behind one other word.
     */
    private void readHostAndTag(int from, int to) {
        byte[] bytes = envelope.bytes;
        boolean hasTime = envelope.dialect != HeaderDialect.NONE;
        int first = hasTime ? Priority.skipBracketed(bytes, from, to, envelope) : from;
        int behindTag = Tag.read(bytes, first, to, !hasTime, envelope);
        if (behindTag < 0 && hasTime) {
            behindTag = Tag.readBracketed(bytes, first, to, envelope);
        }
        if (behindTag >= 0) {
            text(Priority.skipSolarisId(bytes, behindTag, to, envelope), to);
            return;
        }
        if (isRepetition(bytes, first, to)) {
            text(first, to);
            return;
        }
        int wordEnd = Tag.endOfWord(bytes, first, to);
        int second = Tag.skipBlanks(bytes, wordEnd, to);
        if (wordEnd == first || second == wordEnd) {
            text(first, to);
            return;
        }
        behindTag = Tag.read(bytes, second, to, !hasTime, envelope);
        if (behindTag < 0 && hasTime) {
            int third = Priority.skipWords(bytes, second, to, envelope);
            behindTag = third == second ? -1 : Tag.read(bytes, third, to, false, envelope);
        }
        if (behindTag >= 0 || (hasTime && !Tag.isSeverity(bytes, first, to))) {
            envelope.hostFrom = first;
            envelope.hostTo = wordEnd;
            text(behindTag < 0 ? second : Priority.skipSolarisId(bytes, behindTag, to, envelope), to);
        } else {
            readBehindComposeName(first, to);
        }
    }

    /** A marker without a host (maillog-dialects 1 and 3): its first word is none. */
    private static boolean isRepetition(byte[] bytes, int at, int to) {
        return at < to
                && switch (bytes[at]) {
                    case 'l' -> LAST_MESSAGE_REPEATED.isAt(bytes, at, to);
                    case 'L' -> LAST_MESSAGE_QUOTED.isAt(bytes, at, to);
                    case 'm' -> MESSAGE_REPEATED.isAt(bytes, at, to);
                    default -> false;
                };
    }

    private void readBehindComposeName(int from, int to) {
        int at = LinePrefix.skipComposeName(envelope.bytes, from, to);
        if (at == from || envelope.dialect != HeaderDialect.NONE) {
            text(from, to);
        } else {
            readLine(envelope.bytes, at, to);
        }
    }

    private void text(int from, int to) {
        envelope.textFrom = readSeverity(envelope.bytes, from, to);
        envelope.textTo = to;
    }

    /** postfix-log-messages 1.2: one of four words, a colon and a blank. */
    private int readSeverity(byte[] bytes, int at, int to) {
        return switch (at < to ? bytes[at] : 0) {
            case 'w' -> severityOrText(WARNING, Severity.WARNING, bytes, at, to);
            case 'e' -> severityOrText(ERROR, Severity.ERROR, bytes, at, to);
            case 'f' -> severityOrText(FATAL, Severity.FATAL, bytes, at, to);
            case 'p' -> severityOrText(PANIC, Severity.PANIC, bytes, at, to);
            default -> withSeverity(Severity.INFO, at);
        };
    }

    private int severityOrText(Literal word, Severity severity, byte[] bytes, int at, int to) {
        int behind = word.after(bytes, at, to);
        return behind < 0 ? withSeverity(Severity.INFO, at) : withSeverity(severity, behind);
    }

    private int withSeverity(Severity severity, int text) {
        envelope.severity(severity);
        return text;
    }
}
