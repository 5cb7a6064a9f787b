package dev.posthorn.parsers;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.files.LogFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collector;

/**
 * Files that are read on several cores. What is wanted from them is said as a {@link Collector} over lines, of the same
 * kind as for streams.
 *
 * <pre>{@code
 * Map<String, Long> failures = Maillog.parallel(path)
 *         .collect(Collectors.filtering(
 *                 line -> line.kind() == MaillogKind.SSL_ACCEPT_ERROR,
 *                 Collectors.groupingBy(line -> line.sslError().peer().toString(), Collectors.counting())));
 * }</pre>
 *
 * <p>Plain files are cut into parts, by default of 16 MiB, at ends of lines and never within an event of several;
 * compressed ones, archives and exports of the journal are read as a whole, beside each other. Each part fills a container of its own, and containers are combined in the order of the files.
 * So the result is the same whatever the number of threads, for any collector whose combiner is associative.
 *
 * <p>The collector is given a cursor that stands on a line, and must neither move nor keep it: what it keeps of a line it
 * takes by {@link MaillogCursor#snapshot()}. Since no part knows how many lines the ones before it have,
 * {@link MaillogCursor#lineNumber()} and {@link MaillogCursor#lineOffset()} count from the beginning of the part here.
 *
 * <p>The calling thread reads as well. Threads of its own end before {@link #collect} returns. Memory: a few hundred KiB a
 * thread and what the collector holds. Instances are immutable but for {@link #close()}, and may be used by several threads.
 */
public final class ParallelMaillog implements AutoCloseable {

    private static final long PART_SIZE = 16L * 1024 * 1024;

    /**
     * What was asked for.
     *
     * @param executor who runs the helpers of the calling thread; nobody: threads of our own
     * @param kinds which lines are collected; nothing: all
     * @param trouble who is told of logs that cannot be read on; nobody: that ends it all
     */
    record Order(
            List<Path> files,
            int threads,
            Optional<Executor> executor,
            ReadLimits limits,
            long partSize,
            Consumer<ReadProgress> listener,
            Optional<Set<MaillogKind>> kinds,
            Optional<Consumer<LogFileException>> trouble) {}

    private final Order order;
    private volatile boolean isClosed;

    private ParallelMaillog(Order order) {
        this.order = order;
    }

    static ParallelMaillog of(List<Path> files) {
        return new ParallelMaillog(new Order(
                List.copyOf(files),
                Runtime.getRuntime().availableProcessors(),
                Optional.empty(),
                ReadLimits.defaults(),
                PART_SIZE,
                progress -> {},
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * The same files, on another number of threads of its own.
     *
     * @param threads how many, the calling one included; as many as there are processors unless set
     * @return the changed copy
     * @throws IllegalArgumentException if {@code threads} is not positive
     */
    public ParallelMaillog withThreads(int threads) {
        return new ParallelMaillog(new Order(
                order.files(),
                positive("threads", threads),
                Optional.empty(),
                order.limits(),
                order.partSize(),
                order.listener(),
                order.kinds(),
                order.trouble()));
    }

    /**
     * The same files, on the calling thread and those of an executor; none is started then, not even for decoding. If the
     * executor is busy, the calling thread does it all.
     *
     * @param executor who runs tasks that read
     * @param threads how many are to read, the calling one included
     * @return the changed copy
     * @throws IllegalArgumentException if {@code threads} is not positive
     */
    public ParallelMaillog withExecutor(Executor executor, int threads) {
        return new ParallelMaillog(new Order(
                order.files(),
                positive("threads", threads),
                Optional.of(executor),
                order.limits(),
                order.partSize(),
                order.listener(),
                order.kinds(),
                order.trouble()));
    }

    /**
     * The same files, with other limits.
     *
     * @param limits how much of a line to hold
     * @return the changed copy
     */
    public ParallelMaillog withLimits(ReadLimits limits) {
        return new ParallelMaillog(new Order(
                order.files(),
                order.threads(),
                order.executor(),
                limits,
                order.partSize(),
                order.listener(),
                order.kinds(),
                order.trouble()));
    }

    /**
     * The same files, cut into other parts.
     *
     * @param bytes the least size of a part but the last of a file
     * @return the changed copy
     * @throws IllegalArgumentException if {@code bytes} is not positive
     */
    public ParallelMaillog withPartSize(int bytes) {
        return new ParallelMaillog(new Order(
                order.files(),
                order.threads(),
                order.executor(),
                order.limits(),
                positive("bytes", bytes),
                order.listener(),
                order.kinds(),
                order.trouble()));
    }

    /**
     * The same files, of which only lines of some kinds are collected: see {@link MaillogCursor#only}.
     *
     * <pre>{@code
     * long failures = Maillog.parallel(path).only(Set.of(MaillogKind.SSL_ACCEPT_ERROR)).collect(Collectors.counting());
     * }</pre>
     *
     * @param kinds the kinds of the lines that the collector is given
     * @return the changed copy
     */
    public ParallelMaillog only(Set<MaillogKind> kinds) {
        return new ParallelMaillog(new Order(
                order.files(),
                order.threads(),
                order.executor(),
                order.limits(),
                order.partSize(),
                order.listener(),
                Optional.of(Set.copyOf(kinds)),
                order.trouble()));
    }

    /**
     * The same files, with somebody who is told how far it has come.
     *
     * @param listener is told after each block, by the thread that read it, one at a time. What it throws ends the reading
     * @return the changed copy
     */
    public ParallelMaillog withProgress(Consumer<ReadProgress> listener) {
        return new ParallelMaillog(new Order(
                order.files(),
                order.threads(),
                order.executor(),
                order.limits(),
                order.partSize(),
                listener,
                order.kinds(),
                order.trouble()));
    }

    /**
     * The same files, of which those that are missing or damaged do not end it all: what can be read of them is.
     *
     * @param listener is told of each trouble, by the thread that met it
     * @return the changed copy
     */
    public ParallelMaillog withTroubleTo(Consumer<LogFileException> listener) {
        return new ParallelMaillog(new Order(
                order.files(),
                order.threads(),
                order.executor(),
                order.limits(),
                order.partSize(),
                order.listener(),
                order.kinds(),
                Optional.of(listener)));
    }

    /**
     * Reads all lines.
     *
     * @param collector what to make of them; its accumulator is given a cursor on a line
     * @param <A> the type of its containers, one of which each part of a file fills
     * @param <R> the type of the result
     * @return what the collector made of all lines in the order of the files
     * @throws IOException if a file cannot be read: of several, the first in the order of the files
     * @throws CancellationException if this is closed, before or while it reads
     */
    public <A, R> R collect(Collector<? super MaillogCursor, A, R> collector) throws IOException {
        return collector.finisher().apply(new ParallelRun<>(order, collector, () -> isClosed).result());
    }

    /** Ends the reading, soon: who waits for a result meets a {@link CancellationException}. For any thread. */
    @Override
    public void close() {
        isClosed = true;
    }

    private static int positive(String name, int number) {
        if (number <= 0) {
            throw new IllegalArgumentException(name + ": " + number + " is not positive");
        }
        return number;
    }
}
