package dev.posthorn.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.internal.json.JsonWriter;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DelayHistogramTest {

    @Property(tries = 500)
    void percentile_ofAnyDelays_isWithinTheStatedError(
            @ForAll @Size(min = 1, max = 50) List<@LongRange(min = 0, max = 500_000_000L) Long> delays,
            @ForAll @IntRange(max = 100) int percent) {
        long told = histogram(delays).percentile(percent).orElseThrow().toMillis();

        List<Long> sorted = delays.stream().sorted().toList();
        long rank = Math.max(1, (long) Math.ceil(percent / 100.0 * sorted.size()));
        long truth = sorted.get((int) rank - 1);
        assertThat(Math.abs(told - truth)).isLessThanOrEqualTo((long) Math.ceil(truth * DelayHistogram.RELATIVE_ERROR));
    }

    @Property(tries = 200)
    void parts_inAnyGrouping_areTheWhole(
            @ForAll @Size(min = 1, max = 9) List<@Size(max = 5) List<@LongRange(min = 0, max = 100_000) Long>> parts,
            @ForAll long seed) {
        DelayHistogram merged =
                MergeTree.fold(parts.stream().map(DelayHistogramTest::histogram).toList(), seed, (one, other) -> {
                    DelayHistogram both = one.copy();
                    both.merge(other);
                    return both;
                });

        DelayHistogram whole = histogram(parts.stream().flatMap(List::stream).toList());
        assertThat(json(merged)).isEqualTo(json(whole));
    }

    @Property(tries = 300)
    void bucket_ofAnyDelay_growsWithIt(@ForAll @LongRange(min = 0) long millis) {
        assertThat(DelayHistogram.bucketOf(millis)).isBetween(0, 2_000);
        assertThat(DelayHistogram.bucketOf(Math.max(millis, millis + 1)))
                .isGreaterThanOrEqualTo(DelayHistogram.bucketOf(millis));
    }

    @Test
    void delaysBelow64Milliseconds_areExact() {
        DelayHistogram histogram = histogram(List.of(5L, 7L, 63L));

        assertThat(histogram.percentile(50)).contains(Duration.ofMillis(7));
        assertThat(histogram.percentile(100)).contains(Duration.ofMillis(63));
        assertThat(histogram.mean()).contains(Duration.ofMillis(25));
        assertThat(histogram).hasToString("3 delays, median 7 ms, 95 % 63 ms, longest 63 ms");
    }

    @Test
    void emptyHistogram_hasNoPercentile() {
        assertThat(new DelayHistogram().percentile(50)).isEmpty();
        assertThat(new DelayHistogram()).hasToString("no delays");
    }

    @Test
    void percentile_above100_isRefused() {
        assertThatThrownBy(() -> new DelayHistogram().percentile(101))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("101");
    }

    private static DelayHistogram histogram(List<Long> delays) {
        DelayHistogram histogram = new DelayHistogram();
        delays.forEach(delay -> histogram.add(delay, 1));
        return histogram;
    }

    private static String json(DelayHistogram histogram) {
        JsonWriter json = new JsonWriter();
        histogram.write(json);
        return json.toString();
    }
}
