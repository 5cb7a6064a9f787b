package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples of the pages on cipher strings: every line of every {@code expansion} block in {@code docs}. */
class CipherStringsPageTest {

    private static final Path DOCS = Path.of("..", "docs");

    private static final Pattern BLOCK =
            Pattern.compile("^```expansion\n(.+?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TestFactory
    List<DynamicTest> example_ofAPage_comesToWhatThePageSays() throws IOException {
        List<DynamicTest> examples = new ArrayList<>();
        for (Path page : pages()) {
            BLOCK.matcher(Files.readString(page))
                    .results()
                    .flatMap(block -> block.group(1).lines())
                    .forEach(line -> examples.add(DynamicTest.dynamicTest(
                            page.getFileName() + ": " + line, () -> assertExample(line.split(" \\| ", -1)))));
        }
        assertThat(examples).hasSizeGreaterThan(50);
        return examples;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static void assertExample(String[] cells) {
        assertThat(cells).hasSize(3);
        assertThat(answer(cells[0], cells[1], cells[2])).isEqualTo(cells[2]);
    }

    private static String answer(String build, String text, String asTold) {
        Expansion expansion = CipherString.parse(text).expandFor(OpenSslBuild.parse(build));
        if (expansion.rejection().isPresent()) {
            return expansion.rejection().get().reason().text();
        }
        return asTold.endsWith(" suites")
                ? expansion.suites().size() + " suites"
                : expansion.suites().stream()
                        .map(OpenSslCipherSuite::openSslName)
                        .collect(Collectors.joining(":"));
    }
}
