package dev.posthorn.report;

import dev.posthorn.mail.EnhancedStatusCode;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.text.TextTable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** A {@link TrafficReport} for a terminal. */
final class TrafficText {

    private static final int REASON_WIDTH = 62;
    private static final int ADDRESS_WIDTH = 60;
    private static final int DOMAIN_WIDTH = 30;
    private static final int MAX_DAYS = 31;

    private final TrafficReport report;
    private final ReportText out = new ReportText();

    private TrafficText(TrafficReport report) {
        this.report = report;
    }

    static String of(TrafficReport report) {
        return new TrafficText(report).write();
    }

    private String write() {
        totals(report.totals());
        periods("By day", "day", lastOf(report.days()));
        periods("By hour of the day", "hour", report.hours());
        delays();
        out.ranking("Why deliveries were deferred", report.deferralReasons(), failureTable(), this::failure);
        out.ranking("Why deliveries bounced", report.bounceReasons(), failureTable(), this::failure);
        out.ranking(
                "Decisions about clients and messages",
                report.decisions(),
                new TextTable(" count", "action", "at", "code", "reason"),
                (table, row) -> table.row(
                        row.count(),
                        ReportText.cell(row.action(), 14),
                        ReportText.cell(row.where(), 14),
                        ReportText.cell(row.code(), 10),
                        ReportText.cell(decision(row), 42)));
        out.ranking("Recipient domains", report.recipientDomains(), domainTable(), this::domain);
        out.ranking("Sender domains", report.senderDomains(), addressTable("domain"), this::domainAddress);
        out.ranking("Senders", report.senders(), addressTable("address"), this::address);
        out.ranking("Recipients", report.recipients(), addressTable("address"), this::address);
        out.ranking(
                "Warnings and worse",
                report.problems(),
                new TextTable(" count", "severity", "program", "text"),
                (table, row) -> table.row(
                        row.count(),
                        row.severity().name().toLowerCase(Locale.ROOT),
                        ReportText.cell(row.program(), 12),
                        ReportText.cell(row.text(), REASON_WIDTH)));
        out.ranking("Hosts", report.hosts(), nameTable("host"), this::name);
        out.ranking("Services", report.services(), nameTable("service"), this::name);
        unrecognized();
        return out.toString();
    }

    private void totals(TrafficTotals totals) {
        out.paragraph("Mail traffic from " + ReportText.time(totals.first()) + " to " + ReportText.time(totals.last())
                + ", " + totals.lines() + " lines, " + ReportText.bytes(totals.bytes()));
        TextTable table = new TextTable(" count", "what", "size");
        table.row(totals.received(), "messages received", ReportText.bytes(totals.bytesReceived()));
        table.row(totals.delivered(), "deliveries", ReportText.bytes(totals.bytesDelivered()));
        some(totals.deliveredWithoutSize(), "of them of messages whose size is not in the log", table);
        some(totals.forwarded(), "forwarded to another address", table);
        some(totals.deferred(), "messages deferred, in " + totals.deferrals() + " attempts", table);
        some(totals.bounced(), "bounced", table);
        some(totals.expired(), "expired in the queue", table);
        some(totals.rejected(), "rejected", table);
        some(totals.rejectWarnings(), "would have been rejected", table);
        some(totals.held(), "put on hold", table);
        some(totals.discarded(), "discarded", table);
        some(totals.probes(), "probes of addresses", table);
        some(totals.otherStatus(), "deliveries with an unknown status", table);
        some(totals.leftOut(), "messages a logger left out, not counted", table);
        some(totals.lost(), "messages a logger threw away", table);
        some(totals.forgotten(), "messages that could not be followed: too many at once", table);
        out.table(table);
    }

    private static void some(long count, String what, TextTable table) {
        if (count > 0) {
            table.row(count, what, "");
        }
    }

    private static List<PeriodTraffic> lastOf(List<PeriodTraffic> days) {
        return days.subList(Math.max(0, days.size() - MAX_DAYS), days.size());
    }

