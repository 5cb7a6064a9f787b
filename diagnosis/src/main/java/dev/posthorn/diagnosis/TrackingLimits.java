package dev.posthorn.diagnosis;

import java.time.Duration;

/**
 * How much a tracker keeps at a time: a log may be endless, and a peer decides what is written to it.
 *
 * <p>The memory of a tracker is at most {@code open * bytes} for what is open, and a few hundred bytes for each peer that
 * it remembers.
 *
 * @param open how many sessions, processes or messages are kept open; beyond that the one that was silent longest is closed
 * @param lines how many lines of each are kept as evidence
 * @param bytes how much text of each is kept as evidence
 * @param silence how long by the clock of the log a session may be silent before it is taken to be over
 * @param peers how many peers are remembered for what their earlier sessions came to
 */
public record TrackingLimits(int open, int lines, int bytes, Duration silence, int peers) {

    /** A session ends after five minutes of silence (smtpd_timeout); summer time makes an hour of nothing. */
    private static final Duration SILENCE = Duration.ofHours(3);

    private static final TrackingLimits DEFAULTS = new TrackingLimits(10_000, 100, 16 * 1024, SILENCE, 10_000);

    /**
     * Limits that a tracker can work with.
     *
     * @param open 1 or more
     * @param lines 0 or more
     * @param bytes 0 or more
     * @param silence a second or more
     * @param peers 0 or more
     * @throws IllegalArgumentException if one is less
     */
    public TrackingLimits {
        if (open < 1 || lines < 0 || bytes < 0 || peers < 0 || silence.toSeconds() < 1) {
            throw new IllegalArgumentException("limits: open " + open + ", lines " + lines + ", bytes " + bytes
                    + ", silence " + silence + ", peers " + peers + ": one is too small");
        }
    }

    /**
     * What suits a mail server and a laptop.
     *
     * @return 10,000 open sessions, 100 lines and 16 KiB of each, three hours of silence, 10,000 peers
     */
    public static TrackingLimits defaults() {
        return DEFAULTS;
    }

    /**
     * The same with another number of open sessions, processes or messages.
     *
     * @param newOpen 1 or more
     * @return limits with this number
     */
    public TrackingLimits withOpen(int newOpen) {
        return new TrackingLimits(newOpen, lines, bytes, silence, peers);
    }

    /**
     * The same with another silence.
     *
     * @param newSilence a second or more
     * @return limits with this silence
     */
    public TrackingLimits withSilence(Duration newSilence) {
        return new TrackingLimits(open, lines, bytes, newSilence, peers);
    }
}
