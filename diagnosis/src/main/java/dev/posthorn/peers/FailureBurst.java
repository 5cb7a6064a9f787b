package dev.posthorn.peers;

import dev.posthorn.mail.LogTimestamp;
import java.util.Optional;

/** How many failures came at most within a minute: programs that try suites one by one are quick. */
final class FailureBurst {

    private static final long WINDOW_SECONDS = 60;

    private long windowStart = Long.MIN_VALUE;
    private long inWindow;
    private long most;

    void add(Optional<LogTimestamp> time) {
        if (time.isEmpty()) {
            return; // A line without a time says nothing of haste.
        }
        long now = seconds(time.get());
        if (windowStart == Long.MIN_VALUE || now < windowStart || now - windowStart >= WINDOW_SECONDS) {
            windowStart = now;
            inWindow = 0;
        }
        inWindow++;
        most = Math.max(most, inWindow);
    }

    /** Within a year; a step back, as at New Year or when a clock is set, begins a new minute. */
    private static long seconds(LogTimestamp time) {
        return LogTimestamp.secondOfYear(time.month(), time.day(), time.hour(), time.minute(), time.second());
    }

    long mostInAMinute() {
        return most;
    }
}
