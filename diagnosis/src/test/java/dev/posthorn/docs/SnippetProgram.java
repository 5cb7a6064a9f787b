package dev.posthorn.docs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/**
 * A snippet made into a program. All that is put around the code stands on the first line and blank lines follow, so the
 * compiler and stack traces count lines as the document does.
 */
final class SnippetProgram {

    private static final String NAME = "SnippetOfADocument";

    private static final Pattern ERROR = Pattern.compile(NAME + "\\.java:(\\d+): (.*)");

    private static final Pattern STACK_LINE = Pattern.compile("\\(" + NAME + "\\.java:(\\d+)\\)");

    private final Snippet snippet;
    private final String imports;
    private final String fields;

    private SnippetProgram(Snippet snippet, String fields) throws IOException {
        this.snippet = snippet;
        this.imports = imports();
        this.fields = fields;
    }

    /** Code that has to run as it stands. */
    static SnippetProgram of(Snippet snippet) throws IOException {
        return new SnippetProgram(snippet, "");
    }

    /** Code that may use variables it does not declare; one that it does declare goes before a field of that name. */
    static SnippetProgram withFields(Snippet snippet, List<String> declarations) throws IOException {
        StringBuilder fields = new StringBuilder();
        declarations.forEach(
                declaration -> fields.append("static ").append(declaration).append("; "));
        return new SnippetProgram(snippet, fields.toString());
    }

    private static String imports() throws IOException {
        List<String> packages = new ArrayList<>(
                List.of("java.io", "java.nio.charset", "java.nio.file", "java.time", "java.util", "java.util.stream"));
        for (Path module : Repository.modules()) {
            packages.addAll(Repository.exportedNames(module));
        }
        StringBuilder imports = new StringBuilder();
        packages.forEach(name -> imports.append("import ").append(name).append(".*; "));
        return imports.toString();
    }

    /**
     * Compiles the code as statements or, since an example may be a method, as members of a class.
     *
     * @param classes the folder for the class files
     * @return what is wrong, each with file and line; empty if nothing is
     */
    List<String> compile(Path classes) throws IOException {
        List<String> asStatements = compile(classes, "public static void main(String[] args) throws Exception { ", "}");
        return asStatements.isEmpty() || compile(classes, "", "").isEmpty() ? List.of() : asStatements;
    }

    private List<String> compile(Path classes, String before, String behind) throws IOException {
        String source = imports + "class " + NAME + " { " + fields + before
                + "\n".repeat(snippet.line() - 1)
                + snippet.code() + "\n" + behind + "}\n";
        Path file = Files.writeString(classes.resolve(NAME + ".java"), source);
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        String[] arguments = {
            "--release",
            "17",
            "-encoding",
            "UTF-8",
            "-proc:none",
            "-Xlint:none",
            "-Xmaxerrs",
            "5",
            "-d",
            classes.toString(),
            "-cp",
            classPath(),
            file.toString()
        };
        int status = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments);
        return status == 0 ? List.of() : errors(said.toString());
    }

    private List<String> errors(String said) {
        List<String> errors = ERROR.matcher(said)
                .results()
                .map(error -> snippet.at(Long.parseLong(error.group(1))) + ": " + error.group(2))
                .toList();
        return errors.isEmpty() ? List.of(snippet + ": " + said) : errors;
    }

    /**
     * Runs the compiled code in a JVM of its own.
     *
     * @param classes where it was compiled to
     * @param folder the working directory
     * @return what it printed
     * @throws AssertionError if it throws, with file and line
     */
    String run(Path classes, Path folder) throws IOException, InterruptedException {
        Path stdout = classes.resolve("stdout");
        Path stderr = classes.resolve("stderr");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-ea",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        classes + System.getProperty("path.separator") + classPath(),
                        NAME)
                .directory(folder.toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(snippet + ": still running");
        }
        if (process.exitValue() != 0) {
            String trace = new String(Files.readAllBytes(stderr), StandardCharsets.UTF_8);
            Matcher line = STACK_LINE.matcher(trace);
            throw new AssertionError(
                    snippet.at(line.find() ? Long.parseLong(line.group(1)) : snippet.line()) + ": " + trace);
        }
        return Files.readString(stdout, StandardCharsets.UTF_8);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
