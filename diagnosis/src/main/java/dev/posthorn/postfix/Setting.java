package dev.posthorn.postfix;

import dev.posthorn.text.TerminalText;
import dev.posthorn.text.TextTable;
import java.util.List;
import java.util.Optional;

/**
 * The value of one parameter and where it comes from.
 *
 * @param parameter the parameter's name
 * @param rawValue its value as it was written
 * @param value its value with references replaced; empty if that failed
 * @param origin where it comes from
 * @param problem why references could not be replaced; empty if they could
 */
public record Setting(
        String parameter, String rawValue, String value, Origin origin, Optional<ExpansionProblem> problem) {

    private static final int MAX_ECHO = 2_000;

    /**
     * Did somebody state this value?
     *
     * @return false if it comes with the version
     */
    public boolean isStated() {
        return origin.isStated();
    }

    /**
     * The words of a list, between commas, colons and white space; words that are empty vanish.
     *
     * @return the words in order
     */
    public List<String> words() {
        return Words.of(value);
    }

    /** {@code smtpd_tls_eecdh_grade = none (default of Postfix 2.6.6)}, escaped and kept short for a terminal. */
    @Override
    public String toString() {
        return TerminalText.escape(parameter, MAX_ECHO) + " =" + (value.isEmpty() ? "" : " ")
                + TerminalText.escape(value, MAX_ECHO) + " (" + origin + ")"
                + problem.map(why -> ": " + why.explain()).orElse("");
    }

    /** Settings with their origins, one a row. */
    static String table(List<Setting> settings) {
        TextTable table = new TextTable("parameter", "value", "from");
        settings.forEach(setting -> table.row(setting.parameter(), setting.value(), setting.origin()));
        return table.toString();
    }
}
