package dev.posthorn.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the README, as they stand there, run. */
class ReadmeTest {

    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private static final String IMPORTS = """
            import dev.posthorn.mail.*;
            import dev.posthorn.parsers.*;
            import dev.posthorn.parsers.postfix.*;
            import java.nio.file.*;
            import java.util.*;
            """;

    private static final String LOG = """
            Nov  4 09:05:01 mail postfix/smtpd[2102]: SSL_accept error from mx2.example.com[192.0.2.11]: -1
            Nov  4 09:05:02 mail postfix/smtpd[2102]: SSL_accept error from mx2.example.com[192.0.2.11]: -1
            Nov  4 09:05:03 mail postfix/smtpd[2102]: SSL_accept error from mx3.example.com[192.0.2.12]: -1
            """;

    @Test
    void firstSnippet_overALog_countsFailuresByHost(@TempDir Path folder) throws IOException {
        Path log = Files.writeString(folder.resolve("maillog"), LOG, StandardCharsets.US_ASCII);
        String snippet = snippets().get(0).replace("\"maillog\"", "\"" + log + "\"");

        assertThat(run(IMPORTS + snippet + "failures")).isEqualTo("{mx2.example.com=2, mx3.example.com=1}");
    }

    private static List<String> snippets() throws IOException {
        Matcher matcher = SNIPPET.matcher(Files.readString(Path.of("README.md")));
        return matcher.results().map(result -> result.group(1)).toList();
    }

    /** The value of the last statement, as JShell would print it. */
    private static String run(String source) {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                    .forEach(shell::addToClasspath);
            List<SnippetEvent> events = new ArrayList<>();
            for (String rest = source; !rest.isBlank(); ) {
                CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                events.addAll(shell.eval(next.source()));
                rest = next.remaining();
            }
            assertThat(events).allSatisfy(event -> {
                assertThat(event.status()).as(event.snippet().source()).isEqualTo(Snippet.Status.VALID);
                assertThat(event.exception()).isNull();
            });
            return events.get(events.size() - 1).value();
        }
    }
}
