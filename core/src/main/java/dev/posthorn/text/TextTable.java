package dev.posthorn.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A plain table for a terminal: columns as wide as their widest cell, two blanks between them, no frame.
 *
 * <p>Cells are escaped with {@link TerminalText}. Not safe for use by several threads.
 */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<String> headings;
    private final boolean[] rightAligned;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param headings the headings; one that starts with a blank makes its column right-aligned
     */
    public TextTable(String... headings) {
        this.headings = List.of(headings).stream().map(String::strip).toList();
        this.rightAligned = new boolean[headings.length];
        for (int column = 0; column < headings.length; column++) {
            rightAligned[column] = headings[column].startsWith(" ");
        }
    }

    /**
     * Adds a row.
     *
     * @param cells one value per column, printed by its {@code toString}
     * @return this table
     * @throws IllegalArgumentException if there are more or fewer cells than columns
     */
    public TextTable row(Object... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException("cells: " + cells.length + " for " + headings.size() + " columns");
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(TerminalText.escape(cell.toString()));
        }
        rows.add(row);
        return this;
    }

    /** The headings and rows, each line ended by a line feed and without blanks at its end. */
    @Override
    public String toString() {
        int[] widths = new int[headings.size()];
        List<List<String>> lines = new ArrayList<>();
        lines.add(headings);
        lines.addAll(rows);
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = line.get(column);
                String padding = " ".repeat(widths[column] - cell.length());
                text.append(column == 0 ? "" : GAP).append(rightAligned[column] ? padding + cell : cell + padding);
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
