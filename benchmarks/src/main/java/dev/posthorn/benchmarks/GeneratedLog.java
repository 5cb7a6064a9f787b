package dev.posthorn.benchmarks;

import dev.posthorn.mail.MaillogKind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A log of any size, made from a fixed seed: the same bytes every time.
 *
 * <p>The mix: {@link LineShape}s by their shares, in the dialects that {@link #DIALECTS} lists by theirs, each for 10,000
 * lines on end, as in the files of several servers put together. One line in four begins a new second. Every line stands
 * for itself: queue ids do not repeat, so this measures reading, not putting together.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar dev.posthorn.benchmarks.GeneratedLog /tmp/maillog 4G
 * </pre>
 */
public final class GeneratedLog {

    /** How lines are wrapped. */
    enum Dialect {
        /** What syslogd and most rsyslogs write. */
        BSD,
        /** {@code RSYSLOG_FileFormat}. */
        ISO,
        /** {@code journalctl -o short-iso-precise}. */
        JOURNAL,
        /** What Docker makes of standard output. */
        DOCKER
    }

    /** Of twenty runs of lines, twelve are BSD, six ISO. */
    private static final List<Dialect> DIALECTS = shares();

    private static final int LINES_OF_A_DIALECT = 10_000;
    private static final long SEED = 20180823L;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<LineShape> shapes;
    private final List<Dialect> dialects;
    private final StringBuilder line = new StringBuilder();
    private final Map<MaillogKind, Long> written = new EnumMap<>(MaillogKind.class);
    private long lines;
    private int second;

    private GeneratedLog(List<LineShape> shapes, List<Dialect> dialects) {
        this.shapes = shapes;
        this.dialects = dialects;
    }

    private static List<Dialect> shares() {
        List<Dialect> dialects = new ArrayList<>(Collections.nCopies(12, Dialect.BSD));
        dialects.addAll(Collections.nCopies(6, Dialect.ISO));
        dialects.add(Dialect.JOURNAL);
        dialects.add(Dialect.DOCKER);
        return List.copyOf(dialects);
    }

    /** Each shape as often as it comes in a thousand lines. */
    private static List<LineShape> mix() {
        List<LineShape> mix = new ArrayList<>();
        for (LineShape shape : LineShape.values()) {
            mix.addAll(Collections.nCopies(shape.perThousand(), shape));
        }
        return List.copyOf(mix);
    }

    /** The mix of a real log. */
    static GeneratedLog mixed() {
        return new GeneratedLog(mix(), DIALECTS);
    }

    /** The mix of a real log in one dialect. */
    static GeneratedLog mixedIn(Dialect dialect) {
        return new GeneratedLog(mix(), List.of(dialect));
    }

    /** One shape in BSD's dialect. */
    static GeneratedLog of(LineShape shape) {
        return new GeneratedLog(List.of(shape), List.of(Dialect.BSD));
    }

    /** Writes at least so many bytes. */
    void write(OutputStream out, long bytes) throws IOException {
        for (long size = 0; size < bytes; ) {
            line.setLength(0);
            appendLine();
            byte[] encoded = line.toString().getBytes(StandardCharsets.ISO_8859_1);
            out.write(encoded);
            size += encoded.length;
        }
    }

    void write(Path file, long bytes) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18)) {
            write(out, bytes);
        }
    }

    void writeLines(Path file, long count) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            while (lines < count) {
                write(out, 1);
            }
        }
    }

    /** How many lines of each kind were written: the truth that contenders are held to. */
    Map<MaillogKind, Long> written() {
        return Collections.unmodifiableMap(written);
    }

    long lines() {
        return lines;
    }

    private void appendLine() {
        Dialect dialect = dialects.get((int) (lines / LINES_OF_A_DIALECT % dialects.size()));
        LineShape shape = shapes.get(random.nextInt(shapes.size()));
        if (random.nextInt(4) == 0) {
            second++;
        }
        switch (dialect) {
            case BSD -> {
                appendDate(' ').append(" mail ");
                appendMessage(shape);
            }
            case ISO -> {
                appendIsoDate().append(".123456+01:00 mail ");
                appendMessage(shape);
            }
            case JOURNAL -> {
                appendIsoDate().append(".123456+0100 mail ");
                appendMessage(shape);
            }
            case DOCKER -> {
                appendDate(line.append("{\"log\":\""), '0').append(" mail ");
                appendMessage(shape);
                line.append("\\n\",\"stream\":\"stdout\",\"time\":\"");
                appendIsoDate().append(".123456789Z\"}");
            }
        }
        line.append('\n');
        lines++;
        written.merge(shape.kind(), 1L, Long::sum);
    }

    private void appendMessage(LineShape shape) {
        if (shape.program().isEmpty()) {
            line.append("sshd[811]: ");
        } else {
            line.append("postfix/")
                    .append(shape.program())
                    .append('[')
                    .append(1_000 + random.nextInt(30_000))
                    .append("]: ");
        }
        shape.write(line, random);
    }

    private StringBuilder appendDate(char pad) {
        return appendDate(line, pad);
    }

    private StringBuilder appendDate(StringBuilder out, char pad) {
        int day = 1 + second / 86_400 % 28;
        out.append("Nov ");
        if (day < 10) {
            out.append(pad);
        }
        appendTime(out.append(day).append(' '));
        return out;
    }

    private StringBuilder appendIsoDate() {
        appendTwoDigits(line.append("2026-11-"), 1 + second / 86_400 % 28).append('T');
        appendTime(line);
        return line;
    }

    private void appendTime(StringBuilder out) {
        appendTwoDigits(out, second / 3_600 % 24).append(':');
        appendTwoDigits(out, second / 60 % 60).append(':');
        appendTwoDigits(out, second % 60);
    }

    private static StringBuilder appendTwoDigits(StringBuilder out, int number) {
        return out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /**
     * Writes a file.
     *
     * @param args its name, and its size in bytes or with one of the letters k, M and G
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2 || !args[1].matches("[0-9]{1,12}[kMG]?")) {
            throw new IllegalArgumentException("usage: GeneratedLog FILE SIZE, such as 512M or 4G");
        }
        mixed().write(Path.of(args[0]), sizeOf(args[1]));
    }

    private static long sizeOf(String text) {
        int unit = "kMG".indexOf(text.charAt(text.length() - 1)) + 1;
        long number = Long.parseLong(unit == 0 ? text : text.substring(0, text.length() - 1));
        return number << (10 * unit);
    }
}
