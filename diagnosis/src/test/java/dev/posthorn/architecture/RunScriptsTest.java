package dev.posthorn.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell's script runner: what fails, and what it says then. */
class RunScriptsTest {

    private static final Path JSHELL = Repository.root().resolve("jshell");

    @TempDir
    static Path classes;

    @TempDir
    Path folder;

    /** Once, instead of by every {@code java RunScripts.java}; and no Maven module lints it otherwise. */
    @BeforeAll
    static void compileRunner() {
        String source = JSHELL.resolve("RunScripts.java").toString();
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-Xlint:all",
                        "-Werror",
                        "--release",
                        "17",
                        "-d",
                        classes.toString(),
                        source);
        assertThat(status).as("javac's status").isZero();
    }

    @Test
    void script_thatRunsToItsEnd_exitsWithZero() throws Exception {
        Path script = script("good.jsh", "int answer = 42", "System.out.println(answer);");

        JavaRun run = run(script);

        assertThat(run.stderr()).isEmpty();
        assertThat(run.stdout()).isEqualToNormalizingNewlines("42\n");
        assertThat(run.status()).isZero();
    }

    @Test
    void exception_inAMethod_exitsWithOneAndNamesTheLines() throws Exception {
        Path script = script(
                "thrower.jsh",
                "int half(int number) {",
                "    if (number % 2 == 1)",
                "        throw new IllegalArgumentException(number + \" is odd\");",
                "    return number / 2;",
                "}",
                "System.out.println(half(4));",
                "",
                "half(7);",
                "System.out.println(\"never printed\");");

        JavaRun run = run(script);

        assertThat(run.stdout()).isEqualToNormalizingNewlines("2\n");
        assertThat(run.stderr()).isEqualToNormalizingNewlines("""
                        %1$s:3: java.lang.IllegalArgumentException: 7 is odd
                            at %1$s:3
                            at %1$s:8
                          > half(7);
                        """.formatted(script));
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void exception_withACause_reportsTheCause() throws Exception {
        Path script =
                script("cause.jsh", "throw new IllegalStateException(\"outer\", new RuntimeException(\"inner\"));");

        assertThat(run(script).stderr())
                .contains(
                        "cause.jsh:1: java.lang.IllegalStateException: outer",
                        "caused by java.lang.RuntimeException: inner");
    }

    @Test
    void snippet_thatDoesNotCompile_exitsWithOneAndNamesTheLine() throws Exception {
        Path script = script(
                "typo.jsh",
                "int total = 0;",
                "// A comment.",
                "for (int i = 0; i < 3; i++) {",
                "    total += no.such(i);",
                "}");

        JavaRun run = run(script);

        assertThat(run.stderr()).contains(script + ":4: cannot find symbol", "  >     total += no.such(i);");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void snippet_thatNeverEnds_exitsWithOne() throws Exception {
        JavaRun run = run(script("open.jsh", "if (true) {"));

        assertThat(run.stderr()).contains("open.jsh:1: reached end of file while parsing");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void name_thatIsNeverDeclared_exitsWithOneThoughNothingCallsIt() throws Exception {
        JavaRun run = run(script("forward.jsh", "int twice(int x) { return times(2, x); }"));

        assertThat(run.stderr()).contains("forward.jsh:1: never declared: method times(int,int)");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void name_declaredLater_isFound() throws Exception {
        JavaRun run = run(script(
                "forward.jsh",
                "int twice(int x) { return times(2, x); }",
                "int times(int x, int y) { return x * y; }",
                "System.out.println(twice(4));"));

        assertThat(run.stdout()).isEqualToNormalizingNewlines("8\n");
        assertThat(run.status()).isZero();
    }

    @Test
    void failure_inTheFirstScript_leavesTheSecondUnread() throws Exception {
        Path second = script("second.jsh", "System.out.println(\"second\")");

        JavaRun run = run(script("first.jsh", "1 / 0"), second);

        assertThat(run.stdout()).isEmpty();
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void script_afterAnother_startsAfresh() throws Exception {
        Path second = script("second.jsh", "System.out.println(left)");

        JavaRun run = run(script("first.jsh", "int left = 1"), second);

        assertThat(run.stderr()).contains("second.jsh:1: cannot find symbol");
    }

    @Test
    void exitCommand_withoutStatus_endsTheScriptOnly() throws Exception {
        Path second = script("second.jsh", "System.out.println(\"second\")");

        JavaRun run = run(script("first.jsh", "/exit", "System.out.println(\"never printed\")"), second);

        assertThat(run.stdout()).isEqualToNormalizingNewlines("second\n");
        assertThat(run.status()).isZero();
    }

    @Test
    void exitCommand_withStatus_isTheStatus() throws Exception {
        assertThat(run(script("exit.jsh", "int status = 40", "/exit status + 2"))
                        .status())
                .isEqualTo(42);
    }

    @Test
    void exitCommand_withAStatusThatWouldArriveAsZero_fails() throws Exception {
        assertThat(run(script("exit.jsh", "/exit 256")).status()).isEqualTo(1);
    }

    @Test
    void openCommand_ofANeighbour_readsIt() throws Exception {
        script("neighbour.jsh", "int fromNeighbour = 7");

        JavaRun run = run(script("opener.jsh", "/open neighbour.jsh", "System.out.println(fromNeighbour)"));

        assertThat(run.stdout()).isEqualToNormalizingNewlines("7\n");
    }

    @Test
    void openCommand_ofTheScriptItself_fails() throws Exception {
        JavaRun run = run(script("circle.jsh", "/open circle.jsh"));

        assertThat(run.stderr()).contains("circle.jsh is being read already");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void command_ofTheInteractiveShell_fails() throws Exception {
        JavaRun run = run(script("list.jsh", "/list"));

        assertThat(run.stderr()).contains("list.jsh:1: a script cannot use the command /list");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void arguments_afterTheDashes_arriveUnchanged() throws Exception {
        Path script = script("args.jsh", "System.out.println(args.length + args[0] + args[1])");

        assertThat(run(script.toString(), "--", "a \"b\" \\u0022", "--").stdout())
                .isEqualToNormalizingNewlines("2a \"b\" \\u0022--\n");
    }

    @Test
    void commandLine_withoutScript_exitsWithTwo() throws Exception {
        JavaRun run = run();

        assertThat(run.stderr()).startsWith("usage: ");
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void script_thatDoesNotExist_exitsWithOne() throws Exception {
        JavaRun run = run(folder.resolve("missing.jsh"));

        assertThat(run.stderr()).contains("missing.jsh: there is no such script");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void startupScript_asTheLauncherStartsIt_importsTheDoors() throws Exception {
        Path script = script("doors.jsh", "println(OpenSslRelease.parse(\"1.0.1e\"))");

        JavaRun run = java(
                System.getProperty("java.class.path"),
                JSHELL.resolve("RunScripts.java").toString(),
                "--startup",
                JSHELL.resolve("startup.jsh").toString(),
                script.toString());

        assertThat(run.stderr()).isEmpty();
        assertThat(run.stdout()).isEqualToNormalizingNewlines("1.0.1e\n");
    }

    private Path script(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines), UTF_8);
    }

    private JavaRun run(Path script, Path... more) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of(script), Stream.of(more))
                .map(Path::toString)
                .toArray(String[]::new));
    }

    private JavaRun run(String... commandLine) throws IOException, InterruptedException {
        return java(classes.toString(), "RunScripts", commandLine);
    }

    private JavaRun java(String classPath, String program, String... commandLine)
            throws IOException, InterruptedException {
        // Short runs: the second compiler would not pay for itself.
        List<String> arguments = List.of("-XX:TieredStopAtLevel=1", "--class-path", classPath, program);
        return JavaRun.of(
                folder,
                Stream.concat(arguments.stream(), Stream.of(commandLine)).toList());
    }
}
