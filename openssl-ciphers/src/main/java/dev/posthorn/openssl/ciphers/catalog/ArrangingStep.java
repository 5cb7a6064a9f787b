package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.openssl.ciphers.internal.PreferenceList;
import dev.posthorn.table.TsvTable;
import java.util.List;

/**
 * One step from the reversed tables to the base order: a row of a {@code base-order} table.
 *
 * @param operation what it does
 * @param asked to the suites with which attributes
 */
record ArrangingStep(Operation operation, AttributeSets asked) {

    /** The operations, named as the table names them. */
    enum Operation {
        ADD,
        DELETE,
        ORDER,
        BUMP,
        STRENGTH
    }

    static ArrangingStep read(TsvTable.Row row, Vocabulary vocabulary) {
        Operation operation = switch (row.text("operator")) {
            case "add" -> Operation.ADD;
            case "delete" -> Operation.DELETE;
            case "order" -> Operation.ORDER;
            case "bump" -> Operation.BUMP;
            case "strength" -> Operation.STRENGTH;
            default -> throw row.bad("operator", "is not an operation on the list");
        };
        return new ArrangingStep(operation, AttributeSets.read(row, Category.arranging(), vocabulary));
    }

    /** Runs the step on a list whose entries are positions in the index. */
    void run(PreferenceList list, AttributeIndex index, List<SuiteSet> strengths) {
        SuiteSet matching = index.satisfying(asked);
        switch (operation) {
            case ADD -> list.add(matching);
            case DELETE -> list.delete(matching);
            case ORDER -> list.order(matching);
            case BUMP -> list.bump(matching);
            case STRENGTH -> list.sortByStrength(strengths);
        }
    }
}
