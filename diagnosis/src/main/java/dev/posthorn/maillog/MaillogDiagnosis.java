package dev.posthorn.maillog;

import dev.posthorn.diagnosis.Diagnostician;
import dev.posthorn.diagnosis.HandshakeDiagnosis;
import dev.posthorn.diagnosis.LaterSessions;
import dev.posthorn.diagnosis.MailServer;
import dev.posthorn.diagnosis.SessionTracker;
import dev.posthorn.diagnosis.SessionVerdict;
import dev.posthorn.diagnosis.SmtpSession;
import dev.posthorn.diagnosis.TlsOutcome;
import dev.posthorn.diagnosis.VerdictContext;
import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsEstablished;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.ReadLimits;
import dev.posthorn.parsers.ReadProgress;
import dev.posthorn.peers.PeerLedger;
import dev.posthorn.peers.Peers;
import dev.posthorn.postfix.Finding;
import dev.posthorn.postfix.PostfixTlsSettings;
import dev.posthorn.remedy.Impact;
import dev.posthorn.remedy.RemedyPlan;
import dev.posthorn.report.TlsReport;
import dev.posthorn.report.TrafficReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What one log says: what it holds, what was negotiated, which TLS failed and why, with which peers, what in the settings is
 * wrong or cannot be as it is said, and what to change for whom.
 *
 * <p>Reads the log once. Memory is bounded: counts are exact whatever the size of the log, of the failed sessions only the
 * first {@value #MAX_FAILURES} are diagnosed one by one, when the log has been read, so that what came later is known, and
 * of the peers as many are kept as {@link Peers#limit()} says. Immutable once read.
 */
public final class MaillogDiagnosis {

    /** How many failed sessions are kept with their diagnosis. */
    public static final int MAX_FAILURES = 1_000;

    /** Suite and protocol names come from the log; a hostile one must not fill the memory with kinds of sessions. */
    private static final int MAX_NEGOTIATED = 10_000;

    private final MailServer server;
    private final Map<MaillogKind, Long> lineCounts = new EnumMap<>(MaillogKind.class);
    private final Map<UnrecognizedReason, Long> unrecognizedCounts = new EnumMap<>(UnrecognizedReason.class);
    private final Map<TlsOutcome, Long> sessionCounts = new EnumMap<>(TlsOutcome.class);
    private final Map<String, Long> negotiatedCounts = new TreeMap<>();
    private final LaterSessions later = new LaterSessions();
    private final TlsReport tlsReport = new TlsReport();
    private final TrafficReport trafficReport = new TrafficReport();
    private final SpanMeter clock = new SpanMeter();
    private final PeerLedger ledger;
    private final LogFacts facts = new LogFacts();
    private final List<HandshakeDiagnosis> failures;
    private final Peers peers;
    private final LogSpan span;
    private final List<Finding> findings;
    private final List<Contradiction> contradictions;
    private final RemedyPlan remedies;
    private final VerdictContext verdictContext;
    private long byteCount;

    private MaillogDiagnosis(MaillogCursor cursor, MailServer server) throws IOException {
        this.server = server;
        this.ledger = new PeerLedger(server);
        List<SmtpSession> failed = new ArrayList<>();
        SessionTracker tracker = new SessionTracker(session -> add(session, failed));
        MaillogVisitor tls = tlsReport.visitor();
        MaillogVisitor traffic = trafficReport.visitor();
        while (cursor.advance()) {
            count(cursor);
            cursor.accept(tls);
            cursor.accept(traffic);
            tracker.accept(cursor);
        }
        tracker.finish();
        Diagnostician diagnostician = new Diagnostician(server);
        this.failures = failed.stream().map(diagnostician::diagnose).toList();
        this.peers = ledger.peers();
        this.span = clock.span();
        this.findings = server.settings()
                .map(settings -> server.openSsl().map(settings::lint).orElseGet(settings::lint))
                .orElse(List.of());
        this.contradictions = new ContradictionFinder(facts, server).find();
        this.remedies = RemedyPlan.of(peers, server);
        this.verdictContext = VerdictContext.unknown().withServer(server).withLater(later);
    }

    /**
     * Reads a log to its end.
     *
     * @param cursor the log; read from where it stands, not closed
     * @param server what is known of the server that wrote it
     * @return the diagnosis
     * @throws IOException if the log cannot be read
     */
    public static MaillogDiagnosis of(MaillogCursor cursor, MailServer server) throws IOException {
        return new MaillogDiagnosis(cursor, server);
    }

    /**
     * Reads files one after the other, as one log.
     *
     * @param files the files in the order in which they are to be read;
     *     {@link dev.posthorn.parsers.files.LogFiles} finds and sorts them
     * @param server what is known of the server that wrote them
     * @param listener is told how far it has come after each block, by the thread that reads
     * @return the diagnosis
     * @throws IOException if a file cannot be read; the message names it
     */
    public static MaillogDiagnosis of(List<Path> files, MailServer server, Consumer<ReadProgress> listener)
            throws IOException {
        try (MaillogCursor cursor = Maillog.open(files, ReadLimits.defaults(), listener)) {
            return of(cursor, server);
        }
    }

    private void count(MaillogCursor cursor) {
        lineCounts.merge(cursor.kind(), 1L, Long::sum);
        byteCount += cursor.lineSize();
        clock.line(cursor.envelope().timestamp(), cursor.lineNumber());
        if (cursor.kind() == MaillogKind.UNRECOGNIZED) {
            unrecognizedCounts.merge(cursor.unrecognized().reason(), 1L, Long::sum);
        }
    }

    private void add(SmtpSession session, List<SmtpSession> failed) {
        if (session.software() != MailSoftware.POSTFIX) {
            return; // What is known of the server, and all advice, is about Postfix.
        }
        sessionCounts.merge(session.tlsOutcome(), 1L, Long::sum);
        session.established().map(MaillogDiagnosis::negotiated).ifPresent(negotiated -> {
            if (negotiatedCounts.containsKey(negotiated) || negotiatedCounts.size() < MAX_NEGOTIATED) {
                negotiatedCounts.merge(negotiated, 1L, Long::sum);
            }
        });
        later.add(session);
        tlsReport.add(session);
        ledger.add(session);
        facts.add(session);
        if (session.tlsOutcome().isFailure() && failed.size() < MAX_FAILURES) {
            failed.add(session);
        }
    }

    private static String negotiated(TlsEstablished established) {
        return established.session().protocol() + " with "
                + established.session().cipherSuiteName() + " ("
                + established.session().effectiveKeyBits() + "/"
                + established.session().algorithmKeyBits() + " bits)";
    }

    /**
     * What is known of the server that wrote the log.
     *
     * @return settings, OpenSSL, certificates, as given
     */
    public MailServer server() {
        return server;
    }

    /**
     * How many lines there are of each kind.
     *
     * @return counts of the kinds that occur
     */
    public Map<MaillogKind, Long> lineCounts() {
        return Collections.unmodifiableMap(lineCounts);
    }

    /**
     * How many lines the log has, recognised or not.
     *
     * @return the number of lines
     */
    public long lineCount() {
        return lineCounts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How many lines were not understood, by the reason.
     *
     * @return counts of the reasons that occur; together as many as there are lines of the kind {@code UNRECOGNIZED}
     */
    public Map<UnrecognizedReason, Long> unrecognizedCounts() {
        return Collections.unmodifiableMap(unrecognizedCounts);
    }

    /**
     * How many bytes the lines have together, their ends included: the size of the log, for no byte is lost.
     *
     * @return bytes
     */
    public long byteCount() {
        return byteCount;
    }

    /**
     * The time that the log is of.
     *
     * @return first and last time, gaps, and steps back
     */
    public LogSpan span() {
        return span;
    }

    /**
     * How many sessions ended in each way.
     *
     * @return counts of the outcomes that occur
     */
    public Map<TlsOutcome, Long> sessionCounts() {
        return Collections.unmodifiableMap(sessionCounts);
    }

    /**
     * How many sessions there are.
     *
     * @return the number of sessions
     */
    public long sessionCount() {
        return sessionCounts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How many sessions failed, diagnosed or not.
     *
     * @return the number of failed sessions
     */
    public long failedSessionCount() {
        return sessionCounts.entrySet().stream()
                .filter(entry -> entry.getKey().isFailure())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * What was negotiated, and how often: what the recipe with egrep, awk, sort and uniq counts.
     *
     * @return counts by texts such as {@code TLSv1.2 with AES128-GCM-SHA256 (128/128 bits)}
     */
    public Map<String, Long> negotiatedCounts() {
        return Collections.unmodifiableMap(negotiatedCounts);
    }

    /**
     * The failed sessions.
     *
     * @return the first {@value #MAX_FAILURES} in the order in which they ended
     */
    public List<HandshakeDiagnosis> failures() {
        return failures;
    }

    /**
     * Why a session of this log came to what it came to, weighed with the settings and with what sessions of the same peer
     * came to before and after.
     *
     * @param session a session of this log, such as that of one of the {@link #failures()}
     * @return the verdict with its evidence
     */
    public SessionVerdict verdictOn(SmtpSession session) {
        return session.verdict(verdictContext);
    }

    /**
     * Which TLS was spoken with whom, by day and by peer, and what failed.
     *
     * @return the report; it belongs to the caller, who may merge it
     */
    public TlsReport tlsReport() {
        return tlsReport;
    }

    /**
     * Messages, deliveries, rejects and delays.
     *
     * @return the report; it belongs to the caller, who may merge it
     */
    public TrafficReport trafficReport() {
        return trafficReport;
    }

    /**
     * The peers, each with what it did and what it is taken for.
     *
     * @return the peers, those with the most failures first
     */
    public Peers peers() {
        return peers;
    }

    /**
     * What the settings have that an administrator should know, whatever the log says.
     *
     * @return findings, bad ones first; empty if the settings are not known
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * What the log shows that cannot be with these settings. Where there is one, the log is right, and what was concluded
     * from the settings may be wrong.
     *
     * @return contradictions; empty if the settings are not known
     */
    public List<Contradiction> contradictions() {
        return contradictions;
    }

    /**
     * What to change, and for whom.
     *
     * @return the plan
     */
    public RemedyPlan remedies() {
        return remedies;
    }

    /**
     * What other settings would mean to the peers of this log.
     *
     * @param changed the settings as they would be
     * @return the impact on each peer
     */
    public Impact impactOf(PostfixTlsSettings changed) {
        return Impact.of(peers, server, changed);
    }

    /** The report: counts, what was negotiated, and each kind of failure told once. At most 100 columns. */
    @Override
    public String toString() {
        return new MaillogStory(this).tell();
    }
}
