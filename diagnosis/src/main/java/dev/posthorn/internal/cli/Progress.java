package dev.posthorn.internal.cli;

import dev.posthorn.parsers.ReadProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line on a terminal that says how far the reading is, and is gone when it is done; nothing where nobody looks. */
final class Progress implements AutoCloseable {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final double MEBIBYTE = 1024 * 1024;

    private final PrintStream err;
    private final boolean isShown;
    private Duration next = FIRST;
    private int width;

    Progress(PrintStream err, boolean isShown) {
        this.err = err;
        this.isShown = isShown;
    }

    void show(ReadProgress progress) {
        if (isShown && progress.elapsed().compareTo(next) >= 0) {
            next = progress.elapsed().plus(STEP);
            replace(line(progress));
        }
    }

    /** {@code 120.0 of 400.0 MiB (30%), 85.3 MiB/s, 3 s left}. */
    static String line(ReadProgress progress) {
        double rate = progress.bytesPerSecond();
        StringBuilder line = new StringBuilder(format("%.1f", progress.bytesRead() / MEBIBYTE));
        progress.bytesTotal().ifPresent(total -> {
            line.append(format(" of %.1f", total / MEBIBYTE));
        });
        line.append(" MiB");
        progress.fraction().ifPresent(fraction -> line.append(format(" (%.0f%%)", Math.floor(100 * fraction))));
        line.append(format(", %.1f MiB/s", rate / MEBIBYTE));
        progress.bytesTotal().ifPresent(total -> {
            long left = Math.max(0, total - progress.bytesRead());
            if (rate > 0) {
                line.append(", ").append(duration(left / rate)).append(" left");
            }
        });
        return line.toString();
    }

    private static String format(String pattern, double number) {
        return String.format(Locale.ROOT, pattern, number);
    }

    private static String duration(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 120 ? whole + " s" : whole < 7_200 ? whole / 60 + " min" : whole / 3_600 + " h";
    }

    private void replace(String line) {
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = line.length();
    }

    @Override
    public void close() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }
}
