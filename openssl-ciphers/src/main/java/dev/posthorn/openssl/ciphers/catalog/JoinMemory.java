package dev.posthorn.openssl.ciphers.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers a few joins of words: the strings of one server say {@code EECDH+AESGCM} again and again. Each join has one
 * place, where the next one of that place takes its turn, so that no string makes it grow.
 *
 * <p>Threads may overwrite each other's entries, but never see half of one: an entry is immutable.
 */
final class JoinMemory {

    private static final int PLACES = 256;

    private record Join(Criteria left, Criteria right, Optional<Criteria> joined) {}

    private final @Nullable Join[] joins = new Join[PLACES];

    Optional<Criteria> join(Criteria left, Criteria right) {
        int place = (31 * left.hash() + right.hash()) & (PLACES - 1);
        Join known = joins[place];
        if (known == null || known.left != left || known.right != right) {
            known = new Join(left, right, left.joinedWith(right));
            joins[place] = known;
        }
        return known.joined;
    }
}
