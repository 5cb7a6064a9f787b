package dev.posthorn.postfix;

import java.util.ArrayList;
import java.util.List;

/**
 * The logical lines of main.cf and master.cf, as readlline(3) of Postfix puts them together: a line that starts with
 * white space continues the one before it; empty lines and lines whose first other character is {@code #} vanish, even
 * within a continued line. Nothing is put in place of the line break, and the white space of a continuation stays.
 */
final class LogicalLines {

    /** Nobody's main.cf is longer; what is behind is not read, and {@link #isCut} tells so. */
    static final int MAX_TEXT = 4 << 20;

    /**
     * One of them.
     *
     * @param text without the line break; up to the first NUL, where a C program stops
     * @param lineNumber the line it begins on, from 1
     */
    record Line(String text, int lineNumber) {}

    private final List<Line> lines = new ArrayList<>();
    private final boolean isCut;

    private LogicalLines(boolean isCut) {
        this.isCut = isCut;
    }

    static LogicalLines of(String text) {
        LogicalLines result = new LogicalLines(text.length() > MAX_TEXT);
        result.read(text, Math.min(text.length(), MAX_TEXT));
        return result;
    }

    private void read(String text, int end) {
        StringBuilder logical = new StringBuilder();
        int begin = 1;
        int lineNumber = 0;
        for (int from = 0; from < end; ) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 || newline > end ? end : newline;
            lineNumber++;
            int first = from;
            while (first < to && isSpace(text.charAt(first))) {
                first++;
            }
            if (first < to && text.charAt(first) != '#') {
                if (first == from) {
                    add(logical, begin);
                    begin = lineNumber;
                } else if (logical.length() == 0) {
                    begin = lineNumber;
                }
                logical.append(text, from, to);
            }
            from = to + 1;
        }
        add(logical, begin);
    }

    private void add(StringBuilder logical, int begin) {
        if (logical.length() > 0) {
            int nul = logical.indexOf("\0");
            lines.add(new Line(nul < 0 ? logical.toString() : logical.substring(0, nul), begin));
            logical.setLength(0);
        }
    }

    /** Lines in order; the first may begin with white space, which Postfix warns of and drops. */
    List<Line> lines() {
        return lines;
    }

    boolean isCut() {
        return isCut;
    }

    /** What C calls white space, whatever the locale: no-break spaces are none. */
    static boolean isSpace(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    /** The text without white space, in C's sense, at both ends. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
