package dev.posthorn.openssl.error;

import dev.posthorn.table.TsvTable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which library numbers print which names: the one thing in an error string that tells the packing for sure. */
final class LibraryNames {

    private final Set<String> names = new HashSet<>();
    private final Set<String> numberedNames = new HashSet<>();

    private LibraryNames(TsvTable table) {
        for (TsvTable.Row row : table.rows()) {
            String name = normalized(row.text("name"));
            names.add(name);
            numberedNames.add(row.integer("number") + " " + name);
        }
    }

    static LibraryNames get() {
        return Holder.NAMES;
    }

    /** Is this printed by any release as the name of any library, or as {@code lib(20)}? */
    boolean isLibrary(String printed) {
        String name = normalized(printed);
        return names.contains(name) || isNumberInParentheses(name);
    }

    /** Could a release print this text for this library number? */
    boolean matches(int number, String printed) {
        String name = normalized(printed);
        return numberedNames.contains(number + " " + name) || name.equals("lib(" + number + ")");
    }

    private static boolean isNumberInParentheses(String name) {
        return name.startsWith("lib(")
                && name.endsWith(")")
                && name.length() > 5
                && name.substring(4, name.length() - 1).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Programs have been seen to change the case and to double blanks. */
    private static String normalized(String printed) {
        return printed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Holder {
        static final LibraryNames NAMES = new LibraryNames(
                TsvTable.read("libraries.tsv", LibraryNames.class.getResourceAsStream("libraries.tsv")));
    }
}
