package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The tables of one line of releases, such as 1.0.1, read and checked: what its letter releases choose their rows from.
 * Immutable, and shared by all catalogues of the line.
 */
final class LineTables {

    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Dated<OpenSslCipherSuite>> suites = new ArrayList<>();
    private final List<Dated<AliasRow>> aliases = new ArrayList<>();
    private final List<Lack> lacks = new ArrayList<>();
    private final List<ArrangingStep> arrangement = new ArrayList<>();

    LineTables(String line, TsvTable ciphers, TsvTable words, TsvTable disabled, TsvTable baseOrder) {
        Dated.Reader dated = new Dated.Reader();
        for (TsvTable.Row row : ciphers.rows()) {
            suites.add(dated.read(row, suite -> new OpenSslCipherSuite(suite, vocabulary)));
        }
        for (TsvTable.Row row : words.rows()) {
            aliases.add(dated.read(row, alias -> AliasRow.read(alias, vocabulary)));
        }
        for (TsvTable.Row row : disabled.rows()) {
            if (row.words("lines", ',').contains(line)) {
                lacks.add(Lack.read(row, vocabulary));
            }
        }
        for (TsvTable.Row row : baseOrder.rows()) {
            arrangement.add(ArrangingStep.read(row, vocabulary));
        }
        requireUnique(ciphers, "ordinal", suites, OpenSslCipherSuite::ordinal);
        requireUnique(ciphers, "hex_code", suites, OpenSslCipherSuite::cipherSuite);
        requireUnique(words, "alias", aliases, AliasRow::word);
    }

    private static <T> void requireUnique(
            TsvTable table, String column, List<Dated<T>> values, Function<T, Object> key) {
        Map<Object, List<Dated<T>>> seen = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Dated<T> value = values.get(i);
            List<Dated<T>> sameKey = seen.computeIfAbsent(key.apply(value.value()), any -> new ArrayList<>());
            if (sameKey.stream().anyMatch(value::overlaps)) {
                throw table.rows().get(i).bad(column, "stands twice for one release");
            }
            sameKey.add(value);
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<OpenSslCipherSuite> suites(OpenSslRelease release) {
        return valuesFor(release, suites);
    }

    List<AliasRow> aliases(OpenSslRelease release) {
        return valuesFor(release, aliases);
    }

    List<Lack> lacks() {
        return lacks;
    }

    List<ArrangingStep> arrangement() {
        return arrangement;
    }

    private static <T> List<T> valuesFor(OpenSslRelease release, List<Dated<T>> values) {
        List<T> holding = new ArrayList<>();
        for (Dated<T> value : values) {
            if (value.holdsFor(release)) {
                holding.add(value.value());
            }
        }
        return List.copyOf(holding);
    }
}
