package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The table files of this package, each read when it is first needed. There are a handful of them. */
final class Tables {

    private static final Map<String, TsvTable> READ = new ConcurrentHashMap<>();
    private static final Map<String, List<RangedRow>> RANGED = new ConcurrentHashMap<>();

    private Tables() {}

    static TsvTable table(String name) {
        return READ.computeIfAbsent(name, file -> TsvTable.read(file, Tables.class.getResourceAsStream(file)));
    }

    /**
     * The rows whose columns {@code first} and {@code last} take in a release. Looked up when a server is made, from ranges
     * read once: nothing is kept per release, of which a caller may name any number.
     */
    static List<TsvTable.Row> rowsFor(String name, OpenSslRelease release) {
        return RANGED.computeIfAbsent(name, Tables::ranges).stream()
                .filter(ranged -> release.isBetween(ranged.first(), ranged.last()))
                .map(RangedRow::row)
                .toList();
    }

    private static List<RangedRow> ranges(String name) {
        return table(name).rows().stream().map(RangedRow::of).toList();
    }

    /** A row and the releases it speaks of. */
    private record RangedRow(OpenSslRelease first, OpenSslRelease last, TsvTable.Row row) {

        static RangedRow of(TsvTable.Row row) {
            return new RangedRow(release(row, "first"), release(row, "last"), row);
        }

        private static OpenSslRelease release(TsvTable.Row row, String column) {
            try {
                return OpenSslRelease.parse(row.text(column));
            } catch (IllegalArgumentException e) {
                IllegalStateException bad = row.bad(column, "is no release");
                bad.initCause(e);
                throw bad;
            }
        }
    }
}
