package dev.posthorn.show;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.show.TlsFigures.FailureKind;
import java.util.List;

/** The top of the page: what goes wrong, for whom, and whose it is to change something. */
final class VerdictSection {

    private static final int MOST_KINDS = 5;

    private final TlsFigures figures;
    private final HtmlWriter html;

    VerdictSection(Dossier dossier, HtmlWriter html) {
        this.figures = dossier.figures();
        this.html = html;
    }

    void write() {
        boolean isFine = figures.failed() == 0;
        html.open("section", "id", "verdict", "class", isFine ? "verdict fine" : "verdict wrong");
        html.element("h2", Headline.of(figures));
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
