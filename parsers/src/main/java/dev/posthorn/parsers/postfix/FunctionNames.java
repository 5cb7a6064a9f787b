package dev.posthorn.parsers.postfix;

import dev.posthorn.parsers.internal.swar.Literal;
import dev.posthorn.table.TsvTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of Postfix's functions: lower-case words joined by underscores, the first of them one of its modules. Its
 * debugging output begins with them, and nothing else that it says at level info does.
 */
final class FunctionNames {

    /** Modules by their first letter, {@code a} to {@code z}. */
    private static final Literal[][] MODULES = new Literal[26][];

    static {
        List<List<Literal>> lists = new ArrayList<>();
        for (int i = 0; i < MODULES.length; i++) {
            lists.add(new ArrayList<>());
        }
        TsvTable table = TsvTable.read("modules.tsv", FunctionNames.class.getResourceAsStream("modules.tsv"));
        for (TsvTable.Row row : table.rows()) {
            String module = row.text("module");
            lists.get(module.charAt(0) - 'a').add(Literal.of(module));
        }
        for (int i = 0; i < MODULES.length; i++) {
            MODULES[i] = lists.get(i).toArray(Literal[]::new);
        }
    }

    private FunctionNames() {}

    /**
     * Steps over a name.
     *
     * @return the place behind it, -1 if there is none
     */
    static int end(byte[] bytes, int at, int to) {
        int word = at;
        while (word < to && isLetterOrDigit(bytes[word])) {
            word++;
        }
        if (word == to || bytes[word] != '_' || !isModule(bytes, at, word)) {
            return -1;
        }
        int end = word;
        while (end < to && (isLetterOrDigit(bytes[end]) || bytes[end] == '_')) {
            end++;
        }
        return skipLevel(bytes, end, to);
    }

    /** {@code deliver_alias[2]}: local's functions say how deep they are. */
    private static int skipLevel(byte[] bytes, int at, int to) {
        int level = Scan.number(bytes, Scan.after((byte) '[', bytes, at, to), to);
        int behind = Scan.after((byte) ']', bytes, level, to);
        return behind < 0 ? at : behind;
    }

    private static boolean isModule(byte[] bytes, int from, int to) {
        int letter = from < to ? bytes[from] - 'a' : -1;
        if (letter < 0 || letter >= MODULES.length) {
            return false;
        }
        for (Literal module : MODULES[letter]) {
            if (module.after(bytes, from, to) == to) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetterOrDigit(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
    }
}
