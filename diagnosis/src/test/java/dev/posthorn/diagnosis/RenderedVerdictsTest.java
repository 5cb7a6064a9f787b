package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.error.Confidence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every recorded handshake that failed, rendered as a log, diagnosed with the settings of its server, and compared with what
 * really happened. Log and settings decide a cause if all recordings with the same lines and the same settings have it.
 * Prints the shares.
 */
class RenderedVerdictsTest {

    /** One session, its verdict, and what is true of it; an empty set if the recording does not decide. */
    private record Judged(RecordedLab.Side side, SessionVerdict verdict, Set<SessionCause> truth) {

        boolean isRight(Set<SessionCause> decided) {
            return decided.contains(verdict.cause());
        }

        @Override
        public String toString() {
            return side.id() + " " + side.release() + " " + side.errors() + " "
                    + side.truth().mode() + ": "
                    + verdict.cause() + " " + verdict.confidence() + " or " + verdict.alternatives() + " instead of "
                    + truth;
        }
    }

    /** Of our own recordings and of all. */
    private static final int DECIDED_AT_LEAST = 20_000;

    /** Servers that some client was served by, with their release. */
    private static final Set<String> SERVED = RecordedLab.sides().stream()
            .filter(side -> side.isServer()
                    && side.truth().outcome().matches("ok|hello_accepted")
                    && side.truth().firstFailure().isEmpty())
            .map(side -> side.release() + side.truth().serverKey())
            .collect(Collectors.toSet());

    private final RecordedServer servers = new RecordedServer();
    private final Map<String, List<Judged>> alike = new HashMap<>();
    private final List<Judged> all = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyFailedHandshake_isJudgedRight_orLeftOpen(int level) {
        List<RecordedLab.Side> failed = RecordedLab.sides().stream()
                .filter(side -> !side.truth().firstFailure().isEmpty())
                .toList();
        new RenderedLog("rfc3164", (side, number, pid) -> render(side, level, number, pid), this::judge).write(failed);

        Shares shares = new Shares();
        alike.values().forEach(shares::add);
        shares.print(level, all.size());
        assertThat(shares.wrong).isEmpty();
        assertThat(shares.dishonest).isEmpty();
        assertThat(shares.decided).isGreaterThan(DECIDED_AT_LEAST);
        assertThat((double) shares.right / shares.decided).isGreaterThan(0.99);
        assertThat(all)
                .as("servers said to serve nobody")
                .filteredOn(judged -> judged.verdict.cause() == SessionCause.SUITES_WITHOUT_KEYS
                        && judged.verdict.confidence() == Confidence.CERTAIN)
                .isNotEmpty()
                .noneMatch(judged -> SERVED.contains(
                        judged.side.release() + judged.side.truth().serverKey()));
    }

    /** How the verdicts stand to the truth. */
    private static final class Shares {
        int decided;
        int right;
        int open;
        final Map<String, Integer> missed = new TreeMap<>();
        final List<String> wrong = new ArrayList<>();
        final List<String> dishonest = new ArrayList<>();

        void add(List<Judged> group) {
            Set<SessionCause> common = common(group);
            for (Judged judged : group) {
                if (judged.truth.isEmpty()) {
                    continue;
                }
                if (isWrong(judged)) {
                    wrong.add(judged.toString());
                }
                if (common.isEmpty()) {
                    addOpen(judged);
                } else {
                    addDecided(judged, common);
                }
            }
        }

        private void addOpen(Judged judged) {
            open++;
            if (!judged.verdict.isUndetermined()) {
                dishonest.add(judged.toString());
            }
        }

        private void addDecided(Judged judged, Set<SessionCause> common) {
            decided++;
            if (judged.isRight(common)) {
                right++;
            } else {
                String error = judged.side.errors().stream().findFirst().orElse("nothing");
                missed.merge(
                        judged.verdict.cause() + " " + judged.verdict.confidence() + " for " + common + " by "
                                + error.replaceFirst(":[a-z0-9_/]+\\.c:\\d+:.*", ""),
                        1,
                        Integer::sum);
            }
        }

        void print(int level, int all) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "rendered verdicts, level %d: %d failed sides, %d decided by log and settings, %d (%.2f %%) right;"
                            + " %d open, %d not left open; %d certain and wrong",
                    level,
                    all,
                    decided,
                    right,
                    100.0 * right / decided,
                    open,
                    dishonest.size(),
                    wrong.size()));
            missed.forEach((what, count) -> System.out.println("  missed " + count + ": " + what));
            wrong.stream().limit(10).forEach(System.out::println);
        }
    }

    private static RenderedSession render(RecordedLab.Side side, int level, int number, long pid) {
        String string = side.isServer()
                ? side.truth().server().path("ciphers").asText(RenderedSession.CIPHER_STRING)
                : RenderedSession.CIPHER_STRING;
        return new RenderedSession(side, level, number, pid, string);
    }

    private void judge(RenderedSession rendered, SmtpSession session) {
        RecordedLab.Side side = rendered.side();
        SessionVerdict verdict = session.verdict(servers.context(side));
        Judged judged = new Judged(side, verdict, TrueCauses.of(side));
        all.add(judged);
        alike.computeIfAbsent(key(rendered), lines -> new ArrayList<>()).add(judged);
    }

    /** What log and settings say, without names and numbers that differ from session to session. */
    private static String key(RenderedSession rendered) {
        RecordedLab.Side side = rendered.side();
        List<String> lines = rendered.lines.stream()
                .map(line -> line.replace(rendered.peer, "PEER").replace(rendered.queueId, "QUEUEID"))
                .map(line -> line.replaceFirst("problem: \\d+:error", "problem: error"))
                .map(line -> line.replaceFirst("queued as \\w+", "queued"))
                .toList();
        return (side.isServer() ? side.release() + side.truth().serverKey() : "") + lines;
    }

    private static Set<SessionCause> common(List<Judged> group) {
        Set<SessionCause> common = EnumSet.allOf(SessionCause.class);
        group.stream().filter(judged -> !judged.truth.isEmpty()).forEach(judged -> common.retainAll(judged.truth));
        return common;
    }

    private static boolean isWrong(Judged judged) {
        return judged.verdict.confidence() == Confidence.CERTAIN && !judged.truth.contains(judged.verdict.cause());
    }
}
