package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.PeerView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.postfix.RelayView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A process of the SMTP or LMTP client. It prints no line for a connection made or ended: it works on one message at a
 * time, tries one server after another, and the delivery lines at the end tell which message it was (fact sheet on
 * Postfix log messages, sections 6, 11 and 17).
 *
 * <p>So a session is what was said about one server, with one handshake at most, up to the deliveries to it. Attempts
 * that came to nothing wait for the delivery line, to learn their queue id.
 */
final class SmtpProcess extends PostfixProcess {

    /** Postfix tries five servers for a message (smtp_mx_address_limit), unless it is told to try more. */
    private static final int MAX_WAITING = 20;

    private @Nullable OpenSession current;
    private final Deque<OpenSession> waiting = new ArrayDeque<>();

    /** The last delivery had no server, and the next recipient of the same message may have none either. */
    private boolean isWithoutRelay;

    SmtpProcess(int hash, EnvelopeView envelope, long pid, SessionSink sink) {
        super(hash, envelope, pid, ProcessProgram.SMTP, sink);
    }

    @Override
    void take(PostfixView view, MaillogKind kind) {
        PeerView peer = LinePeers.of(view, kind);
        if (isOfTheProcess(kind, peer) && !isFatal(view)) {
            takeOfItself(view, kind);
            return;
        }
        isSpeakingOfItself = false;
        if (kind == MaillogKind.DELIVERY) {
            deliver((DeliveryView) view);
            return;
        }
        if (isOfAnotherAttempt(kind, peer)) {
            setAside();
        }
        OpenSession attempt = attempt();
        attempt.take(view, kind, sink.cipherStrings);
        attempt.peer(peer);
        if (isFatal(view)) {
            close(SessionEnd.PROCESS_DIED);
        }
    }

    private boolean isOfTheProcess(MaillogKind kind, @Nullable PeerView peer) {
        if (SessionKinds.isOfTheProcess(kind)) {
            return true;
        }
        return peer == null
                && isSpeakingOfItself
                && kind == MaillogKind.TLS_LIBRARY_PROBLEM
                && (current == null || current.isDelivered);
    }

    /** Does a line begin something new, seen from what is known of the attempt under way? */
    private boolean isOfAnotherAttempt(MaillogKind kind, @Nullable PeerView peer) {
        OpenSession attempt = current;
        if (attempt == null) {
            return false;
        }
        if (peer == null) {
            // Errors, too: nothing is read from a connection after QUIT (smtp_skip_quit_response).
            return attempt.isDelivered;
        }
        if (attempt.peer.isKnown() && !attempt.peer.isSame(peer)) {
            return true;
        }
        return switch (kind) {
            case TLS_SETUP -> attempt.isDelivered || attempt.tls.isAttempted;
            case TLS_CIPHER_LIST -> attempt.isDelivered || attempt.tls.cipherString != null;
            case SSL_CONNECT_ERROR, TLS_ESTABLISHED, TLS_REUSED, TLS_VERIFY_FAILED ->
                attempt.isDelivered || attempt.tls.isDecided();
            case SMTP_CONNECT_FAILED -> attempt.peer.isKnown();
            default -> attempt.isDelivered;
        };
    }

    private OpenSession attempt() {
        OpenSession attempt = current;
        if (attempt == null) {
            attempt = sink.take();
            hasServed = true;
            current = attempt;
        }
        return attempt;
    }

    private void setAside() {
        OpenSession attempt = current;
        current = null;
        if (attempt == null) {
            return;
        }
        if (attempt.isDelivered) {
            sink.complete(attempt, this, SessionEnd.NEXT_SESSION);
            return;
        }
        waiting.add(attempt);
        if (waiting.size() > MAX_WAITING) {
            sink.complete(waiting.remove(), this, SessionEnd.NEXT_SESSION);
        }
    }

    private void deliver(DeliveryView delivery) {
        RelayView relay = delivery.relay();
        boolean hasRelay = relay.address().isPresent();
        if (current == null || !belongs(delivery, current, hasRelay)) {
            setAside();
        }
        if (!hasRelay && current == null && !waiting.isEmpty()) {
            current = waiting.removeLast(); // No server was left to try: the last one tried is what the line is about.
        }
        tellWaiting(delivery.queueId());
        OpenSession attempt = attempt();
        attempt.deliver(delivery);
        if (hasRelay) {
            attempt.peer.learn(relay);
        }
        isWithoutRelay = !hasRelay;
    }

    /** Is a delivery one over the connection under way? */
    private boolean belongs(DeliveryView delivery, OpenSession attempt, boolean hasRelay) {
        if (!attempt.isDelivered) {
            return !hasRelay || !attempt.peer.isKnown() || attempt.peer.isSame(delivery.relay());
        }
        boolean isSameServer =
                hasRelay ? attempt.peer.isKnown() && attempt.peer.isSame(delivery.relay()) : isWithoutRelay;
        boolean isSameMessage = attempt.mail.isLastMessage(delivery.queueId());
        boolean isNextRecipient = isSameMessage && !MailPart.hasRecipient(delivery, attempt.notes);
        return isSameServer && (isNextRecipient || (hasRelay && delivery.connectionUse() > 1));
    }

    private void tellWaiting(AsciiView queueId) {
        while (!waiting.isEmpty()) {
            OpenSession attempt = waiting.remove();
            attempt.mail.message(queueId);
            sink.complete(attempt, this, SessionEnd.NEXT_SESSION);
        }
    }

    @Override
    void close(SessionEnd end) {
        OpenSession attempt = current;
        current = null;
        while (!waiting.isEmpty()) {
            sink.complete(waiting.remove(), this, end);
        }
        if (attempt != null) {
            boolean isComplete = attempt.isDelivered && end != SessionEnd.PROCESS_DIED;
            sink.complete(attempt, this, isComplete ? SessionEnd.NEXT_SESSION : end);
        }
    }
}
