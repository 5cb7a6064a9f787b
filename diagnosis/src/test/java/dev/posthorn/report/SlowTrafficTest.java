package dev.posthorn.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlowTrafficTest {

    /** The one header that the slow way reads. */
    private static final Pattern HEADER =
            Pattern.compile("[A-Z][a-z]{2} [ 0-9]\\d \\d\\d:\\d\\d:\\d\\d \\S+ \\S*[a-z]\\[\\d+\\]: ");

    @Property(tries = 100)
    void traffic_ofGeneratedLogs_isWhatTheSlowWayCounts(@ForAll @IntRange(max = 100_000) int seed) {
        List<String> lines = GeneratedLog.ofLines(seed, 600);

        assertSame(GeneratedLog.traffic(lines), SlowTraffic.of(lines));
    }

    /** Files whose headers the slow way reads; lines that both see and one reads otherwise would show. */
    @Test
    void traffic_ofRealLogs_isWhatTheSlowWayCounts() throws IOException {
        String folder = System.getProperty("posthorn.corpus", "");
        assumeThat(folder).as("-Dposthorn.corpus=DIR").isNotEmpty();
        long delivered = 0;
        for (Path file : files(Path.of(folder, "postfix"))) {
            List<String> lines = Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> HEADER.matcher(line).lookingAt())
                    .toList();
            SlowTraffic slow = SlowTraffic.of(lines);
            try {
                assertSame(GeneratedLog.traffic(lines), slow);
            } catch (AssertionError difference) {
                throw new AssertionError(file.getFileName() + ": " + difference.getMessage(), difference);
            }
            delivered += slow.delivered;
        }
        assertThat(delivered).as("deliveries in all files").isGreaterThan(1_000);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void assertSame(TrafficReport report, SlowTraffic slow) {
        TrafficTotals totals = report.totals();
        assertThat(totals.received()).as("received").isEqualTo(slow.received);
        assertThat(totals.bytesReceived()).as("bytes received").isEqualTo(slow.bytesReceived);
        assertThat(totals.delivered()).as("delivered").isEqualTo(slow.delivered);
        assertThat(totals.bytesDelivered()).as("bytes delivered").isEqualTo(slow.bytesDelivered);
        assertThat(totals.deliveredWithoutSize()).as("without size").isEqualTo(slow.withoutSize);
        assertThat(totals.forwarded()).as("forwarded").isEqualTo(slow.forwarded);
        assertThat(totals.deferrals()).as("deferrals").isEqualTo(slow.deferrals);
        assertThat(totals.deferred()).as("deferred").isEqualTo(slow.deferred);
        assertThat(totals.bounced()).as("bounced").isEqualTo(slow.bounced);
        assertThat(map(report.senders().rows(), AddressTraffic::name, AddressTraffic::messages))
                .isEqualTo(slow.senders);
        assertThat(map(report.recipients().rows(), AddressTraffic::name, AddressTraffic::messages))
                .isEqualTo(slow.recipients);
        Map<String, Long> hours = map(report.hours(), PeriodTraffic::period, PeriodTraffic::delivered);
        hours.values().removeIf(count -> count == 0);
        assertThat(hours).isEqualTo(slow.deliveredByHour);
    }

    private static <T> Map<String, Long> map(List<T> rows, Function<T, String> key, ToLongFunction<T> count) {
        Map<String, Long> map = new TreeMap<>();
        rows.forEach(row -> map.put(key.apply(row), count.applyAsLong(row)));
        return map;
    }
}
