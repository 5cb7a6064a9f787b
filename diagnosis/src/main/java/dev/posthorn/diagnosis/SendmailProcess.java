package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import org.jspecify.annotations.Nullable;

/**
 * A process of Sendmail: it serves one client, and may deliver to one server after another (fact sheet on maillog dialects
 * section 5.2). Lines about TLS say which side they are of; OpenSSL's errors follow the line that says whose they are.
 */
final class SendmailProcess extends NeighbourProcess {

    private @Nullable OpenSession client;
    private @Nullable OpenSession server;

    /** The side of the last line about TLS: more of OpenSSL's errors are its. */
    private boolean isServing = true;

    SendmailProcess(int hash, EnvelopeView envelope, long pid, SessionSink sink) {
        super(hash, envelope, pid, ProcessProgram.SENDMAIL, sink);
    }

    @Override
    void take(NeighbourView view, MaillogKind kind) {
        switch (kind) {
            case SENDMAIL_NOQUEUE -> {
                closeClient(SessionEnd.END_MISSING);
                ofClient(view, kind).hasBeginning = true;
            }
            case SENDMAIL_STARTTLS, SENDMAIL_STARTTLS_ERROR, SENDMAIL_STARTTLS_LIBRARY -> tls(view, kind);
            case SENDMAIL_FROM -> {
                if (view.part(NeighbourPart.PEER_ADDRESS).isPresent()) {
                    from(ofClient(view, kind), view);
                }
            }
            case SENDMAIL_RULESET -> ruleset(ofClient(view, kind), view.part(NeighbourPart.REJECT));
            case SENDMAIL_TO -> to(view, kind);
            default -> message(view, kind);
        }
    }

    private void tls(NeighbourView view, MaillogKind kind) {
        AsciiView side = view.part(NeighbourPart.SIDE);
        isServing = side.isPresent() ? side.contentEquals("server") : isServing;
        OpenSession session = isServing ? ofClient(view, kind) : ofServer(view, kind);
        session.tls.role = isServing ? TlsRole.SERVER : TlsRole.CLIENT;
        session.tls.isAttempted = true;
        if (kind == MaillogKind.SENDMAIL_STARTTLS) {
            session.told.established(view, view.part(NeighbourPart.CIPHER));
            return;
        }
        session.told.failed(TlsOutcome.HANDSHAKE_FAILED);
        session.told.came(SessionOutcome.HANDSHAKE_FAILED);
        status(session, view.part(NeighbourPart.REASON));
    }

    /** The session with the client that the process serves. */
    private OpenSession ofClient(NeighbourView view, MaillogKind kind) {
        if (client != null && isOfAnother(client, view)) {
            closeClient(SessionEnd.END_MISSING);
        }
        OpenSession session = client;
        if (session == null) {
            session = sink.take();
            client = session;
        }
        keep(session, view, kind);
        return session;
    }

    /** The session with the server that is being delivered to. */
    private OpenSession ofServer(NeighbourView view, MaillogKind kind) {
        OpenSession known = server;
        boolean isOver = known != null
                && (isOfAnother(known, view)
                        || (kind == MaillogKind.SENDMAIL_STARTTLS && known.told.tls != TlsOutcome.NO_TLS_SEEN)
                        || (known.isDelivered && kind != MaillogKind.SENDMAIL_TO));
        if (isOver) {
            closeServer(SessionEnd.NEXT_SESSION);
        }
        OpenSession session = server;
        if (session == null) {
            session = sink.take();
            session.tls.role = TlsRole.CLIENT;
            server = session;
        }
        keep(session, view, kind);
        return session;
    }

    private static void keep(OpenSession session, NeighbourView view, MaillogKind kind) {
        session.keep(view.envelope(), kind);
        AsciiView address = view.part(NeighbourPart.PEER_ADDRESS);
        AsciiView name = name(view);
        if (address.isPresent() || name.isPresent()) {
            session.peer.learn(name, address, view.part(NeighbourPart.PEER_PORT));
        }
    }

