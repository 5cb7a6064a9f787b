package dev.posthorn.report;

import static dev.posthorn.report.Measure.*;

import java.util.List;

/** What a {@link TrafficReport} counts, table by table. */
final class TrafficTables {

    private static final int HOURS = 24;

    private static final Measure[] PERIOD = {
        RECEIVED, BYTES_RECEIVED, DELIVERED, BYTES_DELIVERED, FORWARDED, DEFERRALS, BOUNCED, REJECTED
    };

    final Totals totals;
    final CountTable hours;
    final CountTable days;
    final CountTable senders;
    final CountTable senderDomains;
    final CountTable recipients;
    final CountTable recipientDomains;
    final CountTable deferrals;
    final CountTable bounces;
    final CountTable decisions;
    final CountTable problems;
    final CountTable unrecognized;
    final CountTable foreignPrograms;
    final CountTable hosts;
    final CountTable services;

    final DelayHistogram delay = new DelayHistogram();
    final DelayHistogram beforeQueueManager = new DelayHistogram();
    final DelayHistogram inQueueManager = new DelayHistogram();
    final DelayHistogram connectionSetup = new DelayHistogram();
    final DelayHistogram transmission = new DelayHistogram();

    final ReportState state;

    TrafficTables(ReportLimits limits) {
        int keys = limits.keys();
        totals = new Totals(
                RECEIVED,
                BYTES_RECEIVED,
                DELIVERED,
                BYTES_DELIVERED,
                WITHOUT_SIZE,
                FORWARDED,
                DEFERRALS,
                DEFERRED,
                BOUNCED,
                EXPIRED,
                PROBES,
                OTHER_STATUS,
                REJECTED,
                REJECT_WARNINGS,
                HELD,
                DISCARDED,
                LINES,
                BYTES,
                LEFT_OUT,
                LOST,
                FORGOTTEN,
                FIRST,
                LAST);
        hours = new CountTable("hours", HOURS, PERIOD);
        days = new CountTable("days", keys, PERIOD);
        senders = new CountTable("senders", keys, COUNT, BYTES);
        senderDomains = new CountTable("senderDomains", keys, COUNT, BYTES);
        recipients = new CountTable("recipients", keys, COUNT, BYTES);
        recipientDomains = new CountTable(
                "recipientDomains",
                keys,
                DELIVERED,
                BYTES_DELIVERED,
                FORWARDED,
                DEFERRALS,
                BOUNCED,
                DELAY,
                LONGEST_DELAY);
        deferrals = new CountTable("deferrals", keys, Occurrences.MEASURES);
        bounces = new CountTable("bounces", keys, Occurrences.MEASURES);
        decisions = new CountTable("decisions", keys, Occurrences.MEASURES);
        problems = new CountTable("problems", keys, Occurrences.MEASURES);
        unrecognized = new CountTable("unrecognized", keys, COUNT);
        foreignPrograms = new CountTable("foreignPrograms", keys, COUNT);
        hosts = new CountTable("hosts", keys, Occurrences.MEASURES);
        services = new CountTable("services", keys, Occurrences.MEASURES);
        state = new ReportState(
                totals,
                List.of(
                        hours,
                        days,
                        senders,
                        senderDomains,
                        recipients,
                        recipientDomains,
                        deferrals,
                        bounces,
                        decisions,
                        problems,
                        unrecognized,
                        foreignPrograms,
                        hosts,
                        services),
                List.of(
                        new ReportState.Delays("total", delay),
                        new ReportState.Delays("beforeQueueManager", beforeQueueManager),
                        new ReportState.Delays("inQueueManager", inQueueManager),
                        new ReportState.Delays("connectionSetup", connectionSetup),
                        new ReportState.Delays("transmission", transmission)));
    }
}
