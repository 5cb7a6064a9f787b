package dev.posthorn.diagnosis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Where sessions go when they are complete, and where their processes get the empty ones from. */
final class SessionSink {

    /** Empty sessions to be used again; more would only be memory. */
    private static final int MAX_SPARE = 64;

    private final TrackingLimits limits;
    private final Consumer<? super SmtpSession> sessions;
    private final PeerHistories histories;
    private final Deque<OpenSession> spare = new ArrayDeque<>();
    private int open;

    final CipherStrings cipherStrings = new CipherStrings();

    SessionSink(TrackingLimits limits, Consumer<? super SmtpSession> sessions) {
        this.limits = limits;
        this.sessions = sessions;
        this.histories = new PeerHistories(limits.peers());
    }

    TrackingLimits limits() {
        return limits;
    }

    /** How many sessions were taken and not completed yet. */
    int open() {
        return open;
    }

    OpenSession take() {
        open++;
        OpenSession session = spare.poll();
        return session == null ? new OpenSession(limits) : session;
    }

    /** Hands a session over and takes its empty shell back; one without lines is only taken back. */
    void complete(OpenSession session, OpenProcess process, SessionEnd end) {
        open--;
        if (session.isOpen()) {
            SmtpSession complete = SessionCompletion.of(session, process, end, histories);
            session.clear();
            sessions.accept(complete);
        }
        if (spare.size() < MAX_SPARE) {
            spare.push(session);
        }
    }
}
