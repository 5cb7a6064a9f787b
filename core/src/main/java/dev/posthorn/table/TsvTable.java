package dev.posthorn.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table in memory: named columns, rows of text, each row knowing the line it came from. */
public final class TsvTable {

    private final Header header;
    private final List<Row> rows;

    private TsvTable(Header header, List<Row> rows) {
        this.header = header;
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
            return parse(name, new String(bytes(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }

    /** Tables are files of known size, in a jar or not; then the bytes fit at once and nothing is copied. */
    private static byte[] bytes(InputStream in) throws IOException {
        byte[] expected = new byte[in.available()];
        int length = in.readNBytes(expected, 0, expected.length);
        int next = in.read();
        if (next < 0 && length == expected.length) {
            return expected;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(expected, 0, length);
        if (next >= 0) {
            all.write(next);
            in.transferTo(all);
        }
        return all.toByteArray();
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
        @Nullable Header header = null;
        List<Row> rows = new ArrayList<>();
        Map<String, String> pool = new HashMap<>();
        int lineNumber = 0;
        for (int from = 0; from <= text.length(); ) {
            int to = endOfLine(text, from);
            lineNumber++;
            if (to > from && text.charAt(from) != '#') {
                List<String> cells = cells(text, from, to, pool);
                if (header == null) {
                    header = new Header(name, cells);
                } else if (cells.size() == header.columns.size()) {
                    rows.add(new Row(header, lineNumber, cells));
                } else {
                    throw new IllegalStateException(name + ":" + lineNumber + ": " + cells.size()
                            + " cells where the header names " + header.columns.size() + " columns");
                }
            }
            from = to + 1;
        }
        if (header == null) {
            throw new IllegalStateException(name + ": no header line");
        }
        return new TsvTable(header, List.copyOf(rows));
    }

    private static int endOfLine(String text, int from) {
        int to = text.indexOf('\n', from);
        return to < 0 ? text.length() : to;
    }

    /** Each text is kept once: most cells of a table say what others say, and a catalogue keeps them. */
    private static List<String> cells(String text, int from, int to, Map<String, String> pool) {
        List<String> cells = new ArrayList<>();
        for (int cellFrom = from; cellFrom <= to; ) {
            int tab = text.indexOf('\t', cellFrom);
            int cellTo = tab < 0 || tab > to ? to : tab;
            String cell = text.substring(cellFrom, cellTo);
            String seen = pool.putIfAbsent(cell, cell);
            cells.add(seen == null ? cell : seen);
            cellFrom = cellTo + 1;
        }
        return List.copyOf(cells);
    }

    /** What the rows of a table share: what it is called, and where each column stands. */
    private static final class Header {
        final String table;
        final List<String> columns;
        final Map<String, Integer> indexes = new HashMap<>();

        Header(String table, List<String> columns) {
            this.table = table;
            this.columns = columns;
            for (int index = columns.size() - 1; index >= 0; index--) {
                indexes.put(columns.get(index), index);
            }
        }
    }

    /**
     * What error messages call this table.
     *
     * @return the name given when it was read
     */
    public String name() {
        return header.table;
    }

    /**
     * The header.
     *
     * @return the column names in file order
     */
    public List<String> columns() {
        return header.columns;
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

        private final Header header;
        private final int lineNumber;
        private final List<String> cells;

        private Row(Header header, int lineNumber, List<String> cells) {
            this.header = header;
            this.lineNumber = lineNumber;
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
            Integer index = header.indexes.get(column);
            if (index == null) {
                throw new IllegalStateException(
                        header.table + ": no column \"" + column + "\" among " + header.columns);
            }
            return cells.get(index);
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
         * What a cell names, which has to exist.
         *
         * @param <T> the type of what it names
         * @param column the column's name
         * @param named what was found under the cell's text
         * @param complaint what is wrong with the cell if that is nothing, as in "is not a key exchange"
         * @return what was found
         * @throws IllegalStateException if nothing was
         */
        public <T> T known(String column, Optional<T> named, String complaint) {
            if (named.isEmpty()) {
                throw bad(column, complaint);
            }
            return named.get();
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
                    header.table + ":" + lineNumber + ": " + column + " \"" + text(column) + "\" " + complaint);
        }
    }
}
