package dev.posthorn.parsers;

import dev.posthorn.parsers.LogParts.Part;
import dev.posthorn.parsers.ParallelMaillog.Order;
import dev.posthorn.parsers.files.LogFileException;
import dev.posthorn.parsers.files.LogFiles;
import dev.posthorn.parsers.files.LogSequence;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collector;

/**
 * One reading of files by several threads. All of them do the same: take the next part, read it, add what came out of it.
 *
 * <p>Parts are handed out in order, so when one fails, all before it are being read or have been; these are waited for, and
 * of all failures the one of the first part is reported. Nobody gets further ahead of the first unfinished part than a few
 * parts, so the number of containers that wait to be combined is bounded.
 */
final class ParallelRun<A> implements WatchedLogs.Watcher {

    /** How many parts for each thread may be finished before the first unfinished one. */
    private static final int PARTS_AHEAD = 4;

    private final Order order;
    private final Collector<? super MaillogCursor, A, ?> collector;
    private final BooleanSupplier isCancelled;
    private final LogParts parts;
    private final OptionalLong bytesTotal;
    private final long began = System.nanoTime();

    // What follows is guarded by this.
    private final Map<Long, A> waiting = new HashMap<>();
    private A combined;
    private long combinedParts;
    private long takenParts;
    private int readers;
    private boolean isOver;
    private Optional<Throwable> failure = Optional.empty();
    private long failedPart = Long.MAX_VALUE;
    private long bytesRead;
    private long linesRead;

    ParallelRun(Order order, Collector<? super MaillogCursor, A, ?> collector, BooleanSupplier isCancelled) {
        this.order = order;
        this.collector = collector;
        this.isCancelled = isCancelled;
        this.parts = new LogParts(order.files, order.partSize, order.limits);
        this.combined = collector.supplier().get();
        this.bytesTotal = LogFiles.size(order.files);
    }

    /** The combined container of all parts. */
    A result() throws IOException {
        List<Thread> own = new ArrayList<>();
        try (parts) {
            for (int helper = 1; helper < order.threads; helper++) {
                if (order.executor.isPresent()) {
                    order.executor.get().execute(this::readParts);
                } else {
                    Thread thread = new Thread(this::readParts, "posthorn-reader-" + helper);
                    thread.setDaemon(true);
                    thread.start();
                    own.add(thread);
                }
            }
            readParts();
        } finally {
            end(own);
        }
        synchronized (this) {
            if (failure.isPresent()) {
                throw asIs(failure.get());
            }
            return combined;
        }
    }

    private void readParts() {
        if (!enter()) {
            return;
        }
        try {
            for (Optional<Part> part = take(); part.isPresent(); part = take()) {
                read(part.get());
            }
        } finally {
            leave();
        }
    }

    private synchronized boolean enter() {
        if (isOver) {
            return false;
        }
        readers++;
        return true;
    }

    private synchronized void leave() {
        readers--;
        notifyAll();
    }

    private synchronized Optional<Part> take() {
        try {
            while (!isOver && takenParts - combinedParts >= (long) PARTS_AHEAD * order.threads) {
                wait();
            }
            Optional<Part> part = isOver ? Optional.empty() : parts.next();
            isOver |= part.isEmpty();
            takenParts += part.isPresent() ? 1 : 0;
            return part;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(takenParts, new InterruptedIOException("interrupted while reading logs"));
        } catch (IOException | RuntimeException | Error e) {
            fail(takenParts, e);
        }
        return Optional.empty();
    }

    private void read(Part part) {
        try {
            A container = collector.supplier().get();
            try (WatchedLogs logs = new WatchedLogs(open(part), this)) {
                fill(container, logs);
            }
            add(part.index(), container);
        } catch (IOException | RuntimeException | Error e) {
            fail(part.index(), e);
        }
    }

    private LogSequence open(Part part) throws IOException {
        if (!part.isWhole()) {
            return LogFiles.openPart(part.file(), part.from(), part.to());
        }
        List<Path> file = List.of(part.file());
        return order.executor.isPresent() ? LogFiles.openWithoutThreads(file) : LogFiles.open(file);
    }

    private void fill(A container, WatchedLogs logs) throws IOException {
        var accumulator = collector.accumulator();
        try (MaillogCursor cursor = MaillogCursor.over(logs, order.limits, lines -> {})) {
            logs.linesAre(cursor::linesPassed);
            order.kinds.ifPresent(cursor::only);
            while (advance(cursor)) {
                accumulator.accept(container, cursor);
            }
        }
    }

    private boolean advance(MaillogCursor cursor) throws IOException {
        while (true) {
            try {
                return cursor.advance();
            } catch (LogFileException e) {
                order.trouble.orElseThrow(() -> e).accept(e);
            }
        }
    }

    private synchronized void add(long index, A container) {
        waiting.put(index, container);
        for (A next = waiting.remove(combinedParts); next != null; next = waiting.remove(combinedParts)) {
            combined = collector.combiner().apply(combined, next);
            combinedParts++;
        }
        notifyAll();
    }

    private synchronized void fail(long part, Throwable e) {
        if (part < failedPart) {
            failedPart = part;
            failure = Optional.of(e);
        }
        isOver = true;
        notifyAll();
    }

    @Override
    public void beforeBlock() throws IOException {
        if (isCancelled.getAsBoolean()) {
            throw new CancellationException("closed while reading logs");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while reading logs");
        }
    }

    @Override
    public synchronized void afterBlock(long bytes, long lines) {
        bytesRead += bytes;
        linesRead += lines;
        order.listener.accept(ReadProgress.since(began, bytesRead, bytesTotal, linesRead));
    }

    /** Waits until nobody reads any more; helpers that come later find that it is over. */
    private void end(List<Thread> own) {
        boolean wasInterrupted = false;
        synchronized (this) {
            isOver = true;
            notifyAll();
            while (readers > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                    fail(takenParts, new InterruptedIOException("interrupted while reading logs"));
                }
            }
        }
        for (Thread thread : own) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a reader threw is thrown here once more, whatever it was: readers throw nothing else. */
    private static Error asIs(Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        return (Error) failure;
    }
}
