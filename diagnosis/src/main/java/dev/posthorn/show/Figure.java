package dev.posthorn.show;

import dev.posthorn.report.HandshakeResult;
import java.util.Collection;
import java.util.Locale;

/**
 * What the drawings share: an SVG as wide as the page makes it. Positions along it are percentages and everything else is in
 * pixels, so that a drawing shrinks to a phone and its words do not.
 */
final class Figure {

    private final HtmlWriter html;
    private final String id;

    Figure(HtmlWriter html, String id) {
        this.html = html;
        this.id = id;
    }

    /** Begins a figure: heading, then a drawing with a name and a description for those who do not see it. */
    Figure begin(String title, String description, int height) {
        html.open("svg", "role", "img", "width", "100%", "height", String.valueOf(height));
        html.element("title", title, "id", id + "-title");
        html.element("desc", description, "id", id + "-description");
        return this;
    }

    void end() {
        html.close();
    }

    /** A part of a bar, with what it stands for shown when it is pointed at. */
    void part(String shade, double x, double y, double width, double height, String meaning) {
        html.open(
                "rect",
                "class",
                shade,
                "x",
                percent(x),
                "y",
                pixels(y),
                "width",
                percent(width),
                "height",
                pixels(Math.max(height, 1)));
        html.element("title", meaning).close();
    }

    void word(String kind, double x, double y, String text) {
        html.open("text", "class", kind, "x", percent(x), "y", pixels(y))
                .text(text)
                .close();
    }

    void line(String kind, double y) {
        html.open("line", "class", kind, "x1", "0", "x2", "100%", "y1", pixels(y), "y2", pixels(y))
                .close();
    }

    /** What the shades mean: a pattern or colour, and the word. */
    static void legend(HtmlWriter html, Collection<HandshakeResult> results) {
        html.open("ul", "class", "legend");
        for (HandshakeResult result : results) {
            html.open("li");
            html.open("svg", "width", "14", "height", "14", "aria-hidden", "true");
            html.open("rect", "class", shade(result), "width", "14", "height", "14", "rx", "2")
                    .close();
            html.close().text(result.word()).close();
        }
        html.close();
    }

    /** The class of the style sheet that draws a result. */
    static String shade(HandshakeResult result) {
        return "r-" + result.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The patterns of the shades that warn: failed and old ones differ by more than a colour. One rectangle and its stripes
     * each; the style sheet colours both.
     */
    static void patterns(HtmlWriter html) {
        html.open("svg", "class", "patterns", "width", "0", "height", "0", "aria-hidden", "true");
        html.open("defs");
        pattern(html, "failed", "M0 0L8 8M-2 6L2 10M6 -2L10 2");
        pattern(html, "tlsv1", "M0 8L8 0M-2 2L2 -2M6 10L10 6");
        pattern(html, "sslv3", "M0 4H8M4 0V8");
        html.close().close();
    }

    private static void pattern(HtmlWriter html, String name, String stripes) {
        html.open("pattern", "id", "p-" + name, "width", "8", "height", "8", "patternUnits", "userSpaceOnUse");
        html.open("rect", "class", "b-" + name, "width", "8", "height", "8").close();
        html.open("path", "class", "stripes", "d", stripes).close();
        html.close();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }

    private static String pixels(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
