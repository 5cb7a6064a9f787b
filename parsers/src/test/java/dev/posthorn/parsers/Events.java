package dev.posthorn.parsers;

import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.parsers.bytes.ByteSource;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.PostfixView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** All events of an input as values, by each of the ways there are. */
final class Events {

    private Events() {}

    static List<MaillogEvent> of(byte[] log) {
        return of(Maillog.open(log));
    }

    static List<MaillogEvent> of(byte[] log, ReadLimits limits) {
        return of(Maillog.open(log, 0, log.length, limits));
    }

    /** From a source that gives blocks of the sizes in turn. */
    static List<MaillogEvent> ofBlocks(byte[] log, List<Integer> sizes, ReadLimits limits) {
        return of(Maillog.open(source(log, sizes), limits));
    }

    /** Gives blocks of the sizes in turn. */
    static ByteSource source(byte[] log, List<Integer> sizes) {
        return new Blocks(log, sizes);
    }

    static List<MaillogEvent> of(MaillogCursor cursor) {
        List<MaillogEvent> events = new ArrayList<>();
        try (cursor) {
            while (cursor.advance()) {
                events.add(cursor.snapshot());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events;
    }

    /** By a decoder that is fed blocks of the sizes in turn. */
    static List<MaillogEvent> pushed(byte[] log, List<Integer> sizes, ReadLimits limits) {
        Collector collector = new Collector();
        MaillogDecoder decoder = Maillog.decoder(collector, limits);
        int at = 0;
        for (int i = 0; at < log.length; i++) {
            int size = Math.min(sizes.get(i % sizes.size()), log.length - at);
            decoder.feed(log, at, at + size);
            at += size;
        }
        decoder.finish();
        return collector.events;
    }

    private static final class Blocks implements ByteSource {

        private final byte[] log;
        private final List<Integer> sizes;
        private int at;
        private int block;

        Blocks(byte[] log, List<Integer> sizes) {
            this.log = log;
            this.sizes = sizes;
        }

        @Override
        public int read(byte[] into, int from, int to) {
            if (at == log.length) {
                return -1;
            }
            int wanted = sizes.get(block++ % sizes.size());
            int size = Math.min(Math.min(wanted, to - from), log.length - at);
            System.arraycopy(log, at, into, from, size);
            at += size;
            return size;
        }
    }

    private static final class Collector implements MaillogVisitor {

        private final List<MaillogEvent> events = new ArrayList<>();

        @Override
        public void onMessage(PostfixView view) {
            events.add(view.snapshot());
        }

        @Override
        public void onNeighbour(NeighbourView view) {
            events.add(view.snapshot());
        }

        @Override
        public void onRepetition(RepetitionView view) {
            events.add(view.snapshot());
        }

        @Override
        public void onRateLimit(RateLimitView view) {
            events.add(view.snapshot());
        }

        @Override
        public void onUnrecognized(UnrecognizedView view) {
            events.add(view.snapshot());
        }
    }
}
