package dev.posthorn.show;

import dev.posthorn.report.Ranking;

/** Says what a table leaves out, and how far its numbers may be off. */
final class Limits {

    private Limits() {}

    static void more(HtmlWriter html, Ranking<?> ranking, int shown) {
        int more = ranking.rows().size() - shown;
        if (more > 0) {
            html.element("p", "and " + Words.count(more, "more row"), "class", "more");
        }
        if (!ranking.isExact()) {
            html.element("p", inexact(ranking), "class", "more");
        }
    }

    static String inexact(Ranking<?> ranking) {
        return "There were more than a report remembers: the frequent ones are here, and a count may be too low by up to "
                + Words.count(ranking.errorBound()) + ".";
    }
}
