package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.diagnosis.VerdictWords.Judgement;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Why each session of the recorded servers came to what it came to, beside what really happened. Prints the shares by the
 * words of the truth; {@code -Dposthorn.verdicts=true} prints every verdict that is not right.
 */
class RealVerdictsTest {

    /** Of our own recordings; may only grow. */
    private static final int RIGHT_SO_FAR = 1_870;

    private static final Map<String, List<SmtpSession>> TRACKED = new HashMap<>();
    private static final Map<String, Map<Judgement, Integer>> BY_WORD = new TreeMap<>();
    private static final Map<String, Integer> SKIPPED = new TreeMap<>();
    private static final Map<Judgement, Integer> ALL = new EnumMap<>(Judgement.class);
    private static final List<String> WRONG = new ArrayList<>();

    /** A verdict and how it stands to the truth. */
    private record Judged(SessionVerdict verdict, Judgement judgement) {

        static Judged of(SessionVerdict verdict, RealScenario truth) {
            return new Judged(verdict, VerdictWords.judge(verdict, truth));
        }

        @Override
        public String toString() {
            return verdict.cause() + " " + verdict.confidence()
                    + verdict.peerAlert().map(alert -> " " + alert).orElse("") + " or " + verdict.alternatives();
        }
    }

    @BeforeAll
    static void judgeAll() throws IOException {
        for (RealScenario scenario : RealScenario.all()) {
            Optional<String> reason = reasonToSkip(scenario);
            if (reason.isPresent()) {
                SKIPPED.merge(reason.get(), 1, Integer::sum);
                continue;
            }
            for (String file : scenario.files()) {
                judge(scenario, file);
            }
        }
        BY_WORD.forEach((word, counts) -> System.out.println("real verdicts: " + word + " " + counts));
        SKIPPED.forEach((why, count) -> System.out.println("real verdicts: skipped " + count + ", " + why));
        WRONG.forEach(System.out::println);
        System.out.println(String.format(
                Locale.ROOT,
                "real verdicts: %s; %.2f %% right where the log decides it",
                ALL,
                100 * shareWhereTheLogDecides()));
    }

    private static Optional<String> reasonToSkip(RealScenario scenario) {
        if (scenario.verdict().equals("background") || scenario.outcome().equals("none")) {
            return Optional.of("nothing claimed of a session");
        }
        return scenario.outcome().equals("local") ? Optional.of("delivered without a session") : Optional.empty();
    }

    private static void judge(RealScenario scenario, String file) throws IOException {
        List<SmtpSession> window = sessions(file).stream()
                .filter(session -> scenario.contains(session) && isWithPeer(session, scenario))
                .toList();
        if (window.isEmpty()) {
            SKIPPED.merge("without a session in the log", 1, Integer::sum);
            return;
        }
        VerdictContext context = VerdictContext.unknown().withServer(scenario.mailServer());
        Judged best = window.stream()
                .map(session -> Judged.of(session.verdict(context), scenario))
                .min(Comparator.comparing(Judged::judgement))
                .orElseThrow();
        ALL.merge(best.judgement, 1, Integer::sum);
        BY_WORD.computeIfAbsent(scenario.verdict(), word -> new EnumMap<>(Judgement.class))
                .merge(best.judgement, 1, Integer::sum);
        String told = file + " " + scenario + "\n    " + scenario.verdict() + " taken for " + best + " in "
                + window.stream().map(SmtpSession::oneLine).toList();
        if (best.judgement == Judgement.WRONG) {
            WRONG.add(told);
        } else if (best.judgement != Judgement.RIGHT && Boolean.getBoolean("posthorn.verdicts")) {
            System.out.println(told);
        }
    }

    /** A client that never came to a server names none. */
    private static boolean isWithPeer(SmtpSession session, RealScenario scenario) {
        Optional<String> address = session.peer().map(MailPeer::address);
        return scenario.peerAddress().isEmpty()
                || address.equals(scenario.peerAddress())
                || (scenario.isOfClient() && address.isEmpty());
    }

    private static List<SmtpSession> sessions(String file) throws IOException {
        List<SmtpSession> known = TRACKED.get(file);
        if (known != null) {
            return known;
        }
        List<SmtpSession> sessions = new ArrayList<>();
        SessionTracker tracker = new SessionTracker(sessions::add);
        try (MaillogCursor cursor = Maillog.open(RealScenario.log(file))) {
            while (cursor.advance()) {
                tracker.accept(cursor);
            }
        }
        tracker.finish();
        TRACKED.put(file, sessions);
        return sessions;
    }

    private static int count(Judgement judgement) {
        return ALL.getOrDefault(judgement, 0);
    }

    /** Where a verdict is broader than the truth, the table has the reason: no line shows more. */
    private static double shareWhereTheLogDecides() {
        double decided = count(Judgement.RIGHT) + count(Judgement.UNDETERMINED) + count(Judgement.WRONG);
        return count(Judgement.RIGHT) / decided;
    }

    @Test
    void noVerdict_saysSomethingElseThanWhatHappened() {
        assertThat(WRONG).isEmpty();
    }

    @Test
    void verdicts_areRight_whereTheLogDecides() {
        assertThat(count(Judgement.RIGHT)).isPositive();
        assertThat(shareWhereTheLogDecides()).isGreaterThan(0.95);
        if (System.getProperty("posthorn.reallogs", "").isEmpty()) {
            assertThat(count(Judgement.RIGHT)).isGreaterThanOrEqualTo(RIGHT_SO_FAR);
        }
    }

    @Test
    void everyWordOfTheTable_isAVerdictOfThisLibrary() {
        List<String> causes =
                Arrays.stream(SessionCause.values()).map(SessionCause::name).toList();

        for (VerdictWords row : VerdictWords.all()) {
            assertThat(row.right().stream().map(word -> word.split(":", 2)[0]).collect(Collectors.toSet()))
                    .as(row.word())
                    .isSubsetOf(causes);
            assertThat(row.broader().stream().map(word -> word.split(":", 2)[0]).collect(Collectors.toSet()))
                    .as(row.word())
                    .isSubsetOf(causes);
        }
    }
}
