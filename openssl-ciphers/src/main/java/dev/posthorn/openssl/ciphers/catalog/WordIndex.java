package dev.posthorn.openssl.ciphers.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a build ask for, found by the stretch of a string that a word is, which is not cut out for that.
 * Linear probing over a power of two of slots, at most half of them taken. Immutable once it is made.
 */
final class WordIndex {

    private record Entry(String word, Optional<Criteria> criteria) {}

    private final @Nullable Entry[] slots;
    private final Set<String> words = new LinkedHashSet<>();

    /** Section 4: names of available suites come first, in base order; then the aliases. */
    WordIndex(List<OpenSslCipherSuite> baseOrder, List<Alias> aliases, WordRules rules, boolean namesByCodePoint) {
        slots = new Entry[Integer.highestOneBit(baseOrder.size() + aliases.size()) * 4];
        for (OpenSslCipherSuite suite : baseOrder) {
            if (words.add(suite.openSslName())) {
                put(suite.openSslName(), suite.criteriaOfName(rules, namesByCodePoint));
            }
        }
        for (Alias alias : aliases) {
            if (words.add(alias.word())) {
                put(alias.word(), alias.criteria());
            }
        }
    }

    private void put(String word, Criteria criteria) {
        int slot = hash(word, 0, word.length());
        while (at(slot) != null) {
            slot++;
        }
        slots[slot & (slots.length - 1)] = new Entry(word, Optional.of(criteria));
    }

    Optional<Criteria> criteriaOf(String text, int from, int to) {
        int slot = hash(text, from, to);
        for (Entry entry = at(slot); entry != null; entry = at(++slot)) {
            if (entry.word.length() == to - from && text.startsWith(entry.word, from)) {
                return entry.criteria;
            }
        }
        return Optional.empty();
    }

    private @Nullable Entry at(int slot) {
        return slots[slot & (slots.length - 1)];
    }

    Set<String> words() {
        return words;
    }

    /** The length and five characters tell words apart nearly as well as all characters would. */
    private static int hash(String text, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return 0;
        }
        int hash = 31 * length + text.charAt(from);
        hash = 31 * hash + text.charAt(from + (length >> 2));
        hash = 31 * hash + text.charAt(from + (length >> 1));
        hash = 31 * hash + text.charAt(from + ((3 * length) >> 2));
        hash = 31 * hash + text.charAt(to - 1);
        return hash ^ hash >>> 16;
    }
}
