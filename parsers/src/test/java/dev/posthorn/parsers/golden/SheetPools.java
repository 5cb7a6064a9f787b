package dev.posthorn.parsers.golden;

import dev.posthorn.table.TsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values of {@code values.tsv} by pool. */
final class SheetPools {

    private final Map<String, List<String>> values = new TreeMap<>();

    SheetPools() {
        for (TsvTable.Row row : SheetLines.table("values.tsv").rows()) {
            values.computeIfAbsent(row.text("pool"), pool -> new ArrayList<>()).add(row.text("value"));
        }
    }

    List<String> of(String pool) {
        List<String> of = values.get(pool);
        if (of == null) {
            throw new IllegalArgumentException("there is no pool " + pool);
        }
        return of;
    }
}
