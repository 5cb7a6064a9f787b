package dev.posthorn;

import dev.posthorn.LineMeaning.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the file of line meanings: entries {@code == TITLE}, then {@code key: text}, longer texts on indented lines. */
final class LineMeanings {

    private static final String FILE = "line-meanings.txt";
    private static final String HEAD = "== ";
    private static final String CONTINUED = "  ";
    private static final Set<String> KEYS = Set.of("pattern", "says", "next", "verdict", "overrules-errors", "example");

    private final List<LineMeaning> entries = new ArrayList<>();
    private Optional<String> title = Optional.empty();
    private Optional<StringBuilder> current = Optional.empty();
    private final Map<String, List<StringBuilder>> texts = new HashMap<>();

    private LineMeanings() {}

    /** All entries in the order in which they are tried. */
    static List<LineMeaning> all() {
        return Holder.ALL;
    }

    /** The first entry whose shape is found. */
    static Optional<LineMeaning> find(String text) {
        return all().stream().filter(entry -> entry.isFoundIn(text)).findFirst();
    }

    static List<LineMeaning> read(BufferedReader file) throws IOException {
        LineMeanings reader = new LineMeanings();
        int number = 0;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            number++;
            reader.take(number, line);
        }
        reader.finish(number);
        return List.copyOf(reader.entries);
    }

    private void take(int number, String line) {
        if (line.startsWith(HEAD)) {
            finish(number);
            title = Optional.of(line.substring(HEAD.length()));
        } else if (line.startsWith(CONTINUED) && current.isPresent()) {
            current.get().append(' ').append(line.strip());
        } else if (!line.isBlank() && !line.startsWith("#")) {
            int colon = line.indexOf(": ");
            String key = colon < 0 ? "" : line.substring(0, colon);
            if (title.isEmpty() || !KEYS.contains(key)) {
                throw bad(number, "is neither a title nor one of the keys " + KEYS);
            }
            StringBuilder text = new StringBuilder(line.substring(colon + 2));
            texts.computeIfAbsent(key, known -> new ArrayList<>()).add(text);
            current = Optional.of(text);
        }
    }

    private void finish(int number) {
        title.ifPresent(name -> entries.add(entry(number, name)));
        title = Optional.empty();
        current = Optional.empty();
        texts.clear();
    }

    private LineMeaning entry(int number, String name) {
        Optional<Verdict> verdict = text("verdict").map(Verdict::valueOf);
        if (verdict.isEmpty() == text("says").isEmpty()
                || text("says").isPresent() != text("next").isPresent()) {
            throw bad(number, "entry \"" + name + "\" wants says and next, or a verdict");
        }
        try {
            return new LineMeaning(
                    name,
                    Pattern.compile(
                            text("pattern").orElseThrow(() -> bad(number, "entry \"" + name + "\" has no pattern"))),
                    text("says").orElse(""),
                    text("next").orElse(""),
                    verdict,
                    text("overrules-errors").isPresent(),
                    texts.getOrDefault("example", List.of()).stream()
                            .map(StringBuilder::toString)
                            .toList());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    FILE + ", line " + number + ": entry \"" + name + "\" has no good pattern", e);
        }
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).map(some -> some.get(0).toString());
    }

    private static IllegalArgumentException bad(int number, String problem) {
        return new IllegalArgumentException(FILE + ", line " + number + ": " + problem);
    }

    /** Reads the file on first use (JLS 12.4.2). */
    private static final class Holder {
        static final List<LineMeaning> ALL = readResource();

        private static List<LineMeaning> readResource() {
            InputStream in = LineMeanings.class.getResourceAsStream(FILE);
            if (in == null) {
                throw new IllegalStateException(FILE + ": no such file");
            }
            try (BufferedReader file = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return read(file);
            } catch (IOException e) {
                throw new UncheckedIOException(FILE + ": cannot be read", e);
            }
        }
    }
}
