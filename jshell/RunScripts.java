import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.execution.LocalExecutionControlProvider;

/**
 * Runs JShell scripts and tells by its exit status how they ended, which {@code jshell} itself does not: after an
 * exception or a compile error it goes on, and returns 0.
 *
 * <p>The status is 0 when all scripts ran to their end, 1 when one failed, 2 for wrong usage. {@code /exit n} and
 * {@code System.exit(n)} in a script end the run with n. Scripts are read as JShell reads them, line by line, and run in
 * this very process, each in a fresh shell.
 *
 * <p>A single-file program (JEP 330): running a script takes a JDK and nothing else.
 */
public final class RunScripts {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private RunScripts() {}

    /**
     * The command line.
     *
     * @param commandLine {@code [--startup script] script... [-- argument...]}; the arguments become the variable
     *     {@code args} of the scripts
     * @throws IOException if a script exists and cannot be read
     */
    public static void main(String... commandLine) throws IOException {
        List<String> words = List.of(commandLine);
        Optional<Path> startup = Optional.empty();
        if (words.size() > 1 && words.get(0).equals("--startup")) {
            startup = Optional.of(Path.of(words.get(1)));
            words = words.subList(2, words.size());
        }
        int separator = words.indexOf("--");
        List<String> scripts = separator < 0 ? words : words.subList(0, separator);
        List<String> arguments = separator < 0 ? List.of() : words.subList(separator + 1, words.size());
        if (scripts.isEmpty() || scripts.get(0).startsWith("-")) {
            System.err.println("usage: RunScripts [--startup script] script... [-- argument...]");
            System.exit(WRONG_USAGE);
        }
        for (String script : scripts) {
            int status = run(startup, Path.of(script), arguments);
            if (status != 0) {
                System.exit(status);
            }
        }
        // A thread that a script left behind must not keep the process alive.
        System.exit(0);
    }

