package dev.posthorn.show;

import dev.posthorn.maillog.Contradiction;
import dev.posthorn.postfix.Finding;
import java.util.List;
import java.util.Locale;

/** What is wrong in the settings whatever the log says, and where the two do not agree. */
final class SettingsSection {

    private static final int MOST = 30;
    private static final int MAX_TEXT = 800;

    private final DiagnosisFigures figures;
    private final HtmlWriter html;

    SettingsSection(DiagnosisFigures figures, HtmlWriter html) {
        this.figures = figures;
        this.html = html;
    }

    void write() {
        List<Contradiction> contradictions = figures.diagnosis().contradictions();
        List<Finding> findings = figures.diagnosis().findings();
        if (contradictions.isEmpty() && findings.isEmpty()) {
            return;
        }
        html.open("section", "id", "settings").element("h2", "The settings");
        if (!contradictions.isEmpty()) {
            html.element("h3", "Where log and settings do not agree");
            html.element("p", "The log is right: these are the settings of another server, service or time.");
            html.open("ul", "class", "plain");
            contradictions.stream().limit(MOST).forEach(each -> item(each.toString()));
            html.close();
        }
        if (!findings.isEmpty()) {
            html.element("h3", "What should be known of them");
            html.open("ul", "class", "plain");
            findings.stream().limit(MOST).forEach(this::finding);
            html.close();
        }
        html.close();
    }

    private void finding(Finding finding) {
        html.open("li").open("strong");
        html.text(finding.severity().name().toLowerCase(Locale.ROOT) + ": ").quoted(finding.subject(), MAX_TEXT);
        html.close().text(finding.origin().map(where -> " (" + where + ")").orElse("") + ": ");
        html.quoted(finding.reason(), MAX_TEXT)
                .text(" ")
                .quoted(finding.fix(), MAX_TEXT)
                .close();
    }

    private void item(String text) {
        html.open("li").quoted(text, MAX_TEXT).close();
    }
}
