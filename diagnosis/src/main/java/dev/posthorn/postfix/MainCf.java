package dev.posthorn.postfix;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the text of a main.cf, or what {@code postconf} prints, by the rules of postconf(5): a line that starts with
 * white space continues the one before; empty lines and lines whose first other character is {@code #} are passed over,
 * even within a continued value; of two lines for one parameter the last counts.
 */
final class MainCf {

    /** A value as it stands, and the line its parameter begins on. */
    record Entry(String value, int lineNumber) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private MainCf() {}

    static Map<String, Entry> parse(String text) {
        MainCf mainCf = new MainCf();
        StringBuilder logicalLine = new StringBuilder();
        int begin = 1;
        int lineNumber = 0;
        for (String line : text.lines().toList()) {
            lineNumber++;
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0)) && logicalLine.length() > 0) {
                logicalLine.append(' ').append(stripped);
            } else {
                mainCf.take(logicalLine.toString(), begin);
                logicalLine.setLength(0);
                logicalLine.append(stripped);
                begin = lineNumber;
            }
        }
        mainCf.take(logicalLine.toString(), begin);
        return mainCf.entries;
    }

    /** Lines without {@code =} are no settings; Postfix complains of them, and so far we pass them over. */
    private void take(String line, int lineNumber) {
        int equals = line.indexOf('=');
        if (equals > 0) {
            entries.put(
                    line.substring(0, equals).strip(),
                    new Entry(line.substring(equals + 1).strip(), lineNumber));
        }
    }
}
