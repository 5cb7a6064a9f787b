package dev.posthorn.show;

import dev.posthorn.remedy.ConfigurationText;
import dev.posthorn.remedy.Impact;
import dev.posthorn.remedy.PeerImpact;
import dev.posthorn.remedy.TargetedRemedy;
import java.util.List;

/** What to change: lines to copy, for whom, at which risk, and what they would mean to the others. */
final class RemediesSection {

    private static final int MOST = 20;
    private static final int MOST_PEERS = 5;
    private static final int MAX_TEXT = 600;

    private final DiagnosisFigures figures;
    private final HtmlWriter html;

    RemediesSection(DiagnosisFigures figures, HtmlWriter html) {
        this.figures = figures;
        this.html = html;
    }

    void write() {
        List<TargetedRemedy> remedies = figures.remedies();
        if (remedies.isEmpty()) {
            return;
        }
        html.open("section", "id", "remedies").element("h2", "What to change");
        html.element(
                "p",
                "Each stands alone; those that are good for everybody come first. Every line is known to this version of"
                        + " Postfix.");
        for (int i = 0; i < Math.min(MOST, remedies.size()); i++) {
            remedy(i + 1, remedies.get(i));
        }
        if (remedies.size() > MOST) {
            html.element("p", "and " + Words.count(remedies.size() - MOST) + " more", "class", "more");
        }
        html.close();
    }

    private void remedy(int number, TargetedRemedy remedy) {
        html.open("article", "class", "card remedy", "id", "remedy-" + number);
        html.open("h3").text(number + ". ").quoted(remedy.summary(), MAX_TEXT).close();
        for (ConfigurationText text : remedy.texts()) {
            html.open("figure").element("figcaption", text.file().path());
            html.open("pre", "tabindex", "0")
                    .open("code")
                    .lines(Copyable.of(text))
                    .close()
                    .close()
                    .close();
        }
        html.open("dl", "class", "facts");
        fact("For", Remedies.served(remedy.serves(), MOST_PEERS));
        fact("It helps", Words.confidence(remedy.confidence()));
        if (!remedy.risk().isEmpty()) {
            fact("Risk", remedy.risk());
        }
        remedy.caveats().forEach(caveat -> fact("Mind", caveat));
        html.close();
        remedy.impact().ifPresent(this::impact);
        html.close();
    }

    private void fact(String name, String value) {
        html.open("div")
                .element("dt", name)
                .open("dd")
                .quoted(value, MAX_TEXT)
                .close()
                .close();
    }

    private void impact(Impact impact) {
        html.open("details").element("summary", "What it would mean to all peers: " + impact);
        List<PeerImpact> touched = Remedies.touched(impact);
        HtmlTable table = new HtmlTable(html, "Peers for whom something changes, or of whom the log does not tell");
        table.heading("peer", "what becomes of it", "now", "then");
        for (PeerImpact peer : touched.subList(0, Math.min(MOST, touched.size()))) {
            table.row(peer.peer().text()).cell(peer.kind().description());
            table.cell(peer.before()).cell(peer.after());
        }
        table.end();
        if (touched.size() > MOST) {
            html.element("p", "and " + Words.count(touched.size() - MOST, "more peer"), "class", "more");
        }
        html.close();
    }
}
