package dev.posthorn.show;

import dev.posthorn.remedy.ConfigurationText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lines for a file, as many as a reader can take in; where some are left out, that is said where it cannot be overlooked. */
final class Copyable {

    private static final int MOST = 200;
    private static final int WIDTH = 88;
    private static final String INDENT = "    ";

    private Copyable() {}

    static String of(ConfigurationText text) {
        List<String> lines = text.lines().stream()
                .flatMap(
                        line -> text.file() == ConfigurationText.File.MAIN_CF ? folded(line).stream() : Stream.of(line))
                .toList();
        if (lines.size() <= MOST) {
            return String.join("\n", lines);
        }
        return String.join("\n", lines.subList(0, MOST)) + "\n# ... " + (lines.size() - MOST)
                + " more lines are not shown here; the JSON has all of them.";
    }

    /** A line of main.cf that is too long goes on behind blanks (postconf(5)); broken behind a comma, so that it means the same. */
    private static List<String> folded(String line) {
        List<String> folded = new ArrayList<>();
        String rest = line;
        while (rest.length() > WIDTH && rest.lastIndexOf(", ", WIDTH - 2) > INDENT.length()) {
            int end = rest.lastIndexOf(", ", WIDTH - 2) + 1;
            folded.add(rest.substring(0, end));
            rest = INDENT + rest.substring(end + 1);
        }
        folded.add(rest);
        return folded;
    }
}
