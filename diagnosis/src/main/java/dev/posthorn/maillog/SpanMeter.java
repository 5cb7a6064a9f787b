package dev.posthorn.maillog;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.parsers.syslog.TimestampView;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Follows the clock of a log without an object for each line. */
final class SpanMeter {

    private static final long SECONDS_PER_YEAR = 365 * 86_400L;
    private static final long TOLERANCE = 60;
    private static final long NO_TIME = Long.MIN_VALUE;

    private Optional<LogTimestamp> first = Optional.empty();
    private long firstSeconds = NO_TIME;
    private long lastSeconds = NO_TIME;
    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;
    private long longestGap;
    private long gapLine;
    private long stepsBack;

    void line(TimestampView time, long lineNumber) {
        if (!time.isPresent() || time.month() < 1 || time.month() > 12) {
            return;
        }
        long now = seconds(time);
        if (first.isEmpty()) {
            first = Optional.of(time.snapshot());
            firstSeconds = now;
        } else {
            step(sinceLast(time, now), lineNumber);
        }
        lastSeconds = now;
        year = time.year();
        month = time.month();
        day = time.day();
        hour = time.hour();
        minute = time.minute();
        second = time.second();
    }

    private void step(long step, long lineNumber) {
        if (step < -TOLERANCE) {
            stepsBack++;
        } else if (step > longestGap) {
            longestGap = step;
            gapLine = lineNumber;
        }
    }

    /** Without a year, December is before January. */
    private long sinceLast(TimestampView time, long now) {
        long step = now - lastSeconds;
        return time.year() < 0 && step < -SECONDS_PER_YEAR / 2 ? step + SECONDS_PER_YEAR : step;
    }

    private static long seconds(TimestampView time) {
        return Math.max(0, time.year()) * SECONDS_PER_YEAR
                + LogTimestamp.secondOfYear(time.month(), time.day(), time.hour(), time.minute(), time.second());
    }

    LogSpan span() {
        return new LogSpan(
                first, first.map(some -> last()), length(), Duration.ofSeconds(longestGap), gapLine, stepsBack);
    }

    private LogTimestamp last() {
        return LogTimestamp.builder()
                .year(year < 0 ? OptionalInt.empty() : OptionalInt.of(year))
                .month(month)
                .day(day)
                .hour(hour)
                .minute(minute)
                .second(second)
                .build();
    }

    private Optional<Duration> length() {
        if (first.isEmpty()) {
            return Optional.empty();
        }
        long length = lastSeconds - firstSeconds;
        long counted = year < 0 && length < -SECONDS_PER_YEAR / 2 ? length + SECONDS_PER_YEAR : length;
        return counted < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(counted));
    }
}
