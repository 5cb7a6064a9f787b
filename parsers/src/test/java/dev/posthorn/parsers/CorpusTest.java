package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.UnrecognizedReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real logs, which are not part of this project: every file below {@code -Dposthorn.corpus=DIR}. */
class CorpusTest {

    @Test
    void everyFile_readToItsEnd_losesNoByteAndThrowsNothing() throws IOException {
        String folder = System.getProperty("posthorn.corpus", "");
        assumeTrue(!folder.isEmpty(), "-Dposthorn.corpus=DIR is not given");
        Path corpus = Path.of(folder);
        List<Path> files = files(corpus);
        assertThat(files).as("files below %s", corpus).isNotEmpty();

        Map<String, Counts> byFolder = new TreeMap<>();
        for (Path file : files) {
            count(
                    file,
                    byFolder.computeIfAbsent(corpus.relativize(file.getParent()).toString(), f -> new Counts()));
        }
        byFolder.forEach((name, counts) -> System.out.println("corpus " + name + ": " + counts));
    }

    private static List<Path> files(Path corpus) throws IOException {
        try (Stream<Path> paths = Files.walk(corpus)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void count(Path file, Counts counts) throws IOException {
        long bytes = 0;
        try (MaillogCursor cursor = Maillog.open(file)) {
            while (cursor.advance()) {
                assertThat(cursor.lineOffset()).isEqualTo(bytes);
                bytes += cursor.lineSize();
                counts.add(cursor);
                assertThat(cursor.snapshot().kind()).isEqualTo(cursor.kind());
            }
        }
        assertThat(bytes).as(file.toString()).isEqualTo(Files.size(file));
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
