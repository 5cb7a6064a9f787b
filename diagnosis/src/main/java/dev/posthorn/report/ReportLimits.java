package dev.posthorn.report;

/**
 * How much a report remembers. A log is attacker-controlled text: without a limit, a million made-up names are a million
 * rows.
 *
 * @param keys how many rows a table has while it counts exactly; beyond, it keeps the frequent ones and says by how much
 *     a count may be too low
 * @param messages how many messages are followed from their first line to their last; beyond, the oldest is counted as
 *     far as it is known
 */
public record ReportLimits(int keys, int messages) {

    /** Half of the limit is kept when a table is reduced: something has to be. */
    private static final int LEAST = 2;

    /**
     * Makes limits.
     *
     * @param keys rows of a table, at least 2
     * @param messages messages that are followed, at least 2
     * @throws IllegalArgumentException if one of them is below 2
     */
    public ReportLimits {
        if (keys < LEAST || messages < LEAST) {
            throw new IllegalArgumentException("keys: " + keys + ", messages: " + messages + ": one is below " + LEAST);
        }
    }

    /**
     * What is enough for most logs: ten thousand rows, a hundred thousand messages. A full report takes some tens of
     * megabytes.
     *
     * @return the usual limits
     */
    public static ReportLimits defaults() {
        return new ReportLimits(10_000, 100_000);
    }
}
