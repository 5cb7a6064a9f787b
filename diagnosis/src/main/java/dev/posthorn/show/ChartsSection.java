package dev.posthorn.show;

import dev.posthorn.report.HandshakeResult;
import dev.posthorn.show.TimeSlots.Slot;
import dev.posthorn.show.TlsFigures.Direction;
import dev.posthorn.show.TlsFigures.Named;
import java.util.List;
import java.util.Locale;

/** The drawings, each with its numbers in a table that opens below it. */
final class ChartsSection {

    private final TlsFigures figures;
    private final HtmlWriter html;

    ChartsSection(TlsFigures figures, HtmlWriter html) {
        this.figures = figures;
        this.html = html;
    }

    void write() {
        List<Direction> directions = figures.directions();
        if (directions.isEmpty()) {
            return;
        }
        html.open("section", "id", "charts").element("h2", "At a glance").open("div", "class", "grid");
        for (Direction direction : directions) {
            overTime(direction);
        }
        html.open("div", "class", "card").element("h3", "Versions agreed on");
        for (Direction direction : directions) {
            html.element("h4", Words.direction(direction.role()));
            new ShareBar(direction)
                    .write(html, id("shares", direction), "Shares of versions, " + Words.direction(direction.role()));
        }
        html.close();
        bars("suites", "Cipher suites", figures.suites(), "r-tlsv1_2");
        bars("failing", "Peers that failed most", figures.failingPeers(), "r-failed");
        html.close().close();
    }

    private static String id(String chart, Direction direction) {
        return chart + "-" + direction.role().name().toLowerCase(Locale.ROOT);
    }

    private void overTime(Direction direction) {
        TimeSlots time = TimeSlots.of(figures.report().timeline(), direction.role(), TimeChart.MOST);
        if (time.slots().isEmpty()) {
            return;
        }
        String title = "Handshakes by " + time.unit();
        html.open("div", "class", "card wide");
        html.element("h3", Words.direction(direction.role()) + ": " + title.toLowerCase(Locale.ROOT));
        new TimeChart(time).write(html, id("time", direction), title + ", " + Words.direction(direction.role()));
        numbers(time);
        html.close();
    }

    private void numbers(TimeSlots time) {
        List<HandshakeResult> results = TimeChart.PILE.stream()
                .filter(result -> time.slots().stream().anyMatch(slot -> slot.count(result) > 0))
                .toList();
        html.open("details").element("summary", "The numbers");
        HtmlTable table = new HtmlTable(html, "Handshakes by " + time.unit());
        table.heading("from")
                .numberHeadings(results.stream().map(HandshakeResult::word).toList());
        for (Slot slot : time.slots()) {
            if (slot.total() > 0) {
                table.row(slot.start());
                results.forEach(result -> table.number(slot.count(result)));
            }
        }
        table.end();
        html.close();
    }

    private void bars(String id, String title, List<Named> names, String shade) {
        if (!names.isEmpty()) {
            html.open("div", "class", "card").element("h3", title);
            new BarChart(names, shade).write(html, id, title);
            html.close();
        }
    }
}
