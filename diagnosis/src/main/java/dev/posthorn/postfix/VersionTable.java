package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A table whose rows hold for ranges of Postfix versions, some only when compiled with a recent enough OpenSSL. */
final class VersionTable {

    /** Of what came before, nothing is known. */
    private static final PostfixVersion OLDEST = new PostfixVersion(2, 2, 0);

    private final Map<String, List<Line>> lines = new LinkedHashMap<>();

    private VersionTable(TsvTable table, String keyColumn, Consumer<TsvTable.Row> check) {
        for (TsvTable.Row row : table.rows()) {
            check.accept(row);
            Line line = new Line(row);
            for (String key : keyColumn.isEmpty() ? List.of("") : row.words(keyColumn, ',')) {
                lines.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
            }
        }
    }

    /** A table whose rows are found by version alone. */
    static VersionTable read(String name, Consumer<TsvTable.Row> check) {
        return read(name, "", check);
    }

    /** A table in which a cell names the keys, separated by commas, that its row is about. */
    static VersionTable read(String name, String keyColumn, Consumer<TsvTable.Row> check) {
        return of(TsvTable.read(name, VersionTable.class.getResourceAsStream(name)), keyColumn, check);
    }

    /** The same of a table in memory; what its own columns hold the check looks at, which throws if it is no good. */
    static VersionTable of(TsvTable table, String keyColumn, Consumer<TsvTable.Row> check) {
        return new VersionTable(table, keyColumn, check);
    }

    /** All keys, in the order of the table. */
    List<String> keys() {
        return List.copyOf(lines.keySet());
    }

    /** The rows of a key that hold for a version, whatever it was compiled with; the first that fits counts. */
    List<Line> lines(String key, PostfixVersion version) {
        PostfixVersion known = version.isAtLeast(OLDEST) ? version : OLDEST;
        return lines.getOrDefault(key, List.of()).stream()
                .filter(line -> line.versions.contains(known))
                .toList();
    }

    /** The versions that have a key, in words. */
    List<VersionRanges> versionsOf(String key) {
        return lines.getOrDefault(key, List.of()).stream()
                .map(line -> line.versions)
                .toList();
    }

    /** The first row that holds. Headers of which nobody told are taken to be recent. */
    Optional<Line> find(String key, PostfixVersion version, Optional<OpenSslRelease> headers) {
        return lines(key, version).stream().filter(line -> line.fits(headers)).findFirst();
    }

    /** A cell with a release of OpenSSL; empty for {@code -}. */
    static Optional<OpenSslRelease> release(TsvTable.Row row, String column) {
        String text = row.text(column);
        try {
            return text.equals("-") ? Optional.empty() : Optional.of(OpenSslRelease.parse(text));
        } catch (IllegalArgumentException e) {
            throw becauseOf(e, row.bad(column, "is no release of OpenSSL"));
        }
    }

    private static IllegalStateException becauseOf(IllegalArgumentException cause, IllegalStateException bad) {
        bad.initCause(cause);
        return bad;
    }

    /** A row, and the conditions on it. */
    static final class Line {
        private final TsvTable.Row row;
        private final VersionRanges versions;
        private final Optional<OpenSslRelease> headers;

        Line(TsvTable.Row row) {
            this.row = row;
            this.versions = versions(row);
            this.headers = release(row, "headers");
        }

        private static VersionRanges versions(TsvTable.Row row) {
            try {
                return VersionRanges.parse(row.text("versions"));
            } catch (IllegalArgumentException e) {
                throw becauseOf(e, row.bad("versions", "is no set of Postfix versions"));
            }
        }

        TsvTable.Row row() {
            return row;
        }

        boolean fits(Optional<OpenSslRelease> compiledWith) {
            return headers.isEmpty()
                    || compiledWith.isEmpty()
                    || compiledWith.get().isAtLeast(headers.get());
        }

        /** What had to be assumed of the headers for this row to hold. */
        Optional<OpenSslRelease> assumedHeaders(Optional<OpenSslRelease> compiledWith) {
            return compiledWith.isPresent() ? Optional.empty() : headers;
        }
    }
}
