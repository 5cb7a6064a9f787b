package dev.posthorn.parsers.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Lines of our own beside what they say: one file for each kind in the folder {@code lines}, each line followed by its
 * fields, indented, under the names of the golden records. A line without fields must not be recognised. In a
 * file with lines of several kinds the first field is {@code = kind}. The files named for sections of the fact sheet are
 * lines and fields written down from its templates, others from rows of the table.
 */
class GoldenLinesTest {

    /** What stands in the place of a field's name before the kind. */
    private static final String KIND = "=";

    private static final Pattern PEER = Pattern.compile("(.*?)\\[([^\\]]*)\\](?::(\\w+))?");

    @TestFactory
    Stream<DynamicTest> everyLine_givesTheFieldsBesideIt() {
        return examples().stream()
                .map(example -> dynamicTest(example.kind() + ": " + example.line, () -> check(example)));
    }

    @Test
    void everyKind_hasAtLeastOneLine() {
        Set<MaillogKind> missing = EnumSet.allOf(MaillogKind.class);
        missing.remove(MaillogKind.UNRECOGNIZED);
        missing.remove(MaillogKind.EXIM_REJECTED_MESSAGE); // Never alone: see RejectLogTest.
        examples().stream()
                .filter(example -> !example.fields.isEmpty())
                .forEach(example -> missing.remove(GoldenNames.kind(example.kind())));

        assertThat(missing).isEmpty();
    }

    private static void check(Example example) throws IOException {
        try (MaillogCursor cursor = Maillog.open(example.line.getBytes(StandardCharsets.UTF_8))) {
            assertThat(cursor.advance()).isTrue();
            if (example.fields.isEmpty()) {
                assertThat(cursor.kind()).isEqualTo(MaillogKind.UNRECOGNIZED);
                return;
            }
            assertThat(cursor.kind()).isEqualTo(GoldenNames.kind(example.kind()));
            Map<String, String> actual = new TreeMap<>(
                    cursor.isNeighbour() ? NeighbourNames.parts(cursor.neighbour()) : GoldenNames.fields(cursor));
            if (!GoldenNames.queueId(cursor).isEmpty()) {
                actual.put("queue_id", GoldenNames.queueId(cursor));
            }
            assertThat(actual).isEqualTo(example.fieldsButKind());
        }
    }

    private static List<Example> examples() {
        try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(GoldenLinesTest.class.getResource("lines"))
                .toURI()))) {
            List<Example> examples = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                addExamples(file, examples);
            }
            assertThat(examples).isNotEmpty();
            return examples;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addExamples(Path file, List<Example> examples) throws IOException {
        String kind = file.getFileName().toString().replace(".txt", "");
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("  ")) {
                String[] field = line.strip().split(" ", 2); // An empty field is its name alone.
                examples.get(examples.size() - 1).put(field[0], field.length == 2 ? field[1] : "");
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                examples.add(new Example(kind, line, new TreeMap<>()));
            }
        }
    }

    private record Example(String file, String line, Map<String, String> fields) {

        /** A name with {@code @} in front is a peer's: its name, address and port are fields too. */
        void put(String name, String value) {
            if (!name.startsWith("@")) {
                fields.put(name, value);
                return;
            }
            String side = name.substring(1);
            Matcher peer = PEER.matcher(value);
            assertThat(peer.matches()).as(value).isTrue();
            fields.put(side, value);
            fields.put(side + "_address", peer.group(2));
            if (!peer.group(1).isEmpty()) {
                fields.put(side + "_name", peer.group(1));
            }
            if (peer.group(3) != null) {
                fields.put(side + "_port", peer.group(3));
            }
        }

        String kind() {
            return fields.getOrDefault(KIND, file);
        }

        Map<String, String> fieldsButKind() {
            Map<String, String> others = new TreeMap<>(fields);
            others.remove(KIND);
            return others;
        }
    }
}
