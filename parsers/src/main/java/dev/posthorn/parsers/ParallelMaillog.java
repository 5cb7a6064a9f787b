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
 * compressed ones, archives and exports of the journal are read as a whole, beside each other. Each part fills a container
 * of its own, and containers are combined in the order of the files. So the result is the same whatever the number of threads, for any collector whose combiner is associative.
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

    /** What was asked for. Changed while a copy is made, and never again. */
    static final class Order {
        List<Path> files = List.of();
        int threads = Runtime.getRuntime().availableProcessors();

        /** Who runs the tasks that read beside the calling thread; nobody: threads of our own. */
        Optional<Executor> executor = Optional.empty();

        ReadLimits limits = ReadLimits.defaults();
        long partSize = PART_SIZE;
        Consumer<ReadProgress> listener = progress -> {};

        /** Which lines are collected; nothing: all. */
        Optional<Set<MaillogKind>> kinds = Optional.empty();

        /** Who is told of logs that cannot be read on; nobody: that ends it all. */
        Optional<Consumer<LogFileException>> trouble = Optional.empty();

        private Order() {}

        private Order(Order other) {
            files = other.files;
            threads = other.threads;
            executor = other.executor;
            limits = other.limits;
            partSize = other.partSize;
            listener = other.listener;
            kinds = other.kinds;
            trouble = other.trouble;
        }
    }

    private final Order order;
    private volatile boolean isClosed;

    private ParallelMaillog(Order order) {
        this.order = order;
    }

    static ParallelMaillog of(List<Path> files) {
        Order order = new Order();
        order.files = List.copyOf(files);
        return new ParallelMaillog(order);
    }

    private ParallelMaillog with(Consumer<Order> change) {
        Order changed = new Order(order);
        change.accept(changed);
        return new ParallelMaillog(changed);
    }

    /**
     * The same files, on another number of threads of its own.
     *
     * @param threads how many, the calling one included; as many as there are processors unless set
     * @return the changed copy
     * @throws IllegalArgumentException if {@code threads} is not positive
     */
    public ParallelMaillog withThreads(int threads) {
        requirePositive("threads", threads);
        return with(changed -> {
            changed.threads = threads;
            changed.executor = Optional.empty();
        });
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
        requirePositive("threads", threads);
        return with(changed -> {
            changed.threads = threads;
            changed.executor = Optional.of(executor);
        });
    }

    /**
     * The same files, with other limits.
     *
     * @param limits how much of a line to hold
     * @return the changed copy
     */
    public ParallelMaillog withLimits(ReadLimits limits) {
        return with(changed -> changed.limits = limits);
    }

    /**
     * The same files, cut into other parts.
     *
     * @param bytes the least size of a part but the last of a file
     * @return the changed copy
     * @throws IllegalArgumentException if {@code bytes} is not positive
     */
    public ParallelMaillog withPartSize(int bytes) {
        requirePositive("bytes", bytes);
        return with(changed -> changed.partSize = bytes);
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
        return with(changed -> changed.kinds = Optional.of(Set.copyOf(kinds)));
    }

    /**
     * The same files, with somebody who is told how far it has come.
     *
     * @param listener is told after each block, by the thread that read it, one at a time. What it throws ends the reading
     * @return the changed copy
     */
    public ParallelMaillog withProgress(Consumer<ReadProgress> listener) {
        return with(changed -> changed.listener = listener);
    }

    /**
     * The same files, of which those that are missing or damaged do not end it all: what can be read of them is.
     *
     * @param listener is told of each trouble, by the thread that met it
     * @return the changed copy
     */
    public ParallelMaillog withTroubleTo(Consumer<LogFileException> listener) {
        return with(changed -> changed.trouble = Optional.of(listener));
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

    private static void requirePositive(String name, int number) {
        if (number <= 0) {
            throw new IllegalArgumentException(name + ": " + number + " is not positive");
        }
    }
}
