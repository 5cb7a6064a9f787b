package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The time as a line tells it, which is rarely a point in time: most headers have no year, and no zone.
 *
 * <p>Nothing is filled in. Whoever knows the year and the zone of a log can make instants of these values.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface LogTimestamp permits ImmutableLogTimestamp {

    /**
     * The year.
     *
     * @return the year, empty for headers of the RFC 3164 family
     */
    OptionalInt year();

    /**
     * The month.
     *
     * @return 1 to 12
     */
    int month();

    /**
     * The day of the month.
     *
     * @return 1 to 31; nobody has checked that the month is that long
     */
    int day();

    /**
     * The hour.
     *
     * @return 0 to 23
     */
    int hour();

    /**
     * The minute.
     *
     * @return 0 to 59
     */
    int minute();

    /**
     * The second.
     *
     * @return 0 to 60: a leap second may be in a log
     */
    int second();

    /**
     * The digits behind the second's decimal point, as many as were written.
     *
     * @return such as {@code 123456}; empty if the line has whole seconds
     */
    @Value.Default
    default String fraction() {
        return "";
    }

    /**
     * The distance from UTC as it was written; {@code Z} too for headers that count seconds since 1970.
     *
     * @return {@code Z}, {@code +01:00} or {@code +0100}; empty if the line has none, which means some local time
     */
    Optional<String> utcOffset();

    /**
     * The abbreviation of the zone, where one is printed instead of an offset.
     *
     * @return such as {@code CET}, which several zones share; empty if there is none
     */
    Optional<String> zone();

    /**
     * The seconds since a year of 365 days began: what times without a year and a zone can be compared by, within one log.
     *
     * @param month 1 to 12
     * @param day the day of the month
     * @param hour the hour
     * @param minute the minute
     * @param second the second
     * @return seconds; the first of January begins with those of one day
     */
    static long secondOfYear(int month, int day, int hour, int minute, int second) {
        int daysBeforeMonth = (367 * month - 362) / 12 - (month > 2 ? 2 : 0); // 0, 31, 59, 90, … 334
        return ((daysBeforeMonth + day) * 24L + hour) * 3_600 + minute * 60L + second;
    }

    /**
     * Starts a timestamp.
     *
     * @return a builder that wants month, day, hour, minute and second
     */
    static Builder builder() {
        return new Builder();
    }

    /**
     * The timestamp for people.
     *
     * @return such as {@code 08-23 19:34:29} or {@code 2026-08-23 19:34:29.123+02:00}
     */
    default String text() {
        return (year().isPresent() ? String.format(Locale.ROOT, "%04d-", year().getAsInt()) : "")
                + String.format(Locale.ROOT, "%02d-%02d %02d:%02d:%02d", month(), day(), hour(), minute(), second())
                + (fraction().isEmpty() ? "" : "." + fraction())
                + utcOffset().orElse("")
                + zone().map(abbreviation -> " " + abbreviation).orElse("");
    }

    /** Collects the parts of a {@link LogTimestamp}. */
    final class Builder extends ImmutableLogTimestamp.Builder {
        Builder() {}
    }
}
