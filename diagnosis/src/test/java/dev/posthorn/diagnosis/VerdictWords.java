package dev.posthorn.diagnosis;

import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.AlertDescription;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the library's verdicts fit a word of the truth: one table, a row for a word or a family of words. */
record VerdictWords(String word, String outcome, List<String> right, List<String> broader) {

    private static final List<VerdictWords> ALL =
            TsvTable.read("verdict-words.tsv", VerdictWords.class.getResourceAsStream("verdict-words.tsv"))
                    .rows()
                    .stream()
                    .map(row -> new VerdictWords(
                            row.text("word"), row.text("outcome"), row.words("right", ' '), row.words("broader", ' ')))
                    .toList();

    /** How a verdict stands to the truth, best first. */
    enum Judgement {
        /** It says what happened. */
        RIGHT,
        /** It is true and says less than the truth, because the log does not show the rest. */
        BROADER,
        /** It says that it does not know, or counts the truth among what it may be. */
        UNDETERMINED,
        /** It says something else. */
        WRONG
    }

    static List<VerdictWords> all() {
        return ALL;
    }

    /** The first row that fits. */
    private static Optional<VerdictWords> of(RealScenario truth) {
        return ALL.stream()
                .filter(row -> row.fits(truth.verdict()))
                .filter(row -> row.outcome.equals("-") || row.outcome.equals(truth.outcome()))
                .findFirst();
    }

    private boolean fits(String other) {
        return word.endsWith("*") ? other.startsWith(word.substring(0, word.length() - 1)) : word.equals(other);
    }

    static Judgement judge(SessionVerdict verdict, RealScenario truth) {
        Optional<VerdictWords> known = of(truth);
        if (known.isEmpty()) {
            return verdict.isUndetermined() ? Judgement.UNDETERMINED : Judgement.WRONG;
        }
        return known.get().judge(verdict, truth.verdict());
    }

    private Judgement judge(SessionVerdict verdict, String truth) {
        if (right.stream().anyMatch(expected -> says(verdict, expected, truth))) {
            return Judgement.RIGHT;
        }
        if (broader.stream().anyMatch(expected -> says(verdict, expected, truth))) {
            return Judgement.BROADER;
        }
        boolean isConsidered = verdict.alternatives().stream().anyMatch(this::names);
        boolean isOpen = verdict.confidence() == Confidence.OPEN;
        return isConsidered || isOpen ? Judgement.UNDETERMINED : Judgement.WRONG;
    }

    private boolean names(SessionCause cause) {
        return Stream.concat(right.stream(), broader.stream())
                .anyMatch(expected -> expected.equals(cause.name()) || expected.startsWith(cause.name() + ":"));
    }

    /** {@code PEER_ALERT:unknown-ca}, or {@code PEER_ALERT:*} for the alert that the truth names itself. */
    private static boolean says(SessionVerdict verdict, String expected, String truth) {
        int colon = expected.indexOf(':');
        if (colon < 0) {
            return verdict.cause().name().equals(expected);
        }
        if (!verdict.cause().name().equals(expected.substring(0, colon))) {
            return false;
        }
        String alert = verdict.peerAlert().map(VerdictWords::nameOf).orElse("");
        String wanted = expected.substring(colon + 1);
        return wanted.equals("*") ? truth.endsWith("-alert-" + alert) : wanted.equals(alert);
    }

    /** In the words of the truth, {@code unknown} for a number that no standard names. */
    private static String nameOf(AlertDescription alert) {
        return alert.standardName()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-').replace("-reserved", ""))
                .orElse("unknown");
    }
}
