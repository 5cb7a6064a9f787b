package dev.posthorn.openssl.error;

import dev.posthorn.table.TsvTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Which library numbers print which names: the one thing in an error string that tells the packing for sure. Compares
 * without regard to case and to doubled blanks, both of which programs have been seen to change, and without allocation.
 */
final class LibraryNames {

    private record Named(int number, String name) {}

    private static final String NUMBER_PREFIX = "lib(";

    private final Named[] libraries;

    private LibraryNames(TsvTable table) {
        List<Named> rows = new ArrayList<>();
        for (TsvTable.Row row : table.rows()) {
            rows.add(new Named(row.integer("number"), row.text("name")));
        }
        libraries = rows.toArray(new Named[0]);
    }

    static LibraryNames get() {
        return Holder.NAMES;
    }

    /** Is this range printed by any release as the name of any library, or as {@code lib(20)}? */
    boolean isLibrary(CharSequence text, int from, int to) {
        return numberOf(text, from, to) >= 0;
    }

    /** The number of the library that a release prints in this way; -1 if no release does. */
    int numberOf(CharSequence text, int from, int to) {
        for (Named library : libraries) {
            if (isSame(library.name, text, from, to)) {
                return library.number;
            }
        }
        return printedNumber(text, from, to);
    }

    /** Is this the name of a library, but not in upper and lower case as any release prints it? */
    boolean isOfChangedCase(String text) {
        for (Named library : libraries) {
            if (library.name.equals(text)) {
                return false;
            }
        }
        return numberOf(text, 0, text.length()) >= 0 && printedNumber(text, 0, text.length()) < 0;
    }

    /** Could a release print this range for this library number? */
    boolean matches(int number, CharSequence text, int from, int to) {
        for (Named library : libraries) {
            if (library.number == number && isSame(library.name, text, from, to)) {
                return true;
            }
        }
        return printedNumber(text, from, to) == number;
    }

    /** The number in {@code lib(20)}; -1 if the range is nothing of that kind. */
    private static int printedNumber(CharSequence text, int from, int to) {
        int digits = from + NUMBER_PREFIX.length();
        if (to - digits < 2
                || to - digits > 9
                || text.charAt(to - 1) != ')'
                || !isSame(NUMBER_PREFIX, text, from, digits)) {
            return -1;
        }
        int number = 0;
        for (int i = digits; i < to - 1; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    private static boolean isSame(String name, CharSequence text, int from, int to) {
        int i = from;
        for (int n = 0; n < name.length(); n++, i++) {
            if (i >= to || lowerCase(text.charAt(i)) != lowerCase(name.charAt(n))) {
                return false;
            }
            while (name.charAt(n) == ' ' && i + 1 < to && text.charAt(i + 1) == ' ') {
                i++;
            }
        }
        return i == to;
    }

    private static char lowerCase(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Holder {
        static final LibraryNames NAMES = new LibraryNames(
                TsvTable.read("libraries.tsv", LibraryNames.class.getResourceAsStream("libraries.tsv")));
    }
}
