package dev.posthorn.show;

import dev.posthorn.report.Ranking;
import dev.posthorn.report.TlsFailureCount;

/** Who failed, with which error, when, and whether it was better later. */
final class FailuresSection {

    private static final int MOST = 50;
    private static final int MAX_PEER = 120;
    private static final int MAX_ERROR = 100;

    private final TlsFigures figures;
    private final HtmlWriter html;

    FailuresSection(TlsFigures figures, HtmlWriter html) {
        this.figures = figures;
        this.html = html;
    }

    void write() {
        Ranking<TlsFailureCount> failures = figures.report().failures();
        if (failures.rows().isEmpty()) {
            return;
        }
        html.open("section", "id", "failures").element("h2", "Who failed");
        html.open("ul", "class", "peers");
        failures.top(MOST).forEach(this::failure);
        html.close();
        Limits.more(html, failures, MOST);
        html.close();
    }

    private void failure(TlsFailureCount failure) {
        html.open("li", "class", "card peer");
        html.open("h3")
                .quoted(failure.peer().isEmpty() ? "a peer that no line names" : failure.peer(), MAX_PEER)
                .close();
        html.open("p", "class", "error")
                .open("code")
                .quoted(failure.error(), MAX_ERROR)
                .close()
                .close();
        html.open("dl", "class", "facts");
        fact("Direction", Words.direction(failure.role()));
        fact("Verdict", Words.fault(failure.verdict()));
        fact("Count", Words.count(failure.count()));
        fact("First", Words.time(failure.first()));
        fact("Last", Words.time(failure.last()));
        failure.meanInterval().ifPresent(interval -> fact("Every", Words.duration(interval) + " on average"));
        fact(
                "Later TLS",
                failure.laterSuccess().map(time -> "succeeded " + time.text()).orElse("none seen"));
        html.close().close();
    }

    private void fact(String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }
}
