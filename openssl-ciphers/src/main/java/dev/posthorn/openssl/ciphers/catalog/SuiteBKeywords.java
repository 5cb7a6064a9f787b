package dev.posthorn.openssl.ciphers.catalog;

import dev.posthorn.table.TsvTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The keywords of {@code suite-b.tsv}, in the order in which OpenSSL tries them. */
final class SuiteBKeywords {

    /** What every keyword begins with. */
    static final String STEM = "SUITEB";

    private SuiteBKeywords() {}

    static Set<String> all() {
        return Holder.BY_KEYWORD.keySet();
    }

    static Replacement replacementOf(String keyword) {
        Replacement replacement = Holder.BY_KEYWORD.get(keyword);
        if (replacement == null) {
            throw new IllegalArgumentException("keyword: \"" + keyword + "\" is none of " + all());
        }
        return replacement;
    }

    /** What a keyword stands for, and the keyword that every later string of the context stands for. */
    record Replacement(String cipherList, String sticksAs) {}

    private static Map<String, Replacement> read() {
        Map<String, Replacement> byKeyword = new LinkedHashMap<>();
        for (TsvTable.Row row : ReleaseTables.table("suite-b.tsv").rows()) {
            if (!row.text("keyword").startsWith(STEM)) {
                throw row.bad("keyword", "does not begin with " + STEM);
            }
            byKeyword.put(row.text("keyword"), new Replacement(row.text("cipher_list"), row.text("sticks_as")));
        }
        return byKeyword;
    }

    /** Reads the table on first use (JLS 12.4.2). */
    private static final class Holder {
        static final Map<String, Replacement> BY_KEYWORD = read();
    }
}
