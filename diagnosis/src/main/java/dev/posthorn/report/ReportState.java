package dev.posthorn.report;

import dev.posthorn.internal.json.JsonReader;
import dev.posthorn.internal.json.JsonWriter;
import java.util.List;

/** The totals, tables and histograms of a report: what is merged and written down without knowing what they mean. */
final class ReportState {

    private final Totals totals;
    private final List<CountTable> tables;
    private final List<Delays> delays;

    /** A histogram with its name. */
    record Delays(String name, DelayHistogram histogram) {}

    ReportState(Totals totals, List<CountTable> tables, List<Delays> delays) {
        this.totals = totals;
        this.tables = tables;
        this.delays = delays;
    }

    boolean isExact() {
        return tables.stream().allMatch(CountTable::isExact);
    }

    void merge(ReportState other) {
        totals.merge(other.totals);
        for (int i = 0; i < tables.size(); i++) {
            tables.get(i).merge(other.tables.get(i));
        }
        for (int i = 0; i < delays.size(); i++) {
            delays.get(i).histogram().merge(other.delays.get(i).histogram());
        }
    }

    void write(JsonWriter json) {
        json.name("totals");
        totals.write(json);
        json.name("tables").beginObject();
        for (CountTable table : tables) {
            json.name(table.name());
            write(table, json);
        }
        json.endObject();
        json.name("delays").beginObject();
        for (Delays named : delays) {
            json.name(named.name());
            named.histogram().write(json);
        }
        json.endObject();
    }

    private static void write(CountTable table, JsonWriter json) {
        json.beginObject().name("exact").value(table.isExact());
        json.name("total").value(table.total()).name("errorBound").value(table.errorBound());
        json.name("rows").beginArray();
        for (CountTable.Row row : table.rowsByKey()) {
            json.beginObject().name("key").beginArray();
            KeyBuilder.parts(row.key).forEach(json::value);
            json.endArray().name("weight").value(row.weight);
            for (Measure measure : table.measures()) {
                measure.write(table.value(row, measure), json);
            }
            json.endObject();
        }
        json.endArray().endObject();
    }

    /** Reads one of the members, if it is one of these. */
    void read(String member, JsonReader json) {
        switch (member) {
            case "totals" -> totals.read(json);
            case "tables" -> readTables(json);
            case "delays" -> readDelays(json);
            default -> json.skip();
        }
    }

    private void readTables(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            read(
                    tables.stream()
                            .filter(table -> table.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> json.wrong("a table that this report does not have")),
                    json);
        }
        json.endObject();
    }

    private void readDelays(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            delays.stream()
                    .filter(named -> named.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> json.wrong("delays that this report does not have"))
                    .histogram()
                    .read(json);
        }
        json.endObject();
    }

    private static void read(CountTable table, JsonReader json) {
        long total = 0;
        long errorBound = 0;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "total" -> total = json.count();
                case "errorBound" -> errorBound = json.count();
                case "rows" -> {
                    json.beginArray();
                    while (json.hasNext()) {
                        readRow(table, json);
                    }
                    json.endArray();
                }
                default -> json.skip();
            }
        }
        json.endObject();
        table.restore(total, errorBound);
    }

    /** Key and weight come first, as they were written. */
    private static void readRow(CountTable table, JsonReader json) {
        json.beginObject();
        byte[] key = {};
        if (json.hasNext() && json.name().equals("key")) {
            key = KeyBuilder.key(json.strings());
        }
        if (!json.hasNext() || !json.name().equals("weight")) {
            throw json.wrong("a row that does not begin with key and weight");
        }
        CountTable.Row row = table.restoreRow(key, json.count());
        while (json.hasNext()) {
            Measure measure = Measure.read(json, List.of(table.measures()));
            table.add(row, measure, measure.readValue(json));
        }
        json.endObject();
    }
}
