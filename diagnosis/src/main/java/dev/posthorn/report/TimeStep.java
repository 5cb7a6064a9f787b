package dev.posthorn.report;

/** How long the periods of a {@link TlsTimeline} are. */
public enum TimeStep {
    /** One hour, {@code 2018-08-23 19}. */
    HOUR(10_000L),
    /** One day, {@code 2018-08-23}. */
    DAY(1_000_000L),
    /** One month, {@code 2018-08}. */
    MONTH(100_000_000L),
    /** One year, {@code 2018}; of a log without years, all of it. */
    YEAR(10_000_000_000L),
    /** Everything in one period. */
    WHOLE(Long.MAX_VALUE);

    private final long divisor;

    TimeStep(long divisor) {
        this.divisor = divisor;
    }

    /** The least time of the period that holds a time, both as {@link LogTime} has them. */
    long start(long time) {
        return time / divisor * divisor;
    }

    TimeStep coarser() {
        return switch (this) {
            case HOUR -> DAY;
            case DAY -> MONTH;
            case MONTH -> YEAR;
            case YEAR, WHOLE -> WHOLE;
        };
    }

    /** The period that starts then, as people write it. */
    String text(long start) {
        String digits = Long.toString(start + LogTime.of(10_000, 0, 0, 0, 0, 0)).substring(1);
        String year = LogTime.hasYear(start) ? digits.substring(0, 4) : "";
        String dash = year.isEmpty() ? "" : "-";
        return switch (this) {
            case HOUR ->
                year + dash + digits.substring(4, 6) + "-" + digits.substring(6, 8) + " " + digits.substring(8, 10);
            case DAY -> year + dash + digits.substring(4, 6) + "-" + digits.substring(6, 8);
            case MONTH -> year + dash + digits.substring(4, 6);
            case YEAR, WHOLE -> year;
        };
    }
}
