package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.UnrecognizedReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Real logs, which are not part of this project: every file below {@code -Dposthorn.corpus=DIR}. No byte is lost, nothing
 * is thrown, the four lines that matter most say what a second reader says they do, and of the lines with a tag of Postfix
 * at most one in a thousand is not recognised, those aside whose words were replaced to make them anonymous. The rest is
 * listed with what is wrong with it.
 */
class CorpusTest {

    private static final String ANONYMISED = "an anonymiser replaced what is the program's own";

    /** How a line that Postfix did not print like that gives itself away; the first that fits is its reason. */
    private static final Map<String, Pattern> DAMAGE = new LinkedHashMap<>();

    static {
        DAMAGE.put(
                ANONYMISED,
                Pattern.compile("\\banon_|\\[\\*\\*|\\(my IP\\)|: \\d{3} \\d\\.\\d\\.\\d \\S+@\\S+ to=<|to=[^<, ]+@"));
        DAMAGE.put("the line stands in itself", Pattern.compile("postfix/\\S+: .*postfix/\\S+: "));
        DAMAGE.put(
                "an anonymiser replaced more than an address",
                Pattern.compile(": \\d{3} \\d\\.\\d\\.\\d \\S+@\\S+ to=<"));
        DAMAGE.put("a spreadsheet put quotes around its columns", Pattern.compile(",\" status="));
        DAMAGE.put(
                "wrapped or cut by whoever quoted it",
                Pattern.compile(
                        "(?:backwards-compatible(?: default)?|setting|reject:|[0-9A-F]{8,}:|using|\"smtp\"|, conf\\w*| fro|\\$|, ?)$"));
        DAMAGE.put("blanks put in by whoever quoted it", Pattern.compile("  +\\d+:error|:  warning|no such  file"));
        DAMAGE.put("an address in brackets is missing", Pattern.compile("(?:from|to) [a-z.]+(?:: -1)?$"));
        DAMAGE.put("the reject has no tail", Pattern.compile("reject: .*(?:storage|\\.\\.\\.| tab)$"));
        DAMAGE.put("brackets and what was in them are missing", Pattern.compile(" helo=$|4\\.7\\.1 : Helo"));
    }

    private final Map<String, Counts> byFolder = new TreeMap<>();
    private final List<String> unrecognized = new ArrayList<>();
    private final List<String> disagreements = new ArrayList<>();
    private long tagged;
    private long anonymised;
    private long compared;

    @Test
    void everyFile_readToItsEnd_isAccountedFor() throws IOException {
        String folder = System.getProperty("posthorn.corpus", "");
        assumeTrue(!folder.isEmpty(), "-Dposthorn.corpus=DIR is not given");
        Path corpus = Path.of(folder);
        List<Path> files = files(corpus);
        assertThat(files).as("files below %s", corpus).isNotEmpty();

        for (Path file : files) {
            read(
                    file,
                    byFolder.computeIfAbsent(corpus.relativize(file.getParent()).toString(), f -> new Counts()));
        }
        byFolder.forEach((name, counts) -> System.out.println("corpus " + name + ": " + counts));
        unrecognized.forEach(System.out::println);
        System.out.printf(
                "corpus: %d lines with a tag of Postfix, %d unrecognised, %d of them made anonymous; %d compared with the reference%n",
                tagged, unrecognized.size(), anonymised, compared);

        assertThat(disagreements).isEmpty();
        assertThat(compared).isPositive();
        assertThat(unrecognized.size() - anonymised).isLessThanOrEqualTo(tagged / 1000);
    }

    private static List<Path> files(Path corpus) throws IOException {
        try (Stream<Path> paths = Files.walk(corpus)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void read(Path file, Counts counts) throws IOException {
        long bytes = 0;
        try (MaillogCursor cursor = Maillog.open(file)) {
            while (cursor.advance()) {
                assertThat(cursor.lineOffset()).isEqualTo(bytes);
                bytes += cursor.lineSize();
                counts.add(cursor);
                assertThat(cursor.snapshot().kind()).isEqualTo(cursor.kind());
                compare(file, cursor);
                list(file, cursor);
            }
        }
        assertThat(bytes).as(file.toString()).isEqualTo(Files.size(file));
    }

    /** Both readers have to find the line, and in it the same. */
    private void compare(Path file, MaillogCursor cursor) {
        Optional<Map<String, String>> expected = SlowReference.read(cursor.raw().toString());
        boolean isTagged =
                cursor.envelope().instance().isPresent() && cursor.envelope().pid() >= 0;
        if (expected.isEmpty() && (!SlowReference.covers(cursor.kind()) || !isTagged)) {
            return;
        }
        compared++;
        if (!expected.equals(Optional.of(SlowReference.of(cursor)))) {
            disagreements.add(
                    at(file, cursor) + "\n  expected " + expected + "\n  actual   " + SlowReference.of(cursor));
        }
    }

    private void list(Path file, MaillogCursor cursor) {
        boolean isPostfix = cursor.envelope().instance().toString().startsWith("postfix");
        tagged += isPostfix ? 1 : 0;
        if (isPostfix && cursor.kind() == MaillogKind.UNRECOGNIZED) {
            String line = cursor.raw().toString();
            Optional<String> damage = DAMAGE.entrySet().stream()
                    .filter(entry -> entry.getValue().matcher(line.strip()).find())
                    .map(Map.Entry::getKey)
                    .findFirst();
            anonymised += damage.equals(Optional.of(ANONYMISED)) ? 1 : 0;
            unrecognized.add(
                    cursor.unrecognized().reason() + ", " + damage.orElse("not known") + ": " + at(file, cursor));
        }
    }

    private static String at(Path file, MaillogCursor cursor) {
        return file.getFileName() + ":" + cursor.lineNumber() + " " + cursor.raw();
    }

    private static final class Counts {

        private long recognized;
        private final Map<UnrecognizedReason, Long> unrecognized = new TreeMap<>();

        void add(MaillogCursor cursor) {
            if (cursor.kind() == MaillogKind.UNRECOGNIZED) {
                unrecognized.merge(cursor.unrecognized().reason(), 1L, Long::sum);
            } else {
                recognized++;
            }
        }

        @Override
        public String toString() {
            return recognized + " recognised, unrecognised: " + unrecognized;
        }
    }
}
