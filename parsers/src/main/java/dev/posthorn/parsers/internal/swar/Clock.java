package dev.posthorn.parsers.internal.swar;

/** {@code 09:05:01}: hour, minute and second are eight bytes, which makes one word. */
public final class Clock {

    private static final long ZEROS = Words.of("00:00:00");
    private static final long SEPARATORS = 0x00_00_FF_00_00_FF_00_00L;
    private static final long HIGH_HALVES = Words.broadcast((byte) 0xF0);
    private static final long SIXES = Words.broadcast((byte) 6);

    private Clock() {}

    /** How many bytes it has. */
    public static final int LENGTH = Words.BYTES;

    /**
     * Reads the time of a day. The caller has seen that all eight bytes are in range.
     *
     * <p>An exclusive or with {@code 00:00:00} leaves digits as numbers and separators as zeros. Adding six carries a
     * number beyond 9 into the high half of its byte. Then each pair is put together, all three at once:
     *
     * <pre>
     *   memory            :  '0' '9' ':' '0' '5' ':' '0' '1'
     *   xor               :   0   9   0   0   5   0   0   1
     *   times 10          :   0  90   0   0  50   0   0  10     no byte exceeds 90: no carry into the next
     *   + one byte later  :   9   .   .   5   .   .   1   .     hour in byte 0, minute in byte 3, second in byte 6
     * </pre>
     *
     * @param bytes the array
     * @param at where the first digit stands
     * @return the hour, 0 to 23, plus the minute times 256, plus the second, 0 to 60, times 65536; -1 if that is no time
     */
    public static int read(byte[] bytes, int at) {
        long digits = Words.at(bytes, at) ^ ZEROS;
        if ((digits & SEPARATORS) != 0 || ((digits | (digits + SIXES)) & HIGH_HALVES) != 0) {
            return -1;
        }
        long pairs = digits * 10 + (digits >>> 8);
        int hour = (int) pairs & 0xFF;
        int minute = (int) (pairs >>> 24) & 0xFF;
        int second = (int) (pairs >>> 48) & 0xFF;
        return hour > 23 || minute > 59 || second > 60 ? -1 : hour | (minute << 8) | (second << 16);
    }

    /** The hour of a time that was read. */
    public static int hour(int time) {
        return time & 0xFF;
    }

    /** The minute of a time that was read. */
    public static int minute(int time) {
        return (time >>> 8) & 0xFF;
    }

    /** The second of a time that was read. */
    public static int second(int time) {
        return time >>> 16;
    }
}
