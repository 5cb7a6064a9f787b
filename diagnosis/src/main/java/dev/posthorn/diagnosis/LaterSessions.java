package dev.posthorn.diagnosis;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.MailSoftware;
import dev.posthorn.mail.TlsRole;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the sessions of each peer came to, to be asked what came after one of them. A session knows those before it; those
 * after it are known only when the log has been read.
 *
 * <pre>{@code
 * MaillogFile log = Posthorn.maillog("maillog");
 * VerdictContext context = VerdictContext.unknown().withLater(LaterSessions.of(log.sessions()));
 * log.sessions().filter(session -> session.tlsOutcome().isFailure())
 *         .forEach(session -> System.out.println(session.verdict(context).explain()));
 * }</pre>
 *
 * <p>Takes eight to sixteen bytes for a session and a few hundred for a peer. Of a log with more than
 * {@value #MAX_SESSIONS} sessions or {@value #MAX_PEERS} peers the rest is left out, so that its counts are the least there
 * were. Not safe for use by several threads while sessions are added.
 */
public final class LaterSessions {

    /** How many sessions are remembered. */
    public static final int MAX_SESSIONS = 1_000_000;

    /** How many peers are remembered. */
    public static final int MAX_PEERS = 50_000;

    private final Map<Peer, Line> lines = new HashMap<>();
    private int sessions;

    private record Peer(MailSoftware software, TlsRole role, String address) {}

    /** Nothing seen yet. */
    public LaterSessions() {}

    /**
     * Takes all sessions of a log.
     *
     * @param log its sessions; read to the end and closed
     * @return what they came to
     */
    public static LaterSessions of(Stream<SmtpSession> log) {
        LaterSessions later = new LaterSessions();
        try (log) {
            log.forEachOrdered(later::add);
        }
        return later;
    }

    /**
     * Takes a session. Those whose peer's address is not known do not count.
     *
     * @param session a complete session
     */
    public void add(SmtpSession session) {
        Optional<Peer> peer = peerOf(session);
        if (peer.isEmpty() || sessions == MAX_SESSIONS) {
            return;
        }
        Line line = lines.get(peer.get());
        if (line == null) {
            if (lines.size() == MAX_PEERS) {
                return;
            }
            line = new Line();
            lines.put(peer.get(), line);
        }
        line.add(session);
        sessions++;
    }

    /**
     * What came after a session.
     *
     * @param session a session, whether it was taken or not
     * @return what sessions of the same peer came to that began after its last line
     */
    public PeerHistory after(SmtpSession session) {
        Optional<Peer> peer = peerOf(session);
        Line line = peer.isEmpty() ? null : lines.get(peer.get());
        return line == null ? PeerHistory.none() : line.after(session.lastLine());
    }

    private static Optional<Peer> peerOf(SmtpSession session) {
        return session.peer()
                .map(MailPeer::address)
                .filter(address -> !address.equals(PeerNote.UNKNOWN))
                .map(address -> new Peer(session.software(), session.role(), address));
    }

    /** {@code 1234 sessions of 56 peers}. */
    @Override
    public String toString() {
        return sessions + " sessions of " + lines.size() + " peers";
    }

    /** The sessions of one peer, each in a long: where it began, and three bits for what it came to. */
    private static final class Line {

        private static final int BITS = 3;
        private static final long ESTABLISHED = 1;
        private static final long FAILED = 2;
        private static final long ACCEPTED = 4;

        private long[] seen = new long[2];
        private int count;
        private PeerHistory newest = PeerHistory.none();

        void add(SmtpSession session) {
            PeerHistory one = PeerHistory.none().with(session);
            if (count == seen.length) {
                seen = Arrays.copyOf(seen, 2 * count);
            }
            seen[count++] = session.firstLine() << BITS
                    | one.established() * ESTABLISHED
                    | one.failed() * FAILED
                    | one.accepted() * ACCEPTED;
            if (one.lastEstablishedLine() > newest.lastEstablishedLine()) {
                newest = one;
            }
        }

        PeerHistory after(long lastLine) {
            long[] counts = new long[BITS];
            long later = 0;
            for (int i = 0; i < count; i++) {
                if (seen[i] >> BITS > lastLine) {
                    later++;
                    counts[0] += seen[i] & ESTABLISHED;
                    counts[1] += (seen[i] & FAILED) >> 1;
                    counts[2] += (seen[i] & ACCEPTED) >> 2;
                }
            }
            boolean isLast = newest.lastEstablishedLine() > lastLine && counts[0] > 0;
            return new PeerHistory(
                    later,
                    counts[0],
                    counts[1],
                    counts[2],
                    isLast ? newest.lastVersion() : Optional.empty(),
                    isLast ? newest.lastSuite() : Optional.empty(),
                    isLast ? newest.lastEstablishedLine() : 0);
        }
    }
}
