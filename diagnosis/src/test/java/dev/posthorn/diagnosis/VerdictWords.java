package dev.posthorn.diagnosis;

import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.AlertDescription;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the library's verdicts fit a word of the truth: one table, a row for a word or a family of words. */
record VerdictWords(String word, List<String> right, List<String> broader) {

    private static final List<VerdictWords> ALL =
            TsvTable.read("verdict-words.tsv", VerdictWords.class.getResourceAsStream("verdict-words.tsv"))
                    .rows()
                    .stream()
                    .map(row -> new VerdictWords(row.text("word"), row.words("right", ' '), row.words("broader", ' ')))
                    .toList();

    /** How a verdict stands to the truth. */
    enum Judgement {
        /** It says what happened. */
        RIGHT,
        /** It says less, or that it does not know. */
        UNDETERMINED,
        /** It says something else. */
        WRONG
    }

    /** The first row that the word fits. */
    static Optional<VerdictWords> of(String word) {
        return ALL.stream().filter(row -> row.fits(word)).findFirst();
    }

    private boolean fits(String other) {
        return word.endsWith("*") ? other.startsWith(word.substring(0, word.length() - 1)) : word.equals(other);
    }

    /** Judges a verdict by the word that says what happened. */
    static Judgement judge(SessionVerdict verdict, String truth) {
        Optional<VerdictWords> known = of(truth);
        if (known.isEmpty()) {
            return verdict.isUndetermined() ? Judgement.UNDETERMINED : Judgement.WRONG;
        }
        VerdictWords words = known.get();
        if (words.right.stream().anyMatch(right -> says(verdict, right, truth))) {
            return Judgement.RIGHT;
        }
        boolean isBroader = words.broader.stream().anyMatch(right -> says(verdict, right, truth));
        boolean isConsidered = verdict.alternatives().stream().anyMatch(words::names);
        boolean isOpen = verdict.confidence() == Confidence.OPEN;
        return isBroader || isConsidered || isOpen ? Judgement.UNDETERMINED : Judgement.WRONG;
    }

    private boolean names(SessionCause cause) {
        return Stream.concat(right.stream(), broader.stream())
                .anyMatch(word -> word.equals(cause.name()) || word.startsWith(cause.name() + ":"));
    }

    /** {@code PEER_ALERT:unknown_ca}, or {@code PEER_ALERT:*} for the alert that the truth names itself. */
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
