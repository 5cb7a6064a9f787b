package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines copied out of the reader's buffer, one behind the other in one array. The array is kept from session to session,
 * so a line costs a copy and no object; lines become {@link LogLine}s when a session is complete.
 */
final class LineNotes {

    private final int maxLines;
    private final int maxBytes;

    private final AsciiView scratch = new AsciiView();
    private byte[] bytes = {};
    private int used;

    /** Number, kind, severity and end of each line, and one number that its taker wants to remember. */
    private long[] numbers = {};

    private MaillogKind[] kinds = {};
    private Severity[] severities = {};
    private int[] ends = {};
    private int[] marks = {};
    private int count;
    private long leftOut;

    LineNotes(TrackingLimits limits) {
        maxLines = limits.lines();
        maxBytes = limits.bytes();
    }

    /** Keeps a line if there is room for it. */
    void add(EnvelopeView envelope, MaillogKind kind) {
        add(envelope, kind, 0);
    }

    void add(EnvelopeView envelope, MaillogKind kind, int mark) {
        add(envelope.lineNumber(), kind, envelope.severity(), envelope.text(), mark);
    }

    private void add(long number, MaillogKind kind, Severity severity, AsciiView text, int mark) {
        int length = text.length();
        if (count == maxLines || length > maxBytes - used) {
            leftOut++;
            return;
        }
        makeRoom(length);
        System.arraycopy(text.array(), text.from(), bytes, used, length);
        used += length;
        numbers[count] = number;
        kinds[count] = kind;
        severities[count] = severity;
        ends[count] = used;
        marks[count] = mark;
        count++;
    }

    private void makeRoom(int length) {
        if (used + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(maxBytes, Math.max(256, 2 * (used + length))));
        }
        if (count == numbers.length) {
            int size = Math.min(maxLines, Math.max(4, 2 * count));
            numbers = Arrays.copyOf(numbers, size);
            kinds = Arrays.copyOf(kinds, size);
            severities = Arrays.copyOf(severities, size);
            ends = Arrays.copyOf(ends, size);
            marks = Arrays.copyOf(marks, size);
        }
    }

    /** Takes over the lines of other notes, behind its own. */
    void addAll(LineNotes others) {
        for (int i = 0; i < others.count; i++) {
            add(
                    others.numbers[i],
                    others.kind(i),
                    others.severities[i],
                    scratch.wrap(others.bytes, others.from(i), others.ends[i]),
                    others.marks[i]);
        }
        leftOut += others.leftOut;
    }

    void clear() {
        used = 0;
        count = 0;
        leftOut = 0;
    }

    int size() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** How many lines there was no room for. */
    long leftOut() {
        return leftOut;
    }

    MaillogKind kind(int index) {
        return kinds[index];
    }

    int mark(int index) {
        return marks[index];
    }

    LogLine line(int index) {
        AsciiView text = new AsciiView().wrap(bytes, from(index), ends[index]);
        return new LogLine(numbers[index], kind(index), severities[index], text.toString());
    }

    List<LogLine> lines() {
        if (count == 0) {
            return List.of();
        }
        List<LogLine> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(line(i));
        }
        return lines;
    }

    private int from(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }
}
