package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogDecoder;
import dev.posthorn.parsers.ReadLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every recorded handshake of the laboratory, rendered as the Postfix of its time would log it, the lines of twelve
 * processes interleaved: every session is found with exactly its peer, its errors and its result. Prints how many.
 */
class RenderedLogTest {

    private static final int SERVERS = 8;
    private static final int PROCESSES = 12;
    private static final long SEED = 20180823L;

    /** A process of the rendered log: what it still has to write, and what has to come out. */
    private static final class Writer {
        final long pid;
        final boolean isServer;
        final Deque<String> lines = new ArrayDeque<>();
        final Deque<RenderedSession> expected = new ArrayDeque<>();

        Writer(long pid, boolean isServer) {
            this.pid = pid;
            this.isServer = isServer;
        }
    }

    private final List<Writer> processes = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private int found;
    private int second;

    @ParameterizedTest
    @CsvSource({"0, rfc3164", "1, rfc3164", "2, rfc3164", "0, iso", "1, iso", "2, iso"})
    void everyHandshake_isFoundWithItsErrorsPeerAndResult(int level, String dialect) throws IOException {
        List<RecordedLab.Side> sides = RecordedLab.sides();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(new Writer(4_000L + i, i < SERVERS));
        }
        SessionTracker tracker = new SessionTracker(this::check);
        MaillogDecoder decoder = Maillog.decoder(tracker.visitor(), ReadLimits.defaults());
        Random random = new Random(SEED);
        int number = 0;
        Deque<RecordedLab.Side> servers = new ArrayDeque<>(
                sides.stream().filter(RecordedLab.Side::isServer).toList());
        Deque<RecordedLab.Side> clients =
                new ArrayDeque<>(sides.stream().filter(side -> !side.isServer()).toList());
        List<Writer> busy = new ArrayList<>(processes);
        while (!busy.isEmpty()) {
            Writer process = busy.get(random.nextInt(busy.size()));
            if (process.lines.isEmpty()) {
                Deque<RecordedLab.Side> next = process.isServer ? servers : clients;
                if (next.isEmpty()) {
                    busy.remove(process);
                    continue;
                }
                RenderedSession session = new RenderedSession(next.remove(), level, ++number, process.pid);
                process.expected.add(session);
                process.lines.addAll(session.lines);
            }
            feed(decoder, header(dialect, process) + process.lines.remove() + "\n");
        }
        decoder.finish();
        tracker.finish();

        int missing =
                processes.stream().mapToInt(process -> process.expected.size()).sum();
        System.out.println("rendered log, level " + level + ", " + dialect + ": " + found + " of " + sides.size()
                + " sessions found as they were, " + (100.0 * found / sides.size()) + " %");
        complaints.stream().limit(5).forEach(System.out::println);
        assertThat(complaints).isEmpty();
        assertThat(missing).isZero();
        assertThat(found).isEqualTo(sides.size()).isGreaterThanOrEqualTo(54_000);
    }

    private static void feed(MaillogDecoder decoder, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        decoder.feed(bytes, 0, bytes.length);
    }

    private String header(String dialect, Writer process) {
        second++;
        int tenth = second / 10 % 86_400;
        String time = twoDigits(tenth / 3_600) + ":" + twoDigits(tenth / 60 % 60) + ":" + twoDigits(tenth % 60);
        String stamp = dialect.equals("iso") ? "2018-08-23T" + time + ".123456+02:00" : "Aug 23 " + time;
        return stamp + " mx postfix/" + (process.isServer ? "smtpd" : "smtp") + "[" + process.pid + "]: ";
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private void check(SmtpSession session) {
        Writer process = processes.get((int) (session.processId().orElseThrow() - 4_000));
        RenderedSession expected = process.expected.poll();
        if (expected == null) {
            complaints.add("a session more than there was: " + session.oneLine());
            return;
        }
        expected.complaint(session)
                .ifPresentOrElse(complaint -> complaints.add(complaint + "\n    for " + expected), () -> found++);
    }
}
