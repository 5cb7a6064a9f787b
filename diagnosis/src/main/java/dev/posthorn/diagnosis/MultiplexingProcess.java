package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.postfix.PeerView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import org.jspecify.annotations.Nullable;

/**
 * A process with many peers at a time, whose lines are told apart by address and port (fact sheet on Postfix log messages,
 * sections 7 and 8). Lines that name no peer wait for the next one that says how it ended: such a process prints OpenSSL's
 * errors and the peer they are about in one go.
 */
abstract class MultiplexingProcess extends PostfixProcess {

    private final OpenTable<PeerSession> sessions = new OpenTable<>();
    private @Nullable OpenSession unclaimed;

    MultiplexingProcess(int hash, EnvelopeView envelope, long pid, ProcessProgram program, SessionSink sink) {
        super(hash, envelope, pid, program, sink);
    }

    /** Does such a line begin a connection? */
    abstract boolean isBeginning(MaillogKind kind);

    /** Does such a line end the connection it has just been added to? */
    abstract boolean isEnd(MaillogKind kind, OpenSession session);

    /** May such a line be about the lines without peer before it? */
    abstract boolean isClaim(MaillogKind kind, OpenSession session);

    @Override
    void take(PostfixView view, MaillogKind kind) {
        PeerView peer = LinePeers.of(view, kind);
        if (peer == null) {
            takeWithoutPeer(view, kind);
            return;
        }
        isSpeakingOfItself = false;
        PeerSession entry = find(peer);
        if (entry != null && isBeginning(kind)) {
            end(entry, SessionEnd.END_MISSING);
            entry = null;
        }
        if (entry == null) {
            entry = new PeerSession(PeerSession.hash(peer), sink.take());
            entry.session.hasBeginning = isBeginning(kind);
            sessions.add(entry);
        }
        sessions.touch(entry);
        OpenSession session = entry.session;
        if (unclaimed != null && isClaim(kind, session)) {
            claim(session);
        }
        session.take(view, kind, sink.cipherStrings);
        session.peer(peer);
        if (isEnd(kind, session)) {
            end(entry, SessionEnd.DISCONNECTED);
        }
    }

    private void takeWithoutPeer(PostfixView view, MaillogKind kind) {
        boolean isHandshake = switch (kind) {
            case TLS_STATE, TLS_ALERT -> true;
            case TLS_LIBRARY_PROBLEM -> !isSpeakingOfItself;
            default -> false;
        };
        if (isHandshake) {
            OpenSession waiting = unclaimed;
            if (waiting == null) {
                waiting = sink.take();
                unclaimed = waiting;
            }
            waiting.take(view, kind, sink.cipherStrings);
        } else if (isFatal(view)) {
            OpenSession last = sink.take();
            last.take(view, kind, sink.cipherStrings);
            close(SessionEnd.PROCESS_DIED);
            sink.complete(last, this, SessionEnd.PROCESS_DIED);
        } else {
            takeOfItself(view, kind);
        }
    }

    private @Nullable PeerSession find(PeerView peer) {
        int hash = PeerSession.hash(peer);
        PeerSession entry = sessions.first(hash);
        while (entry != null && !(entry.hash() == hash && entry.session.peer.isSame(peer))) {
            entry = entry.next();
        }
        return entry;
    }

    private void claim(OpenSession session) {
        OpenSession waiting = unclaimed;
        if (waiting != null) {
            unclaimed = null;
            session.claim(waiting);
            waiting.clear();
            sink.complete(waiting, this, SessionEnd.NEXT_SESSION);
        }
    }

    private void end(PeerSession entry, SessionEnd end) {
        sessions.remove(entry);
        sink.complete(entry.session, this, end);
    }

    @Override
    boolean closeEldest() {
        PeerSession eldest = sessions.eldest();
        if (eldest == null || sessions.size() < 2) {
            return false;
        }
        end(eldest, SessionEnd.LIMIT);
        return true;
    }

    @Override
    void close(SessionEnd end) {
        PeerSession eldest = sessions.eldest();
        while (eldest != null) {
            end(eldest, end);
            eldest = sessions.eldest();
        }
        OpenSession waiting = unclaimed;
        unclaimed = null;
        if (waiting != null) {
            sink.complete(waiting, this, end);
        }
    }
}
