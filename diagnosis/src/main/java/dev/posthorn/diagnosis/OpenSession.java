package dev.posthorn.diagnosis;

import dev.posthorn.mail.Envelope;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.SmtpdClient;
import dev.posthorn.mail.SmtpdLost;
import dev.posthorn.mail.SslError;
import dev.posthorn.mail.TlsCipherList;
import dev.posthorn.mail.TlsEstablished;
import dev.posthorn.mail.TlsInvalidProtocols;
import dev.posthorn.mail.TlsLibraryProblem;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.mail.TlsState;
import dev.posthorn.mail.TlsStateOutcome;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.error.OpenSslError;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A session while its lines come in. Lists are bounded, because a peer decides how many lines it causes. */
final class OpenSession {

    private static final int MAX_KEPT = 100;

    private final Envelope first;
    private final OptionalLong processId;
    private final List<OpenSslError> errors = new ArrayList<>();
    private final List<SmtpdClient> messages = new ArrayList<>();
    private long lineCount;
    private TlsRole role = TlsRole.SERVER;
    private boolean tlsAttempted;
    private @Nullable MailPeer peer;
    private @Nullable TlsCipherList cipherList;
    private @Nullable TlsState failedState;
    private @Nullable SslError handshakeError;
    private @Nullable TlsInvalidProtocols invalidProtocols;
    private @Nullable TlsEstablished established;
    private @Nullable SmtpdLost lost;

    OpenSession(Envelope first, OptionalLong processId) {
        this.first = first;
        this.processId = processId;
    }

    void line() {
        lineCount++;
    }

    void peer(MailPeer named) {
        peer = named;
    }

    /** Later versions print a copy of the name in lower case (fact sheet on Postfix log messages section 4). */
    boolean hasAnotherPeer(MailPeer named) {
        return peer != null && !peer.text().equalsIgnoreCase(named.text());
    }

    void setUp(TlsRole side, MailPeer named) {
        role = side;
        peer = named;
        tlsAttempted();
    }

    void tlsAttempted() {
        tlsAttempted = true;
    }

    void cipherString(TlsCipherList list) {
        cipherList = list;
        peer = list.peer();
        tlsAttempted();
    }

    /** Printed twice by old releases; it is one failure (handshake failures section 0). */
    void state(TlsState state) {
        if (state.outcome() != TlsStateOutcome.REACHED) {
            failedState = state;
        }
        tlsAttempted();
    }

    void handshakeError(SslError error) {
        handshakeError = error;
        role = error.role();
        peer = error.peer();
        tlsAttempted();
    }

    void error(TlsLibraryProblem problem) {
        if (errors.size() < MAX_KEPT) {
            OpenSslError.find(problem.errorString()).ifPresent(errors::add);
        }
        tlsAttempted();
    }

    void invalidProtocols(TlsInvalidProtocols invalid) {
        invalidProtocols = invalid;
    }

    void established(TlsEstablished summary) {
        established = summary;
        role = summary.role();
        peer = summary.peer();
        tlsAttempted();
    }

    void message(SmtpdClient client) {
        peer = client.client();
        if (messages.size() < MAX_KEPT) {
            messages.add(client);
        }
    }

    void lost(SmtpdLost event) {
        lost = event;
        peer = event.client();
    }

    SmtpSession complete() {
        SmtpSession.Builder session = SmtpSession.builder()
                .role(role)
                .host(first.host())
                .processId(processId)
                .firstLine(first.lineNumber())
                .lineCount(lineCount)
                .startedAt(first.timestamp())
                .isTlsAttempted(tlsAttempted)
                .addAllErrors(errors);
        messages.forEach(message -> message.queueId().ifPresent(session::addMessages));
        if (peer != null) {
            session.peer(peer);
        }
        if (cipherList != null) {
            session.cipherString(CipherString.parse(cipherList.cipherString()));
        }
        if (failedState != null) {
            session.failedState(failedState.state());
        }
        if (handshakeError != null) {
            session.handshakeErrorStatus(handshakeError.status());
        }
        if (invalidProtocols != null) {
            session.invalidProtocols(invalidProtocols.protocols());
        }
        if (established != null) {
            session.established(established);
        }
        if (lost != null) {
            session.lostAfter(lost.stage());
        }
        return session.build();
    }
}
