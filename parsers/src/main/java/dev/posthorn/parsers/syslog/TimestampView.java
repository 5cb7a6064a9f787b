package dev.posthorn.parsers.syslog;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.bytes.Lifetime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A time as a line tells it; borrowed, valid until the next line is read. Accessors as in {@link LogTimestamp}.
 *
 * <p>Nothing is filled in: a year or a zone that the line does not have is absent.
 */
public final class TimestampView {

    private static final byte[] ZULU = {'Z'};
    private static final int NANO_DIGITS = 9;
    private static final long SECONDS_PER_DAY = 86_400;

    private final Lifetime lifetime;
    private final AsciiView fraction;
    private final AsciiView utcOffset;
    private final AsciiView zone;

    /** For fractions that are not written in decimal. */
    private final byte[] nanoDigits = new byte[NANO_DIGITS];

    private boolean isPresent;
    private int turn;
    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;
    private byte[] fractionBytes = nanoDigits;
    private int fractionFrom;
    private int fractionTo;
    private byte[] offsetBytes = ZULU;
    private int offsetFrom;
    private int offsetTo;
    private byte[] zoneBytes = ZULU;
    private int zoneFrom;
    private int zoneTo;

    TimestampView(Lifetime lifetime) {
        this.lifetime = lifetime;
        fraction = new AsciiView(lifetime);
        utcOffset = new AsciiView(lifetime);
        zone = new AsciiView(lifetime);
    }

    TimestampView lend() {
        turn = lifetime.turn();
        return this;
    }

    /**
     * Does the line have this time?
     *
     * @return true if month, day, hour, minute and second are there
     */
    public boolean isPresent() {
        assert isCurrent() : stale();
        return isPresent;
    }

    /**
     * The year.
     *
     * @return the year, -1 for headers of the RFC 3164 family
     */
    public int year() {
        assert isCurrent() : stale();
        return year;
    }

    /**
     * The month.
     *
     * @return 1 to 12, -1 without time
     */
    public int month() {
        assert isCurrent() : stale();
        return month;
    }

    /**
     * The day of the month.
     *
     * @return 1 to 31, -1 without time
     */
    public int day() {
        assert isCurrent() : stale();
        return day;
    }

    /**
     * The hour.
     *
     * @return 0 to 23, -1 without time
     */
    public int hour() {
        assert isCurrent() : stale();
        return hour;
    }

    /**
     * The minute.
     *
     * @return 0 to 59, -1 without time
     */
    public int minute() {
        assert isCurrent() : stale();
        return minute;
    }

    /**
     * The second.
     *
     * @return 0 to 60, -1 without time
     */
    public int second() {
        assert isCurrent() : stale();
        return second;
    }

    /**
     * The digits behind the second's decimal point, as many as were written.
     *
     * @return such as {@code 123456}, absent if the line has whole seconds
     */
    public AsciiView fraction() {
        return view(fraction, fractionBytes, fractionFrom, fractionTo);
    }

    /**
     * The distance from UTC as it was written; {@code Z} too for times that count seconds since 1970.
     *
     * @return {@code Z}, {@code +01:00} or {@code +0100}, absent if the line has none, which means some local time
     */
    public AsciiView utcOffset() {
        return view(utcOffset, offsetBytes, offsetFrom, offsetTo);
    }

    /**
     * The abbreviation of the zone, where one is printed instead of an offset.
     *
     * @return such as {@code CET}, absent if there is none
     */
    public AsciiView zone() {
        return view(zone, zoneBytes, zoneFrom, zoneTo);
    }

    /**
     * An owned copy of a time that is present.
     *
     * @return the time as a value
     */
    public LogTimestamp snapshot() {
        return LogTimestamp.builder()
                .year(year() < 0 ? OptionalInt.empty() : OptionalInt.of(year))
                .month(month)
                .day(day)
                .hour(hour)
                .minute(minute)
                .second(second)
                .fraction(fraction().toString())
                .utcOffset(optional(utcOffset()))
                .zone(optional(zone()))
                .build();
    }

    private static Optional<String> optional(AsciiView part) {
        return part.isPresent() ? Optional.of(part.toString()) : Optional.empty();
    }

    private AsciiView view(AsciiView into, byte[] bytes, int from, int to) {
        assert isCurrent() : stale();
        return from < 0 ? into.wrapNothing() : into.wrap(bytes, from, to);
    }

    private boolean isCurrent() {
        return turn == lifetime.turn();
    }

    private static String stale() {
        return "a timestamp was used after the next line was read: ask for it again, or take a snapshot()";
    }

    void clear() {
        isPresent = false;
        year = -1;
        month = -1;
        day = -1;
        hour = -1;
        minute = -1;
        second = -1;
        fractionFrom = -1;
        offsetFrom = -1;
        zoneFrom = -1;
    }

    void copy(TimestampView other) {
        isPresent = other.isPresent;
        year = other.year;
        month = other.month;
        day = other.day;
        hour = other.hour;
        minute = other.minute;
        second = other.second;
        fraction(other.fractionBytes, other.fractionFrom, other.fractionTo);
        offset(other.offsetBytes, other.offsetFrom, other.offsetTo);
        zone(other.zoneBytes, other.zoneFrom, other.zoneTo);
    }

    boolean wasRead() {
        return isPresent;
    }

    void date(int newYear, int newMonth, int newDay) {
        year = newYear;
        month = newMonth;
        day = newDay;
        isPresent = true;
    }

    boolean hasZone() {
        return zoneFrom >= 0;
    }

    int fractionLength() {
        return fractionFrom < 0 ? 0 : fractionTo - fractionFrom;
    }

    int offsetLength() {
        return offsetFrom < 0 ? 0 : offsetTo - offsetFrom;
    }

    int yearRead() {
        return year;
    }

    void year(int newYear) {
        year = newYear;
    }

    void time(int newHour, int newMinute, int newSecond) {
        hour = newHour;
        minute = newMinute;
        second = newSecond;
    }

    void fraction(byte[] bytes, int from, int to) {
        if (fractionBytes != bytes) {
            fractionBytes = bytes;
        }
        fractionFrom = from;
        fractionTo = to;
    }

    void offset(byte[] bytes, int from, int to) {
        if (offsetBytes != bytes) {
            offsetBytes = bytes;
        }
        offsetFrom = from;
        offsetTo = to;
    }

    void zone(byte[] bytes, int from, int to) {
        zoneBytes = bytes;
        zoneFrom = from;
        zoneTo = to;
    }

    void nanos(long nanos) {
        long rest = nanos;
        for (int i = NANO_DIGITS - 1; i >= 0; i--) {
            nanoDigits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        fraction(nanoDigits, 0, NANO_DIGITS);
    }

    /**
     * Seconds since 1970 as a date and time in UTC. Days are counted in eras of 400 years that begin on 1 March, so that
     * the leap day is the last of its year (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, civil_from_days).
     *
     * @param seconds 0 or more
     */
    void unixTime(long seconds) {
        long days = seconds / SECONDS_PER_DAY + 719_468; // Days from 0000-03-01 to 1970-01-01.
        long era = days / 146_097;
        int dayOfEra = (int) (days % 146_097);
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int newMonth = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        int newYear = (int) (era * 400 + yearOfEra) + (newMonth <= 2 ? 1 : 0);
        date(newYear, newMonth, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
        int secondOfDay = (int) (seconds % SECONDS_PER_DAY);
        time(secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60);
        offset(ZULU, 0, 1);
    }
}
