package dev.posthorn.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the Java code in documents. */
final class SnippetReader {

    private static final String FENCE = "```";
    private static final String EXAMPLE_BEGINS = "<pre>{@code";
    private static final String EXAMPLE_ENDS = "}</pre>";

    private final Path file;
    private final List<String> lines;

    private SnippetReader(Path file) throws IOException {
        this.file = Repository.root().relativize(file);
        this.lines = Files.readAllLines(file);
    }

    /**
     * The blocks marked {@code java} of a Markdown file. A block marked {@code text} with nothing but blank lines before
     * it is what the code prints.
     */
    static List<Snippet> ofMarkdown(Path file) throws IOException {
        return new SnippetReader(file).javaBlocks();
    }

    /** The examples in the Javadoc of a source file, which stand in {@code <pre>} and {@code @code}. */
    static List<Snippet> ofJavadoc(Path file) throws IOException {
        return new SnippetReader(file).examples();
    }

    private List<Snippet> javaBlocks() {
        List<Snippet> snippets = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals(FENCE + "java")) {
                int end = endOf(i, FENCE);
                snippets.add(new Snippet(file, i + 2, between(i, end), outputBehind(end)));
                i = end;
            }
        }
        return snippets;
    }

    private Optional<String> outputBehind(int end) {
        int next = end + 1;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size() && lines.get(next).equals(FENCE + "text")
                ? Optional.of(between(next, endOf(next, FENCE)))
                : Optional.empty();
    }

    private List<Snippet> examples() {
        List<Snippet> examples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(EXAMPLE_BEGINS)) {
                int end = endOf(i, EXAMPLE_ENDS);
                String code = between(i, end).replaceAll("(?m)^ *\\* ?", "");
                examples.add(new Snippet(file, i + 2, code, Optional.empty()));
                i = end;
            }
        }
        return examples;
    }

    private int endOf(int begin, String endMark) {
        for (int i = begin + 1; i < lines.size(); i++) {
            if (lines.get(i).endsWith(endMark)) {
                return i;
            }
        }
        throw new AssertionError(file + ":" + (begin + 1) + ": never ends");
    }

    private String between(int begin, int end) {
        return lines.subList(begin + 1, end).stream().collect(Collectors.joining("\n"));
    }
}
