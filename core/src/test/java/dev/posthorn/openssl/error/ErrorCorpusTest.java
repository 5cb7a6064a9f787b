package dev.posthorn.openssl.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Error strings found in the wild, with {@code -Dposthorn.corpus=DIR}; the lines themselves are nobody's to copy. */
@EnabledIfSystemProperty(named = "posthorn.corpus", matches = ".*")
class ErrorCorpusTest {

    private static List<String> texts;

    @BeforeAll
    static void readTexts() throws IOException {
        Path corpus = Path.of(System.getProperty("posthorn.corpus"));
        texts = List.of("tls-errors.txt", "tls-errors-other.txt").stream()
                .flatMap(name -> lines(corpus.resolve(name)).stream())
                .flatMap(line -> Arrays.stream(line.split("\t", -1)))
                .filter(cell -> cell.startsWith("error:"))
                .toList();
        assertThat(texts).as("error strings in %s", corpus).isNotEmpty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, UTF_8);
        } catch (IOException e) {
            throw new AssertionError(file + ": cannot be read", e);
        }
    }

    @Test
    void everyText_isOneError() {
        assertThat(texts)
                .allSatisfy(text -> assertThat(OpenSslError.findAll(text)).hasSize(1));
    }

    /** Even those cut off in the middle of the reason: the number tells how it went on. */
    @Test
    void everyText_hasALibraryAndAReasonWithAName() {
        assertThat(texts).allSatisfy(text -> {
            OpenSslError error = OpenSslError.parse(text);

            assertThat(error.libraryText()).as(text).isPresent();
            assertThat(error.reasonText()).as(text).isPresent();
            if (!text.contains(":reason(")) {
                assertThat(HandshakeFailure.of(error).kind().symbol()).as(text).doesNotStartWith("REASON_");
            }
        });
    }

    @Test
    void everyText_isPrintedAgainAsItWas() {
        assertThat(texts)
                .filteredOn(Predicate.not(ErrorCorpusTest::isEditedByHand))
                .allSatisfy(text -> {
                    String printed = OpenSslError.parse(text).toString();

                    assertThat(text.replace(": SSL alert", ":SSL alert").replace(": filename", ":filename"))
                            .startsWith(printed);
                });
    }

    /** Doubled blanks, a digit lost from the code. */
    private static boolean isEditedByHand(String text) {
        return text.contains("  ") || text.startsWith("error:14418:");
    }

    @Test
    void everyText_isExplained() {
        List<HandshakeFailure> failures = texts.stream()
                .map(OpenSslError::parse)
                .map(HandshakeFailure::of)
                .toList();
        long explained = failures.stream().filter(HandshakeFailure::isExplained).count();

        System.out.println(
                "Corpus: " + explained + " of " + failures.size() + " error strings explained; not explained: "
                        + failures.stream()
                                .filter(failure -> !failure.isExplained())
                                .map(failure -> failure.kind().symbol())
                                .toList());
        assertThat(explained).isEqualTo(failures.size());
    }
}
