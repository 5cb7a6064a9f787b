package dev.posthorn.parsers.postfix;

import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.internal.swar.Literal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds programs by name without a {@code String}: an open hash table over the last eight bytes, which no two programs
 * share, so that one comparison is the rule.
 */
final class ProgramTable {

    /** A power of two, more than twice the number of programs, so that chains are short. */
    private static final int SIZE = 128;

    private static final @Nullable Entry[] ENTRIES = new Entry[SIZE];

    static {
        for (PostfixProgram program : PostfixProgram.values()) {
            Literal word = Literal.of(program.word());
            byte[] bytes = program.word().getBytes(StandardCharsets.US_ASCII);
            int slot = slot(bytes, 0, bytes.length);
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
        byte[] bytes = word.array();
        int from = word.from();
        int to = word.to();
        int slot = slot(bytes, from, to);
        for (Entry entry = ENTRIES[slot]; entry != null; entry = ENTRIES[slot]) {
            if (entry.word.after(bytes, from, to) == to) {
                return entry.program;
            }
            slot = next(slot);
        }
        return Optional.empty();
    }

    private static int slot(byte[] bytes, int from, int to) {
        return ByteSearch.hashOfLast(bytes, from, to) & (SIZE - 1);
    }

    private static int next(int slot) {
        return (slot + 1) & (SIZE - 1);
    }

    /** The answer is kept as it is given, so that finding allocates nothing. */
    private record Entry(Literal word, Optional<PostfixProgram> program) {}
}
