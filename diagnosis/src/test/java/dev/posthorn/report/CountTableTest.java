package dev.posthorn.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CountTableTest {

    @Property(tries = 300)
    void fewKeys_inAnyPartsOrderAndGrouping_areCountedExactly(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 15) Integer> keys, @ForAll long seed) {
        List<CountTable> parts = parts(keys, 16, seed);
        Collections.shuffle(parts, new Random(seed));

        CountTable table = MergeTree.fold(parts, seed, CountTableTest::merged);

        assertThat(table.isExact()).isTrue();
        assertThat(table.total()).isEqualTo(keys.size());
        assertThat(weights(table)).isEqualTo(truth(keys));
        table.rows().forEach(row -> assertThat(table.value(row, Measure.COUNT)).isEqualTo(row.weight));
    }

    @Property(tries = 500)
    void manyKeys_inAnyPartsAndGrouping_areWithinTheBound(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 40) Integer> keys,
            @ForAll @IntRange(min = 2, max = 12) int limit,
            @ForAll long seed) {
        CountTable table = MergeTree.fold(parts(keys, limit, seed), seed, CountTableTest::merged);

        Map<String, Long> counted = weights(table);
        assertThat(counted).hasSizeLessThanOrEqualTo(limit);
        assertThat(table.total()).isEqualTo(keys.size());
        assertThat(table.errorBound()).isLessThanOrEqualTo(keys.size() / (limit / 2 + 1));
        truth(keys).forEach((key, count) -> {
            long weight = counted.getOrDefault(key, 0L);
            assertThat(weight).isBetween(Math.max(0, count - table.errorBound()), count);
        });
        table.rows()
                .forEach(row -> assertThat(table.value(row, Measure.COUNT))
                        .isBetween(row.weight, truth(keys).get(name(row))));
    }

    @Property(tries = 300)
    void exactness_ofManyParts_dependsOnTheKeysAlone(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 12) Integer> keys, @ForAll long seed) {
        CountTable table = MergeTree.fold(parts(keys, 6, seed), seed, CountTableTest::merged);

        assertThat(table.isExact()).isEqualTo(truth(keys).size() <= 6);
    }

    @Property(tries = 300)
    void merging_inEitherOrder_isTheSame(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(max = 30) Integer> some,
            @ForAll @Size(min = 1, max = 80) List<@IntRange(max = 30) Integer> others) {
        CountTable one = merged(table(some, 8), table(others, 8));
        CountTable other = merged(table(others, 8), table(some, 8));

        assertThat(weights(one)).isEqualTo(weights(other));
        assertThat(one.errorBound()).isEqualTo(other.errorBound());
    }

    private static List<CountTable> parts(List<Integer> keys, int limit, long seed) {
        Random random = new Random(seed);
        List<CountTable> parts = new ArrayList<>();
        int from = 0;
        while (from < keys.size()) {
            int to = from + 1 + random.nextInt(keys.size() - from);
            parts.add(table(keys.subList(from, to), limit));
            from = to;
        }
        return parts;
    }

    private static CountTable table(List<Integer> keys, int limit) {
        CountTable table = new CountTable("keys", limit, Measure.COUNT);
        KeyBuilder key = new KeyBuilder();
        for (int number : keys) {
            table.add(table.count(key.clear().number(number), 1), Measure.COUNT, 1);
        }
        return table;
    }

    /** Leaves its arguments alone. */
    private static CountTable merged(CountTable one, CountTable other) {
        CountTable merged = new CountTable(one.name(), one.limit(), one.measures());
        merged.merge(one);
        merged.merge(other);
        return merged;
    }

    private static Map<String, Long> truth(List<Integer> keys) {
        Map<String, Long> truth = new HashMap<>();
        keys.forEach(key -> truth.merge(key.toString(), 1L, Long::sum));
        return truth;
    }

    private static Map<String, Long> weights(CountTable table) {
        Map<String, Long> weights = new TreeMap<>();
        table.rows().forEach(row -> weights.put(name(row), row.weight));
        return weights;
    }

    private static String name(CountTable.Row row) {
        return KeyBuilder.parts(row.key).get(0);
    }
}
