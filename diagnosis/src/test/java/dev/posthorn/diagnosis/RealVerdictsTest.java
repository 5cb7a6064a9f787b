package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.diagnosis.VerdictWords.Judgement;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Why each session of the recorded servers came to what it came to, beside what really happened. */
class RealVerdictsTest {

    private final Map<String, List<SmtpSession>> tracked = new HashMap<>();
    private final Map<String, Map<Judgement, Integer>> byWord = new TreeMap<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyVerdict_isWhatHappened_orSaysThatItDoesNotKnow() throws IOException {
        for (RealScenario scenario : RealScenario.all()) {
            Optional<String> reason = reasonToSkip(scenario);
            if (reason.isPresent()) {
                skipped.merge(reason.get(), 1, Integer::sum);
                continue;
            }
            for (String file : scenario.files()) {
                judge(scenario, file);
            }
        }
        byWord.forEach((word, counts) -> System.out.println("real verdicts: " + word + " " + counts));
        Map<Judgement, Integer> all = new EnumMap<>(Judgement.class);
        byWord.values()
                .forEach(counts -> counts.forEach((judgement, count) -> all.merge(judgement, count, Integer::sum)));
        skipped.forEach((why, count) -> System.out.println("real verdicts: skipped " + count + " " + why));
        System.out.println("real verdicts: " + all);
        wrong.forEach(System.out::println);
        assertThat(wrong).isEmpty();
    }

    private static Optional<String> reasonToSkip(RealScenario scenario) {
        if (!scenario.isOfPostfix()) {
            return Optional.of("not of Postfix");
        }
        if (scenario.verdict().equals("background") || scenario.outcome().equals("none")) {
            return Optional.of("nothing claimed of a session");
        }
        return scenario.outcome().equals("local") ? Optional.of("delivered without a session") : Optional.empty();
    }

    private void judge(RealScenario scenario, String file) throws IOException {
        List<SmtpSession> window = sessions(file).stream()
                .filter(session -> scenario.contains(session) && isWithPeer(session, scenario))
                .toList();
        if (window.isEmpty()) {
            skipped.merge("without a session in the log", 1, Integer::sum);
            return;
        }
        VerdictContext context = VerdictContext.unknown().withServer(scenario.mailServer());
        Judged best = window.stream()
                .map(session -> Judged.of(session.verdict(context), scenario.verdict()))
                .min(Comparator.comparing(Judged::judgement))
                .orElseThrow();
        byWord.computeIfAbsent(scenario.verdict(), word -> new EnumMap<>(Judgement.class))
                .merge(best.judgement, 1, Integer::sum);
        String told = file + " " + scenario + "\n    " + scenario.verdict() + " taken for " + best
                + window.stream().map(SmtpSession::oneLine).toList();
        if (best.judgement == Judgement.WRONG) {
            wrong.add(told);
        } else if (best.judgement == Judgement.UNDETERMINED && Boolean.getBoolean("posthorn.verdicts")) {
            System.out.println(told);
        }
    }

    private record Judged(SessionVerdict verdict, Judgement judgement) {

        static Judged of(SessionVerdict verdict, String truth) {
            return new Judged(verdict, VerdictWords.judge(verdict, truth));
        }

        @Override
        public String toString() {
            return verdict.cause() + " " + verdict.confidence() + " "
                    + verdict.peerAlert().map(Object::toString).orElse("") + " or " + verdict.alternatives() + " in ";
        }
    }

    /** A client that never came to a server names none. */
    private static boolean isWithPeer(SmtpSession session, RealScenario scenario) {
        Optional<String> address = session.peer().map(MailPeer::address);
        return scenario.peerAddress().isEmpty()
                || address.equals(scenario.peerAddress())
                || (scenario.isOfClient() && address.isEmpty());
    }

    private List<SmtpSession> sessions(String file) throws IOException {
        List<SmtpSession> known = tracked.get(file);
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
        tracked.put(file, sessions);
        return sessions;
    }
}
