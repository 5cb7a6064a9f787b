package dev.posthorn.report;

import java.util.List;

/**
 * Handshakes over time by result. Every count is exact: where a log spans more hours than {@link ReportLimits#keys()} allow,
 * the periods are days, then months, then years, and the counts are those of the longer periods.
 *
 * <p>Connections used again are no handshakes and not in here, nor are handshakes of lines without a time. Periods in which
 * nothing happened are left out.
 *
 * @param step how long the periods are
 * @param periods in order of time, those of servers before those of clients
 */
public record TlsTimeline(TimeStep step, List<TlsPeriod> periods) {

    /**
     * Makes a timeline.
     *
     * @param step how long the periods are
     * @param periods in order of time
     */
    public TlsTimeline {
        periods = List.copyOf(periods);
    }
}
