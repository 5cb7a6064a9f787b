package dev.posthorn.text;

/**
 * Text for a terminal, put together from paragraphs, items with a hanging indent, and lines that stay as they are.
 *
 * <p>Breaks lines at blanks; a word longer than a line stays whole unless {@link #breakingWords()} says otherwise. Escapes
 * nothing; callers escape what is not theirs ({@link TerminalText}). Not safe for use by several threads.
 */
public final class WrappedText {

    private final int columns;
    private final StringBuilder out = new StringBuilder();
    private boolean isBreakingWords;

    /**
     * An empty text.
     *
     * @param columns the greatest length of a wrapped line, at least 20
     * @throws IllegalArgumentException if {@code columns} is below 20
     */
    public WrappedText(int columns) {
        if (columns < 20) {
            throw new IllegalArgumentException("columns: " + columns + " is below 20");
        }
        this.columns = columns;
    }

    /**
     * From here on, breaks a word that is longer than a line: for text that quotes what strangers wrote.
     *
     * @return this text
     */
    public WrappedText breakingWords() {
        isBreakingWords = true;
        return this;
    }

    /**
     * Adds a paragraph.
     *
     * @param text words separated by single blanks
     * @return this text
     */
    public WrappedText paragraph(String text) {
        return item("", text);
    }

    /**
     * Adds a paragraph that begins with a label; its further lines are indented by the label's length.
     *
     * @param label such as {@code "  1. "}
     * @param text words separated by single blanks
     * @return this text
     */
    public WrappedText item(String label, String text) {
        return item(label, " ".repeat(label.length()), text);
    }

    /**
     * Adds a paragraph that begins with a label and whose further lines have an indentation of their own.
     *
     * @param label such as {@code "     Evidence: "}
     * @param indent what the further lines begin with
     * @param text words separated by single blanks
     * @return this text
     */
    public WrappedText item(String label, String indent, String text) {
        StringBuilder line = new StringBuilder(label);
        boolean isEmpty = true;
        for (String word : text.split(" ", -1)) {
            if (!isEmpty && line.length() + 1 + word.length() > columns) {
                out.append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
                line.append(indent);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
            while (isBreakingWords && line.length() > columns) {
                int end = Character.isHighSurrogate(line.charAt(columns - 1)) ? columns - 1 : columns;
                out.append(line, 0, end).append('\n');
                line.replace(0, end, indent);
            }
        }
        out.append(line.toString().stripTrailing()).append('\n');
        return this;
    }

    /**
     * Adds an empty line.
     *
     * @return this text
     */
    public WrappedText blank() {
        out.append('\n');
        return this;
    }

    /**
     * Adds lines as they are, such as those of a {@link TextTable}.
     *
     * @param indent what to put in front of each line
     * @param lines the text of the lines
     * @return this text
     */
    public WrappedText verbatim(String indent, String lines) {
        lines.lines()
                .forEach(line -> out.append((indent + line).stripTrailing()).append('\n'));
        return this;
    }

    /** All lines, each ended by a line feed. */
    @Override
    public String toString() {
        return out.toString();
    }
}
