package dev.posthorn.maillog;

import dev.posthorn.mail.LogTimestamp;
import java.time.Duration;
import java.util.Optional;

/**
 * The time that a log is of, by the clock that wrote it.
 *
 * @param first the time of the first line that has one, as written
 * @param last the time of the last line that has one, as written
 * @param length from the first to the last; empty if either is missing, or the log is older at its end than at its beginning
 * @param longestGap the longest step from one line to the next
 * @param gapLine the number of the line behind the longest gap, 0 if there is no gap
 * @param stepsBack how often a line is more than a minute older than the one before it: a clock that was set, a log that was
 *     put together from several, or lines that came late
 */
public record LogSpan(
        Optional<LogTimestamp> first,
        Optional<LogTimestamp> last,
        Optional<Duration> length,
        Duration longestGap,
        long gapLine,
        long stepsBack) {

    /**
     * Makes a value.
     *
     * @param first the first time
     * @param last the last time
     * @param length from the first to the last
     * @param longestGap 0 or more
     * @param gapLine 0 or more
     * @param stepsBack 0 or more
     */
    public LogSpan {}

    /** {@code 08-23 19:34:29 to 08-23 23:39:52}. */
    @Override
    public String toString() {
        return first.map(LogTimestamp::text).orElse("no time")
                + last.map(time -> " to " + time.text()).orElse("");
    }
}
