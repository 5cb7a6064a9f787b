package dev.posthorn.openssl;

import java.util.Arrays;
import java.util.Optional;

/** How sure it is that a package of a distribution behaves as its row says. From the surest down. */
public enum Certainty {
    /** The published default list comes out exactly, names and order. */
    DEFAULT_REPRODUCED("default-reproduced"),
    /** The members of the published default list come out; the order was not compared. */
    DEFAULT_SET_CONFIRMED("default-set-confirmed"),
    /** The options stand in a published recipe; no list was compared. */
    FROM_RECIPE("from-recipe"),
    /** Nothing was compared. */
    NOT_VERIFIED("not-verified");

    private final String word;

    Certainty(String word) {
        this.word = word;
    }

    static Optional<Certainty> forWord(String word) {
        return Arrays.stream(values())
                .filter(certainty -> certainty.word.equals(word))
                .findFirst();
    }

    /** The word of the table: {@code from-recipe}. */
    @Override
    public String toString() {
        return word;
    }
}
