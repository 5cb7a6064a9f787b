package dev.posthorn.report;

import dev.posthorn.diagnosis.SessionTracker;
import dev.posthorn.diagnosis.SmtpSession;
import dev.posthorn.internal.json.JsonReader;
import dev.posthorn.internal.json.JsonWriter;
import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.syslog.YearRule;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Which TLS was spoken with whom: handshakes by protocol, cipher suite, bits, trust and role, by service, day and peer; and
 * which failed, with the error joined to its peer.
 *
 * <pre>{@code
 * TlsReport report = new TlsReport();
 * try (MaillogCursor cursor = Maillog.open(path)) {
 *     report.read(cursor);
 * }
 * report.sessions();   // who still needs TLSv1?
 * report.failures();   // who fails, how often, why, and was it better later?
 * }</pre>
 *
 * <p>Handshakes that succeeded are counted by their one line; failures are put together from several lines of a process,
 * by sessions. {@link #read} does both. Where lines and sessions come from elsewhere, {@link #visitor} takes the former and
 * {@link #add(SmtpSession)} the latter.
 *
 * <p>Reports of parts of a log, or of many logs, become one by {@link #merge}. Memory is bounded by {@link ReportLimits}
 * whatever the log; a report says if that made it inexact. Not safe for use by several threads.
 */
public final class TlsReport implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient ReportLimits limits;
    private final transient TlsTables tables;
    private final transient KeyBuilder key = new KeyBuilder();

    /** An empty report with the usual limits. */
    public TlsReport() {
        this(ReportLimits.defaults());
    }

    /**
     * An empty report.
     *
     * @param limits how much it remembers; reports are merged with those of equal limits
     */
    public TlsReport(ReportLimits limits) {
        this.limits = limits;
        tables = new TlsTables(limits);
    }

    /**
     * Reads a log to its end.
     *
     * @param cursor the log, which the caller closes
     * @return this report
     * @throws IOException if the log cannot be read
     */
    public TlsReport read(MaillogCursor cursor) throws IOException {
        return read(cursor, new TlsVisitor(tables, Optional.empty()));
    }

    /**
     * Reads a log to its end.
     *
     * @param cursor the log, which the caller closes
     * @param years gives lines their year; a fresh one for each log
     * @return this report
     * @throws IOException if the log cannot be read
     */
    public TlsReport read(MaillogCursor cursor, YearRule years) throws IOException {
        return read(cursor, new TlsVisitor(tables, Optional.of(years)));
    }

    private TlsReport read(MaillogCursor cursor, TlsVisitor lines) throws IOException {
        SessionTracker sessions = new SessionTracker(
                session -> TlsFailure.of(session).ifPresent(failure -> add(failure, lines::withYear)));
        while (cursor.advance()) {
            cursor.accept(lines);
            if (SessionTracker.wants(cursor.kind())) {
                sessions.accept(cursor);
            }
        }
        sessions.finish();
        return this;
    }

    /**
     * Counts the lines it is told of, for logs that are pushed or read together with somebody else: handshakes that
     * succeeded. Failures come by {@link #add(SmtpSession)}.
     *
     * @return a visitor for one log that adds to this report
     */
    public MaillogVisitor visitor() {
        return new TlsVisitor(tables, Optional.empty());
    }

    /**
     * Counts the lines it is told of, for logs that are pushed or read together with somebody else: handshakes that
     * succeeded. Failures come by {@link #add(SmtpSession)}.
     *
     * @param years gives lines their year; a fresh one for each log
     * @return a visitor for one log that adds to this report
     */
    public MaillogVisitor visitor(YearRule years) {
        return new TlsVisitor(tables, Optional.of(years));
    }

    /**
     * Counts a session's handshake if it failed. One that succeeded has a line of its own, which is counted where lines are.
     *
     * @param session a complete session
     * @return this report
     */
    public TlsReport add(SmtpSession session) {
        TlsFailure.of(session).ifPresent(this::add);
        return this;
    }

    /**
     * Counts a handshake that failed.
     *
     * @param failure peer, error, verdict and time
     * @return this report
     */
    public TlsReport add(TlsFailure failure) {
        return add(failure, LogTime::of);
    }

    private TlsReport add(TlsFailure failure, ToLongFunction<LogTimestamp> clock) {
        key.clear().word(failure.role().name()).separator();
        key.lowerCase(failure.peer()).separator().text(failure.error()).separator();
        key.word(failure.verdict().name());
        long time = failure.time().map(clock::applyAsLong).orElse(LogTime.NONE);
        Occurrences.count(tables.failures, key, time, 1);
        tables.timeline.count(time, failure.role(), HandshakeResult.FAILED, 1);
        return this;
    }

    /**
     * Takes in what another report has counted, which stays as it is. Associative and commutative.
     *
     * @param other a report of another part or another log; not this one
     * @return this report
     * @throws IllegalArgumentException if the other report has other limits, or is this one
     */
    public TlsReport merge(TlsReport other) {
        if (!limits.equals(other.limits) || other == this) {
            throw new IllegalArgumentException("other: " + other.limits + ", and this report has " + limits);
        }
        tables.state.merge(other.tables.state);
        tables.timeline.merge(other.tables.timeline);
        return this;
    }

    /**
     * Is every count right?
     *
     * @return false if a limit was reached
     */
    public boolean isExact() {
        return tables.state.isExact();
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
     * How many lines were read.
     *
     * @return 0 or more
     */
    public long lines() {
        return tables.totals.value(Measure.LINES);
    }

    /**
     * How many messages loggers left out because they were the same as the one before, and are not counted.
     *
     * @return 0 or more
     */
    public long leftOut() {
        return tables.totals.value(Measure.LEFT_OUT);
    }

    /**
     * How many messages loggers threw away because they were too many.
     *
     * @return 0 or more
     */
    public long lost() {
        return tables.totals.value(Measure.LOST);
    }

    /**
     * Lines that were not read, by reason.
     *
     * @param reason the reason
     * @return how many lines
     */
    public long unrecognized(UnrecognizedReason reason) {
        return TrafficRows.names(tables.unrecognized).rows().stream()
                .filter(row -> row.name().equals(reason.name()))
                .mapToLong(NamedCount::count)
                .sum();
    }

    /**
     * Handshakes that succeeded, by what was agreed and by service.
     *
     * @return counts whose {@link TlsSessionCount#key} is the tag, such as {@code postfix/submission/smtpd}
     */
    public Ranking<TlsSessionCount> sessions() {
        return TlsRows.sessions(tables.sessions, false);
    }

    /**
     * Handshakes that succeeded, by what was agreed and by day.
     *
     * @return counts whose {@link TlsSessionCount#key} is the day, {@code 2018-08-23}, or {@code 08-23} without a year
     */
    public Ranking<TlsSessionCount> sessionsByDay() {
        return TlsRows.sessions(tables.days, true);
    }

    /**
     * Handshakes that succeeded, by what was agreed and by peer.
     *
     * @return counts whose {@link TlsSessionCount#key} is the peer, {@code mx2.example.com[192.0.2.11]}
     */
    public Ranking<TlsSessionCount> sessionsByPeer() {
        return TlsRows.sessions(tables.peers, true);
    }

    /**
     * The best protocol that was ever agreed with each peer: those whose best is TLSv1 are the ones to ask before it is
     * switched off.
     *
     * @return peers by handshakes
     */
    public Ranking<PeerProtocol> bestProtocols() {
        return TlsRows.bestProtocols(tables.peers);
    }

    /**
     * Handshakes over time by result: established by protocol, or failed.
     *
     * @return the timeline; exact always, of longer periods where hours would be too many
     */
    public TlsTimeline timeline() {
        return tables.timeline.timeline();
    }

    /**
     * What only TLS 1.3 prints: key exchange and signatures.
     *
     * @return counts of each combination
     */
    public Ranking<TlsTailCount> tails() {
        return TlsRows.tails(tables.tails);
    }

    /**
     * Handshakes that failed, by peer, error and verdict.
     *
     * @return counts with first and last time, and whether TLS with that peer succeeded later
     */
    public Ranking<TlsFailureCount> failures() {
        return TlsRows.failures(tables);
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
        ReportHeader.write("tls", limits, isExact(), json);
        tables.state.write(json);
        json.name("timeline");
        tables.timeline.write(json);
        return json.endObject().toString();
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @param text the JSON
     * @return an equal report
     * @throws IllegalArgumentException if the text is not the JSON of such a report
     */
    public static TlsReport parseJson(String text) {
        JsonReader json = new JsonReader(text);
        json.beginObject();
        TlsReport report = new TlsReport(ReportHeader.read("tls", json));
        while (json.hasNext()) {
            String member = json.name();
            if (member.equals("timeline")) {
                report.tables.timeline.read(json);
            } else {
                report.tables.state.read(member, json);
            }
        }
        json.endObject();
        json.end();
        report.readRows();
        return report;
    }

    /** Whoever wrote the JSON: roles, trust, bits and verdicts are what they have to be, or this throws. */
    private void readRows() {
        sessions();
        sessionsByDay();
        sessionsByPeer();
        failures();
    }

    /** The report for a terminal of 100 columns; text from the log is escaped. */
    @Override
    public String toString() {
        return TlsText.of(this);
    }

    /**
     * Java's serialisation gets the JSON.
     *
     * @return what is written in place of this report
     */
    @Serial
    private Object writeReplace() {
        return new ReportAsJson(false, toJson());
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
