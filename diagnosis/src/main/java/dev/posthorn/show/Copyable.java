package dev.posthorn.show;

import dev.posthorn.remedy.ConfigurationText;
import java.util.List;

/** Lines for a file, as many as a reader can take in; where some are left out, that is said where it cannot be overlooked. */
final class Copyable {

    private static final int MOST = 200;

    private Copyable() {}

    static String of(ConfigurationText text) {
        List<String> lines = text.lines();
        if (lines.size() <= MOST) {
            return String.join("\n", lines);
        }
        return String.join("\n", lines.subList(0, MOST)) + "\n# ... " + (lines.size() - MOST)
                + " more lines are not shown here; the JSON has all of them.";
    }
}
