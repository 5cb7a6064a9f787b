package dev.posthorn.openssl.error;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an explanation file: prose for people, strictly checked.
 *
 * <pre>
 * # A comment.
 * == NO_SHARED_CIPHER                      an entry: the symbols of one or more reasons, also in several such lines
 * function: SSL3_GET_CLIENT_HELLO          optional: only for these functions (separated by blanks)
 * side: SERVER                             optional: only if this host was known to be that side
 * step: CLIENT_HELLO                       optional: where the function does not tell it
 * blame: LOCAL_CONFIGURATION
 * summary: One sentence.
 * happened: What happened, whose side decided. A text may go on
 *   in indented lines.
 * check: What to look at first.
 * change: What may be changed, in any case.     repeated; each followed by its risk
 * risk: What may get worse.
 * reading: SSLV3_ONLY PEER_INCOMPATIBLE One sentence.    repeated, likeliest first
 * evidence: What would show that this reading is right.
 * for: off:SSLv3                           optional: facts that speak for it (HandshakeContext)
 * against: on:SSLv3 session:any            optional: facts that exclude it
 * change: What may be changed if it is.         repeated; each followed by its risk
 * risk: What may get worse.
 * example: error:1408A0C1:...              repeated; a test feeds it back
 * </pre>
 *
 * <p>An entry holds for errors of the libraries its examples come from: the same words mean another thing elsewhere.
 * Entries for one symbol stand from the most to the least particular: the first that fits is taken.
 */
final class ExplanationFile {

    private static final List<String> ONCE =
            List.of("function", "side", "step", "blame", "summary", "happened", "check");

    private final String name;
    private final List<Explanation> explanations = new ArrayList<>();

    private ExplanationFile(String name) {
        this.name = name;
    }

    static List<Explanation> read(String name, @Nullable InputStream in) {
        if (in == null) {
            throw new IllegalStateException(name + ": no such file");
        }
        try (in) {
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }

    /**
     * Reads the entries of a text.
     *
     * @throws IllegalStateException naming file and line if the text is not as described above
     */
    static List<Explanation> parse(String name, String text) {
        ExplanationFile file = new ExplanationFile(name);
        @Nullable Entry entry = null;
        int lineNumber = 0;
        for (String line : text.split("\n", -1)) {
            lineNumber++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("== ") && entry != null && entry.fields.isEmpty()) {
                entry.symbols += " " + line.substring(3);
            } else if (line.startsWith("== ")) {
                file.finish(entry);
                entry = file.new Entry(lineNumber, line.substring(3));
            } else if (entry == null) {
                throw file.bad(lineNumber, "text before the first entry");
            } else if (line.startsWith("  ")) {
                entry.goOn(lineNumber, line.strip());
            } else {
                entry.start(lineNumber, line);
            }
        }
        file.finish(entry);
        return List.copyOf(file.explanations);
    }

    private void finish(@Nullable Entry entry) {
        if (entry != null) {
            explanations.add(entry.toExplanation());
        }
    }

