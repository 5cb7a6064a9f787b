package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.BuildOption;
import dev.posthorn.table.TsvTable;
import java.util.Optional;
import java.util.Set;

/**
 * What a build cannot do for want of an option: a row of {@code disabled-attributes.tsv}.
 *
 * @param option the option, empty where no build of the release can do it
 * @param attributes the attributes that count as disabled
 */
record Lack(Optional<BuildOption> option, AttributeSets attributes) {

    static Lack read(TsvTable.Row row, Vocabulary vocabulary) {
        return new Lack(option(row), AttributeSets.read(row, Category.algorithms(), vocabulary));
    }

    private static Optional<BuildOption> option(TsvTable.Row row) {
        String word = row.text("option");
        return word.equals("never")
                ? Optional.empty()
                : Optional.of(row.known("option", BuildOption.forConfigureWord(word), "is not a build option"));
    }

    boolean concerns(Set<BuildOption> options) {
        return option.isEmpty() || !options.contains(option.get());
    }
}
