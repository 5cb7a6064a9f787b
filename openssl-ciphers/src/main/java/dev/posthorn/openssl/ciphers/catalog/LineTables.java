package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.table.TsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
            suites.add(dated.read(row, new OpenSslCipherSuite(row, vocabulary)));
        }
        for (TsvTable.Row row : words.rows()) {
            aliases.add(dated.read(row, AliasRow.read(row, vocabulary)));
        }
        for (TsvTable.Row row : disabled.rows()) {
            if (row.words("lines", ',').contains(line)) {
                lacks.add(Lack.read(row, vocabulary));
            }
        }
        for (TsvTable.Row row : baseOrder.rows()) {
            arrangement.add(ArrangingStep.read(row, vocabulary));
        }
        List<Object> ordinals = new ArrayList<>();
        List<Object> codePoints = new ArrayList<>();
        for (Dated<OpenSslCipherSuite> suite : suites) {
            ordinals.add(suite.value().ordinal());
            codePoints.add(suite.value().cipherSuite().codePoint());
        }
        requireUnique(ciphers, "ordinal", suites, ordinals);
        requireUnique(ciphers, "hex_code", suites, codePoints);
        List<Object> aliasWords = new ArrayList<>();
        for (Dated<AliasRow> alias : aliases) {
            aliasWords.add(alias.value().word());
        }
        requireUnique(words, "alias", aliases, aliasWords);
    }

    /** Rows of one key have to hold for different releases. */
    private static void requireUnique(
            TsvTable table, String column, List<? extends Dated<?>> values, List<Object> keys) {
        Map<Object, Integer> lastRowWith = new HashMap<>();
        int[] previousRowWith = new int[keys.size()];
        for (int row = 0; row < keys.size(); row++) {
            Integer previous = lastRowWith.put(keys.get(row), row);
            previousRowWith[row] = previous == null ? -1 : previous;
            for (int other = previousRowWith[row]; other >= 0; other = previousRowWith[other]) {
                if (values.get(other).overlaps(values.get(row))) {
                    throw table.rows().get(row).bad(column, "stands twice for one release");
                }
            }
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
