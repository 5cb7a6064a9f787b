package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a word from release to release. Reads the tables of all lines. */
final class WordHistory {

    private WordHistory() {}

    /** The ranges of releases in which a word is an alias or the name of a suite, in whatever build. */
    static List<String> releasesKnowing(String word) {
        List<String> ranges = new ArrayList<>();
        Optional<OpenSslRelease> first = Optional.empty();
        Optional<OpenSslRelease> last = Optional.empty();
        for (ReleaseBehaviour behaviour : ReleaseTables.behaviours()) {
            if (isKnown(word, behaviour)) {
                first = first.or(() -> Optional.of(behaviour.first()));
                last = Optional.of(behaviour.last());
            } else if (first.isPresent()) {
                ranges.add(range(first.get(), last.orElseThrow()));
                first = Optional.empty();
            }
        }
        if (first.isPresent()) {
            ranges.add(range(first.get(), last.orElseThrow()));
        }
        return List.copyOf(ranges);
    }

    private static boolean isKnown(String word, ReleaseBehaviour behaviour) {
        LineTables tables = ReleaseTables.tablesOf(behaviour);
        return tables.aliases(behaviour.first()).stream()
                        .anyMatch(alias -> alias.word().equals(word))
                || tables.suites(behaviour.first()).stream()
                        .anyMatch(suite -> suite.openSslName().equals(word) && !suite.isIn(OpenSslCipherSuite.TLS13));
    }

    /** What a word means, by range of releases; nothing if it means the same everywhere. */
    static Map<String, String> meaningsOf(String word) {
        return Meanings.BY_WORD.getOrDefault(word, Map.of());
    }

    private static String range(OpenSslRelease first, OpenSslRelease last) {
        return first.equals(last) ? first.toString() : first + " to " + last;
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Meanings {
        static final Map<String, Map<String, String>> BY_WORD = new LinkedHashMap<>();

        static {
            for (TsvTable.Row row : ReleaseTables.table("changed-meanings.tsv").rows()) {
                String range = range(OpenSslRelease.parse(row.text("first")), OpenSslRelease.parse(row.text("last")));
                BY_WORD.computeIfAbsent(row.text("word"), word -> new LinkedHashMap<>())
                        .put(range, row.text("meaning"));
            }
        }
    }
}
