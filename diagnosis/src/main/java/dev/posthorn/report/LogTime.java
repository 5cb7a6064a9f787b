package dev.posthorn.report;

import dev.posthorn.mail.LogTimestamp;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A time as a line tells it, as one number whose decimal digits are {@code YYYYMMDDhhmmss}; the year is 0 if it is not known.
 * So numbers compare as times do, times without year among themselves.
 */
final class LogTime {

    /** A line without time. */
    static final long NONE = -1;

    private static final long DAY = 1_000_000;
    private static final int LEAP_YEAR = 2000;

    private LogTime() {}

    static long of(int year, int month, int day, int hour, int minute, int second) {
        return ((((year * 100L + month) * 100 + day) * 100 + hour) * 100 + minute) * 100 + second;
    }

    static boolean hasYear(long time) {
        return time >= of(1, 0, 0, 0, 0, 0);
    }

    static int hour(long time) {
        return (int) (time / 10_000 % 100);
    }

    static boolean isTime(long time) {
        return time > 0 && time < Long.MAX_VALUE;
    }

    /** The day as a key: {@code 2018-08-23}, or {@code 08-23}. */
    static void appendDay(long time, KeyBuilder key) {
        long day = time / DAY;
        int year = (int) (day / 10_000);
        if (year > 0) {
            key.twoDigits(year / 100).twoDigits(year % 100).word("-");
        }
        key.twoDigits((int) (day / 100 % 100)).word("-").twoDigits((int) (day % 100));
    }

    /** The time for people and for JSON: {@code 2018-08-23 19:34:29}, or {@code 08-23 19:34:29}. */
    static String text(long time) {
        return timestamp(time).map(LogTimestamp::text).orElse("");
    }

    static Optional<LogTimestamp> timestamp(long time) {
        if (!isTime(time)) {
            return Optional.empty();
        }
        int year = (int) (time / DAY / 10_000);
        return Optional.of(LogTimestamp.builder()
                .year(year > 0 ? OptionalInt.of(year) : OptionalInt.empty())
                .month((int) (time / DAY / 100 % 100))
                .day((int) (time / DAY % 100))
                .hour(hour(time))
                .minute((int) (time / 100 % 100))
                .second((int) (time % 100))
                .build());
    }

    static long of(LogTimestamp time) {
        return of(time.year().orElse(0), time.month(), time.day(), time.hour(), time.minute(), time.second());
    }

    /** What {@link #text} wrote. */
    static long parse(String text) {
        if (!text.matches("([0-9]{4}-)?[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "time: \"%.40s\" is not of the form 2018-08-23 19:34:29", text));
        }
        return Long.parseLong(text.replaceAll("[^0-9]", ""));
    }

    /** The seconds between two times; of times without a year, within one year. Empty if one of them is no such day. */
    static Optional<Long> secondsBetween(long first, long last) {
        try {
            return Optional.of(ChronoUnit.SECONDS.between(local(first), local(last)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(long time) {
        int year = (int) (time / DAY / 10_000);
        return LocalDateTime.of(
                year > 0 ? year : LEAP_YEAR,
                (int) (time / DAY / 100 % 100),
                (int) (time / DAY % 100),
                hour(time),
                (int) (time / 100 % 100),
                (int) Math.min(59, time % 100)); // A leap second.
    }
}
