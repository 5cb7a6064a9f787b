package dev.posthorn.report;

import static dev.posthorn.report.Measure.*;

import dev.posthorn.internal.json.JsonReader;
import dev.posthorn.internal.json.JsonWriter;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.syslog.YearRule;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server did: messages and bytes in and out, deliveries, deferrals and bounces with their reasons, rejects,
 * warnings, delays, by hour, day, address and domain.
 *
 * <pre>{@code
 * TrafficReport report = new TrafficReport();
 * try (MaillogCursor cursor = Maillog.open(path)) {
 *     report.read(cursor);
 * }
 * report.totals().delivered();      // how many
 * report.deferralReasons().top(5);  // why not
 * System.out.println(report);       // all of it, for a terminal
 * }</pre>
 *
 * <p>Reports of parts of a log, or of many logs, become one by {@link #merge}. Memory is bounded by {@link ReportLimits}
 * whatever the log; a report says if that made it inexact. Reading allocates nothing for a line but for what it has not seen
 * before: a name, a reason, a queue id.
 *
 * <p>Times are those of the lines, in the zone of the host that wrote them. Not safe for use by several threads.
 */
public final class TrafficReport implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient ReportLimits limits;
    private final transient TrafficTables tables;
    private final transient TrafficCounts counts;
    private final transient MessageFlow messages;

    /** A copy in which nothing waits for another part of the log; none if lines came since. */
    private transient @Nullable TrafficTables shown;

    /** An empty report with the usual limits. */
    public TrafficReport() {
        this(ReportLimits.defaults());
    }

    /**
     * An empty report.
     *
     * @param limits how much it remembers; reports are merged with those of equal limits
     */
    public TrafficReport(ReportLimits limits) {
        this.limits = limits;
        tables = new TrafficTables(limits);
        counts = new TrafficCounts(tables);
        messages = new MessageFlow(limits.messages(), counts);
    }

    /**
     * Reads a log to its end. Its lines follow those that were read before.
     *
     * @param cursor the log, which the caller closes
     * @return this report
     * @throws IOException if the log cannot be read
     */
    public TrafficReport read(MaillogCursor cursor) throws IOException {
        new TrafficVisitor(tables, counts, messages, this::changed, Optional.empty()).read(cursor);
        return this;
    }

    /**
     * Reads a log to its end. Its lines follow those that were read before.
     *
     * @param cursor the log, which the caller closes
     * @param years gives lines their year; a fresh one for each log
     * @return this report
     * @throws IOException if the log cannot be read
     */
    public TrafficReport read(MaillogCursor cursor, YearRule years) throws IOException {
        new TrafficVisitor(tables, counts, messages, this::changed, Optional.of(years)).read(cursor);
        return this;
    }

    /**
     * Counts what it is told, for logs that are pushed or read together with somebody else.
     *
     * @return a visitor for one log that adds to this report
     */
    public MaillogVisitor visitor() {
        return new TrafficVisitor(tables, counts, messages, this::changed, Optional.empty());
    }

    /**
     * Counts what it is told, for logs that are pushed or read together with somebody else.
     *
     * @param years gives lines their year; a fresh one for each log
     * @return a visitor for one log that adds to this report
     */
    public MaillogVisitor visitor(YearRule years) {
        return new TrafficVisitor(tables, counts, messages, this::changed, Optional.of(years));
    }

    private void changed() {
        shown = null;
    }

    /**
     * Takes in what another report has counted, which stays as it is. Associative. The order matters only for messages that
     * have lines in both parts, and only there: the other report has to be of what follows, or of another log.
     *
     * @param later the report of the part that follows; not this one
     * @return this report
     * @throws IllegalArgumentException if the other report has other limits, or is this one
     */
    public TrafficReport merge(TrafficReport later) {
        if (!limits.equals(later.limits) || later == this) {
            throw new IllegalArgumentException("later: " + later.limits + ", and this report has " + limits);
        }
        changed();
        tables.state.merge(later.tables.state);
        messages.merge(later.messages);
        return this;
    }

    /**
     * Is every count right, and was every message followed to its end?
     *
     * @return false if a limit was reached
     */
    public boolean isExact() {
        return tables.state.isExact() && tables.totals.value(FORGOTTEN) == 0;
    }

    /**
     * How much this report remembers.
     *
     * @return the limits it was made with
     */
    public ReportLimits limits() {
        return limits;
    }

    /**
     * The numbers for the whole.
     *
     * @return all of them exact
     */
    public TrafficTotals totals() {
        return TrafficRows.totals(shown().totals);
    }

    /**
     * The hours of the day, all days together.
     *
     * @return the hours in which something happened, in order
     */
    public List<PeriodTraffic> hours() {
        return TrafficRows.periods(shown().hours);
    }

    /**
     * The days, in order; a log without years and without {@link YearRule} has days of no year.
     *
     * @return the days on which something happened
     */
    public List<PeriodTraffic> days() {
        return TrafficRows.periods(shown().days);
    }

    /**
     * Who sent how much.
     *
     * @return senders by messages received
     */
    public Ranking<AddressTraffic> senders() {
        return TrafficRows.addresses(shown().senders);
    }

    /**
     * From which domains how much came.
     *
     * @return domains of senders by messages received
     */
    public Ranking<AddressTraffic> senderDomains() {
        return TrafficRows.addresses(shown().senderDomains);
    }

    /**
     * Who got how much.
     *
     * @return recipients by deliveries
     */
    public Ranking<AddressTraffic> recipients() {
        return TrafficRows.addresses(shown().recipients);
    }

    /**
     * What became of mail for which domain.
     *
     * @return domains of recipients by deliveries
     */
    public Ranking<DomainTraffic> recipientDomains() {
        return TrafficRows.domains(shown().recipientDomains);
    }

    /**
     * Why deliveries were deferred.
     *
     * @return reasons by attempts
     */
    public Ranking<FailureReason> deferralReasons() {
        return TrafficRows.failures(shown().deferrals);
    }

    /**
     * Why deliveries bounced.
     *
     * @return reasons by deliveries
     */
    public Ranking<FailureReason> bounceReasons() {
        return TrafficRows.failures(shown().bounces);
    }

    /**
     * What was decided about clients and messages.
     *
     * @return rejects, holds and the like by count
     */
    public Ranking<DecisionReason> decisions() {
        return TrafficRows.decisions(shown().decisions);
    }

    /**
     * What programs of Postfix warned of.
     *
     * @return warnings, errors, fatal ones and panics by count
     */
    public Ranking<LoggedProblem> problems() {
        return TrafficRows.problems(shown().problems);
    }

    /**
     * Lines that were not read, by reason.
     *
     * @param reason the reason
     * @return how many lines
     */
    public long unrecognized(UnrecognizedReason reason) {
        return TrafficRows.names(shown().unrecognized).rows().stream()
                .filter(row -> row.name().equals(reason.name()))
                .mapToLong(NamedCount::count)
                .sum();
    }

    /**
     * The programs whose lines count for nothing here because they are none of Postfix.
     *
     * @return programs by lines, without times
     */
    public Ranking<NamedCount> foreignPrograms() {
        return TrafficRows.names(shown().foreignPrograms);
    }

    /**
     * The hosts that wrote the lines.
     *
     * @return hosts by lines
     */
    public Ranking<NamedCount> hosts() {
        return TrafficRows.names(shown().hosts);
    }

    /**
     * The services whose lines were read, as their tags tell them apart: {@code postfix/smtpd} and
     * {@code postfix/submission/smtpd} are two.
     *
     * @return tags by messages
     */
    public Ranking<NamedCount> services() {
        return TrafficRows.names(shown().services);
    }

    /**
     * The time from a message's arrival to its delivery, for deliveries that succeeded.
     *
     * @return the delays; a copy
     */
    public DelayHistogram delay() {
        return tables.delay.copy();
    }

    /**
     * The part of it until the queue manager took the message.
     *
     * @return the delays; a copy
     */
    public DelayHistogram beforeQueueManager() {
        return tables.beforeQueueManager.copy();
    }

    /**
     * The part of it in the active queue.
     *
     * @return the delays; a copy
     */
    public DelayHistogram inQueueManager() {
        return tables.inQueueManager.copy();
    }

    /**
     * The part of it for name lookups, connection, HELO and TLS.
     *
     * @return the delays; a copy
     */
    public DelayHistogram connectionSetup() {
        return tables.connectionSetup.copy();
    }

    /**
     * The part of it for handing over the message.
     *
     * @return the delays; a copy
     */
    public DelayHistogram transmission() {
        return tables.transmission.copy();
    }

    /** What there is to show: messages on their way are counted as if the log ended here, and the report goes on as before. */
    private TrafficTables shown() {
        TrafficTables current = shown;
        if (current == null) {
            current = new TrafficTables(limits);
            current.state.merge(tables.state);
            MessageFlow ending = new MessageFlow(limits.messages(), new TrafficCounts(current));
            ending.merge(messages);
            ending.settleAll();
            shown = current;
        }
        return current;
    }

    /**
     * The report as JSON, with all it takes to go on counting and merging. The members are described in the documentation of
     * this package.
     *
     * @return one line of ASCII
     */
    public String toJson() {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        ReportHeader.write("traffic", limits, isExact(), json);
        tables.state.write(json);
        json.name("unfinished");
        messages.write(json);
        return json.endObject().toString();
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @param text the JSON
     * @return an equal report
     * @throws IllegalArgumentException if the text is not the JSON of such a report
     */
    public static TrafficReport parseJson(String text) {
        JsonReader json = new JsonReader(text);
        json.beginObject();
        TrafficReport report = new TrafficReport(ReportHeader.read("traffic", json));
        while (json.hasNext()) {
            String member = json.name();
            if (member.equals("unfinished")) {
                report.messages.read(json);
            } else {
                report.tables.state.read(member, json);
            }
        }
        json.endObject();
        json.end();
        report.problems(); // Whoever wrote the JSON: severities are what they have to be, or this throws.
        return report;
    }

    /** The report for a terminal of 100 columns; text from the log is escaped. */
    @Override
    public String toString() {
        return TrafficText.of(this);
    }

    /**
     * Java's serialisation gets the JSON.
     *
     * @return what is written in place of this report
     */
    @Serial
    private Object writeReplace() {
        return new ReportAsJson(true, toJson());
    }

    /**
     * Nobody wrote a report as it is, so nobody reads one.
     *
     * @param stream a stream that was tampered with
     * @throws InvalidObjectException always
     */
    @Serial
    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("a report is read from its JSON");
    }
}
