package dev.posthorn.openssl.ciphers;

import java.util.Collection;
import java.util.Optional;

/** Finds what a mistyped word was meant to be. */
final class NearestWord {

    /** Of shorter words every other is a neighbour. */
    private static final int MIN_LENGTH = 3;

    private NearestWord() {}

    /** The same word in another case; else a word with one letter too many, too few, or another, or two swapped. */
    static Optional<String> to(String word, Collection<String> known) {
        Optional<String> otherCase =
                known.stream().filter(word::equalsIgnoreCase).findFirst();
        return otherCase.isPresent() || word.length() < MIN_LENGTH
                ? otherCase
                : known.stream().filter(other -> isNeighbour(word, other)).findFirst();
    }

    /** Behind what both words begin with, one edit has to make the rests equal. */
    static boolean isNeighbour(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        String restA = a.substring(i);
        String restB = b.substring(i);
        return (!restA.isEmpty() && !restB.isEmpty() && restA.substring(1).equals(restB.substring(1)))
                || (!restA.isEmpty() && restA.substring(1).equals(restB))
                || (!restB.isEmpty() && restB.substring(1).equals(restA))
                || isSwap(restA, restB);
    }

    private static boolean isSwap(String a, String b) {
        return a.length() >= 2
                && b.length() >= 2
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)
                && a.substring(2).equals(b.substring(2));
    }
}
