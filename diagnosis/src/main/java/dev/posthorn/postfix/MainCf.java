package dev.posthorn.postfix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the text of a main.cf, or what {@code postconf} prints, by the rules of postconf(5); of two lines for one
 * parameter the last counts.
 */
final class MainCf {

    /** What is wrong with a text is told so often and no oftener: the text may be a film. */
    static final int MAX_COMPLAINTS = 100;

    /** A value as it stands, and the line its parameter begins on. */
    record Entry(String value, int lineNumber) {}

    /** A setting that a later line for the same parameter replaces. */
    record Overridden(String parameter, Entry earlier, Entry later) {}

    /** A line that is no setting, which Postfix dies of. */
    record BadLine(String text, int lineNumber, String complaint) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Overridden> overridden = new ArrayList<>();
    private final List<BadLine> badLines = new ArrayList<>();
    private final boolean isCut;

    private MainCf(boolean isCut) {
        this.isCut = isCut;
    }

    static MainCf parse(String text) {
        LogicalLines lines = LogicalLines.of(text);
        MainCf mainCf = new MainCf(lines.isCut());
        lines.lines().forEach(mainCf::take);
        return mainCf;
    }

    private void take(LogicalLines.Line line) {
        String text = line.text();
        if (text.isEmpty() || LogicalLines.isSpace(text.charAt(0))) {
            complain(line, "logical line must not start with whitespace");
            return;
        }
        int nameEnd = 0;
        while (nameEnd < text.length() && text.charAt(nameEnd) != '=' && !LogicalLines.isSpace(text.charAt(nameEnd))) {
            nameEnd++;
        }
        int equals = nameEnd;
        while (equals < text.length() && LogicalLines.isSpace(text.charAt(equals))) {
            equals++;
        }
        if (nameEnd == 0) {
            complain(line, "missing attribute name");
        } else if (equals == text.length() || text.charAt(equals) != '=') {
            complain(line, "missing '=' after attribute name");
        } else {
            put(
                    text.substring(0, nameEnd),
                    new Entry(LogicalLines.trim(text.substring(equals + 1)), line.lineNumber()));
        }
    }

    private void put(String parameter, Entry entry) {
        Entry earlier = entries.put(parameter, entry);
        if (earlier != null && overridden.size() < MAX_COMPLAINTS) {
            overridden.add(new Overridden(parameter, earlier, entry));
        }
    }

    private void complain(LogicalLines.Line line, String complaint) {
        if (badLines.size() < MAX_COMPLAINTS) {
            badLines.add(new BadLine(line.text(), line.lineNumber(), complaint));
        }
    }

    Map<String, Entry> entries() {
        return entries;
    }

    List<Overridden> overridden() {
        return overridden;
    }

    List<BadLine> badLines() {
        return badLines;
    }

    boolean isCut() {
        return isCut;
    }
}
