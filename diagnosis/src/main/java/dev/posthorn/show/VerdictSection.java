package dev.posthorn.show;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.postfix.Finding;
import dev.posthorn.remedy.TargetedRemedy;
import dev.posthorn.show.TlsFigures.FailureKind;
import java.util.List;

/** The top of the page: what goes wrong, for whom, and whose it is to change something. */
final class VerdictSection {

    private static final int MOST_KINDS = 5;
    private static final int MOST_REMEDIES = 5;
    private static final int MAX_TEXT = 400;

    private final Dossier dossier;
    private final TlsFigures figures;
    private final HtmlWriter html;

    VerdictSection(Dossier dossier, HtmlWriter html) {
        this.dossier = dossier;
        this.figures = dossier.figures();
        this.html = html;
    }

    void write() {
        html.open("section", "id", "verdict", "class", Headline.isFine(dossier) ? "verdict fine" : "verdict wrong");
        html.element("h2", Headline.of(figures));
        Headline.besides(dossier).ifPresent(sentence -> html.element("p", sentence));
        tiles();
        List<FailureKind> kinds = figures.failureKinds();
        if (!kinds.isEmpty()) {
            html.open("ol", "class", "kinds");
            kinds.stream().limit(MOST_KINDS).forEach(this::kind);
            html.close();
            if (kinds.size() > MOST_KINDS) {
                html.element("p", "and " + Words.count(kinds.size() - MOST_KINDS, "further kind") + " of failure.");
            }
        }
        dossier.diagnosis().ifPresent(this::whatToDo);
        html.close();
    }

    private void whatToDo(DiagnosisFigures diagnosis) {
        if (!diagnosis.diagnosis().contradictions().isEmpty()) {
            html.open("p", "class", "warning")
                    .open("strong")
                    .text("Log and settings do not agree")
                    .close();
            html.text(", so what follows from the settings may be wrong: ");
            html.element("a", "see where", "href", "#settings").text(".").close();
        }
        List<TargetedRemedy> remedies = diagnosis.remedies();
        List<Finding> errors = diagnosis.diagnosis().findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
        if (remedies.isEmpty() && errors.isEmpty()) {
            return;
        }
        html.element("h3", "What to do").open("ul", "class", "todo");
        for (int i = 0; i < Math.min(MOST_REMEDIES, remedies.size()); i++) {
            html.open("li").open("a", "href", "#remedy-" + (i + 1));
            html.quoted(remedies.get(i).summary(), MAX_TEXT).close().close();
        }
        for (Finding error : errors.subList(0, Math.min(MOST_REMEDIES, errors.size()))) {
            html.open("li").quoted(error.fix(), MAX_TEXT).text(" ");
            html.element("a", "(" + error.subject() + ")", "href", "#settings").close();
        }
        html.close();
    }

    private void tiles() {
        html.open("dl", "class", "tiles");
        tile("Handshakes", Words.count(figures.established() + figures.failed()), "");
        tile("Succeeded", Words.count(figures.established()), "");
        tile("Failed", Words.count(figures.failed()), figures.failed() > 0 ? "bad" : "");
        tile("Peers that failed", Words.count(figures.failingPeers().size()), "");
        html.close();
    }

    private void tile(String name, String value, String shade) {
        html.open("div", "class", ("tile " + shade).strip());
        html.element("dt", name).element("dd", value).close();
    }

    private void kind(FailureKind kind) {
        html.open("li");
        html.open("strong").quoted(kind.error(), 80).close();
        html.text(" " + (kind.role() == TlsRole.SERVER ? "coming in" : "going out") + ": "
                + Words.count(kind.count(), "time") + " with " + Words.count(kind.peers(), "peer") + ", last "
                + Words.time(kind.last()) + ". " + Words.fault(kind.verdict()));
        html.close();
    }
}
