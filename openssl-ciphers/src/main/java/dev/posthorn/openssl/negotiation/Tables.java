package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The table files of this package, each read when it is first needed. */
final class Tables {

    private static final Map<String, TsvTable> READ = new ConcurrentHashMap<>();

    private static final Map<String, List<TsvTable.Row>> SELECTED = new ConcurrentHashMap<>();

    private Tables() {}

    static TsvTable table(String name) {
        return READ.computeIfAbsent(name, file -> TsvTable.read(file, Tables.class.getResourceAsStream(file)));
    }

    /** The rows whose columns {@code first} and {@code last} take in a release, found once per release. */
    static List<TsvTable.Row> rowsFor(String name, OpenSslRelease release) {
        return SELECTED.computeIfAbsent(
                name + " " + release.withoutSuffix(),
                key -> table(name).rows().stream()
                        .filter(row -> release.isBetween(
                                OpenSslRelease.parse(row.text("first")), OpenSslRelease.parse(row.text("last"))))
                        .toList());
    }
}
