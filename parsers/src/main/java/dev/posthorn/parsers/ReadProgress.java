package dev.posthorn.parsers;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far the reading of files has come.
 *
 * @param bytesRead as they lie on disk: compressed ones, if they are compressed
 * @param bytesTotal how many there were at the beginning; empty if one of the files is a pipe
 * @param lines how many lines have been read
 * @param elapsed how long it took
 */
public record ReadProgress(long bytesRead, OptionalLong bytesTotal, long lines, Duration elapsed) {

    private static final double MEBIBYTE = 1024 * 1024;
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Makes a report.
     *
     * @param bytesRead bytes on disk
     * @param bytesTotal all of them, if that is known
     * @param lines lines so far
     * @param elapsed time so far
     */
    public ReadProgress {}

    static ReadProgress since(long nanoTime, long bytesRead, OptionalLong bytesTotal, long lines) {
        return new ReadProgress(bytesRead, bytesTotal, lines, Duration.ofNanos(System.nanoTime() - nanoTime));
    }

    /**
     * How much of the whole that is.
     *
     * @return 0 to 1; empty if the whole is not known
     */
    public OptionalDouble fraction() {
        if (bytesTotal.isEmpty()) {
            return OptionalDouble.empty();
        }
        long total = bytesTotal.getAsLong();
        return OptionalDouble.of(total == 0 ? 1 : Math.min(1, (double) bytesRead / total)); // Logs grow.
    }

    /**
     * How fast it goes, from the beginning.
     *
     * @return bytes on disk per second
     */
    public double bytesPerSecond() {
        return bytesRead * NANOS_PER_SECOND / Math.max(1, elapsed.toNanos());
    }

    /**
     * How fast it goes, from the beginning.
     *
     * @return lines per second
     */
    public double linesPerSecond() {
        return lines * NANOS_PER_SECOND / Math.max(1, elapsed.toNanos());
    }

    /**
     * The report as a line of text.
     *
     * @return such as {@code 12.3 of 40.0 MiB, 91234 lines, 180.5 MiB/s}
     */
    @Override
    public String toString() {
        String total =
                bytesTotal.isPresent() ? String.format(Locale.ROOT, " of %.1f", bytesTotal.getAsLong() / MEBIBYTE) : "";
        return String.format(
                Locale.ROOT,
                "%.1f%s MiB, %d lines, %.1f MiB/s",
                bytesRead / MEBIBYTE,
                total,
                lines,
                bytesPerSecond() / MEBIBYTE);
    }
}
