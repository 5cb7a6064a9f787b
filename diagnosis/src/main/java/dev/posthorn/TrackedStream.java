package dev.posthorn;

import dev.posthorn.diagnosis.MessagePath;
import dev.posthorn.diagnosis.MessageTracker;
import dev.posthorn.diagnosis.SessionTracker;
import dev.posthorn.diagnosis.SmtpSession;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a tracker finds in a file, as a stream: it reads on until the tracker has something, and then hands that out.
 *
 * @param <T> sessions or messages
 */
final class TrackedStream<T> extends Spliterators.AbstractSpliterator<T> {

    private final MaillogCursor cursor;
    private final Consumer<MaillogCursor> tracker;
    private final Runnable finish;
    private final Deque<T> found;
    private boolean isAtEnd;

    private TrackedStream(MaillogCursor cursor, Consumer<MaillogCursor> tracker, Runnable finish, Deque<T> found) {
        super(Long.MAX_VALUE, ORDERED | NONNULL | IMMUTABLE);
        this.cursor = cursor;
        this.tracker = tracker;
        this.finish = finish;
        this.found = found;
    }

    static Stream<SmtpSession> sessions(Path path) {
        Deque<SmtpSession> found = new ArrayDeque<>();
        SessionTracker tracker = new SessionTracker(found::add);
        return of(path, tracker::accept, tracker::finish, found);
    }

    static Stream<MessagePath> messages(Path path) {
        Deque<MessagePath> found = new ArrayDeque<>();
        MessageTracker tracker = new MessageTracker(found::add);
        return of(path, tracker::accept, tracker::finish, found);
    }

    private static <T> Stream<T> of(Path path, Consumer<MaillogCursor> tracker, Runnable finish, Deque<T> found) {
        try {
            MaillogCursor cursor = Maillog.open(path);
            return StreamSupport.stream(new TrackedStream<>(cursor, tracker, finish, found), false)
                    .onClose(() -> close(cursor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(MaillogCursor cursor) {
        try {
            cursor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        try {
            while (found.isEmpty() && !isAtEnd) {
                if (cursor.advance()) {
                    tracker.accept(cursor);
                } else {
                    isAtEnd = true;
                    finish.run();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.isEmpty()) {
            return false;
        }
        action.accept(found.remove());
        return true;
    }
}
