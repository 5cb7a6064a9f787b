package dev.posthorn.postfix;

import dev.posthorn.postfix.Finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks at the texts: are they what they are said to be, and does Postfix get through them? */
final class LintText {

    private static final Pattern SERVICE_LINE = Pattern.compile("\\S+\\s+(?:inet|unix|fifo|pass)\\s+\\S+\\s.*");
    private static final Pattern LOG_LINE = Pattern.compile(".*\\bpostfix[/\\w-]*\\[\\d+\\]:.*");

    /** A line or two of something else gets in by pasting; more than these, and it is something else. */
    private static final int STRAY_LINES = 3;

    private final Lint lint;

    LintText(Lint lint) {
        this.lint = lint;
    }

    void look() {
        if (!lint.version().isCovered()) {
            lint.add(
                    LintRule.UNCOVERED_VERSION,
                    Severity.WARNING,
                    "mail_version",
                    Optional.empty(),
                    "This library has facts about Postfix 2.2 to 3.11; for " + lint.version()
                            + " it assumes the nearest version it knows.",
                    "Check each default with postconf -d, and pass its output in.");
        }
        for (PostfixTlsSettings.ReadText text : lint.settings().texts()) {
            version(text);
            kind(text);
            duplicates(text);
        }
        lint.settings().masterCf().map(MasterCf::badLines).orElse(List.of()).forEach(this::badService);
    }

    private void version(PostfixTlsSettings.ReadText text) {
        MainCf.Entry told = text.mainCf().entries().get("mail_version");
        if (told != null && !isThisVersion(told.value())) {
            lint.add(
                    LintRule.OTHER_VERSION,
                    Severity.WARNING,
                    "mail_version",
                    Optional.of(new Origin.Text(text.source(), told.lineNumber())),
                    "The text comes from Postfix " + told.value() + " and is read as " + lint.version() + " reads it.",
                    "Read it with the version it comes from: PostfixVersion.toldBy(text).");
        }
    }

    private boolean isThisVersion(String told) {
        try {
            return PostfixVersion.parse(told).equals(lint.version());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void kind(PostfixTlsSettings.ReadText text) {
        MainCf mainCf = text.mainCf();
        if (mainCf.isCut()) {
            lint.add(
                    LintRule.NO_SETTINGS,
                    Severity.WARNING,
                    text.source().toString(),
                    Optional.empty(),
                    "The text is longer than any main.cf; its end was not read.",
                    "Look whether it is the right file.");
        }
        List<MainCf.BadLine> badLines = mainCf.badLines();
        if (badLines.size() > STRAY_LINES && badLines.size() > mainCf.entries().size()) {
            lint.add(
                    LintRule.NO_SETTINGS,
                    Severity.ERROR,
                    text.source().toString(),
                    Optional.of(new Origin.Text(text.source(), badLines.get(0).lineNumber())),
                    "Most of it is no settings" + guess(badLines) + ".",
                    "Pass main.cf, or what postconf -n prints.");
            return;
        }
        badLines.forEach(line -> badLine(line, text.source()));
    }

    private static String guess(List<MainCf.BadLine> badLines) {
        if (badLines.stream().anyMatch(line -> SERVICE_LINE.matcher(line.text()).matches())) {
            return "; it looks like a master.cf, which withMasterCf reads";
        }
        return badLines.stream().anyMatch(line -> LOG_LINE.matcher(line.text()).matches())
                ? "; it looks like a log"
                : "";
    }

    private void badLine(MainCf.BadLine line, SettingsSource source) {
        boolean isDropped =
                !line.text().isEmpty() && LogicalLines.isSpace(line.text().charAt(0));
        boolean kills = source == SettingsSource.MAIN_CF && !isDropped;
        lint.add(
                LintRule.BAD_LINE,
                kills ? Severity.ERROR : Severity.NOTE,
                line.text(),
                Optional.of(new Origin.Text(source, line.lineNumber())),
                line.complaint() + (kills ? "; every program of Postfix dies of it." : "; it is passed over."),
                isDropped ? "Begin the line without blanks." : "Write it as name = value, or put # in front of it.");
    }

    private void duplicates(PostfixTlsSettings.ReadText text) {
        for (MainCf.Overridden twice : text.mainCf().overridden()) {
            boolean isSame = twice.earlier().value().equals(twice.later().value());
            lint.add(
                    LintRule.DUPLICATE,
                    isSame ? Severity.NOTE : Severity.WARNING,
                    twice.parameter(),
                    Optional.of(new Origin.Text(text.source(), twice.later().lineNumber())),
                    "It stands on line " + twice.earlier().lineNumber() + ", too"
                            + (isSame
                                    ? ", with the same value."
                                    : ", as \"" + twice.earlier().value()
                                            + "\"; the last line counts, and the earlier one has no effect."),
                    "Remove line " + twice.earlier().lineNumber() + ".");
        }
    }

    private void badService(MasterCf.BadLine line) {
        lint.add(
                LintRule.BAD_SERVICE,
                Severity.ERROR,
                "master.cf line " + line.lineNumber(),
                Optional.empty(),
                "\"" + line.text() + "\" " + line.complaint() + ".",
                "Write options without blanks, as -o name=value"
                        + (lint.version().isAtLeast(new PostfixVersion(3, 0, 0)) ? ", or in braces." : "."));
    }

    /** Names that some value refers to are used, whatever they are called. */
    static boolean isReferredTo(String name, Map<String, PostfixTlsSettings.Stated> stated) {
        Pattern reference = Pattern.compile("\\$[({]?" + Pattern.quote(name) + "\\b");
        return stated.values().stream()
                .anyMatch(value -> value.rawValue().indexOf('$') >= 0
                        && reference.matcher(value.rawValue()).find());
    }
}
