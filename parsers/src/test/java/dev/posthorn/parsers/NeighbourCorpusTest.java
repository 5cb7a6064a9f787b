package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.posthorn.mail.MaillogKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Neighbours in real logs, which are not part of this project: every file below {@code -Dposthorn.corpus=DIR}. Of the lines
 * that mention TLS at most two in a hundred are not recognised, program by program, each listed with what is wrong with it;
 * and what is said about TLS is what a second reader says it is. That no byte is lost is CorpusTest's to see.
 */
class NeighbourCorpusTest {

    private static final Pattern TLS = Pattern.compile("TLS|SSL");

    /** Where a tag can stand; what is under another one is nobody's here. */
    private static final Pattern TAG = Pattern.compile("(?:^|[ \\]])"
            + "(dovecot|exim4?|sendmail|sendmail-in|sm-[a-z-]+|(?:cyrus/)?(?:imaps?|pop3s?|lmtpunix)"
            + "|imapd(?:-ssl)?|pop3d(?:-ssl)?|opendkim)(?:\\[\\d+\\])?: ");

    private static final Pattern POSTFIX = Pattern.compile("postfix[^ ]*/[a-z-]+(?:\\[\\d+\\])?:");

    /** Folders whose files are all of one program's. */
    private static final Map<String, String> PROGRAM_OF_FOLDER =
            Map.of("dovecot", "dovecot", "exim", "exim", "sendmail", "sendmail");

    /** What is wrong with a line that is not recognised; the first that fits is its reason. */
    private static final Map<String, Pattern> DAMAGE = new LinkedHashMap<>();

    static {
        DAMAGE.put(
                "a collector put its own time in front",
                Pattern.compile("^\\d+-\\d\\d-\\d\\dT\\S+ \\d{4}-\\d\\d-\\d\\dT"));
        DAMAGE.put("quoted without process and time", Pattern.compile("^Info: "));
        DAMAGE.put("a header line without its rejection", Pattern.compile("^[\\t ]|^[A-Z*] |^Envelope-|^<"));
        DAMAGE.put(
                "text of the administrator's own, by logwrite in an ACL",
                Pattern.compile("^\\d{4}-\\d\\d-\\d\\d [0-9:.]+ "));
        DAMAGE.put("cut by whoever quoted it", Pattern.compile("(?:,|:|\\w)$"));
    }

    private final Map<String, int[]> byProgram = new TreeMap<>();
    private final List<String> unrecognized = new ArrayList<>();
    private final List<String> disagreements = new ArrayList<>();
    private int compared;

    @Test
    void linesThatMentionTls_areRecognisedAndReadAlikeByTheReference() throws IOException {
        String folder = System.getProperty("posthorn.corpus", "");
        assumeTrue(!folder.isEmpty(), "-Dposthorn.corpus=DIR is not given");
        try (Stream<Path> paths = Files.walk(Path.of(folder))) {
            for (Path file : paths.filter(path -> path.toString().endsWith(".log"))
                    .sorted()
                    .toList()) {
                read(file);
            }
        }
        unrecognized.forEach(System.out::println);
        byProgram.forEach((program, counts) -> System.out.printf(
                "corpus neighbours %s: %d lines mention TLS, %d of them not recognised%n",
                program, counts[0], counts[1]));
        System.out.printf("corpus neighbours: %d lines compared with the reference%n", compared);

        assertThat(disagreements).isEmpty();
        assertThat(compared).isPositive();
        assertThat(byProgram).containsKeys("dovecot", "exim", "sendmail");
        byProgram.forEach((program, counts) -> assertThat(counts[1])
                .as("lines of %s that mention TLS and are not recognised", program)
                .isLessThanOrEqualTo(Math.floorDiv(counts[0] * 2, 100)));
    }

    private void read(Path file) throws IOException {
        try (MaillogCursor cursor = Maillog.open(file)) {
            while (cursor.advance()) {
                String line = cursor.raw().toString();
                if (cursor.isNeighbour()) {
                    compare(file, cursor, line);
                }
                Optional<String> program = program(file, cursor, line);
                if (program.isPresent() && TLS.matcher(line).find()) {
                    count(file, cursor, line, program.get());
                }
            }
        }
    }

    private static Optional<String> program(Path file, MaillogCursor cursor, String line) {
        if (cursor.isNeighbour()) {
            return Optional.of(cursor.neighbour().software().word());
        }
        if (cursor.kind() != MaillogKind.UNRECOGNIZED || POSTFIX.matcher(line).find()) {
            return Optional.empty();
        }
        String folder = file.getName(file.getNameCount() - 2).toString();
        if (PROGRAM_OF_FOLDER.containsKey(folder)) {
            return Optional.of(PROGRAM_OF_FOLDER.get(folder));
        }
        Matcher tag = TAG.matcher(line);
        return tag.find() ? Optional.of(tag.group(1)) : Optional.empty();
    }

    private void count(Path file, MaillogCursor cursor, String line, String program) {
        int[] counts = byProgram.computeIfAbsent(program, p -> new int[2]);
        counts[0]++;
        if (cursor.kind() == MaillogKind.UNRECOGNIZED) {
            counts[1]++;
            String damage = DAMAGE.entrySet().stream()
                    .filter(entry -> entry.getValue().matcher(line).find())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("not known");
            unrecognized.add(program + ", " + cursor.unrecognized().reason() + ", " + damage + ": " + at(file, cursor));
        }
    }

    private void compare(Path file, MaillogCursor cursor, String line) {
        Optional<Map<String, String>> expected = NeighbourReference.read(cursor.kind(), line);
        if (expected.isPresent()) {
            compared++;
            Map<String, String> actual = NeighbourReference.of(cursor.neighbour());
            if (!expected.get().equals(actual)) {
                disagreements.add(at(file, cursor) + "\n  expected " + expected.get() + "\n  actual   " + actual);
            }
        }
    }

    private static String at(Path file, MaillogCursor cursor) {
        return file.getFileName() + ":" + cursor.lineNumber() + " " + cursor.raw();
    }
}
