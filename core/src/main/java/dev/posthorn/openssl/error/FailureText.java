package dev.posthorn.openssl.error;

import dev.posthorn.text.TerminalText;
import dev.posthorn.text.WrappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a verdict down for a person: lines of at most 80 columns, nothing of the log line unescaped. */
final class FailureText {

    private static final int COLUMNS = 80;
    private static final int LONGEST_QUOTE = 200;

    private final WrappedText out = new WrappedText(COLUMNS);

    private FailureText() {}

    static String of(HandshakeFailure failure) {
        FailureText text = new FailureText();
        text.verdict(failure);
        text.evidence(failure);
        text.readings(failure.readings());
        failure.check().ifPresent(check -> text.section("What to check first", check));
        text.remedies(failure.alwaysHelpful());
        return text.out.toString().stripTrailing();
    }

    static String unexplained(HandshakeFailure failure) {
        OpenSslError error = failure.error();
        if (failure.possibleKinds().size() > 1) {
            return "OpenSSL reported reason " + error.code().reason() + ", whose meaning changed: "
                    + Stream.concat(
                                    ReasonMeanings.recorded(error).entrySet().stream(),
                                    ReasonMeanings.recordedInOtherPacking(error).entrySet().stream())
                            .map(FailureText::meaning)
                            .collect(Collectors.joining("; "))
                    + ".";
        }
        return "OpenSSL reported "
                + error.reasonText()
                        .map(FailureText::quoted)
                        .orElse(error.code().toString())
                + error.functionText()
                        .map(function -> " in " + TerminalText.escape(function, LONGEST_QUOTE))
                        .orElse("")
                + ".";
    }

    private static String meaning(Map.Entry<String, List<ErrorStrings>> textAndReleases) {
        List<ErrorStrings> releases = textAndReleases.getValue();
        String first = releases.get(0).release().toString();
        String last = releases.get(releases.size() - 1).release().toString();
        return quoted(textAndReleases.getKey()) + " in " + (first.equals(last) ? first : first + " to " + last);
    }

    static String sentence(Change change) {
        return change.what() + " Risk: " + change.risk();
    }

    private static String quoted(String text) {
        return '"' + TerminalText.escape(text, LONGEST_QUOTE) + '"';
    }

    private void verdict(HandshakeFailure failure) {
        paragraph("", failure.summary());
        Optional<Side> side = failure.side();
        String roleHere = side.map(part -> ", which was the " + part.description() + " here")
                .orElse("");
        paragraph(
                "",
                "Decided by " + failure.decidedBy().description() + roleHere + ", "
                        + failure.step().description() + ". Fault: "
                        + failure.blame().description() + ".");
        failure.story().ifPresent(story -> {
            out.blank();
            paragraph("", story);
        });
    }

    private void evidence(HandshakeFailure failure) {
        List<String> sentences = new ArrayList<>(failure.evidence());
        if (failure.hasError()) {
            printedBy(PossibleReleases.of(failure.error())).ifPresent(sentences::add);
        }
        if (!sentences.isEmpty()) {
            section("What is known", String.join(" ", sentences));
        }
    }

    private static Optional<String> printedBy(PossibleReleases releases) {
        if (!releases.isPatchedBuild()) {
            return Optional.of("The line was printed by OpenSSL " + releases + ", going by the upstream sources.");
        }
        return releases.nearest().isEmpty()
                ? Optional.empty()
                : Optional.of("No upstream release has this line, so it was printed by a " + releases + ".");
    }

    private void readings(List<Reading> readings) {
        if (readings.isEmpty()) {
            return;
        }
        out.blank();
        paragraph("", readings.size() == 1 ? "What it means:" : "What it may mean, most likely first:");
        int number = 0;
        for (Reading reading : readings) {
            number++;
            item("  " + number + ". ", reading.summary());
            item("     Evidence: ", reading.evidence());
            for (Change change : reading.remedies()) {
                item("     Change: ", change.what());
                item("     Risk: ", change.risk());
            }
        }
    }

    private void remedies(List<Change> remedies) {
        for (Change change : remedies) {
            section("What to change", change.what());
            item("  Risk: ", change.risk());
        }
    }

    private void section(String title, String text) {
        out.blank().paragraph(title + ":");
        paragraph("  ", text);
    }

    /** A text behind a label; its further lines stand under the label's indentation. */
    private void item(String label, String text) {
        String indent = " ".repeat(label.length() - label.stripLeading().length());
        boolean isNumbered = Character.isDigit(label.charAt(indent.length()));
        out.item(label, isNumbered ? " ".repeat(label.length()) : indent + "  ", text);
    }

    private void paragraph(String indent, String text) {
        out.item(indent, indent, text);
    }
}
