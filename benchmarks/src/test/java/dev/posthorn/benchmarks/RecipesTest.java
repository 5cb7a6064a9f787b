package dev.posthorn.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.posthorn.benchmarks.GeneratedLog.Dialect;
import dev.posthorn.parsers.Maillog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The administrator's pipelines, run as he typed them, and what replaces them. */
class RecipesTest {

    @TempDir
    Path folder;

    private Path log(Dialect dialect) throws IOException {
        Path file = folder.resolve("maillog." + dialect);
        GeneratedLog.mixedIn(dialect).write(file, 2 << 20);
        return file;
    }

    /** What {@code uniq -c} printed: a count, a blank, the text. */
    private Map<String, Long> shell(String pipeline, Path file) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process;
        try {
            process = new ProcessBuilder("sh", "-c", pipeline, "sh", file.toString())
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException noShell) {
            return Map.of();
        }
        assumeThat(process.waitFor()).isZero();
        Map<String, Long> counts = new TreeMap<>();
        for (String line : Files.readAllLines(output, StandardCharsets.US_ASCII)) {
            String[] words = line.strip().split(" +", 2);
            counts.merge(words[1].strip(), Long.parseLong(words[0]), Long::sum);
        }
        return counts;
    }

    @Test
    void recipes_onTheDialectTheyWereMadeFor_countWhatThePipelinesCount() throws Exception {
        Path file = log(Dialect.BSD);
        Map<String, Long> negotiated = shell(Recipes.NEGOTIATED_IN_SHELL, file);
        assumeThat(negotiated).as("egrep and awk").isNotEmpty();

        assertThat(Recipes.negotiated(Maillog.parallel(file))).isEqualTo(negotiated);
        assertThat(Recipes.failed(Maillog.parallel(file)))
                .isEqualTo(shell(Recipes.FAILED_IN_SHELL, file))
                .hasSizeGreaterThan(20);
    }

    /** The same seed makes the same lines in every dialect; awk counts blanks and is lost where a date has none. */
    @ParameterizedTest
    @EnumSource
    void recipes_onEveryDialect_giveTheSame(Dialect dialect) throws IOException {
        Path bsd = folder.resolve("bsd");
        GeneratedLog.mixedIn(Dialect.BSD).writeLines(bsd, 20_000);
        Path other = folder.resolve("other");
        GeneratedLog.mixedIn(dialect).writeLines(other, 20_000);

        assertThat(Recipes.negotiated(Maillog.parallel(other)))
                .isEqualTo(Recipes.negotiated(Maillog.parallel(bsd)))
                .hasSize(4);
        assertThat(Recipes.failed(Maillog.parallel(other))).isEqualTo(Recipes.failed(Maillog.parallel(bsd)));
    }

    @Test
    void pipelines_onIsoLines_areWrong() throws Exception {
        Path file = log(Dialect.ISO);
        Map<String, Long> negotiated = shell(Recipes.NEGOTIATED_IN_SHELL, file);
        assumeThat(negotiated).as("egrep and awk").isNotEmpty();

        assertThat(negotiated.keySet()).noneMatch(key -> key.startsWith("TLS"));
    }
}
