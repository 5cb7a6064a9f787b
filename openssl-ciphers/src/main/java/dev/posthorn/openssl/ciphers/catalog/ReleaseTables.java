package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The table files, each read when it is first needed. What is kept is what the rows say; their text is not.
 *
 * <p>One file shows the whole truth of a line such as 1.0.1 and its letter releases: rows say from which release until
 * which they hold.
 */
final class ReleaseTables {

    private static final Map<String, LineTables> LINES = new ConcurrentHashMap<>();

    private ReleaseTables() {}

    static TsvTable table(String name) {
        return TsvTable.read(name, ReleaseTables.class.getResourceAsStream(name));
    }

    /** How the releases read cipher strings, oldest first. */
    static List<ReleaseBehaviour> behaviours() {
        return Behaviours.ALL;
    }

    /** How a release reads cipher strings, empty if there is no table for it. */
    static Optional<ReleaseBehaviour> behaviourOf(OpenSslRelease release) {
        return behaviours().stream()
                .filter(behaviour -> release.isBetween(behaviour.first(), behaviour.last()))
                .findFirst();
    }

    static LineTables tablesOf(ReleaseBehaviour behaviour) {
        return LINES.computeIfAbsent(
                behaviour.line(),
                line -> new LineTables(
                        line,
                        table("ciphers-" + line + ".tsv"),
                        table("aliases-" + line + ".tsv"),
                        table("disabled-attributes.tsv"),
                        table("base-order-" + behaviour.baseOrder() + ".tsv")));
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Behaviours {
        static final List<ReleaseBehaviour> ALL = table("releases.tsv").rows().stream()
                .map(ReleaseBehaviour::read)
                .toList();
    }
}
