package dev.posthorn.report;

import dev.posthorn.internal.json.JsonReader;
import dev.posthorn.internal.json.JsonWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Numbers without a key, exact always. Merging is associative and commutative. Not safe for use by several threads. */
final class Totals {

    private final Measure[] measures;
    private final Map<Measure, Integer> columns = new EnumMap<>(Measure.class);
    private final long[] values;

    Totals(Measure... measures) {
        this.measures = measures;
        values = new long[measures.length];
        for (int column = 0; column < measures.length; column++) {
            columns.put(measures[column], column);
            values[column] = measures[column].neutral();
        }
    }

    void add(Measure measure, long value) {
        int column = column(measure);
        values[column] = measure.combine(values[column], value);
    }

    long value(Measure measure) {
        return values[column(measure)];
    }

    private int column(Measure measure) {
        Integer column = columns.get(measure);
        if (column == null) {
            throw new IllegalArgumentException("there is no total of " + measure);
        }
        return column;
    }

    void merge(Totals other) {
        for (Measure measure : measures) {
            add(measure, other.value(measure));
        }
    }

    void write(JsonWriter json) {
        json.beginObject();
        for (Measure measure : measures) {
            measure.write(value(measure), json);
        }
        json.endObject();
    }

    void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            Measure measure = Measure.read(json, Arrays.asList(measures));
            add(measure, measure.readValue(json));
        }
        json.endObject();
    }
}
