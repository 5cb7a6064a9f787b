package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.table.TsvTable;
import java.util.Collection;

/** A set of attributes for each category, as bit masks of one {@link Vocabulary}; 0 is the empty set. Immutable. */
final class AttributeSets {

    static final AttributeSets EMPTY = new AttributeSets(new long[Category.all().size()]);

    private final long[] masks;

    private AttributeSets(long[] masks) {
        this.masks = masks;
    }

    /** The cells of a row, for the categories that the table has columns of. */
    static AttributeSets read(TsvTable.Row row, Collection<Category> categories, Vocabulary vocabulary) {
        AttributeSets sets = EMPTY;
        for (Category category : categories) {
            sets = sets.with(category, vocabulary.bits(row, category));
        }
        return sets;
    }

    long get(Category category) {
        return masks[category.index];
    }

    AttributeSets with(Category category, long mask) {
        long[] changed = masks.clone();
        changed[category.index] = mask;
        return new AttributeSets(changed);
    }

    /** All attributes of both. */
    AttributeSets union(AttributeSets other) {
        long[] both = masks.clone();
        for (int index = 0; index < both.length; index++) {
            both[index] |= other.masks[index];
        }
        return new AttributeSets(both);
    }
}
