package dev.posthorn.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Counts by key in bounded memory: exact while there are no more keys than the limit, the frequent keys after that.
 *
 * <p>This is the summary of Misra and Gries (Finding repeated elements, 1982) in the buffered form of Anderson and others
 * (A high-performance algorithm for identifying frequent items in data streams, 2017). When a key too many comes, the
 * table keeps half of its limit: the weight of the greatest row that has to go is taken off all rows, and rows without
 * weight are dropped. What has been taken off so far is the {@link #errorBound()}. One reduction takes more than
 * {@code limit / 2} times as much off the total as it adds to the bound, hence
 *
 * <pre>  errorBound() <= total() / (limit / 2 + 1)</pre>
 *
 * <p>A key was counted at least as often as its row says, and at most {@code weight + errorBound()} times; one without a row
 * at most {@code errorBound()} times. So every key that came more often than that has a row.
 *
 * <p>Merging adds rows, totals and bounds and reduces by the same rule. In which sense that is associative: while the keys
 * of all parts together do not exceed the limit, exactly, in any order and grouping, and {@link #isExact()} says so for any
 * of them or for none. Beyond the limit the rows can differ from grouping to grouping, but the total is the same, and the
 * inequalities above hold for all of them (Agarwal and others, Mergeable summaries, 2012, section 2). Merging is
 * commutative always: the rule looks at the sum of both tables only.
 *
 * <p>Not safe for use by several threads.
 */
final class CountTable {

    /** Whoever writes into a log must not know which keys collide. */
    private static final long SECRET = ThreadLocalRandom.current().nextLong();

    private static final int FIRST_CAPACITY = 16;

    private final String name;
    private final int limit;
    private final Measure[] measures;

    /** Where a measure stands in a row. */
    private final Map<Measure, Integer> columns = new EnumMap<>(Measure.class);

    private @Nullable Row[] buckets = new @Nullable Row[FIRST_CAPACITY];
    private int size;
    private long total;
    private long errorBound;

    /** What is known of one key. */
    static final class Row {

        final byte[] key;
        final long hash;
        final long[] values;
        long weight;

        @Nullable
        Row next;

        Row(byte[] key, long hash, long[] values) {
            this.key = key;
            this.hash = hash;
            this.values = values;
        }
    }

    CountTable(String name, int limit, Measure... measures) {
        this.name = name;
        this.limit = limit;
        this.measures = measures;
        for (int column = 0; column < measures.length; column++) {
            columns.put(measures[column], column);
        }
    }

    String name() {
        return name;
    }

    int limit() {
        return limit;
    }

    Measure[] measures() {
        return measures;
    }

    int size() {
        return size;
    }

    /** How often something was counted, whatever its key. */
    long total() {
        return total;
    }

    /** By how much a count may be too low; 0 while counts are exact. */
    long errorBound() {
        return errorBound;
    }

    boolean isExact() {
        return errorBound == 0;
    }

    /**
     * Counts a key.
     *
     * @param times how often it came, at least 1
     * @return its row, for the measures; new if need be, and not part of the table if there was no room for it
     */
    Row count(KeyBuilder key, long times) {
        return count(key.bytes(), 0, key.length(), times);
    }

    Row count(byte[] bytes, int from, int to, long times) {
        long hash = hash(bytes, from, to);
        Row row = find(bytes, from, to, hash);
        if (row == null) {
            row = insert(Arrays.copyOfRange(bytes, from, to), hash);
        }
        row.weight = Measure.sum(row.weight, times);
        total = Measure.sum(total, times);
        if (size > limit) {
            reduce();
        }
        return row;
    }

    /** Adds to a measure of a row. */
    void add(Row row, Measure measure, long value) {
        int column = column(measure);
        row.values[column] = measure.combine(row.values[column], value);
    }

    long value(Row row, Measure measure) {
        return row.values[column(measure)];
    }

    private int column(Measure measure) {
        Integer column = columns.get(measure);
        if (column == null) {
            throw new IllegalArgumentException(name + " does not measure " + measure);
        }
        return column;
    }

    /** The row of a key, if it has one. */
    @Nullable
    Row find(byte[] bytes, int from, int to) {
        return find(bytes, from, to, hash(bytes, from, to));
    }

    private @Nullable Row find(byte[] bytes, int from, int to, long hash) {
        Row row = buckets[bucket(hash, buckets.length)];
        while (row != null && !(row.hash == hash && Arrays.equals(row.key, 0, row.key.length, bytes, from, to))) {
            row = row.next;
        }
        return row;
    }

    private Row insert(byte[] key, long hash) {
        long[] values = new long[measures.length];
        for (int column = 0; column < values.length; column++) {
            values[column] = measures[column].neutral();
        }
        Row row = new Row(key, hash, values);
        if (size >= buckets.length) {
            rehash(2 * buckets.length);
        }
        link(row);
        size++;
        return row;
    }

    private void link(Row row) {
        int bucket = bucket(row.hash, buckets.length);
        row.next = buckets[bucket];
        buckets[bucket] = row;
    }

    private void rehash(int capacity) {
        List<Row> rows = rows();
        buckets = new @Nullable Row[capacity];
        rows.forEach(this::link);
    }

    private static int bucket(long hash, int capacity) {
        return (int) (hash >>> 32) & (capacity - 1);
    }

    /** One multiplication and one fold for each byte, from a secret start. */
    private static long hash(byte[] bytes, int from, int to) {
        long hash = SECRET;
        for (int at = from; at < to; at++) {
            hash = (hash ^ bytes[at]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private void reduce() {
        List<Row> rows = rows();
        long[] weights = rows.stream().mapToLong(row -> row.weight).sorted().toArray();
        long taken = weights[weights.length - limit / 2 - 1];
        errorBound = Measure.sum(errorBound, taken);
        Arrays.fill(buckets, null);
        size = 0;
        for (Row row : rows) {
            row.weight -= taken;
            if (row.weight > 0) {
                link(row);
                size++;
            }
        }
    }

    /**
     * Takes the counts of another table in. The other one stays as it is.
     *
     * @throws IllegalArgumentException if the tables do not count the same
     */
    void merge(CountTable other) {
        if (!Arrays.equals(measures, other.measures) || !name.equals(other.name) || limit != other.limit) {
            throw new IllegalArgumentException(name + " and " + other.name + " do not count the same");
        }
        for (Row theirs : other.rows()) {
            Row row = find(theirs.key, 0, theirs.key.length, theirs.hash);
            if (row == null) {
                row = insert(theirs.key, theirs.hash);
            }
            row.weight = Measure.sum(row.weight, theirs.weight);
            for (int column = 0; column < measures.length; column++) {
                row.values[column] = measures[column].combine(row.values[column], theirs.values[column]);
            }
        }
        total = Measure.sum(total, other.total);
        errorBound = Measure.sum(errorBound, other.errorBound);
        if (size > limit) {
            reduce();
        }
    }

    /** All rows, in no order. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>(size);
        for (Row first : buckets) {
            for (Row row = first; row != null; row = row.next) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** All rows, those first whose measure is greatest; equal ones in the order of their keys. */
    List<Row> rowsBy(Measure measure) {
        int column = column(measure);
        List<Row> rows = rows();
        rows.sort(Comparator.comparingLong((Row row) -> row.values[column])
                .reversed()
                .thenComparing(row -> row.key, Arrays::compareUnsigned));
        return rows;
    }

    /** All rows in the order of their keys. */
    List<Row> rowsByKey() {
        List<Row> rows = rows();
        rows.sort(Comparator.comparing(row -> row.key, Arrays::compareUnsigned));
        return Collections.unmodifiableList(rows);
    }

    /** Takes over what was written down. */
    void restore(long newTotal, long newErrorBound) {
        total = newTotal;
        errorBound = newErrorBound;
    }

    /** Takes over a row that was written down. */
    Row restoreRow(byte[] key, long weight) {
        long hash = hash(key, 0, key.length);
        if (weight < 1 || size >= limit || find(key, 0, key.length, hash) != null) {
            throw new IllegalArgumentException(name + " has a row twice, too many rows, or one without weight");
        }
        Row row = insert(key, hash);
        row.weight = weight;
        return row;
    }
}
