package dev.posthorn.show;

import dev.posthorn.text.TextTable;
import dev.posthorn.text.WrappedText;

/** Text for a terminal of 100 columns, in sections with underlined headings. */
final class Sections {

    private static final int COLUMNS = 100;

    private final WrappedText out = new WrappedText(COLUMNS).breakingWords();

    void heading(String text) {
        out.blank().verbatim("", text).verbatim("", "-".repeat(text.length()));
    }

    void blank() {
        out.blank();
    }

    void paragraph(String text) {
        out.paragraph(text);
    }

    void item(String label, String indent, String text) {
        out.item(label, indent, text);
    }

    /** A line that stays as it is, however long. */
    void line(String line) {
        out.verbatim("", line.isEmpty() ? "\n" : line);
    }

    void table(TextTable table) {
        out.verbatim("", table.toString());
    }

    void more(int rows, int shown) {
        if (rows > shown) {
            out.paragraph("and " + Words.count(rows - shown) + " more");
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
