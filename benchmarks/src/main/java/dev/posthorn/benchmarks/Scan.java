package dev.posthorn.benchmarks;

import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.MaillogDecoder;
import dev.posthorn.parsers.ReadLimits;
import dev.posthorn.parsers.internal.swar.ByteSearch;
import dev.posthorn.parsers.syslog.EnvelopeReader;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collector;

/** The ways to go through a log that the benchmarks and {@code compare.sh} compare. */
final class Scan {

    private static final int BLOCK_SIZE = 256 * 1024;

    private Scan() {}

    /** The limit: ends of lines, and nothing else. */
    static Counts newlines(byte[] log) {
        Counts counts = new Counts();
        for (int at = 0; at < log.length; at = endOfLine(log, at) + 1) {
            counts.addLine();
        }
        return counts;
    }

    /** Ends of lines and what stands around the message, which is not looked at. */
    static Counts envelopes(byte[] log) {
        Counts counts = new Counts();
        EnvelopeReader reader = new EnvelopeReader();
        for (int at = 0; at < log.length; ) {
            int to = endOfLine(log, at);
            reader.read(log, at, to);
            counts.addLine();
            at = to + 1;
        }
        return counts;
    }

    private static int endOfLine(byte[] log, int from) {
        int newline = ByteSearch.indexOfNewline(log, from, log.length);
        return newline < 0 ? log.length : newline;
    }

    /** Every line with its envelope and the places of all its fields. */
    static Counts kinds(MaillogCursor cursor) throws IOException {
        Counts counts = new Counts();
        try (cursor) {
            while (cursor.advance()) {
                counts.add(cursor.kind());
            }
        }
        return counts;
    }

    /** And every field read. */
    static Counts allFields(MaillogCursor cursor) throws IOException {
        Counts counts = new Counts();
        AllFields fields = new AllFields();
        try (cursor) {
            while (cursor.advance()) {
                counts.add(cursor.kind());
                fields.onEnvelope(cursor.envelope());
                cursor.accept(fields);
            }
        }
        if (fields.sum() == 0 && counts.lines() > 0) {
            throw new AssertionError("nothing was read");
        }
        return counts;
    }

    /** A visitor that is told, block by block. */
    static Counts decoder(byte[] log) {
        Counts counts = new Counts();
        MaillogDecoder decoder = Maillog.decoder(new CountingVisitor(counts), ReadLimits.defaults());
        for (int from = 0; from < log.length; from += BLOCK_SIZE) {
            decoder.feed(log, from, Math.min(from + BLOCK_SIZE, log.length));
        }
        decoder.finish();
        return counts;
    }

    static Counts readLine(byte[] log) throws IOException {
        Counts counts = new Counts();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(log), StandardCharsets.ISO_8859_1))) {
            while (lines.readLine() != null) {
                counts.addLine();
            }
        }
        return counts;
    }

    static Counts regex(byte[] log) throws IOException {
        return RegexBaseline.count(new ByteArrayInputStream(log));
    }

    static Counts kindsOfFile(Path file) throws IOException {
        return kinds(Maillog.open(file));
    }

    /** {@link #kindsOfFile} on all cores. */
    static Counts kindsInParallel(Path file) throws IOException {
        return Maillog.parallel(file)
                .collect(Collector.of(Counts::new, (counts, line) -> counts.add(line.kind()), Counts::plus));
    }

    static Counts allFieldsOfFile(Path file) throws IOException {
        return allFields(Maillog.open(file));
    }
}
