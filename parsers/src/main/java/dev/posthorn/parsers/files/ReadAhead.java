package dev.posthorn.parsers.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Lets another thread decode, a few blocks ahead of the one that reads them. Blocks go round: the memory is the same
 * whatever the size of the logs. The thread ends with the last log, and with {@link #close()}.
 */
final class ReadAhead implements LogSequence {

    private static final int BLOCK_SIZE = 128 * 1024;
    private static final int BLOCKS = 4;
    private static final byte[] NO_BYTES = {};

    private enum Step {
        BEGIN,
        BLOCK,
        END_OF_LOG,
        END_OF_ALL,
        FAILURE
    }

    /** What the decoding thread has to tell. */
    private static final class Message {

        final Step step;
        final byte[] block;
        final int count;
        final Optional<Origin> origin;
        final Optional<Throwable> failure;

        private Message(Step step, byte[] block, int count, Optional<Origin> origin, Optional<Throwable> failure) {
            this.step = step;
            this.block = block;
            this.count = count;
            this.origin = origin;
            this.failure = failure;
        }

        static Message of(Step step) {
            return new Message(step, NO_BYTES, 0, Optional.empty(), Optional.empty());
        }

        static Message begin(Origin origin) {
            return new Message(Step.BEGIN, NO_BYTES, 0, Optional.of(origin), Optional.empty());
        }

        static Message block(byte[] block, int count) {
            return new Message(Step.BLOCK, block, count, Optional.empty(), Optional.empty());
        }

        static Message failure(Throwable failure) {
            return new Message(Step.FAILURE, NO_BYTES, 0, Optional.empty(), Optional.of(failure));
        }
    }

    private final LogSequence logs;
    private final BlockingQueue<Message> told = new ArrayBlockingQueue<>(BLOCKS + 2);
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BLOCKS);
    private final Thread thread;

    // What follows belongs to the reading thread.
    private Optional<Origin> origin = Optional.empty();
    private Message current = Message.of(Step.END_OF_LOG);
    private int at;

    private ReadAhead(LogSequence logs, String name) {
        this.logs = logs;
        for (int i = 0; i < BLOCKS; i++) {
            free.add(new byte[BLOCK_SIZE]);
        }
        thread = new Thread(this::decodeAll, "posthorn-decoder " + name);
        thread.setDaemon(true);
    }

    static ReadAhead of(LogSequence logs, String name) {
        ReadAhead ahead = new ReadAhead(logs, name);
        ahead.thread.start();
        return ahead;
    }

    private void decodeAll() {
        try (logs) {
            while (beginLog()) {
                // One log after the other.
            }
            told.put(Message.of(Step.END_OF_ALL));
        } catch (InterruptedException closed) {
            // Nobody listens any more.
        } catch (IOException | RuntimeException | Error e) {
            tellOfEnd(e);
        }
    }

    /** What the reader meets in place of the end; it reads on, or it has closed and does not care. */
    private void tellOfEnd(Throwable e) {
        try {
            told.put(Message.failure(e));
            told.put(Message.of(Step.END_OF_ALL));
        } catch (InterruptedException closed) {
            // As above.
        }
    }

    private boolean beginLog() throws InterruptedException {
        try {
            if (!logs.next()) {
                return false;
            }
            told.put(Message.begin(logs.origin()));
            decode();
            told.put(Message.of(Step.END_OF_LOG));
        } catch (IOException e) {
            told.put(Message.failure(e));
        }
        return true;
    }

    private void decode() throws IOException, InterruptedException {
        while (true) {
            byte[] block = free.take();
            int count;
            try {
                count = logs.read(block, 0, block.length);
            } catch (IOException e) {
                free.put(block);
                throw e;
            }
            if (count < 0) {
                free.put(block);
                return;
            }
            told.put(Message.block(block, count));
        }
    }

    @Override
    public boolean next() throws IOException {
        while (current.step != Step.END_OF_ALL) {
            hear();
            if (current.step == Step.BEGIN) {
                origin = current.origin;
                return true;
            }
        }
        return false;
    }

    @Override
    public int read(byte[] block, int from, int to) throws IOException {
        while (current.step == Step.BEGIN || current.step == Step.BLOCK) {
            int count = Math.min(to - from, current.count - at);
            if (count > 0) {
                System.arraycopy(current.block, at, block, from, count);
                at += count;
                return count;
            }
            hear();
        }
        return -1;
    }

    private void hear() throws IOException {
        if (current.step == Step.BLOCK) {
            free.add(current.block);
        }
        current = Message.of(Step.END_OF_LOG);
        at = 0;
        try {
            current = told.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + thread.getName());
        }
        if (current.failure.isPresent()) {
            rethrow(current.failure.get());
        }
    }

    private static void rethrow(Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        throw (Error) failure;
    }

    @Override
    public Origin origin() {
        return origin.orElseThrow(() -> new IllegalStateException("before the first next()"));
    }

    @Override
    public long bytesRead() {
        return logs.bytesRead();
    }

    @Override
    public OptionalLong bytesTotal() {
        return logs.bytesTotal();
    }

    /** Returns when the thread has ended, or the caller's is interrupted. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