    /** A relay without an address is a name alone: {@code relay=mx.example.net.}. */
    private static AsciiView name(NeighbourView view) {
        AsciiView host = view.part(NeighbourPart.HOST);
        return host.isPresent() || view.part(NeighbourPart.PEER_ADDRESS).isPresent()
                ? host
                : view.part(NeighbourPart.RELAY);
    }

    private static boolean isOfAnother(OpenSession session, NeighbourView view) {
        AsciiView address = view.part(NeighbourPart.PEER_ADDRESS);
        AsciiView name = name(view);
        return session.peer.isKnown()
                && (address.isPresent() || name.isPresent())
                && !session.peer.isSame(name, address, view.part(NeighbourPart.PEER_PORT));
    }

    /** Logged when a message was read, or when the client gave it up: then it has no recipients. */
    private static void from(OpenSession session, NeighbourView view) {
        if (view.part(NeighbourPart.NRCPTS).contentEquals("0")) {
            session.told.reached(SessionStage.MAIL);
        } else {
            session.told.reached(SessionStage.ACCEPTED);
            session.told.came(SessionOutcome.MAIL_ACCEPTED);
        }
    }

    private static void ruleset(OpenSession session, AsciiView reply) {
        session.told.came(reply.startsWith("4") ? SessionOutcome.DEFERRED : SessionOutcome.REJECTED);
    }

    private void to(NeighbourView view, MaillogKind kind) {
        AsciiView mailer = view.part(NeighbourPart.MAILER);
        boolean isRemote = (mailer.isEmpty() || NeighbourProcess.contains(mailer, "smtp") || mailer.startsWith("relay"))
                && (view.part(NeighbourPart.RELAY).isPresent() || server != null);
        if (!isRemote) {
            return; // To a mailbox of this host.
        }
        OpenSession session = ofServer(view, kind);
        session.isDelivered = true;
        AsciiView stat = view.part(NeighbourPart.STAT);
        if (stat.startsWith("Sent")) {
            boolean hadFailed = session.told.tls.isFailure();
            session.told.reached(SessionStage.ACCEPTED);
            session.told.came(hadFailed ? SessionOutcome.FELL_BACK_TO_CLEAR_TEXT : SessionOutcome.MAIL_ACCEPTED);
        } else if (stat.startsWith("Deferred")) {
            boolean isUnconnected = NeighbourProcess.contains(stat, "Connection refused")
                    || NeighbourProcess.contains(stat, "Connection timed out");
            session.told.gaveUp(isUnconnected ? SessionOutcome.NOT_CONNECTED : SessionOutcome.DEFERRED);
        } else {
            session.told.gaveUp(SessionOutcome.REJECTED);
        }
    }

    /** How the session with a client ended, where that is told. */
    private void message(NeighbourView view, MaillogKind kind) {
        AsciiView text = view.part(NeighbourPart.TEXT);
        OpenSession session = client;
        if (session == null) {
            return;
        }
        if (text.startsWith("lost input channel from ") || text.startsWith("timeout waiting for input from ")) {
            session.keep(view.envelope(), kind);
            session.mail.lostReason = text.startsWith("timeout") ? "timeout" : "lost connection";
            session.told.came(SessionOutcome.LOST);
            closeClient(SessionEnd.DISCONNECTED);
        } else if (NeighbourProcess.contains(text, " did not issue MAIL/EXPN/VRFY/ETRN during connection")) {
            session.keep(view.envelope(), kind);
            session.told.came(SessionOutcome.NO_MAIL);
            closeClient(SessionEnd.DISCONNECTED);
        }
    }

    private void closeClient(SessionEnd end) {
        OpenSession session = client;
        client = null;
        if (session != null) {
            sink.complete(session, this, end);
        }
    }

    private void closeServer(SessionEnd end) {
        OpenSession session = server;
        server = null;
        if (session != null) {
            sink.complete(session, this, session.isDelivered ? SessionEnd.NEXT_SESSION : end);
        }
    }

    @Override
    void close(SessionEnd end) {
        closeClient(end);
        closeServer(end);
    }
}
