package dev.posthorn.peers;

import dev.posthorn.diagnosis.HandshakeDiagnosis;
import dev.posthorn.diagnosis.LogLine;
import dev.posthorn.diagnosis.SessionCause;
import dev.posthorn.diagnosis.SessionOutcome;
import dev.posthorn.diagnosis.SessionVerdict;
import dev.posthorn.diagnosis.SmtpSession;
import dev.posthorn.diagnosis.TlsOutcome;
import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/** What a ledger keeps of a peer: counts, and of each kind of thing a few examples. Everything in it is bounded. */
final class PeerRecord {

    /** How many different things of each sort are kept; a peer decides how many there are. */
    static final int MAX_KINDS = 16;

    private static final int MAX_NAMES = 4;
    private static final int MAX_EVIDENCE = 4;
    private static final int MAX_TEXT = 300;

    final TlsRole role;
    final String address;
    String name = "";
    long sessions;
    private long established;
    private long failed;
    private long acceptedOverTls;
    private long acceptedInClearText;
    private long fellBack;
    private long establishedAfterFailure;
    private boolean isAwaitingFallback;
    Optional<LogTimestamp> firstAt = Optional.empty();
    Optional<LogTimestamp> lastAt = Optional.empty();
    final Set<String> services = new LinkedHashSet<>();
    final Set<String> domains = new LinkedHashSet<>();
    final FailureBurst burst = new FailureBurst();
    final Map<PeerKind, Sightings> sightings = new EnumMap<>(PeerKind.class);
    private final Map<String, PeerTls> negotiated = new LinkedHashMap<>();
    private final Map<String, PeerFailure> failures = new LinkedHashMap<>();
    private final Set<Observation> observations = new LinkedHashSet<>();

    /** How often sessions said the same of the peer, and the surest of them. */
    record Sightings(long count, SessionReading surest, List<LogLine> evidence) {

        Sightings with(SessionReading reading) {
            boolean isSurer = reading.confidence().compareTo(surest.confidence()) < 0;
            return new Sightings(count + 1, isSurer ? reading : surest, evidence);
        }
    }

    PeerRecord(TlsRole role, String address) {
        this.role = role;
        this.address = address;
    }

    void add(SmtpSession session) {
        sessions++;
        name = session.peer()
                .map(peer -> cut(peer.name()))
                .filter(text -> !text.equals("unknown") || name.isEmpty())
                .orElse(name);
        firstAt = firstAt.or(session::startedAt);
        lastAt = session.startedAt().or(() -> lastAt);
        addBounded(services, session.instance().map(PeerRecord::cut), MAX_NAMES);
        if (role == TlsRole.CLIENT) {
            session.lines().stream()
                    .filter(line -> line.kind() == MaillogKind.DELIVERY)
                    .forEach(line -> addBounded(domains, RecipientDomain.of(line.text()), MAX_KINDS));
        }
        boolean hasTls = session.tlsOutcome() == TlsOutcome.ESTABLISHED;
        boolean hasMail = session.outcome() == SessionOutcome.MAIL_ACCEPTED;
        if (hasTls) {
            establish(session);
            acceptedOverTls += hasMail ? 1 : 0;
        } else if (session.outcome() == SessionOutcome.FELL_BACK_TO_CLEAR_TEXT || hasMail) {
            acceptedInClearText++;
            boolean isFallback = session.outcome() == SessionOutcome.FELL_BACK_TO_CLEAR_TEXT || isAwaitingFallback;
            fellBack += isFallback ? 1 : 0;
            isAwaitingFallback = false;
        }
    }

    private void establish(SmtpSession session) {
        established++;
        establishedAfterFailure++;
        isAwaitingFallback = false;
        session.established().ifPresent(summary -> {
            String protocol = cut(summary.session().protocol());
            String suite = cut(summary.session().cipherSuiteName());
            PeerTls one = new PeerTls(protocol, suite, 1, summary.envelope().lineNumber());
            mergeBounded(
                    negotiated,
                    protocol + " " + suite,
                    one,
                    (sum, more) -> new PeerTls(protocol, suite, sum.count() + 1, more.lastLine()));
            addBounded(
                    observations,
                    Optional.of(new Observation(
                            session.instance().map(PeerRecord::cut),
                            session.cipherString(),
                            protocol + " " + suite,
                            true)),
                    MAX_KINDS);
        });
    }

    void addFailure(SmtpSession session, SessionVerdict verdict, HandshakeDiagnosis diagnosis, SessionReading reading) {
        failed++;
        establishedAfterFailure = 0;
        isAwaitingFallback = true;
        burst.add(session.startedAt());
        String reason = cut(diagnosis.reason());
        SessionCause cause = verdict.cause();
        List<LogLine> evidence = evidenceOf(session, verdict);
        PeerFailure one = new PeerFailure(
                reason, cause, 1, session.startedAt(), session.startedAt(), session.firstLine(), evidence);
        mergeBounded(
                failures,
                cause + " " + reason,
                one,
                (sum, more) -> new PeerFailure(
                        sum.reason(),
                        sum.cause(),
                        sum.count() + 1,
                        sum.firstAt().or(more::firstAt),
                        more.lastAt().or(sum::lastAt),
                        sum.firstLine(),
                        sum.evidence()));
        Sightings known = sightings.get(reading.kind());
        sightings.put(reading.kind(), known == null ? new Sightings(1, reading, evidence) : known.with(reading));
        if (diagnosis.failure().isPresent()) {
            Observation observation =
                    new Observation(session.instance().map(PeerRecord::cut), session.cipherString(), reason, false);
            addBounded(observations, Optional.of(observation), MAX_KINDS);
        }
    }

    private static List<LogLine> evidenceOf(SmtpSession session, SessionVerdict verdict) {
        List<LogLine> lines = verdict.evidence().isEmpty() ? session.lines() : verdict.evidence();
        return lines.stream()
                .filter(line -> line.kind() != MaillogKind.TLS_STATE)
                .limit(MAX_EVIDENCE)
                .map(line -> new LogLine(line.number(), line.kind(), line.severity(), cut(line.text())))
                .toList();
    }

    private static <T> void addBounded(Set<T> set, Optional<T> element, int limit) {
        if (element.isPresent() && set.size() < limit) {
            set.add(element.get());
        }
    }

    private static <T> void mergeBounded(Map<String, T> map, String key, T one, BinaryOperator<T> sum) {
        if (map.size() < MAX_KINDS || map.containsKey(key)) {
            map.merge(key, one, sum);
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }

    PeerCounts counts() {
        return new PeerCounts(
                sessions,
                established,
                failed,
                acceptedOverTls,
                acceptedInClearText,
                fellBack,
                failed == 0 ? 0 : establishedAfterFailure);
    }

    List<PeerTls> negotiated() {
        List<PeerTls> all = new ArrayList<>(negotiated.values());
        all.sort(Comparator.comparingLong(PeerTls::count).reversed());
        return List.copyOf(all);
    }

    List<PeerFailure> failures() {
        List<PeerFailure> all = new ArrayList<>(failures.values());
        all.sort(Comparator.comparingLong(PeerFailure::count).reversed());
        return List.copyOf(all);
    }

    List<Observation> observations() {
        return List.copyOf(observations);
    }
}
