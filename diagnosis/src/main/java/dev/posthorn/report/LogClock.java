package dev.posthorn.report;

import dev.posthorn.parsers.syslog.TimestampView;
import dev.posthorn.parsers.syslog.YearRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads the times of one log, in order: as written, with the year that the caller's rule gives them.
 *
 * <p>The rule makes values of what it reads, so it is asked where the day changes and not for every line. Times stay those of
 * the host that wrote them: mail is busy at nine in the morning there. Not safe for use by several threads.
 */
final class LogClock {

    /** Farther from UTC than any zone is. */
    private static final long MAX_OFFSET_HOURS = 19;

    private final Optional<YearRule> years;
    private int month;
    private int day;
    private int year;

    LogClock(Optional<YearRule> years) {
        this.years = years;
    }

    /**
     * The time of a line.
     *
     * @return the time as {@link LogTime} has it, {@link LogTime#NONE} if the line has none
     */
    long read(TimestampView time) {
        if (!time.isPresent()) {
            return LogTime.NONE;
        }
        int written = time.year();
        return LogTime.of(
                written >= 0 ? written : yearOf(time),
                time.month(),
                time.day(),
                time.hour(),
                time.minute(),
                time.second());
    }

    /** The same for a time read a while ago: one that would be later than the last is of the year before. */
    long withYear(long time) {
        boolean hasYear = LogTime.hasYear(time) || year == 0;
        long read = LogTime.of(year, month, day, 23, 59, 60);
        long inThisYear = time + LogTime.of(year, 0, 0, 0, 0, 0);
        return hasYear ? time : inThisYear <= read ? inThisYear : time + LogTime.of(year - 1, 0, 0, 0, 0, 0);
    }

    private int yearOf(TimestampView time) {
        if (years.isPresent() && (time.month() != month || time.day() != day)) {
            month = time.month();
            day = time.day();
            year = years.get()
                    .instantOf(time)
                    .map(instant -> yearAround(instant, time))
                    .orElse(0);
        }
        return year;
    }

    /** The year in which the date as written is near the instant: the zone that makes the difference is the rule's. */
    private static int yearAround(Instant instant, TimestampView time) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        for (int candidate = utc.getYear() - 1; candidate <= utc.getYear(); candidate++) {
            boolean isDay = time.month() != 2 || time.day() != 29 || Year.isLeap(candidate);
            if (isDay) {
                LocalDateTime written =
                        LocalDateTime.of(candidate, time.month(), time.day(), time.hour(), time.minute());
                if (Math.abs(ChronoUnit.HOURS.between(written, utc)) < MAX_OFFSET_HOURS) {
                    return candidate;
                }
            }
        }
        return utc.getYear() + 1;
    }
}
