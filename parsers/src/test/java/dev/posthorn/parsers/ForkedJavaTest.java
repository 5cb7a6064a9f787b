package dev.posthorn.parsers;

import static java.util.stream.Collectors.counting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.parsers.files.MissingDecoderException;
import dev.posthorn.parsers.files.Packing;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes a JVM of its own: one with little memory, one without the optional jars. */
class ForkedJavaTest {

    @TempDir
    Path folder;

    /** Counts the lines of its arguments one by one and in parallel, and says what is in the way. */
    static final class Program {

        private Program() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] names) throws IOException {
            for (String name : names) {
                Path file = Path.of(name);
                try (MaillogCursor cursor = Maillog.open(file)) {
                    long lines = 0;
                    while (cursor.advance()) {
                        lines++;
                    }
                    System.out.println(lines + " " + Maillog.parallel(file).collect(counting()));
                } catch (MissingDecoderException e) {
                    System.out.println(e.getMessage() + " [" + e.artifact().orElse("nothing") + "]");
                }
            }
        }
    }

    private String run(Predicate<String> onClassPath, String... arguments) throws IOException, InterruptedException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(onClassPath)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath));
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED"); // Else it warns of the decoder of Zstandard (JEP 472).
        }
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + command);
        }
        return Files.readString(output);
    }

    private static byte[] lines(int count) {
        return "Nov  4 09:05:03 mail postfix/qmgr[1001]: 3D2F11A0C4: removed\n"
                .repeat(count)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void files_largerThanTheHeap_areReadWithinIt() throws Exception {
        byte[] block = lines(16_000);
        Path plain = folder.resolve("plain");
        try (OutputStream out = Files.newOutputStream(plain)) {
            for (int i = 0; i < 150; i++) {
                out.write(block);
            }
        }
        Path hole = folder.resolve("hole");
        try (RandomAccessFile sparse = new RandomAccessFile(hole.toFile(), "rw")) {
            sparse.setLength(400L << 20);
        }
        List<String> arguments =
                new ArrayList<>(List.of("-Xmx64m", Program.class.getName(), plain.toString(), hole.toString()));
        for (Packing packing : Packing.values()) {
            byte[] member = packing.pack(block);
            Path packed = folder.resolve(packing.name());
            try (OutputStream out = Files.newOutputStream(packed)) {
                for (int i = 0; i < 150; i++) {
                    out.write(member);
                }
            }
            arguments.add(packed.toString());
        }

        String counts = run(path -> true, arguments.toArray(String[]::new));

        String all = "2400000 2400000";
        assertThat(counts.lines()).containsExactly(all, "1 1", all, all, all, all);
    }

    @Test
    void logs_withoutTheOptionalJars_areReadOrSayWhatToAdd() throws Exception {
        List<String> arguments = new ArrayList<>(List.of(Program.class.getName()));
        Path plain = Files.write(folder.resolve("plain"), lines(50));
        arguments.add(plain.toString());
        for (Packing packing : Packing.values()) {
            arguments.add(Files.write(folder.resolve(packing.name()), packing.pack(lines(50)))
                    .toString());
        }

        String said = run(
                path -> !path.matches(".*(?:commons-compress|commons-io|zstd-jni|[/\\\\]xz)-[^/\\\\]*[.]jar"),
                arguments.toArray(String[]::new));

        assertThat(said.lines())
                .containsExactly(
                        "50 50",
                        "50 50",
                        missing("BZIP2", "bzip2", "org.apache.commons:commons-compress"),
                        missing("XZ", "xz", "org.tukaani:xz"),
                        missing("ZSTD", "zstd", "com.github.luben:zstd-jni"));
    }

    private String missing(String file, String format, String artifact) {
        return folder.resolve(file) + ": compressed by " + format + ", which takes " + artifact
                + ": add it to the class path, or require its module [" + artifact + "]";
    }
}
