package dev.posthorn.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table in memory: named columns, rows of text, each row knowing the line it came from. */
public final class TsvTable {

    private final String name;
    private final List<String> columns;
    private final List<Row> rows;

    private TsvTable(String name, List<String> columns, List<Row> rows) {
        this.name = name;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Reads a resource of the calling module, which has to open the stream itself: a module's resources are its own.
     *
     * @param name the resource's name, for error messages
     * @param in its bytes, or {@code null} if there is no such resource; closed here
     * @return the table
     * @throws IllegalStateException if there is no such resource or it is not a table
     */
    @SuppressWarnings("exports") // A compile-only annotation: callers need not have it.
    public static TsvTable read(String name, @Nullable InputStream in) {
        if (in == null) {
            throw new IllegalStateException(name + ": no such table");
        }
        try (in) {
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }

    /**
     * Reads a table from its text.
     *
     * @param name what error messages call it
     * @param text comment lines, header and rows
     * @return the table
     * @throws IllegalStateException if there is no header, or a row has more or fewer cells than the header
     */
    public static TsvTable parse(String name, String text) {
        @Nullable List<String> columns = null;
        List<Row> rows = new ArrayList<>();
        CellPool pool = new CellPool();
        int lineNumber = 0;
        for (int from = 0; from <= text.length(); ) {
            int to = endOfLine(text, from);
            lineNumber++;
            if (to > from && text.charAt(from) != '#') {
                String[] cells = cells(text, from, to, pool);
                if (columns == null) {
                    columns = List.of(cells);
                } else if (cells.length == columns.size()) {
                    rows.add(new Row(name, lineNumber, columns, cells));
                } else {
                    throw new IllegalStateException(name + ":" + lineNumber + ": " + cells.length
                            + " cells where the header names " + columns.size() + " columns");
                }
            }
            from = to + 1;
        }
        if (columns == null) {
            throw new IllegalStateException(name + ": no header line");
        }
        return new TsvTable(name, columns, List.copyOf(rows));
    }

    private static int endOfLine(String text, int from) {
        int to = text.indexOf('\n', from);
        return to < 0 ? text.length() : to;
    }

    private static String[] cells(String text, int from, int to, CellPool pool) {
        int count = 1;
        for (int i = from; i < to; i++) {
            count += text.charAt(i) == '\t' ? 1 : 0;
        }
        String[] cells = new String[count];
        int cellFrom = from;
        for (int cell = 0; cell < count; cell++) {
            int tab = text.indexOf('\t', cellFrom);
            int cellTo = tab < 0 || tab > to ? to : tab;
            cells[cell] = pool.cut(text, cellFrom, cellTo);
            cellFrom = cellTo + 1;
        }
        return cells;
    }

    /**
     * What error messages call this table.
     *
     * @return the name given when it was read
     */
    public String name() {
        return name;
    }

    /**
     * The header.
     *
     * @return the column names in file order
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * The rows.
     *
     * @return an immutable list in file order
     */
    public List<Row> rows() {
        return rows;
    }

    /** One row; cells are found by column name. */
    public static final class Row {

        private final String table;
        private final int lineNumber;
        private final List<String> columns;
        private final String[] cells;

        /** Takes the array over. */
        private Row(String table, int lineNumber, List<String> columns, String[] cells) {
            this.table = table;
            this.lineNumber = lineNumber;
            this.columns = columns;
            this.cells = cells;
        }

        /**
         * A cell as it stands.
         *
         * @param column the column's name
         * @return the text, possibly empty
         * @throws IllegalStateException if the table has no such column
         */
        public String text(String column) {
            int index = columns.indexOf(column);
            if (index < 0) {
                throw new IllegalStateException(table + ": no column \"" + column + "\" among " + columns);
            }
            return cells[index];
        }

        /**
         * A cell that holds a decimal number.
         *
         * @param column the column's name
         * @return the number
         * @throws IllegalStateException if the cell is not a number
         */
        public int integer(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                IllegalStateException bad = bad(column, "is not a decimal number");
                bad.initCause(e);
                throw bad;
            }
        }

        /**
         * A cell that says yes or no.
         *
         * @param column the column's name
         * @return true for {@code yes}, false for {@code no}
         * @throws IllegalStateException if the cell says anything else
         */
        public boolean flag(String column) {
            return switch (text(column)) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw bad(column, "is neither yes nor no");
            };
        }

        /**
         * A cell that holds several words.
         *
         * @param column the column's name
         * @param separator what stands between the words
         * @return the words in order; none for an empty cell
         */
        public List<String> words(String column, char separator) {
            String text = text(column);
            if (text.indexOf(separator) < 0) {
                return text.isEmpty() ? List.of() : List.of(text);
            }
            List<String> words = new ArrayList<>();
            int from = 0;
            for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
                words.add(text.substring(from, to));
                from = to + 1;
            }
            words.add(text.substring(from));
            return List.copyOf(words);
        }

        /**
         * The error to throw when a cell does not mean what it should.
         *
         * @param column the column's name
         * @param complaint what is wrong with it, as in "is not a number"
         * @return an exception naming table, line, column and text
         */
        public IllegalStateException bad(String column, String complaint) {
            return new IllegalStateException(
                    table + ":" + lineNumber + ": " + column + " \"" + text(column) + "\" " + complaint);
        }
    }
}
