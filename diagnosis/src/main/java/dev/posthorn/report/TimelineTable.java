package dev.posthorn.report;

import dev.posthorn.internal.json.JsonReader;
import dev.posthorn.internal.json.JsonWriter;
import dev.posthorn.mail.TlsRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts handshakes by period, role and result in bounded memory, exact always: when there are more periods than the limit,
 * they become longer ones.
 *
 * <p>The step is the shortest with which all periods of the log fit. A part of the log cannot need a longer one than the
 * whole, so merging is associative and commutative. Not safe for use by several threads.
 */
final class TimelineTable {

    private static final List<TlsRole> ROLES = List.of(TlsRole.values());
    private static final List<HandshakeResult> RESULTS = List.of(HandshakeResult.values());
    private static final long[] NO_PERIOD = {};

    private final int limit;
    private TimeStep step = TimeStep.HOUR;
    private SortedMap<Long, long[]> periods = new TreeMap<>();

    /** Lines come hour by hour: the period of the line before is nearly always that of the next. */
    private long latestStart = LogTime.NONE;

    private long[] latest = NO_PERIOD;

    TimelineTable(int limit) {
        this.limit = limit;
    }

    void count(long time, TlsRole role, HandshakeResult result, long times) {
        if (!LogTime.isTime(time)) {
            return;
        }
        long start = step.start(time);
        if (start != latestStart) {
            latest = periods.computeIfAbsent(start, unused -> new long[ROLES.size() * RESULTS.size()]);
            latestStart = start;
        }
        int column = column(role, result);
        latest[column] = Measure.sum(latest[column], times);
        fit();
    }

    private static int column(TlsRole role, HandshakeResult result) {
        return ROLES.indexOf(role) * RESULTS.size() + RESULTS.indexOf(result);
    }

    private void fit() {
        while (periods.size() > limit) {
            use(step.coarser());
        }
    }

    private void use(TimeStep coarser) {
        SortedMap<Long, long[]> longer = new TreeMap<>();
        periods.forEach((start, counts) -> longer.merge(coarser.start(start), counts, TimelineTable::sum));
        periods = longer;
        step = coarser;
        latestStart = LogTime.NONE;
    }

    private static long[] sum(long[] one, long[] other) {
        long[] sum = one.clone();
        Arrays.setAll(sum, column -> Measure.sum(one[column], other[column]));
        return sum;
    }

    void merge(TimelineTable other) {
        while (step.compareTo(other.step) < 0) {
            use(step.coarser());
        }
        other.periods.forEach((start, counts) -> periods.merge(step.start(start), counts.clone(), TimelineTable::sum));
        latestStart = LogTime.NONE;
        fit();
    }

    TlsTimeline timeline() {
        List<TlsPeriod> values = new ArrayList<>();
        for (TlsRole role : List.of(TlsRole.SERVER, TlsRole.CLIENT)) {
            periods.forEach((start, counts) -> {
                Map<HandshakeResult, Long> byResult = new EnumMap<>(HandshakeResult.class);
                for (HandshakeResult result : RESULTS) {
                    long count = counts[column(role, result)];
                    if (count > 0) {
                        byResult.put(result, count);
                    }
                }
                if (!byResult.isEmpty()) {
                    values.add(new TlsPeriod(step.text(start), role, byResult));
                }
            });
        }
        return new TlsTimeline(step, values);
    }

    /** The start of a period as a number stands for it, so that the form is the same for all steps. */
    void write(JsonWriter json) {
        json.beginObject().name("step").value(step.name()).name("periods").beginArray();
        periods.forEach((start, counts) -> {
            json.beginObject().name("start").value(start);
            for (TlsRole role : ROLES) {
                for (HandshakeResult result : RESULTS) {
                    long count = counts[column(role, result)];
                    if (count > 0) {
                        json.name(role.name() + " " + result.word()).value(count);
                    }
                }
            }
            json.endObject();
        });
        json.endArray().endObject();
    }

    void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "step" -> use(TimeStep.valueOf(json.string()));
                case "periods" -> {
                    json.beginArray();
                    while (json.hasNext()) {
                        readPeriod(json);
                    }
                    json.endArray();
                }
                default -> json.skip();
            }
        }
        json.endObject();
    }

    private void readPeriod(JsonReader json) {
        json.beginObject();
        if (!json.hasNext() || !json.name().equals("start")) {
            throw json.wrong("a period that does not begin with its start");
        }
        long start = json.count();
        long[] counts = new long[ROLES.size() * RESULTS.size()];
        while (json.hasNext()) {
            counts[column(json)] = json.count();
        }
        json.endObject();
        if (step.start(start) != start || start > LogTime.of(9999, 12, 31, 23, 59, 60) || periods.size() >= limit) {
            throw json.wrong("a period that does not start there, or one too many");
        }
        periods.merge(start, counts, TimelineTable::sum);
    }

    private static int column(JsonReader json) {
        String name = json.name();
        for (TlsRole role : ROLES) {
            for (HandshakeResult result : RESULTS) {
                if (name.equals(role.name() + " " + result.word())) {
                    return column(role, result);
                }
            }
        }
        throw json.wrong("a result that this report does not have");
    }
}
