package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a service of Courier, which log without their ids. Lines are told apart by the client's address and
 * port; an error of TLS without an address waits for the line with which its client is gone, which follows at once.
 */
final class CourierProcess extends NeighbourProcess {

    /** The helper for TLS reports an error when it ends, and the server its client's end when the helper has ended. */
    private static final long LONGEST_END = 60;

    private final OpenTable<PeerSession> clients = new OpenTable<>();
    private @Nullable OpenSession unclaimed;
    private long spokeAt = LogClock.NO_TIME;

    CourierProcess(int hash, EnvelopeView envelope, SessionSink sink) {
        super(hash, envelope, -1, ProcessProgram.COURIER, sink);
    }

    @Override
    void take(NeighbourView view, MaillogKind kind) {
        AsciiView address = view.part(NeighbourPart.RIP);
        if (!address.isPresent()) {
            takeWithoutPeer(view, kind);
            return;
        }
        AsciiView port = view.part(NeighbourPart.RPORT);
        AsciiView status = view.part(NeighbourPart.STATUS);
        PeerSession known = find(view, address, port);
        boolean isEnd = isEnd(status);
        if (known == null) {
            OpenSession waiting = isEnd ? claimed(view) : null;
            if (isEnd && waiting == null) {
                return; // It ended with its login, as far as we are concerned.
            }
            known = new PeerSession(PeerSession.hash(address, port), waiting == null ? sink.take() : waiting);
            clients.add(known);
        }
        clients.touch(known);
        OpenSession session = known.session;
        session.keep(view.envelope(), kind);
        session.peer.learn(view.part(NeighbourPart.HOST), address, port);
        if (tell(session, view, kind, status)) {
            clients.remove(known);
            sink.complete(session, this, SessionEnd.DISCONNECTED);
        }
    }

    private void takeWithoutPeer(NeighbourView view, MaillogKind kind) {
        if (kind != MaillogKind.COURIER_TLS) {
            return;
        }
        giveUp(SessionEnd.END_MISSING);
        OpenSession session = sink.take();
        unclaimed = session;
        spokeAt = LogClock.seconds(view.envelope().timestamp());
        session.keep(view.envelope(), kind);
        tell(session, view, kind, view.part(NeighbourPart.STATUS));
    }

    private @Nullable OpenSession claimed(NeighbourView view) {
        OpenSession waiting = unclaimed;
        long now = LogClock.seconds(view.envelope().timestamp());
        if (waiting == null || LogClock.secondsBetween(spokeAt, now) > LONGEST_END) {
            return null;
        }
        unclaimed = null;
        return waiting;
    }

    private static boolean isEnd(AsciiView status) {
        return status.startsWith("DISCONNECTED")
                || status.startsWith("Disconnected")
                || status.startsWith("LOGOUT")
                || status.startsWith("TIMEOUT");
    }

    /** Adds what a line says; true if it is the last of the session. */
    private static boolean tell(OpenSession session, NeighbourView view, MaillogKind kind, AsciiView status) {
        if (kind == MaillogKind.COURIER_TLS) {
            session.tls.isAttempted = true;
            session.told.failed(TlsOutcome.HANDSHAKE_FAILED);
            session.told.came(SessionOutcome.HANDSHAKE_FAILED);
            status(session, view.part(NeighbourPart.TEXT));
            return false;
        }
        if (status.contentEquals("LOGIN")) {
            session.told.reached(SessionStage.AUTHENTICATED);
            session.told.came(SessionOutcome.PASSED_ON);
            return true;
        }
        if (status.startsWith("LOGIN FAILED")) {
            session.told.came(SessionOutcome.REJECTED);
            return false;
        }
        if (isEnd(status)) {
            session.mail.lostReason = status.startsWith("TIMEOUT") ? "timeout" : "lost connection";
            session.told.came(SessionOutcome.LOST);
            return true;
        }
        return false;
    }

    private @Nullable PeerSession find(NeighbourView view, AsciiView address, AsciiView port) {
        int hash = PeerSession.hash(address, port);
        PeerSession entry = clients.first(hash);
        while (entry != null
                && !(entry.hash() == hash && entry.session.peer.isSame(view.part(NeighbourPart.HOST), address, port))) {
            entry = entry.next();
        }
        return entry;
    }

    private void giveUp(SessionEnd end) {
        OpenSession waiting = unclaimed;
        unclaimed = null;
        if (waiting != null) {
            sink.complete(waiting, this, end);
        }
    }

    @Override
    boolean closeEldest() {
        PeerSession eldest = clients.eldest();
        if (eldest == null || clients.size() < 2) {
            return false;
        }
        clients.remove(eldest);
        sink.complete(eldest.session, this, SessionEnd.LIMIT);
        return true;
    }

    @Override
    void close(SessionEnd end) {
        PeerSession eldest = clients.eldest();
        while (eldest != null) {
            clients.remove(eldest);
            sink.complete(eldest.session, this, end);
            eldest = clients.eldest();
        }
        giveUp(end);
    }
}
