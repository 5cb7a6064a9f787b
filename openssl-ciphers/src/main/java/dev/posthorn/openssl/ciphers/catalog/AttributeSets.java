package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.table.TsvTable;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A set of attributes for each category, as bit masks of one {@link Vocabulary}; 0 is the empty set. Immutable. */
final class AttributeSets {

    static final AttributeSets EMPTY = new AttributeSets(new long[Category.all().size()]);

    private final long[] masks;

    /** Takes the array over, which has a mask for each category. */
    AttributeSets(long[] masks) {
        this.masks = masks;
    }

    /** The cells of a row, for the categories that the table has columns of. */
    static AttributeSets read(TsvTable.Row row, Collection<Category> categories, Vocabulary vocabulary) {
        long[] masks = new long[Category.all().size()];
        for (Category category : categories) {
            masks[category.index] = vocabulary.bits(row, category);
        }
        return new AttributeSets(masks);
    }

    long get(Category category) {
        return masks[category.index];
    }

    AttributeSets with(Category category, long mask) {
        long[] changed = masks.clone();
        changed[category.index] = mask;
        return new AttributeSets(changed);
    }

    /**
     * What a join of two words asks for: in each category the common attributes, or those of the one that asks for any.
     *
     * @return null if both ask for something in one category and have nothing in common
     */
    @Nullable
    AttributeSets join(AttributeSets other) {
        long[] joined = new long[masks.length];
        for (int index = 0; index < joined.length; index++) {
            long ours = masks[index];
            long theirs = other.masks[index];
            joined[index] = ours == 0 || theirs == 0 ? ours | theirs : ours & theirs;
            if (joined[index] == 0 && ours != 0) {
                return null;
            }
        }
        return new AttributeSets(joined);
    }

    /** Does a suite with these attributes have what is asked, wherever something is asked? */
    boolean satisfy(AttributeSets asked) {
        for (int index = 0; index < masks.length; index++) {
            if (asked.masks[index] != 0 && (asked.masks[index] & masks[index]) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Is there an algorithm category in which everything here is among the given attributes? */
    boolean hasOnly(AttributeSets attributes) {
        for (Category category : Category.algorithms()) {
            if (get(category) != 0 && (get(category) & ~attributes.get(category)) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Is one of the given attributes an algorithm here? */
    boolean hasAny(AttributeSets attributes) {
        for (Category category : Category.algorithms()) {
            if ((get(category) & attributes.get(category)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Spreads over all bits: an attribute is one bit somewhere. */
    int hash() {
        long hash = 0;
        for (long mask : masks) {
            hash = (hash ^ mask) * 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio (Knuth, TAOCP 6.4)
        }
        return (int) (hash >>> Integer.SIZE);
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
