package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The table files, each read when it is first needed. Rows say from which release until which they hold, so that one
 * file shows the whole truth of a line such as 1.0.1 and its letter releases.
 */
final class ReleaseTables {

    private static final Map<String, TsvTable> READ = new ConcurrentHashMap<>();

    private ReleaseTables() {}

    static TsvTable table(String name) {
        return READ.computeIfAbsent(name, file -> TsvTable.read(file, ReleaseTables.class.getResourceAsStream(file)));
    }

    /** How a release reads cipher strings, empty if there is no table for it. */
    static Optional<TsvTable.Row> behaviourOf(OpenSslRelease release) {
        return table("releases.tsv").rows().stream()
                .filter(row -> holds(row, "first", "last", release))
                .findFirst();
    }

    /** The rows of a table that hold for a release. */
    static List<TsvTable.Row> rowsOf(String name, OpenSslRelease release) {
        return table(name).rows().stream()
                .filter(row -> holds(row, "since", "until", release))
                .toList();
    }

    private static boolean holds(TsvTable.Row row, String first, String last, OpenSslRelease release) {
        return release.isBetween(OpenSslRelease.parse(row.text(first)), OpenSslRelease.parse(row.text(last)));
    }
}
