package dev.posthorn.show;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.report.HandshakeResult;
import dev.posthorn.report.TimeStep;
import dev.posthorn.report.TlsPeriod;
import dev.posthorn.report.TlsTimeline;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A timeline on an even axis: slots of equal length without gaps, few enough to be drawn side by side on a phone.
 *
 * @param slots in order of time
 * @param unit how long they are, in words
 */
record TimeSlots(List<Slot> slots, String unit) {

    private static final LocalDateTime ORIGIN = LocalDateTime.of(2000, 1, 1, 0, 0);

    /** A leap year, for times without one. */
    private static final int NO_YEAR = 2000;

    private static final int HALF_A_YEAR = 183;

    /** Lengths in hours, each with its name. */
    private enum Length {
        HOUR(1, "hour"),
        TWO_HOURS(2, "2 hours"),
        THREE_HOURS(3, "3 hours"),
        SIX_HOURS(6, "6 hours"),
        HALF_DAY(12, "12 hours"),
        DAY(24, "day"),
        TWO_DAYS(48, "2 days"),
        WEEK(7 * 24, "week"),
        TWO_WEEKS(14 * 24, "2 weeks"),
        FOUR_WEEKS(28 * 24, "4 weeks"),
        QUARTER(91 * 24, "quarter"),
        YEAR(365 * 24, "365 days"),
        DECADE(3_652 * 24, "10 years"),
        CENTURY(36_525 * 24, "100 years"),
        MILLENNIUM(365_250 * 24, "1000 years");

        private final long hours;
        private final String words;

        Length(long hours, String words) {
            this.hours = hours;
            this.words = words;
        }

        boolean isAtLeast(TimeStep step) {
            return switch (step) {
                case HOUR -> true;
                case DAY -> hours >= DAY.hours;
                case MONTH -> hours >= QUARTER.hours;
                case YEAR, WHOLE -> hours >= YEAR.hours;
            };
        }

        long slotOf(LocalDateTime time) {
            return Math.floorDiv(ChronoUnit.HOURS.between(ORIGIN, time), hours);
        }

        LocalDateTime startOf(long slot) {
            return ORIGIN.plusHours(slot * hours);
        }
    }

    /**
     * One slot.
     *
     * @param start when it begins, in words
     * @param counts how many handshakes came to which result
     */
    record Slot(String start, Map<HandshakeResult, Long> counts) {

        long count(HandshakeResult result) {
            return counts.getOrDefault(result, 0L);
        }

        long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private record Timed(LocalDateTime time, TlsPeriod period) {

        Timed aYearLater() {
            return new Timed(time.plusYears(1), period);
        }
    }

    /** @param most how many slots at most */
    static TimeSlots of(TlsTimeline timeline, TlsRole role, int most) {
        List<Timed> timed = new ArrayList<>();
        boolean hasYears = true;
        for (TlsPeriod period : timeline.periods()) {
            if (period.role() == role && timeline.step() != TimeStep.WHOLE) {
                hasYears &= hasYear(timeline.step(), period.period());
                addTimed(timeline.step(), period, timed);
            }
        }
        if (timed.isEmpty()) {
            return new TimeSlots(List.of(), "hour");
        }
        if (!hasYears) {
            startBehindTheLongestGap(timed);
        }
        LocalDateTime first =
                timed.stream().map(Timed::time).min(LocalDateTime::compareTo).orElseThrow();
        LocalDateTime last =
                timed.stream().map(Timed::time).max(LocalDateTime::compareTo).orElseThrow();
        Length length = Length.MILLENNIUM;
        for (int i = Length.values().length - 1; i >= 0; i--) {
            Length shorter = Length.values()[i];
            if (shorter.isAtLeast(timeline.step()) && shorter.slotOf(last) - shorter.slotOf(first) < most) {
                length = shorter;
            }
        }
        return new TimeSlots(slots(timed, length, length.slotOf(first), length.slotOf(last), hasYears), length.words);
    }

    private static boolean hasYear(TimeStep step, String period) {
        return period.length()
                > switch (step) {
                    case HOUR -> "08-23 19".length();
                    case DAY -> "08-23".length();
                    case MONTH -> "08".length();
                    case YEAR, WHOLE -> 0;
                };
    }

    /** A day that no calendar has, such as February 30 of a damaged line, is nowhere on an axis. */
    private static void addTimed(TimeStep step, TlsPeriod period, List<Timed> into) {
        String[] numbers =
                period.period().isEmpty() ? new String[0] : period.period().split("[- ]");
        int at = hasYear(step, period.period()) ? 1 : 0;
        try {
            into.add(new Timed(
                    LocalDateTime.of(
                            at == 1 ? Integer.parseInt(numbers[0]) : NO_YEAR,
                            numbers.length > at ? Integer.parseInt(numbers[at]) : 1,
                            numbers.length > at + 1 ? Integer.parseInt(numbers[at + 1]) : 1,
                            numbers.length > at + 2 ? Integer.parseInt(numbers[at + 2]) : 0,
                            0),
                    period));
        } catch (DateTimeException noSuchDay) {
            return;
        }
    }

    /**
     * Without years, December is not before January if the log is of a winter. Where nothing happened for more than half a
     * year, the log is taken to begin behind that.
     */
    private static void startBehindTheLongestGap(List<Timed> timed) {
        timed.sort(Comparator.comparing(Timed::time));
        for (int i = 1; i < timed.size(); i++) {
            if (ChronoUnit.DAYS.between(timed.get(i - 1).time, timed.get(i).time) > HALF_A_YEAR) {
                for (int before = 0; before < i; before++) {
                    timed.set(before, timed.get(before).aYearLater());
                }
                return;
            }
        }
    }

    private static List<Slot> slots(List<Timed> timed, Length length, long first, long last, boolean hasYears) {
        List<Map<HandshakeResult, Long>> counts = new ArrayList<>();
        for (long slot = first; slot <= last; slot++) {
            counts.add(new EnumMap<>(HandshakeResult.class));
        }
        for (Timed each : timed) {
            Map<HandshakeResult, Long> slot = counts.get((int) (length.slotOf(each.time) - first));
            each.period.counts().forEach((result, count) -> slot.merge(result, count, Long::sum));
        }
        String pattern = (hasYears ? "uuuu-" : "") + (length.hours < Length.DAY.hours ? "MM-dd HH:mm" : "MM-dd");
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            slots.add(new Slot(length.startOf(first + i).format(format), counts.get(i)));
        }
        return slots;
    }

    /** The most handshakes in a slot. */
    long highest() {
        return slots.stream().mapToLong(Slot::total).max().orElse(0);
    }
}
