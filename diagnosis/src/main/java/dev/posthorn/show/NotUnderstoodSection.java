package dev.posthorn.show;

import dev.posthorn.mail.UnrecognizedReason;
import java.util.List;

/** What was not read, so that nobody takes silence for health. */
final class NotUnderstoodSection {

    private final TlsFigures figures;
    private final HtmlWriter html;

    NotUnderstoodSection(TlsFigures figures, HtmlWriter html) {
        this.figures = figures;
        this.html = html;
    }

    void write() {
        html.open("section", "id", "not-understood").element("h2", "What was not understood");
        html.element("p", NotUnderstood.summary(figures.report()));
        List<UnrecognizedReason> reasons = NotUnderstood.reasons(figures.report());
        if (!reasons.isEmpty()) {
            HtmlTable table = new HtmlTable(html, "Lines that say nothing here, by reason");
            table.heading("reason").numberHeadings(List.of("lines"));
            for (UnrecognizedReason reason : reasons) {
                table.row(NotUnderstood.words(reason)).number(figures.report().unrecognized(reason));
            }
            table.end();
        }
        html.close();
    }
}