    private IllegalStateException bad(int lineNumber, String complaint) {
        return new IllegalStateException(name + ":" + lineNumber + ": " + complaint);
    }

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst();
    }

    private record Field(int lineNumber, String key, String text) {}

    /** An entry while it is being read. */
    private final class Entry {

        private final int lineNumber;
        private String symbols;
        private final List<Field> fields = new ArrayList<>();
        private final Map<String, Field> once = new HashMap<>();
        private final List<Change> remedies = new ArrayList<>();
        private final List<ReadingRule> readings = new ArrayList<>();
        private final List<String> examples = new ArrayList<>();
        private int next;

        Entry(int lineNumber, String symbols) {
            this.lineNumber = lineNumber;
            this.symbols = symbols;
        }

        void start(int line, String text) {
            int colon = text.indexOf(": ");
            if (colon < 0) {
                throw bad(line, "neither \"key: text\" nor an indented line: " + text);
            }
            fields.add(new Field(line, text.substring(0, colon), text.substring(colon + 2)));
        }

        void goOn(int line, String text) {
            if (fields.isEmpty()) {
                throw bad(line, "an indented line that continues nothing");
            }
            Field last = fields.remove(fields.size() - 1);
            fields.add(new Field(last.lineNumber, last.key, last.text + " " + text));
        }

        Explanation toExplanation() {
            while (next < fields.size()) {
                Field field = fields.get(next++);
                switch (field.key) {
                    case "change" -> remedies.add(change(field));
                    case "reading" -> readings.add(reading(field));
                    case "example" -> examples.add(field.text);
                    default -> takeOnce(field);
                }
            }
            if (examples.isEmpty()) {
                throw bad(lineNumber, symbols + " has no example");
            }
            return new Explanation(
                    words(symbols).stream().map(this::kind).toList(),
                    name + ":" + lineNumber,
                    libraries(),
                    words(optional("function")),
                    words(optional("side")).stream()
                            .map(word -> constant("side", Side.class, word))
                            .toList(),
                    words(optional("step")).stream()
                            .map(word -> constant("step", HandshakeStep.class, word))
                            .findFirst(),
                    constant("blame", Blame.class, required("blame")),
                    required("summary"),
                    required("happened"),
                    required("check"),
                    List.copyOf(remedies),
                    List.copyOf(readings),
                    List.copyOf(examples));
        }

        private Set<Integer> libraries() {
            return examples.stream()
                    .flatMap(example -> OpenSslError.find(example).stream())
                    .map(OpenSslError::library)
                    .collect(Collectors.toUnmodifiableSet());
        }

        private void takeOnce(Field field) {
            if (!ONCE.contains(field.key)) {
                throw bad(field.lineNumber, "\"" + field.key + "\" is not expected here");
            }
            if (once.put(field.key, field) != null) {
                throw bad(field.lineNumber, "a second \"" + field.key + "\"");
            }
        }

        private Change change(Field what) {
            return new Change(what.text, expect(what, "risk").text);
        }

        private ReadingRule reading(Field field) {
            String[] words = field.text.split(" ", 3);
            if (words.length < 3) {
                throw bad(field.lineNumber, "a reading needs a cause, a blame and a sentence");
            }
            String evidence = expect(field, "evidence").text;
            List<String> speaksFor = facts("for");
            List<String> excludes = facts("against");
            List<Change> changes = new ArrayList<>();
            while (isNext("change")) {
                changes.add(change(fields.get(next++)));
            }
            return new ReadingRule(
                    new Reading(
                            constant(field, Cause.class, words[0]),
                            constant(field, Blame.class, words[1]),
                            words[2],
                            evidence,
                            changes),
                    speaksFor,
                    excludes);
        }

        private List<String> facts(String key) {
            if (!isNext(key)) {
                return List.of();
            }
            Field field = fields.get(next++);
            List<String> facts = words(field.text);
            facts.stream().filter(word -> !ReadingRule.isFact(word)).findFirst().ifPresent(word -> {
                throw bad(field.lineNumber, "\"" + word + "\" is no fact");
            });
            return facts;
        }

        private boolean isNext(String key) {
            return next < fields.size() && fields.get(next).key.equals(key);
        }

        private Field expect(Field before, String key) {
            if (!isNext(key)) {
                throw bad(before.lineNumber, "\"" + before.key + "\" without its \"" + key + "\"");
            }
            return fields.get(next++);
        }

        private FailureKind kind(String symbol) {
            try {
                return new FailureKind(symbol);
            } catch (IllegalArgumentException e) {
                IllegalStateException bad = bad(lineNumber, String.valueOf(e.getMessage()));
                bad.initCause(e);
                throw bad;
            }
        }

        private String required(String key) {
            Field field = once.get(key);
            if (field == null) {
                throw bad(lineNumber, symbols + " has no \"" + key + "\"");
            }
            return field.text;
        }

        private String optional(String key) {
            Field field = once.get(key);
            return field == null ? "" : field.text;
        }

        private List<String> words(String text) {
            return text.isEmpty() ? List.of() : List.of(text.split(" +"));
        }

        private <E extends Enum<E>> E constant(String key, Class<E> type, String word) {
            return constant(Objects.requireNonNull(once.get(key)), type, word);
        }

        private <E extends Enum<E>> E constant(Field field, Class<E> type, String word) {
            return ExplanationFile.constant(type, word)
                    .orElseThrow(() -> bad(field.lineNumber, "\"" + word + "\" is no " + type.getSimpleName()));
        }
    }
}