    private void periods(String title, String what, List<PeriodTraffic> periods) {
        if (!periods.isEmpty()) {
            out.heading(title);
            TextTable table = new TextTable(
                    what, " received", " size", " delivered", " size", " deferrals", " bounced", " rejected");
            for (PeriodTraffic period : periods) {
                table.row(
                        period.period(),
                        period.received(),
                        ReportText.bytes(period.bytesReceived()),
                        period.delivered(),
                        ReportText.bytes(period.bytesDelivered()),
                        period.deferrals(),
                        period.bounced(),
                        period.rejected());
            }
            out.table(table);
        }
    }

    private void delays() {
        if (report.delay().count() > 0) {
            out.heading("Delays of deliveries");
            TextTable table = new TextTable("part", " median", " 90 %", " 95 %", " 99 %", " longest");
            delay("arrival to delivery", report.delay(), table);
            delay("before the queue manager", report.beforeQueueManager(), table);
            delay("in the queue manager", report.inQueueManager(), table);
            delay("connection setup", report.connectionSetup(), table);
            delay("transmission", report.transmission(), table);
            out.table(table);
        }
    }

    private static void delay(String part, DelayHistogram delays, TextTable table) {
        if (delays.count() > 0) {
            table.row(
                    part,
                    text(delays.percentile(50)),
                    text(delays.percentile(90)),
                    text(delays.percentile(95)),
                    text(delays.percentile(99)),
                    text(delays.longest()));
        }
    }

    private static String text(Optional<Duration> delay) {
        return delay.map(DelayText::of).orElse("-");
    }

    private static TextTable failureTable() {
        return new TextTable(" count", "program", "code", "reason");
    }

    private void failure(TextTable table, FailureReason row) {
        table.row(
                row.count(),
                ReportText.cell(row.program(), 12),
                row.dsn().map(EnhancedStatusCode::toString).orElse("-"),
                ReportText.cell(row.reason(), REASON_WIDTH));
    }

    private static String decision(DecisionReason row) {
        return row.restriction().isEmpty() ? row.reason() : row.restriction() + ": " + row.reason();
    }

    private static TextTable domainTable() {
        return new TextTable("domain", " delivered", " size", " deferrals", " bounced", " mean", " longest");
    }

    private void domain(TextTable table, DomainTraffic row) {
        table.row(
                ReportText.cell(row.domain(), DOMAIN_WIDTH),
                row.delivered(),
                ReportText.bytes(row.bytesDelivered()),
                row.deferrals(),
                row.bounced(),
                text(row.meanDelay()),
                text(row.longestDelay()));
    }

    private static TextTable addressTable(String what) {
        return new TextTable(" messages", " size", what);
    }

    private void address(TextTable table, AddressTraffic row) {
        String name = row.name().isEmpty() ? "<>" : row.name();
        table.row(row.messages(), ReportText.bytes(row.bytes()), ReportText.cell(name, ADDRESS_WIDTH));
    }

    private void domainAddress(TextTable table, AddressTraffic row) {
        table.row(row.messages(), ReportText.bytes(row.bytes()), ReportText.cell(row.name(), ADDRESS_WIDTH));
    }

    private static TextTable nameTable(String what) {
        return new TextTable(" count", what, "first", "last");
    }

    private void name(TextTable table, NamedCount row) {
        table.row(
                row.count(),
                ReportText.cell(row.name(), 44),
                ReportText.time(row.first()),
                ReportText.time(row.last()));
    }

    private void unrecognized() {
        StringJoiner parts = new StringJoiner(", ");
        for (UnrecognizedReason reason : UnrecognizedReason.values()) {
            long count = report.unrecognized(reason);
            if (count > 0) {
                parts.add(count + " " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        if (parts.length() > 0) {
            out.heading("Lines that were not read: " + parts + ".");
        }
        out.ranking(
                "Programs that are none of Postfix",
                report.foreignPrograms(),
                new TextTable(" lines", "program"),
                (table, row) -> table.row(row.count(), ReportText.cell(row.name(), ADDRESS_WIDTH)));
    }
}
