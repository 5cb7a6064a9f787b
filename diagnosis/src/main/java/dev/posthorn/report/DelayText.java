package dev.posthorn.report;

import java.time.Duration;
import java.util.Locale;

/** A length of time for people: three digits and a unit. */
final class DelayText {

    private DelayText() {}

    static String of(Duration duration) {
        return of(duration.toMillis());
    }

    static String of(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        double seconds = millis / 1_000.0;
        if (seconds < 120) {
            return number(seconds) + " s";
        }
        if (seconds < 7_200) {
            return number(seconds / 60) + " min";
        }
        return seconds < 172_800 ? number(seconds / 3_600) + " h" : number(seconds / 86_400) + " d";
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2f" : number < 100 ? "%.1f" : "%.0f", number);
    }
}
