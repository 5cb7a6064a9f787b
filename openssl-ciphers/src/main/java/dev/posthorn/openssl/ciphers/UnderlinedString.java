package dev.posthorn.openssl.ciphers;

import dev.posthorn.text.TerminalText;
import java.util.List;

/**
 * A cipher string with its rules marked below it, as compilers mark what they talk about:
 *
 * <pre>
 * ALL:+RC4:!aNULL
 * ^~~ ^~~~ ^~~~~~
 * </pre>
 */
final class UnderlinedString {

    /** Strings are attacker-controlled; nobody reads on behind this. */
    private static final int MAX_SHOWN = 2_000;

    private UnderlinedString() {}

    /** The text in lines of at most so many columns, each followed by a line of marks. */
    static String of(String text, List<Rule> rules, int columns) {
        String shown = text.substring(0, Math.min(text.length(), MAX_SHOWN));
        char[] marks = marks(shown.length(), rules);
        StringBuilder out = new StringBuilder();
        StringBuilder line = new StringBuilder();
        StringBuilder below = new StringBuilder();
        for (int i = 0; i < shown.length(); i++) {
            String character = TerminalText.escape(shown.substring(i, i + 1));
            if (line.length() + character.length() > columns) {
                flush(out, line, below);
            }
            line.append(character);
            below.append(marks[i])
                    .append(String.valueOf(marks[i] == '^' ? '~' : marks[i]).repeat(character.length() - 1));
        }
        flush(out, line, below);
        if (shown.length() < text.length()) {
            out.append("and ").append(text.length() - shown.length()).append(" characters more\n");
        }
        return out.toString();
    }

    private static char[] marks(int length, List<Rule> rules) {
        char[] marks = " ".repeat(length).toCharArray();
        for (Rule rule : rules) {
            for (int i = rule.span().from(); i < Math.min(rule.span().to(), length); i++) {
                marks[i] = i == rule.span().from() ? '^' : '~';
            }
        }
        return marks;
    }

    private static void flush(StringBuilder out, StringBuilder line, StringBuilder below) {
        out.append(line).append('\n').append(below.toString().stripTrailing()).append('\n');
        line.setLength(0);
        below.setLength(0);
    }
}
