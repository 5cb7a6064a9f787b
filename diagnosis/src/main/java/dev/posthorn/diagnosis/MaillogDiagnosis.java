package dev.posthorn.diagnosis;

import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsEstablished;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one log says of its TLS: how many sessions, what was negotiated, which failed and why.
 *
 * <p>Reads the log once, line by line. Memory is bounded: counts are exact whatever the size of the log, but of the
 * failed sessions only the first {@value #MAX_FAILURES} are diagnosed one by one, and {@link #failedSessionCount()}
 * tells how many there were. Immutable once read.
 */
public final class MaillogDiagnosis {

    /** How many failed sessions are kept with their diagnosis. */
    public static final int MAX_FAILURES = 1_000;

    /** Suite and protocol names come from the log; a hostile one must not fill the memory with kinds of sessions. */
    private static final int MAX_NEGOTIATED = 10_000;

    private final Map<MaillogKind, Long> lineCounts = new EnumMap<>(MaillogKind.class);
    private final Map<TlsOutcome, Long> sessionCounts = new EnumMap<>(TlsOutcome.class);
    private final Map<String, Long> negotiatedCounts = new TreeMap<>();
    private final List<HandshakeDiagnosis> failures = new ArrayList<>();
    private long byteCount;

    private MaillogDiagnosis() {}

    /**
     * Reads a log to its end.
     *
     * @param cursor the log; read from where it stands, not closed
     * @param server what is known of the server that wrote it
     * @return the diagnosis
     * @throws IOException if the log cannot be read
     */
    public static MaillogDiagnosis of(MaillogCursor cursor, MailServer server) throws IOException {
        MaillogDiagnosis diagnosis = new MaillogDiagnosis();
        Diagnostician diagnostician = new Diagnostician(server);
        SessionTracker tracker = new SessionTracker(session -> diagnosis.add(session, diagnostician));
        while (cursor.advance()) {
            diagnosis.lineCounts.merge(cursor.kind(), 1L, Long::sum);
            diagnosis.byteCount += cursor.lineSize();
            tracker.accept(cursor);
        }
        tracker.finish();
        return diagnosis;
    }

    private void add(SmtpSession session, Diagnostician diagnostician) {
        if (session.software() != MailSoftware.POSTFIX) {
            return; // What is known of the server is what is known of Postfix.
        }
        sessionCounts.merge(session.tlsOutcome(), 1L, Long::sum);
        session.established().map(MaillogDiagnosis::negotiated).ifPresent(negotiated -> {
            if (negotiatedCounts.containsKey(negotiated) || negotiatedCounts.size() < MAX_NEGOTIATED) {
                negotiatedCounts.merge(negotiated, 1L, Long::sum);
            }
        });
        if (session.tlsOutcome().isFailure() && failures.size() < MAX_FAILURES) {
            failures.add(diagnostician.diagnose(session));
        }
    }

    private static String negotiated(TlsEstablished established) {
        return established.session().protocol() + " with "
                + established.session().cipherSuiteName() + " ("
                + established.session().effectiveKeyBits() + "/"
                + established.session().algorithmKeyBits() + " bits)";
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
     * How many bytes the lines have together, their ends included: the size of the log, for no byte is lost.
     *
     * @return bytes
     */
    public long byteCount() {
        return byteCount;
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
        return Collections.unmodifiableList(failures);
    }

    /** The report: counts, what was negotiated, and each kind of failure told once. At most 100 columns. */
    @Override
    public String toString() {
        return new MaillogStory(this).tell();
    }
}
