package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.table.TsvTable;

/**
 * A word as its table has it, before it is known whether the build knows the word.
 *
 * @param word the word
 * @param sets what it asks for
 * @param notDefault does it ask for the not-default mark?
 */
record AliasRow(String word, AttributeSets sets, boolean notDefault) {

    static AliasRow read(TsvTable.Row row, Vocabulary vocabulary) {
        if (row.text("alias").isEmpty()) {
            throw row.bad("alias", "is empty");
        }
        return new AliasRow(
                row.text("alias"), AttributeSets.read(row, Category.all(), vocabulary), row.flag("not_default"));
    }

    Alias alias(WordRules rules) {
        return new Alias(word, new Criteria(rules, sets, notDefault, null));
    }
}
