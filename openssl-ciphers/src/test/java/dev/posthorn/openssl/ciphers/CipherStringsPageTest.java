package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.OpenSslCipherSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples of {@code docs/cipher-strings.md}. */
class CipherStringsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "cipher-strings.md");

    private static final Pattern EXAMPLE = Pattern.compile("^([^|`]+) \\| ([^|]+) \\| ([^|]+)$");

    @TestFactory
    List<DynamicTest> example_ofThePage_comesToWhatThePageSays() throws IOException {
        List<DynamicTest> examples = Files.readAllLines(PAGE).stream()
                .map(EXAMPLE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> DynamicTest.dynamicTest(
                        matcher.group(),
                        () -> assertThat(answer(matcher.group(1), matcher.group(2), matcher.group(3)))
                                .isEqualTo(matcher.group(3))))
                .toList();
        assertThat(examples).hasSizeGreaterThan(30);
        return examples;
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
