package dev.posthorn.diagnosis;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.MaillogEvent;
import dev.posthorn.mail.TlsInvalidProtocols;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A process of the log: what it said of itself when it started, and the session it is in. */
final class OpenProcess {

    private final OptionalLong processId;
    private @Nullable TlsInvalidProtocols invalidProtocols;
    private @Nullable OpenSession session;

    OpenProcess(OptionalLong processId) {
        this.processId = processId;
    }

    /** Belongs to the process and so to every session that follows, until the process ends. */
    void invalidProtocols(TlsInvalidProtocols invalid) {
        invalidProtocols = invalid;
        session(invalid).invalidProtocols(invalid);
    }

    /** The current session, begun by this line if there is none. */
    OpenSession session(MaillogEvent event) {
        OpenSession current = session;
        if (current == null) {
            current = new OpenSession(event.envelope(), processId);
            if (invalidProtocols != null) {
                current.invalidProtocols(invalidProtocols);
            }
            session = current;
        }
        current.line();
        return current;
    }

    boolean hasAnotherPeer(MailPeer peer) {
        return session != null && session.hasAnotherPeer(peer);
    }

    Optional<SmtpSession> close() {
        OpenSession current = session;
        session = null;
        return Optional.ofNullable(current).map(OpenSession::complete);
    }
}
