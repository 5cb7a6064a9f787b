package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.ArrayList;
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
        for (ReleaseBehaviour behaviour : behaviours()) {
            if (release.isBetween(behaviour.first(), behaviour.last())) {
                return Optional.of(behaviour);
            }
        }
        return Optional.empty();
    }

    static LineTables tablesOf(ReleaseBehaviour behaviour) {
        LineTables known = LINES.get(behaviour.line());
        if (known == null) {
            known = read(behaviour);
            LineTables others = LINES.putIfAbsent(behaviour.line(), known);
            known = others == null ? known : others;
        }
        return known;
    }

    static LineTables read(ReleaseBehaviour behaviour) {
        return new LineTables(
                behaviour.line(),
                table("ciphers-" + behaviour.line() + ".tsv"),
                table("aliases-" + behaviour.line() + ".tsv"),
                table("disabled-attributes.tsv"),
                table("base-order-" + behaviour.baseOrder() + ".tsv"));
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Behaviours {
        static final List<ReleaseBehaviour> ALL = read();

        private static List<ReleaseBehaviour> read() {
            List<ReleaseBehaviour> all = new ArrayList<>();
            for (TsvTable.Row row : table("releases.tsv").rows()) {
                all.add(ReleaseBehaviour.read(row));
            }
            return List.copyOf(all);
        }
    }
}
