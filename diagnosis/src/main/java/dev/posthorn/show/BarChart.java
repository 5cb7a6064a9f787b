package dev.posthorn.show;

import dev.posthorn.show.TlsFigures.Named;
import java.util.List;

/** Names from the log and how often they came: a name, a number, and a bar below both. */
final class BarChart {

    private static final int MOST = 10;
    private static final int ROW = 36;

    /** As many characters as fit above a bar on a phone. */
    private static final int NAME_LENGTH = 34;

    private final List<Named> names;
    private final String shade;

    BarChart(List<Named> names, String shade) {
        this.names = names;
        this.shade = shade;
    }

    void write(HtmlWriter html, String id, String title) {
        List<Named> shown = names.subList(0, Math.min(MOST, names.size()));
        long highest = Math.max(1, shown.stream().mapToLong(Named::count).max().orElse(1));
        Figure figure = new Figure(html, id);
        figure.begin(title, description(shown), shown.size() * ROW + 2);
        int y = 0;
        for (Named name : shown) {
            figure.word("name", 0, y + 14, Words.middleCut(name.name(), NAME_LENGTH));
            figure.word("to", 100, y + 14, Words.count(name.count()));
            figure.part("track", 0, y + 20, 100, 8, "");
            double width = Math.max(0.5, 100.0 * name.count() / highest);
            figure.part(shade, 0, y + 20, width, 8, Words.count(name.count()));
            y += ROW;
        }
        figure.end();
        if (names.size() > shown.size()) {
            html.element("p", "and " + Words.count(names.size() - shown.size()) + " more", "class", "more");
        }
    }

    private String description(List<Named> shown) {
        return shown.size() + " bars, the longest for "
                + Words.count(shown.get(0).count()) + "; "
                + Words.count(names.stream().mapToLong(Named::count).sum()) + " in all.";
    }
}
