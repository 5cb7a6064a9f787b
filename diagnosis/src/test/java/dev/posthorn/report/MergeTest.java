package dev.posthorn.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MergeTest {

    @Property(tries = 300)
    void traffic_ofParts_inAnyGrouping_isThatOfTheWhole(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 400) int size) {
        List<String> lines = GeneratedLog.ofLines(seed, size);
        List<TrafficReport> parts =
                parts(lines, seed).stream().map(GeneratedLog::traffic).toList();

        TrafficReport merged = MergeTree.fold(parts, seed, TrafficReport::merge);

        TrafficReport whole = GeneratedLog.traffic(lines);
        assertThat(merged.toJson()).isEqualTo(whole.toJson());
        assertThat(merged).hasToString(whole.toString());
        assertThat(merged.totals()).isEqualTo(whole.totals());
    }

    @Property(tries = 200)
    void traffic_thatWentThroughJsonOnItsWay_isThatOfTheWhole(@ForAll @IntRange(max = 100_000) int seed) {
        List<String> lines = GeneratedLog.ofLines(seed, 200);
        List<TrafficReport> parts = parts(lines, seed).stream()
                .map(GeneratedLog::traffic)
                .map(report -> TrafficReport.parseJson(report.toJson()))
                .toList();

        TrafficReport merged = MergeTree.fold(
                parts,
                seed,
                (one, other) -> TrafficReport.parseJson(one.merge(other).toJson()));

        assertThat(merged.toJson()).isEqualTo(GeneratedLog.traffic(lines).toJson());
    }

    /** A part may end and the next begin within a session; sessions have to be whole, so only lines are read here. */
    @Property(tries = 200)
    void tls_ofParts_inAnyOrderAndGrouping_isThatOfTheWhole(@ForAll @IntRange(max = 100_000) int seed) {
        List<String> lines = GeneratedLog.ofLines(seed, 200);
        List<TlsReport> parts = new ArrayList<>(
                parts(lines, seed).stream().map(GeneratedLog::tls).toList());
        Collections.shuffle(parts, new Random(seed));

        TlsReport merged = MergeTree.fold(parts, seed, TlsReport::merge);

        assertThat(merged.toJson()).isEqualTo(GeneratedLog.tls(lines).toJson());
        assertThat(TlsReport.parseJson(merged.toJson()).toJson()).isEqualTo(merged.toJson());
    }

    @Test
    void newReport_isNeutral() {
        List<String> lines = GeneratedLog.ofLines(7, 300);

        TrafficReport left = new TrafficReport().merge(GeneratedLog.traffic(lines));
        TrafficReport right = GeneratedLog.traffic(lines).merge(new TrafficReport());

        assertThat(left.toJson())
                .isEqualTo(right.toJson())
                .isEqualTo(GeneratedLog.traffic(lines).toJson());
    }

    @Test
    void report_ofOtherLimits_isRefused() {
        TrafficReport small = new TrafficReport(new ReportLimits(10, 10));

        assertThatThrownBy(() -> new TrafficReport().merge(small)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> small.merge(small)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TlsReport().merge(new TlsReport(new ReportLimits(10, 10))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void messages_thatWereGivenUp_makeTheReportInexact() {
        List<String> lines = new ArrayList<>();
        for (int message = 0; message < 20; message++) {
            lines.add("Aug 23 10:00:00 mx postfix/smtpd[7]: 3D2F11A0" + (10 + message)
                    + ": client=a.example.com[192.0.2.1]");
        }

        TrafficReport report = GeneratedLog.traffic(lines, new ReportLimits(10, 10));

        assertThat(report.totals().forgotten()).isEqualTo(10);
        assertThat(report.isExact()).isFalse();
    }

    private static List<List<String>> parts(List<String> lines, long seed) {
        Random random = new Random(seed);
        List<List<String>> parts = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = from + 1 + random.nextInt(Math.min(60, lines.size() - from));
            parts.add(lines.subList(from, to));
            from = to;
        }
        return parts;
    }
}
