package dev.posthorn.parsers;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.files.LogFileException;
import dev.posthorn.parsers.files.Packing;
import dev.posthorn.parsers.files.UnreadableLogException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collector;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelMaillogTest {

    /** The bytes of all lines in order: associative, and far from commutative. */
    private static final Collector<MaillogCursor, ?, List<String>> LINES =
            mapping(line -> line.raw().toString(), toList());

    private static final String RUNTIME = "2026-11-04T08:05:01.123456789Z ";

    /** Indexed by the numbers of a property. */
    private static final List<String> EVENTS = List.of(
            "Nov  4 09:05:01 mail postfix/qmgr[7]: 3D2F11A0C4: removed\n",
            RUNTIME + "stdout P Nov 04 09:05:01 mail postfix/qmgr[7]: 3D2F11\n",
            RUNTIME + "stdout P A0C4: rem\n",
            RUNTIME + "stdout F oved\n",
            RUNTIME + "stderr F Nov 04 09:05:01 mail postfix/qmgr[7]: 3D2F11A0C4: removed\n",
            "{\"log\":\"Nov 04 09:05:01 mail postfix/qmgr[7]: 3D2F\",\"stream\":\"stdout\",\"time\":\"2026-11-04T08:05:01Z\"}\n",
            "{\"log\":\"11A0C4: removed\",\"stream\":\"stdout\",\"time\":\"2026-11-04T08:05:01Z\"}\n",
            "{\"log\":\" (really)\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-04T08:05:01Z\"}\n",
            "__CURSOR=s=1\nMESSAGE=3D2F11A0C4: removed\nSYSLOG_IDENTIFIER=postfix/qmgr\n\n",
            "no log\n");

    private static Path scratch = Path.of("");

    @TempDir
    Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        scratch = Files.createTempDirectory("parallel");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (var files = Files.list(scratch)) {
            files.forEach(file -> file.toFile().delete());
        }
        Files.delete(scratch);
    }

    private static List<String> oneByOne(List<Path> files) throws IOException {
        List<String> lines = new ArrayList<>();
        try (MaillogCursor cursor = Maillog.open(files)) {
            while (cursor.advance()) {
                lines.add(cursor.raw().toString());
            }
        }
        return lines;
    }

    @Property(tries = 150)
    void lines_whateverTheThreadsAndTheParts_areThoseOfTheCursor(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 90) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 5) int threads,
            @ForAll @IntRange(min = 1, max = 400) int partSize,
            @ForAll boolean endsWithNewline)
            throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lengths.size(); i++) {
            String text = i + "x".repeat(lengths.get(i));
            log.append(i % 7 == 0 ? text : "Nov  4 09:05:01 mail postfix/x: " + text)
                    .append('\n');
        }
        byte[] bytes = log.toString().getBytes(StandardCharsets.US_ASCII);
        Path plain = Files.write(
                scratch.resolve("plain"),
                Arrays.copyOf(bytes, endsWithNewline ? bytes.length : Math.max(0, bytes.length - 1)));
        Path packed = Files.write(scratch.resolve("packed"), Packing.GZIP.pack(bytes));
        List<Path> files = List.of(plain, packed, plain);

        assertThat(Maillog.parallel(files)
                        .withThreads(threads)
                        .withPartSize(partSize)
                        .collect(LINES))
                .isEqualTo(oneByOne(files));
    }

    /** Events of one line and of several, mixed as no log is; some begin and never end. */
    @Property(tries = 300)
    void events_ofSeveralLines_areNeverCut(
            @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 9) Integer> kinds,
            @ForAll @IntRange(min = 1, max = 300) int partSize)
            throws IOException {
        StringBuilder log = new StringBuilder("Nov  4 09:05:01 mail postfix/qmgr[7]: 3D2F11A0C4: removed\n");
        kinds.forEach(kind -> log.append(EVENTS.get(kind)));
        Path file = Files.writeString(scratch.resolve("events"), log, StandardCharsets.US_ASCII);

        assertThat(Maillog.parallel(file).withThreads(2).withPartSize(partSize).collect(LINES))
                .isEqualTo(oneByOne(List.of(file)));
    }

    @Test
    void export_ofTheJournal_isNotCut() throws IOException {
        String value = "\nNov  4 09:05:01 mail postfix/qmgr[7]: 3D2F11A0C4: removed\n".repeat(50);
        String entry = "__CURSOR=s=1\nMESSAGE\n" + (char) (value.length() % 256) + (char) (value.length() / 256)
                + "\0\0\0\0\0\0" + value + "\nSYSLOG_IDENTIFIER=postfix/qmgr\n\n";
        Path file = Files.writeString(folder.resolve("journal"), entry.repeat(20), StandardCharsets.ISO_8859_1);

        assertThat(Maillog.parallel(file).withPartSize(1_000).collect(LINES))
                .hasSize(20)
                .isEqualTo(oneByOne(List.of(file)));
    }

    private Path samples(int times) throws IOException {
        return Files.writeString(folder.resolve("maillog"), SampleLines.ALL.repeat(times), StandardCharsets.US_ASCII);
    }

    @Test
    void kinds_onOneThreadAndOnFour_areCountedAlike() throws IOException {
        Path file = samples(200);

        Map<MaillogKind, Long> alone =
                Maillog.parallel(file).withThreads(1).collect(groupingBy(MaillogCursor::kind, counting()));

        assertThat(alone).containsEntry(MaillogKind.QMGR_REMOVED, 400L);
        assertThat(Maillog.parallel(file)
                        .withThreads(4)
                        .withPartSize(10_000)
                        .collect(groupingBy(MaillogCursor::kind, counting())))
                .isEqualTo(alone);
    }

    @Test
    void executor_thatIsBusy_doesNotHoldTheCallerUp() throws IOException {
        Path file = samples(20);

        assertThat(Maillog.parallel(file)
                        .withExecutor(neverRun -> {}, 8)
                        .withPartSize(1_000)
                        .collect(LINES))
                .isEqualTo(oneByOne(List.of(file)));
    }

    @Test
    void executor_ofTheCaller_isAllThatRuns() throws IOException {
        Path file = samples(200);
        Path packed = Files.write(folder.resolve("packed.gz"), Packing.GZIP.pack(Files.readAllBytes(file)));
        List<String> names = Collections.synchronizedList(new ArrayList<>());
        ExecutorService executor = Executors.newFixedThreadPool(2, task -> new Thread(task, "of the caller"));
        try {
            Maillog.parallel(List.of(file, packed))
                    .withExecutor(executor, 3)
                    .withPartSize(10_000)
                    .withProgress(progress -> {
                        names.add(Thread.currentThread().getName());
                        names.addAll(ownThreads());
                    })
                    .collect(counting());
        } finally {
            executor.shutdown();
        }
        assertThat(names)
                .isNotEmpty()
                .isSubsetOf("of the caller", Thread.currentThread().getName());
    }

    @Test
    void threads_ofItsOwn_endWithTheCall() throws IOException {
        Path file = samples(200);
        Path packed = Files.write(folder.resolve("packed.gz"), Packing.GZIP.pack(Files.readAllBytes(file)));

        assertThat(Maillog.parallel(List.of(file, packed))
                        .withThreads(4)
                        .withPartSize(10_000)
                        .collect(counting()))
                .isEqualTo(oneByOne(List.of(file, packed)).size());

        assertThat(ownThreads()).isEmpty();
    }

    private List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("posthorn-reader") || name.contains(folder.toString()))
                .toList();
    }

    @Test
    void close_fromAListener_cancels() throws IOException {
        Path file = samples(2_000);
        List<ParallelMaillog> toClose = new ArrayList<>();
        try (ParallelMaillog logs = Maillog.parallel(file)
                .withThreads(2)
                .withPartSize(10_000)
                .withProgress(progress -> toClose.get(0).close())) {
            toClose.add(logs);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> logs.collect(counting()));
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> logs.collect(counting()));
        }
        assertThat(ownThreads()).isEmpty();
    }

    @Test
    void failure_ofSeveralFiles_isTheFirstInTheirOrder() throws IOException {
        Path file = samples(50);
        List<Path> files = List.of(file, folder.resolve("first"), file, folder.resolve("second"));
        for (int threads = 1; threads < 5; threads++) {
            ParallelMaillog logs = Maillog.parallel(files).withThreads(threads);

            assertThatExceptionOfType(UnreadableLogException.class)
                    .isThrownBy(() -> logs.collect(counting()))
                    .withMessage(folder.resolve("first") + ": no such file");
        }
    }

    @Test
    void collector_thatThrows_isHeard() throws IOException {
        ParallelMaillog logs = Maillog.parallel(samples(50)).withPartSize(1_000);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> logs.collect(groupingBy(line -> {
                    throw new UncheckedIOException(new IOException("not now"));
                })));
    }

    @Test
    void trouble_thatSomebodyListensTo_doesNotEndIt() throws IOException {
        Path file = samples(1);
        byte[] packed = Packing.GZIP.pack(SampleLines.ALL.repeat(100).getBytes(StandardCharsets.US_ASCII));
        Path damaged = Files.write(folder.resolve("damaged"), Arrays.copyOf(packed, packed.length - 10));
        List<LogFileException> troubles = Collections.synchronizedList(new ArrayList<>());

        List<String> lines = Maillog.parallel(List.of(folder.resolve("missing"), damaged, file))
                .withTroubleTo(troubles::add)
                .collect(LINES);

        assertThat(lines).endsWith(oneByOne(List.of(file)).toArray(String[]::new));
        assertThat(lines).hasSizeGreaterThan(90 * oneByOne(List.of(file)).size());
        assertThat(troubles).hasSize(2);
    }

    @Test
    void progress_atTheEnd_isAllThereIs() throws IOException {
        Path file = samples(100);
        List<ReadProgress> reports = new ArrayList<>();

        long lines = Maillog.parallel(file)
                .withPartSize(50_000)
                .withProgress(reports::add)
                .collect(counting());

        ReadProgress last = reports.get(reports.size() - 1);
        assertThat(last.bytesRead()).isEqualTo(Files.size(file));
        assertThat(last.fraction()).hasValue(1);
        assertThat(last.lines()).isEqualTo(lines);
    }

    @Test
    void line_beyondManyParts_isOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("maillog"), "x".repeat(300_000) + "\ny\n");

        assertThat(Maillog.parallel(file).withPartSize(100).collect(mapping(MaillogCursor::lineSize, toList())))
                .containsExactly(300_001L, 2L);
    }
}
