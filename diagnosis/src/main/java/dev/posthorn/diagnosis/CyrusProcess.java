package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import org.jspecify.annotations.Nullable;

/**
 * A process of Cyrus: one client after the other. What became of TLS is told without the client, who is named at the login
 * (fact sheet on maillog dialects section 5.4).
 */
final class CyrusProcess extends NeighbourProcess {

    private @Nullable OpenSession session;

    CyrusProcess(int hash, EnvelopeView envelope, long pid, SessionSink sink) {
        super(hash, envelope, pid, ProcessProgram.CYRUS, sink);
    }

    @Override
    void take(NeighbourView view, MaillogKind kind) {
        AsciiView address = view.part(NeighbourPart.PEER_ADDRESS);
        if (isOfAnother(view, kind, address)) {
            close(SessionEnd.END_MISSING);
        }
        OpenSession current = session;
        if (current == null) {
            current = sink.take();
            session = current;
        }
        current.keep(view.envelope(), kind);
        if (address.isPresent()) {
            current.peer.learn(view.part(NeighbourPart.HOST), address, view.part(NeighbourPart.PEER_PORT));
        }
        if (tell(current, view, kind)) {
            close(SessionEnd.DISCONNECTED);
        }
    }

    private boolean isOfAnother(NeighbourView view, MaillogKind kind, AsciiView address) {
        OpenSession current = session;
        if (current == null) {
            return false;
        }
        boolean isOther = current.peer.isKnown()
                && address.isPresent()
                && !current.peer.isSame(view.part(NeighbourPart.HOST), address, view.part(NeighbourPart.PEER_PORT));
        return isOther || (kind == MaillogKind.CYRUS_STARTTLS && current.told.tls == TlsOutcome.ESTABLISHED);
    }

    /** Adds what a line says; true if it is the last of the session. */
    private static boolean tell(OpenSession session, NeighbourView view, MaillogKind kind) {
        switch (kind) {
            case CYRUS_STARTTLS -> {
                session.tls.isAttempted = true;
                session.told.established(view, view.part(NeighbourPart.CIPHER));
                return false;
            }
            case CYRUS_STARTTLS_FAILED -> {
                session.tls.isAttempted = true;
                session.told.failed(TlsOutcome.HANDSHAKE_FAILED);
                session.told.came(SessionOutcome.HANDSHAKE_FAILED);
                return true;
            }
            case CYRUS_LOGIN -> {
                tellLogin(session, view);
                return true;
            }
            case CYRUS_BAD_LOGIN -> {
                session.told.came(SessionOutcome.REJECTED);
                return false;
            }
            default -> {
                session.tls.isAttempted = true;
                session.told.reached(SessionStage.HANDSHAKE);
                if (session.told.tls == TlsOutcome.NO_TLS_SEEN) {
                    session.told.tls = TlsOutcome.UNFINISHED;
                }
                return false;
            }
        }
    }

    private static void tellLogin(OpenSession session, NeighbourView view) {
        if (view.part(NeighbourPart.METHOD).endsWith("+TLS")) {
            session.tls.isAttempted = true;
            session.told.established(view, view.part(NeighbourPart.CIPHER));
        }
        session.told.reached(SessionStage.AUTHENTICATED);
        session.told.came(SessionOutcome.PASSED_ON);
    }

    @Override
    void close(SessionEnd end) {
        OpenSession current = session;
        session = null;
        if (current != null) {
            sink.complete(current, this, end);
        }
    }
}
