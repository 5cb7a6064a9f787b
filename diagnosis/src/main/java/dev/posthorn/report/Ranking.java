package dev.posthorn.report;

import java.util.List;

/**
 * Counts by some key, the greatest first, and how exact they are.
 *
 * <p>While there were no more keys than {@link ReportLimits#keys()}, all of them are here and every count is right. Beyond that
 * the frequent ones are here: a count may be too low by up to the error bound, and so may that of a key that is not here, which
 * is 0.
 *
 * @param rows one for each key
 * @param total how often something was counted, whatever its key; always exact
 * @param errorBound by how much a count may be too low, 0 if all are exact
 * @param <T> what is known of a key
 */
public record Ranking<T>(List<T> rows, long total, long errorBound) {

    /**
     * Makes a ranking.
     *
     * @param rows one for each key
     * @param total how often something was counted
     * @param errorBound by how much a count may be too low
     */
    public Ranking {
        rows = List.copyOf(rows);
    }

    /**
     * Are all keys here, with their true counts?
     *
     * @return true if the error bound is 0
     */
    public boolean isExact() {
        return errorBound == 0;
    }

    /**
     * The first rows.
     *
     * @param count how many, at least 0
     * @return as many, or all if there are fewer
     */
    public List<T> top(int count) {
        return rows.subList(0, Math.min(count, rows.size()));
    }
}
