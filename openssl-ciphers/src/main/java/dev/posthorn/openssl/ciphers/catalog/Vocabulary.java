package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.table.TsvTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Which attribute words there are, each with a bit of its own within its category. The words come from the tables; the
 * engine knows none of them. Filled while a line's tables are read, only read afterwards; the strength classes are all
 * there from the start, because a patch may give a suite one that no suite has.
 */
final class Vocabulary {

    private final List<List<String>> words = new ArrayList<>();
    private final long eitherExportMark;
    private final long allButSslv2;

    Vocabulary() {
        while (words.size() < Category.all().size()) {
            words.add(new ArrayList<>());
        }
        eitherExportMark =
                bit(Category.EXPORT, OpenSslCipherSuite.EXPORT) | bit(Category.EXPORT, OpenSslCipherSuite.NOT_EXPORT);
        for (String strength : OpenSslCipherSuite.STRENGTHS) {
            bit(Category.STRENGTH, strength);
        }
        allButSslv2 = ~bit(Category.PROTOCOL, "SSLv2");
    }

    /** What no word but COMPLEMENTOFDEFAULT asks for; see {@link Criteria}. */
    long eitherExportMark() {
        return eitherExportMark;
    }

    /** What no word but COMPLEMENTOFDEFAULT asks for; see {@link Criteria}. */
    long allButSslv2() {
        return allButSslv2;
    }

    /** The bit of one word. */
    long bit(Category category, String word) {
        List<String> known = words.get(category.index);
        int index = known.indexOf(word);
        if (index < 0) {
            index = known.size();
            if (index == Long.SIZE) {
                throw new IllegalStateException(category.column + ": more than " + Long.SIZE + " words");
            }
            known.add(word);
        }
        return 1L << index;
    }

    /** How many words of a kind there are. */
    int size(Category category) {
        return words.get(category.index).size();
    }

    /** The bit of a word, 0 if no table of the line has it. */
    long bitIfKnown(Category category, String word) {
        int index = words.get(category.index).indexOf(word);
        return index < 0 ? 0 : 1L << index;
    }

    /** The bits of a cell such as {@code AES128+AES128GCM}, or of all others as in {@code !eNULL}; 0 if it is empty. */
    long bits(TsvTable.Row row, Category category) {
        String cell = row.text(category.column);
        long known = cell.isEmpty() ? 0 : bitIfKnown(category, cell);
        if (cell.isEmpty() || known != 0) {
            return known;
        }
        long bits = 0;
        for (String part : row.words(category.column, '+')) {
            boolean complement = part.startsWith("!");
            String word = complement ? part.substring(1) : part;
            if (!category.knows(word)) {
                throw row.bad(category.column, "names the unknown word " + word);
            }
            bits |= complement ? ~bit(category, word) : bit(category, word);
        }
        return bits;
    }

    /** Says a set in words again. */
    String describe(Category category, long bits) {
        List<String> in = new ArrayList<>();
        List<String> out = new ArrayList<>();
        for (String word : words.get(category.index)) {
            ((bits & bitIfKnown(category, word)) != 0 ? in : out).add(word);
        }
        // A complement has the bits of words that do not exist; then it is shorter to say what is left out.
        boolean complement = bits < 0;
        return complement ? "not " + String.join("/", out) : String.join("/", in);
    }
}
