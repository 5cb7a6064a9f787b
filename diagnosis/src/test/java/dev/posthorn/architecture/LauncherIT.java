package dev.posthorn.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code jshell/posthorn} for real, with the jars that were just packaged. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final String LOG = "jshell/examples/first-light.log";

    @TempDir
    Path folder;

    /** What a command in a shell left behind. */
    record Run(int status, String stdout, String stderr) {}

    /** A line behind a dollar sign in the README, and what it prints there. */
    record Example(String command, String output) {

        @Override
        public String toString() {
            return command;
        }
    }

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        String command = "";
        StringBuilder output = new StringBuilder();
        boolean isInside = false;
        for (String line : Files.readAllLines(Repository.root().resolve("jshell/README.md"))) {
            if (line.equals("```console")) {
                isInside = true;
            } else if (isInside && (line.startsWith("$ ") || line.equals("```"))) {
                if (!command.isEmpty()) {
                    examples.add(new Example(command, output.toString()));
                }
                command = line.startsWith("$ ") ? line.substring(2) : "";
                output.setLength(0);
                isInside = line.startsWith("$ ");
            } else if (isInside) {
                output.append(line).append('\n');
            }
        }
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void example_ofTheReadme_printsWhatStandsThere(Example example) throws Exception {
        Run run = sh(example.command() + " 2>&1");

        assertThat(run.stdout()).isEqualTo(example.output());
    }

    @Test
    void examples_areThere() throws IOException {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void exitStatus_isWhatTheReadmePromises() throws Exception {
        assertThat(sh("jshell/posthorn --version").status()).isZero();
        assertThat(sh("jshell/posthorn diagnose - < /dev/null").status()).isZero();
        assertThat(sh("jshell/posthorn diagnose " + LOG).status()).isEqualTo(1);
        assertThat(sh("jshell/posthorn diagnose").status()).isEqualTo(2);
        assertThat(sh("jshell/posthorn diagnose missing.log").status()).isEqualTo(3);
    }

    @Test
    void standardInput_inAPipe_isRead() throws Exception {
        Run run = sh("cat " + LOG + " | jshell/posthorn diagnose -");

        assertThat(run.stdout()).startsWith("TLS in the standard input: 1 of 2 TLS handshakes failed");
        assertThat(run.stderr()).as("no progress where nobody looks").isEmpty();
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void words_withBlanksQuotesAndDollars_arriveAsTheyAre() throws Exception {
        Path log = folder.resolve("a 'b' \"c\" $(d) *.log");
        Files.copy(Repository.root().resolve(LOG), log);

        Run run = run(List.of("jshell/posthorn", "diagnose", log.toString()));

        assertThat(run.stdout()).startsWith("TLS in ").contains("a 'b' \"c\" $(d) *.log: 1 of 2");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void reader_whoGoesAway_endsItWithoutAWord() throws Exception {
        // The status goes through a file, for a pipe shows only that of its end; the shell waits for both ends.
        Path status = folder.resolve("status");
        Run run = sh("{ sleep 1; jshell/posthorn --help; echo $? > " + status + "; } | true");

        assertThat(run.stderr()).isEmpty();
        assertThat(Files.readString(status).strip()).isEqualTo("141");
    }

    @Test
    void output_ontoAFullDisk_isSaid() throws Exception {
        if (Files.exists(Path.of("/dev/full"))) {
            Run run = sh("jshell/posthorn --help > /dev/full");

            assertThat(run.stderr()).startsWith("posthorn: standard output: ").hasLineCount(1);
            assertThat(run.status()).isEqualTo(3);
        }
    }

    @Test
    void link_toTheLauncher_worksFromAnywhere() throws Exception {
        Files.createSymbolicLink(folder.resolve("ph"), Repository.root().resolve("jshell/posthorn"));

        assertThat(sh("cd " + folder + " && ./ph --version").stdout()).startsWith("posthorn ");
    }

    @Test
    void script_isRunAsEver() throws Exception {
        Path script = Files.writeString(folder.resolve("s.jsh"), "println(args[0])\n/exit 7\n");

        Run run = sh("jshell/posthorn " + script + " -- diagnose");

        assertThat(run.stdout()).isEqualTo("diagnose\n");
        assertThat(run.status()).isEqualTo(7);
    }

    private Run sh(String command) throws IOException, InterruptedException {
        return run(List.of("sh", "-c", command));
    }

    private Run run(List<String> command) throws IOException, InterruptedException {
        Path stdout = folder.resolve("stdout");
        Path stderr = folder.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Repository.root().toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + command);
        }
        return new Run(
                process.exitValue(),
                Files.readString(stdout, StandardCharsets.UTF_8),
                Files.readString(stderr, StandardCharsets.UTF_8));
    }
}
