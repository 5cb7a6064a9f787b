package dev.posthorn.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a run of {@code java}, the one that runs the tests, left behind. */
record JavaRun(int status, String stdout, String stderr) {

    /** Runs {@code java} with these arguments; its output goes through files in the folder. */
    static JavaRun of(Path folder, List<String> arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path stdout = folder.resolve("stdout");
        Path stderr = folder.resolve("stderr");
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(java), arguments.stream()).toList())
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running: java " + arguments);
        }
        return new JavaRun(process.exitValue(), Files.readString(stdout), Files.readString(stderr));
    }
}