    private static int run(Optional<Path> startup, Path script, List<String> arguments) throws IOException {
        try (JShell shell = JShell.builder()
                .executionEngine(new LocalExecutionControlProvider(), Map.of())
                .build()) {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                shell.addToClasspath(entry);
            }
            Session session = new Session(shell);
            if (startup.isPresent()) {
                session.read(startup.get());
            }
            session.defineArguments(arguments);
            session.read(script);
            session.requireNothingMissing();
            return 0;
        } catch (End end) {
            return end.status;
        }
    }

    /** The end of a run before the end of the script: a failure, already reported, or {@code /exit}. */
    private static final class End extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final int status;

        End(int status) {
            super(null, null, false, false);
            this.status = status;
        }
    }

    /** A line of a script. */
    private record Place(Path script, int line) {

        Place below(String text) {
            return new Place(
                    script, line + (int) text.chars().filter(c -> c == '\n').count());
        }

        @Override
        public String toString() {
            return script + ":" + line;
        }
    }

    /** One shell, the scripts it is reading, and where its snippets stand in them. */
    private static final class Session {

        private final JShell shell;
        private final Map<String, Place> snippetPlaces = new HashMap<>();
        private final Deque<Path> beingRead = new ArrayDeque<>();

        Session(JShell shell) {
            this.shell = shell;
        }

        void defineArguments(List<String> arguments) {
            String literals = arguments.stream().map(Session::literal).collect(Collectors.joining(", "));
            evaluate("String[] args = {" + literals + "};", new Place(Path.of("args"), 1));
        }

        /** A string literal that survives whatever the text holds. */
        private static String literal(String text) {
            return text.chars()
                    .mapToObj(c -> String.format(Locale.ROOT, c < 0x80 ? "\\%03o" : "\\u%04x", c))
                    .collect(Collectors.joining("", "\"", "\""));
        }

        void read(Path script) throws IOException {
            if (!Files.isRegularFile(script)) {
                System.err.println(script + ": there is no such script");
                throw new End(FAILED);
            }
            beingRead.push(script);
            String pending = "";
            Place start = new Place(script, 1);
            int lineNumber = 0;
            for (String line : Files.readAllLines(script, StandardCharsets.UTF_8)) {
                lineNumber++;
                if (pending.isEmpty()) {
                    start = new Place(script, lineNumber);
                    if (isCommand(line)) {
                        obey(line.strip(), start);
                        continue;
                    }
                }
                // As JShell does it: what can stand alone at the end of a line is a snippet.
                pending += line + "\n";
                CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(pending);
                while (next.completeness().isComplete()) {
                    evaluate(next.source(), start);
                    start = start.below(pending.substring(
                            0, pending.length() - next.remaining().length()));
                    pending = next.remaining();
                    next = shell.sourceCodeAnalysis().analyzeCompletion(pending);
                }
                if (next.completeness() == Completeness.EMPTY) {
                    pending = ""; // Blanks and comments, after which a command may follow.
                }
            }
            evaluate(pending, start);
            beingRead.pop();
        }

        private static boolean isCommand(String line) {
            String text = line.strip();
            return text.startsWith("/") && !text.startsWith("//") && !text.startsWith("/*");
        }

        private void obey(String command, Place place) throws IOException {
            String[] words = command.split("\\s+", 2);
            String operand = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "/exit" -> throw new End(operand.isEmpty() ? 0 : exitStatus(operand, place));
                case "/open" -> read(toOpen(operand, place));
                case "/set" -> {} // How an interactive shell shows things.
                default -> throw failure(place, "a script cannot use the command " + words[0], command);
            }
        }

        private int exitStatus(String expression, Place place) {
            String value = evaluate(expression, place);
            // A process ends with one byte: 256 would arrive as success.
            if (!value.matches("\\d{1,3}") || Integer.parseInt(value) > 0xFF) {
                throw failure(place, "the status " + value + " is not in 0..255", "/exit " + expression);
            }
            return Integer.parseInt(value);
        }

        /** JShell looks in the working directory only; a neighbour of the script is found as well. */
        private Path toOpen(String name, Place place) {
            Path asWritten = Path.of(name);
            Path script = Files.exists(asWritten) ? asWritten : place.script().resolveSibling(name);
            if (beingRead.contains(script)) {
                throw failure(place, script + " is being read already", "/open " + name);
            }
            return script;
        }

        /** Returns the value of the last snippet as JShell would print it. */
        private String evaluate(String source, Place start) {
            String value = "";
            for (SnippetEvent event : shell.eval(source)) {
                if (event.causeSnippet() != null) {
                    continue; // An earlier snippet that this one replaced or made whole.
                }
                Snippet snippet = event.snippet();
                Place place = start.below(source.substring(0, Math.max(0, source.indexOf(snippet.source()))));
                snippetPlaces.put(snippet.id(), place);
                if (event.status() == Snippet.Status.REJECTED) {
                    throw rejection(snippet, place);
                }
                if (event.exception() != null) {
                    throw exception(event.exception(), snippet, place);
                }
                value = Optional.ofNullable(event.value()).orElse("");
            }
            return value;
        }

        /** A declaration may use names that come later; at the end of the script they must have come. */
        void requireNothingMissing() {
            List<Snippet> snippets = shell.snippets().toList();
            for (Snippet snippet : snippets) {
                if (snippet instanceof DeclarationSnippet declaration
                        && shell.unresolvedDependencies(declaration).findAny().isPresent()) {
                    throw missing(declaration, snippetPlaces.get(snippet.id()));
                }
            }
        }

        private End missing(DeclarationSnippet declaration, Place place) {
            String names = shell.unresolvedDependencies(declaration).collect(Collectors.joining(", "));
            return failure(place, "never declared: " + names, declaration.source());
        }

        private End rejection(Snippet snippet, Place place) {
            List<String> errors = shell.diagnostics(snippet)
                    .filter(Diag::isError)
                    .map(error -> placeOf(error, snippet, place) + ": "
                            + error.getMessage(Locale.ROOT).strip())
                    .toList();
            return failure(String.join("\n", errors), snippet.source());
        }

        private static Place placeOf(Diag error, Snippet snippet, Place place) {
            String source = snippet.source();
            int offset = (int) Math.max(0, Math.min(error.getStartPosition(), source.length()));
            return place.below(source.substring(0, offset));
        }

        private End exception(JShellException exception, Snippet snippet, Place place) {
            if (exception instanceof UnresolvedReferenceException unresolved) {
                return missing(unresolved.getSnippet(), place);
            }
            List<String> lines = new ArrayList<>();
            Throwable current = exception;
            while (current != null) {
                String name = current instanceof EvalException thrown
                        ? thrown.getExceptionClassName()
                        : current.getClass().getName();
                String message = Optional.ofNullable(current.getMessage())
                        .map(text -> ": " + text)
                        .orElse("");
                lines.add((lines.isEmpty() ? placeOf(current, place) + ": " : "caused by ") + name + message);
                framesDownToScript(current).forEach(frame -> lines.add("    at " + frame));
                current = current.getCause();
            }
            return failure(String.join("\n", lines), snippet.source());
        }

        /** The line of the script that was being executed. */
        private Place placeOf(Throwable exception, Place fallback) {
            for (StackTraceElement frame : exception.getStackTrace()) {
                Optional<Place> place = placeOf(frame);
                if (place.isPresent()) {
                    return place.get();
                }
            }
            return fallback;
        }

        /** JShell calls the file of a frame by the snippet's id, {@code #3}. */
        private Optional<Place> placeOf(StackTraceElement frame) {
            return Optional.ofNullable(frame.getFileName())
                    .filter(name -> name.startsWith("#"))
                    .map(name -> snippetPlaces.get(name.substring(1)))
                    .map(place -> new Place(place.script(), place.line() + frame.getLineNumber() - 1));
        }

        /** What is below the script on the stack is JShell's machinery. */
        private List<String> framesDownToScript(Throwable exception) {
            List<String> frames = new ArrayList<>();
            int kept = 0;
            for (StackTraceElement frame : exception.getStackTrace()) {
                Optional<Place> place = placeOf(frame);
                frames.add(place.map(Place::toString).orElseGet(frame::toString));
                kept = place.isPresent() ? frames.size() : kept;
            }
            return frames.subList(0, kept);
        }

        private static End failure(Place place, String complaint, String source) {
            return failure(place + ": " + complaint, source);
        }

        private static End failure(String complaint, String source) {
            System.out.flush();
            System.err.println(complaint);
            source.strip().lines().forEach(line -> System.err.println("  > " + line));
            return new End(FAILED);
        }
    }
}
