package dev.posthorn.parsers.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFilesTest {

    @TempDir
    Path folder;

    private Path make(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.writeString(folder.resolve(name), name + "\n");
    }

    private void makeAll(String names) throws IOException {
        for (String name : names.split(" ", -1)) {
            make(name);
        }
    }

    private List<String> names(List<Path> files) {
        return files.stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .toList();
    }

    /** Each row: a set in the order in which it was written. The current log is the first word's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "maillog.10.gz maillog.9.gz maillog.2.gz maillog.1 maillog",
                "maillog.1.bz2 maillog.0.bz2 maillog",
                "maillog-20171231.xz maillog-20180812.gz maillog-20180819 maillog",
                "maillog-2018-08-12.gz maillog-2018-08-19.gz maillog",
                "maillog-2018081201 maillog-2018081223 maillog-2018081300 maillog",
                "maillog-1534687260.gz maillog-1534773660 maillog",
                "maillog.20180812-235959.gz maillog.20180819-000001.gz maillog.20181019-000001 maillog",
                "mail.log.2.gz mail.log.1 mail.log",
                "mail-20180812.log.gz mail-20180819.log mail.log",
                "mail.2.log mail.1.log mail.log",
                "maillog.20180812T120000.bz2 maillog.20180812T120001.bz2 maillog"
            })
    void set_ofRotatedLogs_isInTheOrderOfTime(String set) throws IOException {
        makeAll(set);
        makeAll("maillog2 other.log.1 xmaillog.1 maillog.d.conf");
        List<String> inOrder = List.of(set.split(" ", -1));
        Path current = folder.resolve(inOrder.get(inOrder.size() - 1));

        assertThat(names(LogFiles.rotated(current))).containsExactlyElementsOf(inOrder);
        Files.delete(current);
        assertThat(names(LogFiles.rotated(current))).containsExactlyElementsOf(inOrder.subList(0, inOrder.size() - 1));
    }

    /** Fact sheet on log dialects, section 2: 3.4.0 to 3.4.11 wrote the minute for the month. */
    @Test
    void set_rotatedByAPostfixThatTookMinutesForMonths_isInTheOrderOfTheFiles() throws IOException {
        // Written on 1 August at 10:12, 2 August at 10:01 and 3 August at 10:05; all minutes could be months.
        List<String> inOrder = List.of("maillog.20181201-101200", "maillog.20180102-100100", "maillog.20180503-100500");
        for (int i = 0; i < inOrder.size(); i++) {
            Files.setLastModifiedTime(make(inOrder.get(i)), FileTime.fromMillis(1_533_118_320_000L + i * 86_000_000L));
        }
        make("maillog");

        assertThat(names(LogFiles.rotated(folder.resolve("maillog"))))
                .startsWith(inOrder.toArray(String[]::new))
                .endsWith("maillog");
    }

    @Test
    void set_namedByNumbersAndByDates_isInTheOrderOfTheFiles() throws IOException {
        Files.setLastModifiedTime(make("maillog.1"), FileTime.fromMillis(3_000));
        Files.setLastModifiedTime(make("maillog-20180819"), FileTime.fromMillis(2_000));
        Files.setLastModifiedTime(make("maillog.2.gz"), FileTime.fromMillis(1_000));

        assertThat(names(LogFiles.rotated(folder.resolve("maillog"))))
                .containsExactly("maillog.2.gz", "maillog-20180819", "maillog.1");
    }

    @Test
    void log_thatIsNotThere_isStillNamed() throws IOException {
        assertThat(LogFiles.rotated(folder.resolve("maillog"))).containsExactly(folder.resolve("maillog"));
    }

    @Test
    void folder_withSetsAndLinks_givesEachFileOnce() throws IOException {
        makeAll("b.log b.log.1 a/maillog a/maillog.1.gz");
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createSymbolicLink(folder.resolve("a/loop"), folder.resolve("a/loop"));
        Files.createSymbolicLink(folder.resolve("z-link"), folder.resolve("b.log"));

        List<Path> files = LogFiles.in(folder);

        assertThat(files).hasSize(4);
        assertThat(files.stream().map(file -> file.getFileName().toString()))
                .containsSubsequence("maillog.1.gz", "maillog")
                .contains("b.log.1");
    }

    @Test
    void pattern_ofAShell_isSorted() {
        assertThat(LogFiles.inTimeOrder(List.of(Path.of("maillog"), Path.of("maillog.1"), Path.of("maillog.10"))))
                .containsExactly(Path.of("maillog.10"), Path.of("maillog.1"), Path.of("maillog"));
    }

    @Test
    void files_thatCannotBeRead_areNamedAndTheOthersRead() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
        Path missing = folder.resolve("missing");

        Contents contents = Contents.of(LogFiles.open(List.of(missing, make("a"), loop, folder, make("z"))));

        assertThat(contents.logs().values()).containsExactly("a\n", "z\n");
        assertThat(contents.troubles())
                .hasSize(3)
                .contains(missing + ": no such file", folder + ": is a directory, not a log");
    }

    @Test
    void file_thatIsNotOursToRead_saysSo() throws IOException {
        Path secret = make("secret");
        assumeThat(secret.toFile().setReadable(false) && !Files.isReadable(secret))
                .isTrue();

        assertThat(Contents.of(LogFiles.open(List.of(secret))).troubles())
                .containsExactly(secret + ": permission denied");
    }

    @Test
    void pipe_withALog_isReadAsItComes() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeThat(run("mkfifo", pipe.toString())).isZero();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(pipe, "short\n"));

        try (LogSequence logs = LogFiles.open(List.of(pipe))) {
            assertThat(Contents.of(logs).only()).isEqualTo("short\n");
            assertThat(logs.bytesTotal()).isEmpty();
        }
        writer.get(1, TimeUnit.MINUTES);
        assertThat(LogFiles.in(folder)).isEmpty();
    }

    private static void write(Path pipe, String text) {
        try {
            Files.writeString(pipe, text, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException noSuchCommand) {
            return -1;
        }
    }

    @Test
    void sequence_closedInTheMiddle_endsItsThread() throws IOException {
        Path file = Files.write(folder.resolve("maillog.gz"), Packing.GZIP.pack(new byte[8 << 20]));
        LogSequence logs = LogFiles.open(List.of(file));
        assertThat(logs.next()).isTrue();
        assertThat(decoders(file)).hasSize(1);

        logs.close();

        assertThat(decoders(file)).isEmpty();
    }

    private static List<String> decoders(Path file) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.equals("posthorn-decoder " + file))
                .toList();
    }

    @Test
    void exception_ofAFile_tellsWhere() {
        Path missing = folder.resolve("missing");
        LogSequence logs = LogFiles.open(List.of(missing));

        assertThatExceptionOfType(UnreadableLogException.class)
                .isThrownBy(logs::next)
                .satisfies(e -> assertThat(e.origin()).isEqualTo(Origin.of(missing)));
    }
}
