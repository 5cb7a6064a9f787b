package dev.posthorn.parsers.internal.swar;

/** Up to eight decimal digits at a time. */
public final class DecimalDigits {

    /** How many digits one word holds. The caller has to see that so many bytes are in range, digits or not. */
    public static final int MOST = Words.BYTES;

    private static final long ZEROS = Words.broadcast((byte) '0');
    private static final long HIGH_HALVES = Words.broadcast((byte) 0xF0);
    private static final long SIXES = Words.broadcast((byte) 6);

    private DecimalDigits() {}

    /**
     * How many digits stand here?
     *
     * <p>An exclusive or with {@code 0} leaves 0 to 9 of a digit, and of no other byte. Adding six carries a number beyond
     * 9 into the high half of its byte; a carry out of a byte spoils the ones behind it only, and that byte is marked.
     *
     * @param bytes the array
     * @param at where the first may stand; {@link #MOST} bytes from here on are read
     * @return 0 to {@link #MOST}
     */
    public static int count(byte[] bytes, int at) {
        long numbers = Words.at(bytes, at) ^ ZEROS;
        long others = (numbers | (numbers + SIXES)) & HIGH_HALVES;
        return others == 0 ? MOST : Words.firstMarked(others);
    }

    /**
     * The value of digits that have been counted.
     *
     * <p>They are moved to the end of the word, where the last digit has to be, with zeros before them. Then neighbours
     * are joined, three times: digits to pairs, pairs to fours, fours to eight. (D. Lemire, "Quickly parsing eight
     * digits", 2018, after J. Mula.)
     *
     * <pre>
     *   memory  :  2  1  0  1  ]  :  .  .      count 4
     *   shifted :  0  0  0  0  2  1  0  1
     *   pairs   :     0     0    21     1      byte * 10 + next byte
     *   fours   :           0        2101      pair * 100 + next pair
     *   eight   :                    2101      four * 10000 + next four
     * </pre>
     *
     * @param bytes the array
     * @param at where the first stands; {@link #MOST} bytes from here on are read
     * @param count how many there are, 1 to {@link #MOST}
     * @return the number
     */
    public static int value(byte[] bytes, int at, int count) {
        long digits = (Words.at(bytes, at) ^ ZEROS) << ((MOST - count) * Byte.SIZE);
        long pairs = (digits * 10 + (digits >>> 8)) & 0x00FF_00FF_00FF_00FFL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000_FFFF_0000_FFFFL;
        return (int) (fours * 10_000 + (fours >>> 32));
    }
}
