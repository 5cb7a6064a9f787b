package dev.posthorn.parsers.postfix;

import dev.posthorn.parsers.bytes.AsciiView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds programs by name without a {@code String}: an open hash table over length, first and last byte, which tells all
 * but a few apart, so that one comparison of bytes is the rule.
 */
final class ProgramTable {

    /** A power of two, more than twice the number of programs, so that chains are short. */
    private static final int SIZE = 128;

    private static final @Nullable Entry[] ENTRIES = new Entry[SIZE];

    static {
        for (PostfixProgram program : PostfixProgram.values()) {
            String word = program.word();
            int slot = slot(word.length(), word.charAt(0), word.charAt(word.length() - 1));
            while (ENTRIES[slot] != null) {
                slot = next(slot);
            }
            ENTRIES[slot] = new Entry(word, Optional.of(program));
        }
    }

    private ProgramTable() {}

    static Optional<PostfixProgram> find(AsciiView word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        int slot = slot(word.length(), word.byteAt(0), word.byteAt(word.length() - 1));
        for (Entry entry = ENTRIES[slot]; entry != null; entry = ENTRIES[slot]) {
            if (word.contentEquals(entry.word)) {
                return entry.program;
            }
            slot = next(slot);
        }
        return Optional.empty();
    }

    private static int slot(int length, int first, int last) {
        return (31 * (31 * length + first) + last) & (SIZE - 1);
    }

    private static int next(int slot) {
        return (slot + 1) & (SIZE - 1);
    }

    /** The answer is kept as it is given, so that finding allocates nothing. */
    private record Entry(String word, Optional<PostfixProgram> program) {}
}
