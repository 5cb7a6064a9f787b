package dev.posthorn.show;

import dev.posthorn.diagnosis.HandshakeDiagnosis;
import java.util.List;

/** The whole story of one failure of each kind. */
final class WhySection {

    private static final int MOST = 5;
    private static final int MAX_STORY = 20_000;
    private static final int MAX_REASON = 80;

    private final DiagnosisFigures figures;
    private final HtmlWriter html;

    WhySection(DiagnosisFigures figures, HtmlWriter html) {
        this.figures = figures;
        this.html = html;
    }

    void write() {
        List<HandshakeDiagnosis> examples = figures.examples();
        if (examples.isEmpty()) {
            return;
        }
        html.open("section", "id", "why").element("h2", "Why, step by step");
        examples.stream().limit(MOST).forEach(this::story);
        if (examples.size() > MOST) {
            html.element(
                    "p", "and " + Words.count(examples.size() - MOST, "further kind") + " of failure", "class", "more");
        }
        html.close();
    }

    private void story(HandshakeDiagnosis failure) {
        String story = failure.explain();
        html.open("details", "class", "card").open("summary").quoted(failure.reason(), MAX_REASON);
        html.text(", line " + failure.session().firstLine()).close();
        html.open("pre", "tabindex", "0").open("code");
        html.lines(story.length() > MAX_STORY ? story.substring(0, MAX_STORY) + "\n…" : story);
        html.close().close().close();
    }
}
