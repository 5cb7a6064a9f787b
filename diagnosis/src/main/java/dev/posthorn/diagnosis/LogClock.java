package dev.posthorn.diagnosis;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.syslog.TimestampView;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The time of a line, kept without an object: a value is made of it for a session, not for a line.
 *
 * <p>A syslog time has no year and no zone, so only differences within one host's log mean anything, and of those only
 * steps forward: a clock that is set back, or a line that comes late, makes no session old.
 */
final class LogClock {

    static final long NO_TIME = Long.MIN_VALUE;

    private static final long SECONDS_PER_YEAR = 365 * 86_400L;

    private boolean isPresent;
    private int year;
    private int month;
    private int day;
    private int secondOfDay;
    private final ByteText fraction = new ByteText();
    private final ByteText utcOffset = new ByteText();
    private final ByteText zone = new ByteText();

    void set(TimestampView time) {
        isPresent = time.isPresent();
        if (!isPresent) {
            return;
        }
        year = time.year();
        month = time.month();
        day = time.day();
        secondOfDay = secondOfDay(time);
        fraction.set(time.fraction());
        utcOffset.set(time.utcOffset());
        zone.set(time.zone());
    }

    void set(LogClock other) {
        isPresent = other.isPresent;
        year = other.year;
        month = other.month;
        day = other.day;
        secondOfDay = other.secondOfDay;
        fraction.set(other.fraction);
        utcOffset.set(other.utcOffset);
        zone.set(other.zone);
    }

    private static int secondOfDay(TimestampView time) {
        return (time.hour() * 60 + time.minute()) * 60 + time.second();
    }

    /** Seconds within a year of 365 days, {@link #NO_TIME} for a line without a time. */
    static long seconds(TimestampView time) {
        return time.isPresent() && time.month() >= 1 && time.month() <= 12
                ? LogTimestamp.secondOfYear(time.month(), time.day(), time.hour(), time.minute(), time.second())
                : NO_TIME;
    }

    /** How many seconds later a time is, 0 if it is earlier or either is not known; December is before January. */
    static long secondsBetween(long earlier, long later) {
        if (earlier == NO_TIME || later == NO_TIME) {
            return 0;
        }
        long difference = later - earlier;
        if (difference < -SECONDS_PER_YEAR / 2) {
            difference += SECONDS_PER_YEAR;
        }
        return Math.max(0, difference);
    }

    Optional<LogTimestamp> value() {
        if (!isPresent) {
            return Optional.empty();
        }
        return Optional.of(LogTimestamp.builder()
                .year(year < 0 ? OptionalInt.empty() : OptionalInt.of(year))
                .month(month)
                .day(day)
                .hour(secondOfDay / 3_600)
                .minute(secondOfDay / 60 % 60)
                .second(secondOfDay % 60)
                .fraction(fraction.text())
                .utcOffset(utcOffset.optional())
                .zone(zone.optional())
                .build());
    }

    /** A few bytes that are set again and again. */
    private static final class ByteText {

        private byte[] bytes = {};
        private int length = -1;

        void set(AsciiView text) {
            if (!text.isPresent()) {
                length = -1;
                return;
            }
            length = text.length();
            if (length > bytes.length) {
                bytes = new byte[length];
            }
            System.arraycopy(text.array(), text.from(), bytes, 0, length);
        }

        void set(ByteText other) {
            length = other.length;
            bytes = other.bytes.clone();
        }

        String text() {
            return length <= 0 ? "" : new AsciiView().wrap(bytes, 0, length).toString();
        }

        Optional<String> optional() {
            return length < 0 ? Optional.empty() : Optional.of(text());
        }
    }
}
