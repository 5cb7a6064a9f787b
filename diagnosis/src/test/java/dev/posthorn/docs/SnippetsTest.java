package dev.posthorn.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents show compiles, runs, and prints what they say. */
class SnippetsTest {

    /**
     * What Javadoc examples may use without declaring it, because saying where it comes from would hide the point. A
     * README declares everything.
     */
    private static final List<String> PREDECLARED = List.of(
            "String text", // an error string, a table: whatever the example reads
            "String mainCf",
            "Path path", // of a log
            "byte[] line", // without its newline
            "byte[] block", // a part of a log
            "int count", // how many bytes of the block are in use
            "byte[] bytesFromACapture",
            "String textFromTshark",
            "List<Object> kept", // values that outlive the line
            "List<Object> failures",
            "OpenSslError error",
            "ClientHello hello",
            "MaillogCursor cursor", // on a line
            "MaillogVisitor visitor");

    @TempDir
    private Path classes;

    /** Where snippets run. There is a log and the main.cf of the server that wrote it, those of the shell's example. */
    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheExample() throws IOException {
        Path examples = Repository.root().resolve("jshell/examples");
        Files.copy(examples.resolve("first-light.log"), folder.resolve("maillog"));
        Files.copy(examples.resolve("first-light.main.cf"), folder.resolve("main.cf"));
    }

    static List<Snippet> snippetsOfDocuments() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path document : Repository.documents()) {
            snippets.addAll(SnippetReader.ofMarkdown(document));
        }
        return snippets;
    }

    static List<Snippet> examplesOfJavadoc() throws IOException {
        List<Snippet> examples = new ArrayList<>();
        for (Path module : Repository.modules()) {
            for (Path exported : Repository.exportedPackages(module)) {
                for (Path source : Repository.list(exported, "*.java")) {
                    examples.addAll(SnippetReader.ofJavadoc(source));
                }
            }
        }
        return examples;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("snippetsOfDocuments")
    void snippet_ofADocument_runs(Snippet snippet) throws IOException, InterruptedException {
        SnippetProgram program = SnippetProgram.of(snippet);

        assertThat(program.compile(classes)).isEmpty();
        String printed = program.run(classes, folder);
        snippet.output()
                .ifPresent(output ->
                        assertThat(printed.strip()).as("printed by %s", snippet).matches(printedAs(output)));
    }

    /** A line with nothing but an ellipsis stands for any number of lines. */
    private static Pattern printedAs(String output) {
        return Pattern.compile(output.lines()
                .map(line -> line.strip().equals("…") ? "(?s:.*?)" : Pattern.quote(line) + " *")
                .collect(Collectors.joining("\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examplesOfJavadoc")
    void example_ofJavadoc_compiles(Snippet example) throws IOException {
        assertThat(SnippetProgram.withFields(example, PREDECLARED).compile(classes))
                .isEmpty();
    }

    @Test
    void everyPublishedModule_hasAReadmeWithASnippet() throws IOException {
        assertThat(Repository.moduleReadmes())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(
                        readme -> assertThat(SnippetReader.ofMarkdown(readme)).isNotEmpty());
    }

    @Test
    void everyExportedPackage_hasAnExampleInItsEssay() throws IOException {
        for (Path module : Repository.modules()) {
            assertThat(Repository.exportedPackages(module))
                    .isNotEmpty()
                    .allSatisfy(exported -> assertThat(SnippetReader.ofJavadoc(exported.resolve("package-info.java")))
                            .isNotEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"int i = \"text\";", "noSuchVariable.toString();", "int i = 1"})
    void snippet_thatDoesNotCompile_isReportedWithItsLine(String code) throws IOException {
        Snippet snippet = new Snippet(Path.of("README.md"), 41, "\n" + code, Optional.empty());

        assertThat(SnippetProgram.of(snippet).compile(classes))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith("README.md:42: "));
    }
}
