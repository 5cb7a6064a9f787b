package dev.posthorn.report;

import static dev.posthorn.report.Measure.*;

import dev.posthorn.mail.EnhancedStatusCode;
import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** From the rows of tables to values. */
final class TrafficRows {

    private static final String REJECTED_FOR = " rejected: ";

    private TrafficRows() {}

    static TrafficTotals totals(Totals totals) {
        return new TrafficTotals(
                totals.value(RECEIVED),
                totals.value(BYTES_RECEIVED),
                totals.value(DELIVERED),
                totals.value(BYTES_DELIVERED),
                totals.value(WITHOUT_SIZE),
                totals.value(FORWARDED),
                totals.value(DEFERRALS),
                totals.value(DEFERRED),
                totals.value(BOUNCED),
                totals.value(EXPIRED),
                totals.value(PROBES),
                totals.value(OTHER_STATUS),
                totals.value(REJECTED),
                totals.value(REJECT_WARNINGS),
                totals.value(HELD),
                totals.value(DISCARDED),
                totals.value(LINES),
                totals.value(BYTES),
                totals.value(LEFT_OUT),
                totals.value(LOST),
                totals.value(FORGOTTEN),
                LogTime.timestamp(totals.value(FIRST)),
                LogTime.timestamp(totals.value(LAST)));
    }

    static List<PeriodTraffic> periods(CountTable table) {
        return table.rowsByKey().stream()
                .map(row -> new PeriodTraffic(
                        part(row, 0),
                        table.value(row, RECEIVED),
                        table.value(row, BYTES_RECEIVED),
                        table.value(row, DELIVERED),
                        table.value(row, BYTES_DELIVERED),
                        table.value(row, FORWARDED),
                        table.value(row, DEFERRALS),
                        table.value(row, BOUNCED),
                        table.value(row, REJECTED)))
                .toList();
    }

    static Ranking<AddressTraffic> addresses(CountTable table) {
        return ranking(
                table,
                COUNT,
                row -> new AddressTraffic(part(row, 0), table.value(row, COUNT), table.value(row, BYTES)));
    }

    static Ranking<DomainTraffic> domains(CountTable table) {
        return ranking(table, DELIVERED, row -> {
            long delivered = table.value(row, DELIVERED);
            return new DomainTraffic(
                    part(row, 0),
                    delivered,
                    table.value(row, BYTES_DELIVERED),
                    table.value(row, FORWARDED),
                    table.value(row, DEFERRALS),
                    table.value(row, BOUNCED),
                    delivered == 0
                            ? Optional.empty()
                            : Optional.of(Duration.ofMillis(table.value(row, DELAY) / delivered)),
                    delivered == 0
                            ? Optional.empty()
                            : Optional.of(Duration.ofMillis(table.value(row, LONGEST_DELAY))));
        });
    }

    static Ranking<FailureReason> failures(CountTable table) {
        return ranking(
                table,
                COUNT,
                row -> new FailureReason(
                        part(row, 0),
                        EnhancedStatusCode.parse(part(row, 1)),
                        part(row, 2),
                        table.value(row, COUNT),
                        time(table, row, FIRST),
                        time(table, row, LAST)));
    }

    /** {@code Client host rejected: Access denied}: what stands in front of the word is the kind of restriction. */
    static Ranking<DecisionReason> decisions(CountTable table) {
        return ranking(table, COUNT, row -> {
            String text = part(row, 3);
            int rejected = text.indexOf(REJECTED_FOR);
            return new DecisionReason(
                    part(row, 0),
                    part(row, 1),
                    part(row, 2),
                    rejected < 0 ? "" : text.substring(0, rejected),
                    rejected < 0 ? text : text.substring(rejected + REJECTED_FOR.length()),
                    table.value(row, COUNT),
                    time(table, row, FIRST),
                    time(table, row, LAST));
        });
    }

    static Ranking<LoggedProblem> problems(CountTable table) {
        return ranking(
                table,
                COUNT,
                row -> new LoggedProblem(
                        Severity.valueOf(part(row, 0)),
                        part(row, 1),
                        part(row, 2),
                        table.value(row, COUNT),
                        time(table, row, FIRST),
                        time(table, row, LAST)));
    }

    static Ranking<NamedCount> names(CountTable table) {
        boolean hasTimes = List.of(table.measures()).contains(FIRST);
        return ranking(
                table,
                COUNT,
                row -> new NamedCount(
                        part(row, 0),
                        table.value(row, COUNT),
                        hasTimes ? time(table, row, FIRST) : Optional.empty(),
                        hasTimes ? time(table, row, LAST) : Optional.empty()));
    }

    static <T> Ranking<T> ranking(CountTable table, Measure by, Function<CountTable.Row, T> value) {
        return new Ranking<>(table.rowsBy(by).stream().map(value).toList(), table.total(), table.errorBound());
    }

    static String part(CountTable.Row row, int index) {
        List<String> parts = KeyBuilder.parts(row.key);
        return index < parts.size() ? parts.get(index) : "";
    }

    static Optional<LogTimestamp> time(CountTable table, CountTable.Row row, Measure measure) {
        return LogTime.timestamp(table.value(row, measure));
    }
}
