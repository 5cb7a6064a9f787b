package dev.posthorn.show;

import dev.posthorn.text.TerminalText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML and the SVG within it, element by element. Every text and every attribute value goes through one escape, so
 * there is no way to write markup by way of a value.
 *
 * <p>Control characters, bidirectional overrides and the like are written out as {@link TerminalText} does it; then what HTML
 * reads as markup is escaped (HTML Standard, section 13.1). Tags and names of attributes are our own words. Not safe for use
 * by several threads.
 */
final class HtmlWriter {

    /** Elements within a line of text, behind which a line break would show as a blank. */
    private static final Set<String> INLINE = Set.of("strong", "em", "code", "span", "a", "bdi", "time", "tspan");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; attributes are names and values in turn. */
    HtmlWriter open(String tag, String... attributes) {
        tag(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Ends the element that was begun last. */
    HtmlWriter close() {
        String tag = open.pop();
        out.append("</").append(tag).append(INLINE.contains(tag) ? ">" : ">\n");
        return this;
    }

    /** An element with nothing in it that has no end tag, such as {@code meta}. */
    HtmlWriter empty(String tag, String... attributes) {
        tag(tag, attributes);
        out.append('\n');
        return this;
    }

    /** An element with a text in it. */
    HtmlWriter element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A text of our own words. */
    HtmlWriter text(String text) {
        escape(TerminalText.escape(text));
        return this;
    }

    /** A text from the log: cut at a length, and apart from the words around it if it runs from right to left. */
    HtmlWriter quoted(String text, int maxLength) {
        out.append("<bdi>");
        String safe = TerminalText.escape(text, maxLength);
        int bracket = Math.max(0, safe.indexOf('['));
        escape(safe.substring(0, bracket));
        out.append(bracket > 0 ? "<wbr>" : ""); // Rather between name and address than within one of them.
        escape(safe.substring(bracket));
        out.append("</bdi>");
        return this;
    }

    /** Lines as they are, for {@code pre}. */
    HtmlWriter lines(String lines) {
        lines.lines().forEach(line -> {
            escape(TerminalText.escape(line));
            out.append('\n');
        });
        return this;
    }

    /** The style sheet, a resource of ours; never text from elsewhere. */
    HtmlWriter style(StyleSheet sheet) {
        out.append("<style>").append(sheet.text()).append("</style>\n");
        return this;
    }

    private void tag(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(TerminalText.escape(attributes[i + 1]));
            out.append('"');
        }
        out.append('>');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not ended: " + open);
        }
        return out.toString();
    }
}
