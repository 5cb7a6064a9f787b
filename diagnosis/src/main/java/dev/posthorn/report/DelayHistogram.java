package dev.posthorn.report;

import dev.posthorn.internal.json.JsonReader;
import dev.posthorn.internal.json.JsonWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How long things took: counts of delays, from which percentiles come.
 *
 * <p>Delays below 64 ms have a bucket each. From there on every power of two is divided into 32 buckets of equal width, as
 * in HdrHistogram's log-linear layout:
 *
 * <pre>
 *   delay          0 1 … 63 | 64–65 66–67 … 126–127 | 128–131 … | 256–263 …
 *   width of one          1 |        2              |    4      |    8
 * </pre>
 *
 * <p>A bucket is at most 1/32 of its least value wide, and {@link #percentile} answers with its middle: the answer is off by at
 * most {@link #RELATIVE_ERROR} of the true value. Count, sum and the longest delay are exact.
 *
 * <p>Merging adds the counts of equal buckets: associative and commutative without any reserve. Memory: up to 16 KiB. Not
 * safe for use by several threads.
 */
public final class DelayHistogram {

    /** By how much a percentile may be off, as a part of the true value. */
    public static final double RELATIVE_ERROR = 1.0 / 64;

    private static final int PARTS_BITS = 5;
    private static final int PARTS = 1 << PARTS_BITS;

    private long[] counts = {};
    private long count;
    private long sum;
    private long longest;

    DelayHistogram() {}

    /** Counts a delay; a negative one is none. */
    void add(long millis, long times) {
        if (millis >= 0) {
            addAt(bucketOf(millis), times);
            sum = Measure.sum(sum, Measure.product(millis, times));
            longest = Math.max(longest, millis);
        }
    }

    private void addAt(int bucket, long times) {
        if (bucket >= counts.length) {
            counts = Arrays.copyOf(counts, bucket + PARTS);
        }
        counts[bucket] = Measure.sum(counts[bucket], times);
        count = Measure.sum(count, times);
    }

    DelayHistogram copy() {
        DelayHistogram copy = new DelayHistogram();
        copy.merge(this);
        return copy;
    }

    void merge(DelayHistogram other) {
        for (int bucket = 0; bucket < other.counts.length; bucket++) {
            if (other.counts[bucket] > 0) {
                addAt(bucket, other.counts[bucket]);
            }
        }
        sum = Measure.sum(sum, other.sum);
        longest = Math.max(longest, other.longest);
    }

    /** The five bits below the highest one say which part of its power of two a delay is in: {@code 1ppppp…}. */
    static int bucketOf(long millis) {
        int shift = Math.max(0, 63 - PARTS_BITS - Long.numberOfLeadingZeros(millis));
        return (shift << PARTS_BITS) + (int) (millis >>> shift);
    }

    private static long leastOf(int bucket) {
        int shift = Math.max(0, (bucket >>> PARTS_BITS) - 1);
        return (long) (bucket - (shift << PARTS_BITS)) << shift;
    }

    private static long middleOf(int bucket) {
        int shift = Math.max(0, (bucket >>> PARTS_BITS) - 1);
        return leastOf(bucket) + ((1L << shift) - 1) / 2;
    }

    /**
     * How many delays were counted.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /**
     * The average.
     *
     * @return the mean of all delays, empty if there are none
     */
    public Optional<Duration> mean() {
        return count == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(sum / count));
    }

    /**
     * The longest delay.
     *
     * @return exactly the longest, empty if there is none
     */
    public Optional<Duration> longest() {
        return count == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(longest));
    }

    /**
     * The delay that a part of all delays did not exceed.
     *
     * @param percent 0 to 100: 50 asks for the median
     * @return the delay, within {@link #RELATIVE_ERROR} and a millisecond; empty if there is none
     * @throws IllegalArgumentException if {@code percent} is not between 0 and 100
     */
    public Optional<Duration> percentile(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("percent: " + percent + " is not between 0 and 100");
        }
        long rank = Math.max(1, (long) Math.ceil(percent / 100 * count));
        long passed = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            passed += counts[bucket];
            if (passed >= rank) {
                return Optional.of(Duration.ofMillis(Math.min(middleOf(bucket), longest)));
            }
        }
        return Optional.empty();
    }

    void write(JsonWriter json) {
        json.beginObject().name("count").value(count).name("sumMillis").value(sum);
        json.name("longestMillis").value(longest).name("buckets").beginArray();
        for (int bucket = 0; bucket < counts.length; bucket++) {
            if (counts[bucket] > 0) {
                json.beginArray().value(leastOf(bucket)).value(counts[bucket]).endArray();
            }
        }
        json.endArray().endObject();
    }

    void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "sumMillis" -> sum = json.count();
                case "longestMillis" -> longest = json.count();
                case "buckets" -> readBuckets(json);
                default -> json.skip();
            }
        }
        json.endObject();
    }

    private void readBuckets(JsonReader json) {
        json.beginArray();
        while (json.hasNext()) {
            json.beginArray();
            long least = json.element();
            addAt(bucketOf(least), json.element());
            json.endArray();
        }
        json.endArray();
    }

    /** Count, mean, and the percentiles that people ask for. */
    @Override
    public String toString() {
        return percentile(50)
                .map(median -> count + " delays, median " + DelayText.of(median)
                        + percentile(95).map(p -> ", 95 % " + DelayText.of(p)).orElse("")
                        + longest().map(p -> ", longest " + DelayText.of(p)).orElse(""))
                .orElse("no delays");
    }
}
