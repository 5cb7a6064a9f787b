package dev.posthorn.diagnosis;

import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogDecoder;
import dev.posthorn.parsers.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** Rendered sessions as one log, the lines of twelve processes interleaved, and the sessions that come out of it. */
final class RenderedLog {

    /** Renders a recorded side for a process. */
    interface Renderer {
        RenderedSession render(RecordedLab.Side side, int number, long pid);
    }

    private static final int SERVERS = 8;
    private static final int PROCESSES = 12;
    private static final long FIRST_PID = 4_000;
    private static final long SEED = 20180823L;

    /** A process of the log: what it still has to write, and what has to come out. */
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

    private final String dialect;
    private final Renderer renderer;
    private final BiConsumer<RenderedSession, SmtpSession> found;
    private final List<Writer> processes = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private int tenths;

    RenderedLog(String dialect, Renderer renderer, BiConsumer<RenderedSession, SmtpSession> found) {
        this.dialect = dialect;
        this.renderer = renderer;
        this.found = found;
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(new Writer(FIRST_PID + i, i < SERVERS));
        }
    }

    /** Writes the log, reads it, and hands over each session with what it was rendered from. */
    void write(List<RecordedLab.Side> sides) {
        SessionTracker tracker = new SessionTracker(this::complete);
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
                RenderedSession session = renderer.render(next.remove(), ++number, process.pid);
                process.expected.add(session);
                process.lines.addAll(session.lines);
            }
            feed(decoder, header(process) + process.lines.remove() + "\n");
        }
        decoder.finish();
        tracker.finish();
    }

    /** Sessions that came out and had not been written. */
    List<String> unexpected() {
        return unexpected;
    }

    /** How many sessions did not come out. */
    int missing() {
        return processes.stream().mapToInt(process -> process.expected.size()).sum();
    }

    private static void feed(MaillogDecoder decoder, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        decoder.feed(bytes, 0, bytes.length);
    }

    private String header(Writer process) {
        tenths++;
        int second = tenths / 10 % 86_400;
        String time = twoDigits(second / 3_600) + ":" + twoDigits(second / 60 % 60) + ":" + twoDigits(second % 60);
        String stamp = dialect.equals("iso") ? "2018-08-23T" + time + ".123456+02:00" : "Aug 23 " + time;
        return stamp + " mx postfix/" + (process.isServer ? "smtpd" : "smtp") + "[" + process.pid + "]: ";
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private void complete(SmtpSession session) {
        Writer process = processes.get((int) (session.processId().orElseThrow() - FIRST_PID));
        RenderedSession expected = process.expected.poll();
        if (expected == null) {
            unexpected.add("a session more than there was: " + session.oneLine());
            return;
        }
        found.accept(expected, session);
    }
}
