package dev.posthorn.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.parsers.Maillog;
import dev.posthorn.parsers.MaillogDecoder;
import dev.posthorn.parsers.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Months of a log whose process ids come again and of whose lines some are lost, with little room to remember. */
class LongLogPropertyTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM dd HH:mm:ss", Locale.ROOT);
    private static final int LINES = 4_000;

    private final List<SmtpSession> sessions = new ArrayList<>();

    /** One log, line by line, as an agent would feed it. */
    private static final class Writer {
        final Random random;
        final int lostPercent;
        final MaillogDecoder decoder;
        final Map<Integer, String> peers = new HashMap<>();
        LocalDateTime now = LocalDateTime.of(2023, 10, 1, 0, 0);
        long written;
        int errors;

        Writer(long seed, int lostPercent, SessionTracker tracker) {
            random = new Random(seed);
            this.lostPercent = lostPercent;
            decoder = Maillog.decoder(tracker.visitor(), ReadLimits.defaults());
        }

        boolean write(int pid, String message) {
            now = now.plusSeconds(random.nextInt(4_000));
            if (random.nextInt(100) < lostPercent) {
                return false;
            }
            byte[] line = (TIME.format(now) + " mx postfix/smtpd[" + pid + "]: " + message + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            decoder.feed(line, 0, line.length);
            written++;
            return true;
        }

        /** The next line of the session of some process; ids are few, so they are soon used again. */
        void step() {
            int pid = 1 + random.nextInt(12);
            String peer = peers.get(pid);
            if (peer == null) {
                int number = random.nextInt(1_000);
                peer = "h" + number + ".example.com[192.0.2." + number % 250 + "]";
                peers.put(pid, peer);
                write(pid, "connect from " + peer);
            } else if (random.nextBoolean()) {
                errors += write(
                                pid,
                                "warning: TLS library problem: error:140760FC:SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol:s23_srvr.c:628:")
                        ? 1
                        : 0;
            } else {
                write(pid, "disconnect from " + peer);
                peers.remove(pid);
            }
        }
    }

    @Property(tries = 40)
    void everyLine_isInOneSession_andMemoryIsBounded(
            @ForAll long seed,
            @ForAll @IntRange(max = 60) int lostPercent,
            @ForAll @IntRange(min = 1, max = 8) int open) {
        sessions.clear();
        TrackingLimits limits = new TrackingLimits(open, 10, 2_000, Duration.ofHours(3), 50);
        SessionTracker tracker = new SessionTracker(sessions::add, limits);
        Writer writer = new Writer(seed, lostPercent, tracker);
        for (int i = 0; i < LINES; i++) {
            writer.step();
            assertThat(tracker.openSessions()).isLessThanOrEqualTo(open);
        }
        writer.decoder.finish();
        tracker.finish();

        assertThat(tracker.openSessions()).isZero();
        long inSessions = sessions.stream().mapToLong(SmtpSession::lineCount).sum();
        long inWarnings = writer.written - inSessions;
        assertThat(inWarnings).isBetween(0L, (long) writer.errors);
        assertThat(sessions).allSatisfy(session -> {
            assertThat(session.firstLine()).isLessThanOrEqualTo(session.lastLine());
            assertThat(session.lines()).hasSizeLessThanOrEqualTo(10);
        });
        if (lostPercent == 0 && open == 8) {
            assertThat(sessions).anyMatch(session -> session.end() == SessionEnd.DISCONNECTED);
        }
    }

    @Property(tries = 40)
    void noSession_hasLinesOfTwoPeers(@ForAll long seed, @ForAll @IntRange(max = 60) int lostPercent) {
        sessions.clear();
        SessionTracker tracker = new SessionTracker(sessions::add);
        StringBuilder peers = new StringBuilder();
        MaillogDecoder decoder = Maillog.decoder(tracker.visitor(), ReadLimits.defaults());
        Random random = new Random(seed);
        for (int number = 0; number < 500; number++) {
            String network = number < 250 ? "198.51.100." : "203.0.113.";
            String peer = "h" + number + ".example.com[" + network + number % 250 + "]";
            int pid = 1 + random.nextInt(5);
            for (String message :
                    List.of("connect from ", "lost connection after STARTTLS from ", "disconnect from ")) {
                if (random.nextInt(100) >= lostPercent) {
                    byte[] line = ("Aug 23 21:56:15 mx postfix/smtpd[" + pid + "]: " + message + peer + "\n")
                            .getBytes(StandardCharsets.UTF_8);
                    decoder.feed(line, 0, line.length);
                    peers.append(peer).append('\n');
                }
            }
        }
        tracker.finish();

        List<String> expected = peers.toString().lines().distinct().toList();
        List<String> found = sessions.stream()
                .map(session -> session.peer().map(MailPeer::text).orElse("-"))
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    /**
     * Login processes of a Dovecot, and an Exim with and without process ids, whose lines are lost and whose ids come again:
     * every line that names a peer is in a session with that peer, and in no other.
     */
    @Property(tries = 40)
    void linesOfNeighbours_areInSessionsWithTheirPeers_andMemoryIsBounded(
            @ForAll long seed,
            @ForAll @IntRange(max = 60) int lostPercent,
            @ForAll @IntRange(min = 2, max = 8) int open) {
        sessions.clear();
        TrackingLimits limits = new TrackingLimits(open, 10, 2_000, Duration.ofHours(3), 50);
        SessionTracker tracker = new SessionTracker(sessions::add, limits);
        MaillogDecoder decoder = Maillog.decoder(tracker.visitor(), ReadLimits.defaults());
        Random random = new Random(seed);
        Map<Long, String> peers = new HashMap<>();
        long number = 0;
        for (int i = 0; i < 500; i++) {
            String address = "192.0.2." + random.nextInt(250);
            for (String text : NeighbourLines.session(random, address)) {
                if (random.nextInt(100) < lostPercent) {
                    continue;
                }
                byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
                decoder.feed(line, 0, line.length);
                number++;
                if (text.contains(address)) {
                    peers.put(number, address);
                }
                assertThat(tracker.openSessions()).isLessThanOrEqualTo(open);
            }
        }
        decoder.finish();
        tracker.finish();

        assertThat(tracker.openSessions()).isZero();
        for (SmtpSession session : sessions) {
            String peer = session.peer().map(MailPeer::address).orElse("");
            assertThat(session.lines()).hasSizeLessThanOrEqualTo(10);
            for (LogLine line : session.lines()) {
                assertThat(peers.getOrDefault(line.number(), peer)).isEqualTo(peer);
                peers.remove(line.number());
            }
        }
        assertThat(peers.keySet())
                .allSatisfy(lost -> assertThat(sessions)
                        .anyMatch(session -> session.firstLine() <= lost && session.lastLine() >= lost));
    }
}
