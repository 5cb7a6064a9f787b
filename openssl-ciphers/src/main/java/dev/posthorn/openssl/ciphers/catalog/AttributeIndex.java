package dev.posthorn.openssl.ciphers.catalog;

import java.util.List;

/**
 * For each attribute the suites that have it, as bits: who asks for several attributes joins a few words instead of
 * looking at every suite.
 */
final class AttributeIndex {

    private final int positions;

    /** By category, and by bit within it, the positions of the suites with that attribute; see {@link SuiteSet}. */
    private final long[][][] suitesWith = new long[Category.all().size()][][];

    AttributeIndex(List<OpenSslCipherSuite> suites, Vocabulary vocabulary) {
        positions = suites.size();
        for (Category category : Category.all()) {
            long[][] byBit = new long[vocabulary.size(category)][SuiteSet.wordsFor(positions)];
            for (int position = 0; position < positions; position++) {
                long mask = suites.get(position).attributes().get(category);
                for (; mask != 0; mask &= mask - 1) {
                    byBit[Long.numberOfTrailingZeros(mask)][position / Long.SIZE] |= 1L << position;
                }
            }
            suitesWith[category.index] = byBit;
        }
    }

    /** The suites that have what is asked, wherever something is asked. */
    SuiteSet satisfying(AttributeSets asked) {
        long[] bits = new long[SuiteSet.wordsFor(positions)];
        for (int word = 0; word < bits.length; word++) {
            long satisfying = everyPositionOf(word);
            for (Category category : Category.all()) {
                long mask = asked.get(category);
                if (mask != 0) {
                    satisfying &= withAny(suitesWith[category.index], mask, word);
                }
            }
            bits[word] = satisfying;
        }
        return new SuiteSet(bits);
    }

    /** Masks of complements have bits that stand for nothing. */
    private static long withAny(long[][] byBit, long mask, int word) {
        long any = 0;
        for (int bit = 0; bit < byBit.length; bit++) {
            if ((mask & (1L << bit)) != 0) {
                any |= byBit[bit][word];
            }
        }
        return any;
    }

    private long everyPositionOf(int word) {
        int beyond = Math.min(positions - word * Long.SIZE, Long.SIZE);
        return -1L >>> (Long.SIZE - beyond);
    }
}
