package dev.posthorn.parsers.syslog;

import dev.posthorn.mail.LogTimestamp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Makes instants of the times in one log: the caller knows the zone of the host that wrote it, and its year or the time
 * of the file; the rule knows the rest (maillog-dialects 1, year inference).
 *
 * <pre>{@code
 * YearRule rule = YearRule.startingIn(2025, ZoneId.of("Europe/Berlin"));
 * try (MaillogCursor cursor = Maillog.open(path)) {
 *     while (cursor.advance()) {
 *         Optional<Instant> when = rule.instantOf(cursor.envelope().timestamp());
 *     }
 * }
 * }</pre>
 *
 * <p>A rule remembers the line before, so it is for one pass through one log, by one thread. Lines come in order but for a
 * moment or two, as several processes write them. Nothing is read from a clock, and no zone is taken for granted.
 *
 * <ul>
 *   <li>A time with year and offset needs no rule: it is what it says.
 *   <li>The year turns when the time goes back by more than half a year, from December to January. A late line of the old
 *       year after that is still of the old year.
 *   <li>Where clocks are put back, an hour comes twice. Its times are of the first pass until one of them is earlier than
 *       the line before; from then on they are of the second.
 *   <li>Where clocks are put forward, an hour is missing. Times in it are taken as if the clock had not been touched yet.
 * </ul>
 */
public final class YearRule {

    /** How far apart lines may be that are the wrong way round. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HALF_A_YEAR = Duration.ofDays(182);

    /** Centuries can be without a leap day, so that one may be eight years away. */
    private static final int YEARS_BETWEEN_LEAP_DAYS = 8;

    private final ZoneId zone;

    /** The year of a line without one, as long as no line has been read; unless the end is known. */
    private final int firstYear;

    private final Optional<Instant> end;
    private Optional<Instant> before = Optional.empty();

    private YearRule(ZoneId zone, int firstYear, Optional<Instant> end) {
        this.zone = zone;
        this.firstYear = firstYear;
        this.end = end;
    }

    /**
     * A rule for a log whose first line is known to be of a year. It may go on for years.
     *
     * @param year the year of the first line
     * @param zone the zone of the host that wrote the log
     * @return a rule before the first line
     */
    public static YearRule startingIn(int year, ZoneId zone) {
        return new YearRule(zone, year, Optional.empty());
    }

    /**
     * A rule for a log that was written last at a time, such as that of its file. No line is later than that, by more than
     * a day, so that each is of the last year it can be of: the log must not be longer than a year.
     *
     * @param end when the last line was written
     * @param zone the zone of the host that wrote the log
     * @return a rule before the first line
     */
    public static YearRule endingAt(Instant end, ZoneId zone) {
        return new YearRule(zone, end.atZone(zone).getYear(), Optional.of(end));
    }

    /**
     * When a line was written.
     *
     * @param time the time of the next line
     * @return the point in time, empty if there is no such day
     */
    public Optional<Instant> instantOf(LogTimestamp time) {
        Optional<Instant> instant = time.year().isPresent()
                ? instantIn(time.year().getAsInt(), time)
                : end.isPresent() ? latestIn(time, end.get().plus(DAY)) : nextOf(time);
        if (instant.isPresent()) {
            before = instant;
        }
        return instant;
    }

    /**
     * When a line was written. Makes a value of the view, which takes memory.
     *
     * @param time the time of the next line
     * @return the point in time, empty if the line has no time or there is no such day
     */
    public Optional<Instant> instantOf(TimestampView time) {
        return time.isPresent() ? instantOf(time.snapshot()) : Optional.empty();
    }

    /** The last one that is not later than a limit. */
    private Optional<Instant> latestIn(LogTimestamp time, Instant limit) {
        int last = limit.atZone(zone).getYear();
        for (int year = last; year >= last - YEARS_BETWEEN_LEAP_DAYS; year--) {
            Optional<Instant> instant = instantIn(year, time);
            if (instant.isPresent() && !instant.get().isAfter(limit)) {
                return instant;
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> nextOf(LogTimestamp time) {
        if (before.isEmpty()) {
            return instantIn(firstYear, time);
        }
        Instant last = before.get();
        int year = last.atZone(zone).getYear();
        Optional<Instant> sameYear = instantIn(year, time);
        Optional<Instant> yearBefore = instantIn(year - 1, time);
        if (yearBefore.isPresent() && yearBefore.get().isAfter(last.minus(DAY))) {
            return yearBefore;
        }
        boolean hasTurned = sameYear.isEmpty() || sameYear.get().isBefore(last.minus(HALF_A_YEAR));
        return hasTurned ? nextYear(year, time) : sameYear;
    }

    /** Only 29 February is not in every year. */
    private Optional<Instant> nextYear(int year, LogTimestamp time) {
        int next = year + 1;
        while (isLeapDay(time) && !Year.isLeap(next)) {
            next++;
        }
        return instantIn(next, time);
    }

    private static boolean isLeapDay(LogTimestamp time) {
        return time.month() == 2 && time.day() == 29;
    }

    private Optional<Instant> instantIn(int year, LogTimestamp time) {
        try {
            int second = Math.min(time.second(), 59);
            LocalDateTime local = LocalDateTime.of(
                    year, time.month(), time.day(), time.hour(), time.minute(), second, nanos(time.fraction()));
            ZoneOffset offset = time.utcOffset().map(YearRule::offset).orElseGet(() -> offsetAt(local));
            return Optional.of(
                    local.toInstant(offset).plusSeconds(time.second() - second)); // A leap second is the next.
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The offset that the zone had, the earlier of two unless that were back in time. */
    private ZoneOffset offsetAt(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return zone.getRules().getTransition(local).getOffsetBefore();
        }
        ZoneOffset first = offsets.get(0);
        boolean isSecondPass = offsets.size() > 1
                && before.isPresent()
                && local.toInstant(first).isBefore(before.get().minus(SLACK));
        return isSecondPass ? offsets.get(1) : first;
    }

    private static ZoneOffset offset(String written) {
        return ZoneOffset.of(written);
    }

    private static int nanos(String fraction) {
        int nanos = 0;
        for (int i = 0; i < 9; i++) {
            nanos = 10 * nanos + (i < fraction.length() ? fraction.charAt(i) - '0' : 0);
        }
        return nanos;
    }
}
