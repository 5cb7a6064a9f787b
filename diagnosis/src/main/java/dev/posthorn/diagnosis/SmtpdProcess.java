package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.postfix.PeerView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import org.jspecify.annotations.Nullable;

/**
 * An smtpd process: it serves one client at a time, so all lines between {@code connect from} and {@code disconnect from}
 * belong together, those that name no peer included (fact sheet on Postfix log messages section 17).
 */
final class SmtpdProcess extends PostfixProcess {

    private @Nullable OpenSession session;

    /** The log has shown this process between two sessions, so a line without peer is not the rest of one. */
    private boolean isKnownToBeIdle;

    SmtpdProcess(int hash, EnvelopeView envelope, long pid, SessionSink sink) {
        super(hash, envelope, pid, ProcessProgram.SMTPD, sink);
    }

    @Override
    void take(PostfixView view, MaillogKind kind) {
        PeerView peer = LinePeers.of(view, kind);
        if (isOfTheProcess(kind, peer) && !isFatal(view)) {
            takeOfItself(view, kind);
            return;
        }
        isSpeakingOfItself = false;
        OpenSession current = session(kind, peer);
        current.take(view, kind, sink.cipherStrings);
        current.peer(peer);
        if (kind == MaillogKind.SMTPD_DISCONNECT) {
            close(SessionEnd.DISCONNECTED);
            isKnownToBeIdle = true;
        } else if (isFatal(view)) {
            close(SessionEnd.PROCESS_DIED);
        }
    }

    private boolean isOfTheProcess(MaillogKind kind, @Nullable PeerView peer) {
        if (SessionKinds.isOfTheProcess(kind)) {
            return true;
        }
        if (peer != null || session != null) {
            return false;
        }
        return switch (kind) {
            case TLS_INVALID_PROTOCOLS, GENERIC_WARNING, GENERIC_ERROR, MAP_UNAVAILABLE, OPEN_DATABASE -> true;
            case TLS_LIBRARY_PROBLEM -> isKnownToBeIdle || isSpeakingOfItself;
            default -> false;
        };
    }

    /** The session that a line belongs to; the ones before are ended. */
    private OpenSession session(MaillogKind kind, @Nullable PeerView peer) {
        boolean isBeginning = kind == MaillogKind.SMTPD_CONNECT;
        if (isBeginning || (peer != null && isOfAnother(peer))) {
            close(SessionEnd.END_MISSING);
        }
        OpenSession current = session;
        if (current == null) {
            current = sink.take();
            hasServed = true;
            current.hasBeginning = isBeginning;
            session = current;
        }
        return current;
    }

    private boolean isOfAnother(PeerView peer) {
        OpenSession current = session;
        return current != null && current.peer.isKnown() && !current.peer.isSame(peer) && !isSpokenFor(current, peer);
    }

    /**
     * XCLIENT has no line of its own (fact sheet section 3.5), so a second peer within one connection is either a client
     * that the first one speaks for, or the sign that lines are lost. Who speaks for others is a proxy on this host.
     */
    private static boolean isSpokenFor(OpenSession current, PeerView peer) {
        return current.hasBeginning
                && current.peer.isLoopback()
                && (!current.speaksFor.isKnown() || current.speaksFor.isSame(peer));
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
