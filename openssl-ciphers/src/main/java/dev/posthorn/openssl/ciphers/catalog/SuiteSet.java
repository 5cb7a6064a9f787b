package dev.posthorn.openssl.ciphers.catalog;

import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/**
 * Some of the suites a build offers, by their positions in {@link CipherCatalog#baseOrder()}: what a rule matches.
 *
 * <p>Immutable.
 */
public final class SuiteSet implements IntPredicate, IntToLongFunction {

    /** Bit {@code n % 64} of word {@code n / 64} stands for position {@code n}. */
    private final long[] bits;

    /** Takes the array over. */
    SuiteSet(long[] bits) {
        this.bits = bits;
    }

    static int wordsFor(int positions) {
        return (positions + Long.SIZE - 1) / Long.SIZE;
    }

    /**
     * Is the suite at a position one of them?
     *
     * @param position an index of the base order
     * @return true if it is
     */
    @Override
    public boolean test(int position) {
        return (bits[position / Long.SIZE] & (1L << position)) != 0;
    }

    /**
     * Sixty-four positions at once.
     *
     * @param word the index of the word; {@code word * 64} is its first position
     * @return a bit for each of them that is the position of one of the suites
     */
    @Override
    public long applyAsLong(int word) {
        return bits[word];
    }

    /**
     * How many they are.
     *
     * @return the number of suites
     */
    public int size() {
        int size = 0;
        for (long word : bits) {
            size += Long.bitCount(word);
        }
        return size;
    }
}
