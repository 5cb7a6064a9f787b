package dev.posthorn.show;

/** The page as a whole: head, header, sections, footer. */
final class Page {

    private final Dossier dossier;
    private final HtmlWriter html = new HtmlWriter();

    Page(Dossier dossier) {
        this.dossier = dossier;
    }

    String write() {
        html.open("html", "lang", "en");
        head();
        html.open("body");
        html.element("a", "Skip to the verdict", "class", "skip", "href", "#verdict");
        Figure.patterns(html);
        header();
        html.open("main");
        new VerdictSection(dossier, html).write();
        new ChartsSection(dossier.figures(), html).write();
        dossier.diagnosis().ifPresentOrElse(this::diagnosis, this::countsOnly);
        new StatisticsSection(dossier.figures(), html).write();
        new NotUnderstoodSection(dossier.figures(), html).write();
        html.close();
        footer();
        return html.close().close().toString();
    }

    private void diagnosis(DiagnosisFigures figures) {
        new PeersSection(figures, html).write();
        new RemediesSection(figures, html).write();
        new WhySection(figures, html).write();
        new SettingsSection(figures, html).write();
    }

    private void countsOnly() {
        new FailuresSection(dossier.figures(), html).write();
    }

    private void head() {
        StyleSheet sheet = StyleSheet.load();
        html.open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src " + sheet.hash() + "; base-uri 'none'; form-action 'none'");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", "TLS in " + dossier.title());
        html.style(sheet);
        html.close();
    }

    private void header() {
        html.open("header");
        horn();
        html.open("div");
        html.element("p", "Posthorn", "class", "brand");
        html.open("h1").text("TLS in ").quoted(dossier.title(), 200).close();
        html.open("p", "class", "span")
                .text(Words.count(dossier.figures().report().lines(), "line"));
        Words.span(dossier.figures().report().timeline()).ifPresent(span -> html.text(" · " + span));
        html.close().close().close();
    }

    /** A post horn: a coil, a bell to the right, a mouthpiece to the left. */
    private void horn() {
        html.open("svg", "class", "horn", "viewBox", "0 0 64 48", "width", "64", "height", "48", "aria-hidden", "true");
        html.open("circle", "cx", "30", "cy", "25", "r", "14").close();
        html.open("path", "d", "M3 11H33").close();
        html.open("path", "d", "M3 8V14").close();
        html.open("path", "class", "bell", "d", "M32 9C44 9 52 7 60 2V20C52 15 44 13 32 13Z")
                .close();
        html.close();
    }

    private void footer() {
        html.open("footer");
        html.element(
                "p",
                "Counted and explained by Posthorn from the lines of the log alone. Times are those of the host that wrote them."
                        + " This page has no script and loads nothing; it can be stored, sent and printed as it is.");
        html.close();
    }
}
