package dev.posthorn.show;

import java.util.List;

/** A table with a caption, headings that say what they are headings of, and room to scroll on its own where it is too wide. */
final class HtmlTable {

    private static final int MAX_CELL = 200;

    private final HtmlWriter html;
    private boolean isInHead = true;
    private boolean isInRow;

    HtmlTable(HtmlWriter html, String caption) {
        this.html = html;
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        html.open("table").element("caption", caption).open("thead").open("tr");
    }

    HtmlTable heading(String... texts) {
        for (String text : texts) {
            html.element("th", text, "scope", "col");
        }
        return this;
    }

    HtmlTable numberHeadings(List<String> texts) {
        texts.forEach(text -> html.element("th", text, "scope", "col", "class", "n"));
        return this;
    }

    /** Begins a row; its first cell names it. */
    HtmlTable row(String heading) {
        endRow();
        if (isInHead) {
            html.close().close().open("tbody");
            isInHead = false;
        }
        html.open("tr").open("th", "scope", "row").quoted(heading, MAX_CELL).close();
        isInRow = true;
        return this;
    }

    HtmlTable number(long number) {
        html.element("td", Words.count(number), "class", "n");
        return this;
    }

    /** A number in words of ours. */
    HtmlTable amount(String amount) {
        html.element("td", amount, "class", "n");
        return this;
    }

    HtmlTable cell(String text) {
        html.open("td").quoted(text, MAX_CELL).close();
        return this;
    }

    private void endRow() {
        if (isInRow) {
            html.close();
            isInRow = false;
        }
    }

    void end() {
        endRow();
        if (isInHead) {
            html.close().close().open("tbody");
        }
        html.close().close().close();
    }
}
