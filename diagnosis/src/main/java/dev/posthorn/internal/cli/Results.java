package dev.posthorn.internal.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where results go: a text to the standard output, a page and JSON into files, or one of these to the standard output. */
final class Results {

    static final String HTML = "--html";
    static final String JSON = "--json";

    private final Optional<String> html;
    private final Optional<String> json;

    private Results(Optional<String> html, Optional<String> json) {
        this.html = html;
        this.json = json;
    }

    /** Refuses what would be regretted, before an hour of reading: results over one of the logs. */
    static Results of(CommandLine line, List<Path> sources) throws UsageException, IOException {
        Results results = new Results(line.option(HTML), line.option(JSON));
        if (isStandardOutput(results.html) && isStandardOutput(results.json)) {
            throw new UsageException("only one of --html and --json can go to the standard output");
        }
        for (Optional<String> target : List.of(results.html, results.json)) {
            if (target.isPresent() && !isStandardOutput(target)) {
                check(LogInput.path(target.get()), sources);
            }
        }
        return results;
    }

    private static void check(Path target, List<Path> sources) throws UsageException, IOException {
        if (Files.isDirectory(target)) {
            throw new UsageException(CommandLine.echo(target.toString()) + " is a folder");
        }
        if (Files.exists(target)) {
            for (Path source : sources) {
                if (Files.isSameFile(source, target)) {
                    throw new UsageException(
                            CommandLine.echo(target.toString()) + " is read, and would be overwritten");
                }
            }
        }
    }

    private static boolean isStandardOutput(Optional<String> target) {
        return target.filter("-"::equals).isPresent();
    }

    void write(Console console, Supplier<String> text, Supplier<String> page, Supplier<String> data)
            throws UsageException, IOException {
        write(html, page, console);
        write(json, data, console);
        if (!isStandardOutput(html) && !isStandardOutput(json)) {
            console.print(text.get());
        }
    }

    private static void write(Optional<String> target, Supplier<String> result, Console console)
            throws UsageException, IOException {
        if (isStandardOutput(target)) {
            String text = result.get();
            console.print(text.endsWith("\n") ? text : text + "\n");
        } else if (target.isPresent()) {
            Path file = LogInput.path(target.get());
            try {
                Files.writeString(file, result.get(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IOException(file + ": cannot be written: " + e, e);
            }
        }
    }
}
