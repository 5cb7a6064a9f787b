package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The table files of this package, each read when it is first needed. There are a handful of them. */
final class Tables {

    private static final Map<String, TsvTable> READ = new ConcurrentHashMap<>();

    private Tables() {}

    static TsvTable table(String name) {
        return READ.computeIfAbsent(name, file -> TsvTable.read(file, Tables.class.getResourceAsStream(file)));
    }

    /** The rows whose columns {@code first} and {@code last} take in a release. Looked up when a server is made. */
    static List<TsvTable.Row> rowsFor(String name, OpenSslRelease release) {
        return table(name).rows().stream()
                .filter(row -> release.isBetween(
                        OpenSslRelease.parse(row.text("first")), OpenSslRelease.parse(row.text("last"))))
                .toList();
    }
}
