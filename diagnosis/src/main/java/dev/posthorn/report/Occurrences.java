package dev.posthorn.report;

/** Tables of what happens at a time: how often, when first, when last. */
final class Occurrences {

    static final Measure[] MEASURES = {Measure.COUNT, Measure.FIRST, Measure.LAST};

    private Occurrences() {}

    static void count(CountTable table, KeyBuilder what, long time, long times) {
        CountTable.Row row = table.count(what, times);
        table.add(row, Measure.COUNT, times);
        if (LogTime.isTime(time)) {
            table.add(row, Measure.FIRST, time);
            table.add(row, Measure.LAST, time);
        }
    }
}
