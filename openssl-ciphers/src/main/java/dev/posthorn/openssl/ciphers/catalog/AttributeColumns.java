package dev.posthorn.openssl.ciphers.catalog;

import java.util.List;

/**
 * The attributes of a base order's suites, a column for each category: joined words, whose matches nobody has computed
 * before, are matched column by column.
 */
final class AttributeColumns {

    private final int positions;
    private final long[][] columns;

    AttributeColumns(List<OpenSslCipherSuite> baseOrder) {
        positions = baseOrder.size();
        columns = new long[Category.all().size()][positions];
        for (Category category : Category.all()) {
            for (int position = 0; position < positions; position++) {
                columns[category.index][position] =
                        baseOrder.get(position).attributes().get(category);
            }
        }
    }

    /** The suites that have what is asked, wherever something is asked. */
    SuiteSet satisfying(AttributeSets asked) {
        long[] bits = new long[SuiteSet.wordsFor(positions)];
        for (int position = 0; position < positions; position++) {
            bits[position / Long.SIZE] |= 1L << position;
        }
        for (Category category : Category.all()) {
            long mask = asked.get(category);
            if (mask != 0) {
                long[] column = columns[category.index];
                for (int position = 0; position < positions; position++) {
                    if ((column[position] & mask) == 0) {
                        bits[position / Long.SIZE] &= ~(1L << position);
                    }
                }
            }
        }
        return new SuiteSet(bits);
    }
}
