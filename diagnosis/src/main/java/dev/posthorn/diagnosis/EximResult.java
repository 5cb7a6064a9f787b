package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;

/** What the lines of Exim say that a session came to (fact sheet on maillog dialects section 5.3, and recorded from 4.96). */
final class EximResult {

    private static final String TLS_REQUIRED = "a TLS session is required, but ";

    private EximResult() {}

    static boolean isOfTls(MaillogKind kind) {
        return switch (kind) {
            case EXIM_TLS_ERROR, EXIM_TLS_ERROR_OUT, EXIM_TLS_SESSION, EXIM_TLS_NOTE -> true;
            default -> false;
        };
    }

    /** Is a message without a grammar of its own about a delivery? */
    static boolean isOfDelivery(NeighbourView view) {
        return NeighbourProcess.contains(view.part(NeighbourPart.TEXT), TLS_REQUIRED);
    }

    /** Is it about the connection of a client? {@code SMTP command timeout on connection from}, for one. */
    static boolean isOfClient(EximHost host) {
        return ofWords(host) != SessionOutcome.UNKNOWN;
    }

    /** Adds what a line about a client says; true if nothing will follow it. */
    static boolean tell(OpenSession session, NeighbourView view, MaillogKind kind, EximHost host) {
        switch (kind) {
            case EXIM_ARRIVAL -> {
                tellTls(session, view);
                session.told.reached(SessionStage.ACCEPTED);
                session.told.came(SessionOutcome.MAIL_ACCEPTED);
                return false;
            }
            case EXIM_REJECTED -> {
                tellTls(session, view);
                rejected(session, view.part(NeighbourPart.ACTION));
                return false;
            }
            case EXIM_TLS_ERROR -> {
                handshake(session, view);
                return !session.hasBeginning; // Where connections are logged their ends are, too.
            }
            case EXIM_TLS_NOTE -> {
                note(session, view.part(NeighbourPart.TEXT));
                return false;
            }
            case EXIM_CONNECTION -> {
                closed(session, view.part(NeighbourPart.TEXT));
                return true;
            }
            default -> {
                SessionOutcome outcome = ofWords(host);
                session.told.came(outcome);
                if (outcome == SessionOutcome.LOST) {
                    session.mail.lostReason =
                            NeighbourProcess.contains(host.lead(), "timeout") ? "timeout" : "lost connection";
                }
                return outcome != SessionOutcome.REJECTED || !session.hasBeginning;
            }
        }
    }

    /** {@code X=}, or an {@code s} in the protocol where the administrator wants no {@code X=}. */
    private static void tellTls(OpenSession session, NeighbourView view) {
        AsciiView cipher = view.part(NeighbourPart.CIPHER);
        AsciiView protocol = view.part(NeighbourPart.PROTO);
        if (cipher.isPresent() || protocol.startsWith("esmtps") || protocol.startsWith("smtps")) {
            session.tls.isAttempted = true;
            session.told.established(view, cipher);
        }
    }

    private static void rejected(OpenSession session, AsciiView action) {
        boolean isForNow = action.startsWith("temporarily");
        session.told.came(isForNow ? SessionOutcome.DEFERRED : SessionOutcome.REJECTED);
        if (NeighbourProcess.contains(action, "rejected RCPT")) {
            session.told.reached(SessionStage.MAIL);
        } else if (NeighbourProcess.contains(action, "DATA")) {
            session.told.reached(SessionStage.DATA);
        } else if (NeighbourProcess.contains(action, "rejected MAIL")) {
            session.told.reached(SessionStage.GREETED);
        }
    }

    private static void closed(OpenSession session, AsciiView words) {
        if (words.startsWith("closed by QUIT")) {
            session.told.came(SessionOutcome.NO_MAIL);
        } else if (NeighbourProcess.contains(words, "closed by DROP")) {
            session.told.came(SessionOutcome.REJECTED);
        } else {
            session.mail.lostReason = "lost connection";
            session.told.came(SessionOutcome.LOST);
        }
    }

    /** What stands before the client, or right behind it: the client chose neither. */
    private static SessionOutcome ofWords(EximHost host) {
        AsciiView lead = host.lead();
        if (lead.startsWith("no MAIL in SMTP ")) {
            return SessionOutcome.NO_MAIL;
        }
        if (lead.startsWith("SMTP command timeout")
                || lead.startsWith("SMTP data timeout")
                || lead.startsWith("unexpected disconnection")
                || lead.startsWith("SMTP connection lost")
                || lead.startsWith("lost incoming connection")) {
            return SessionOutcome.LOST;
        }
        boolean isRefused = lead.startsWith("SMTP protocol synchronization error")
                || lead.startsWith("refused ")
                || NeighbourProcess.contains(lead, " authenticator failed for ")
                || host.rest().startsWith(" dropped: ");
        return isRefused ? SessionOutcome.REJECTED : SessionOutcome.UNKNOWN;
    }

    /** {@code (gnutls_handshake): CA is unknown}: the call in parentheses says how far it was. */
    private static void handshake(OpenSession session, NeighbourView view) {
        AsciiView call = view.part(NeighbourPart.FUNCTION);
        AsciiView text = view.part(NeighbourPart.TEXT);
        session.tls.isAttempted = true;
        NeighbourProcess.status(session, text);
        if (call.startsWith("certificate verification failed")) {
            session.tls.certificateProblem = text.isPresent() ? text.toString() : call.toString();
            session.told.reached(SessionStage.TLS);
            session.told.failed(TlsOutcome.CERTIFICATE_REFUSED);
            session.told.came(SessionOutcome.REJECTED);
        } else if (isOfSettings(call)) {
            session.told.failed(TlsOutcome.TLS_DISABLED);
            session.told.came(SessionOutcome.LOCAL_PROBLEM);
        } else if (call.startsWith("recv") || call.startsWith("send")) {
            later(session, view, text);
        } else {
            session.told.failed(TlsOutcome.HANDSHAKE_FAILED);
            session.told.came(SessionOutcome.HANDSHAKE_FAILED);
        }
    }

    private static boolean isOfSettings(AsciiView call) {
        return call.startsWith("cert/key setup")
                || call.startsWith("SSL_CTX_")
                || call.startsWith("gnutls_priority")
                || call.startsWith("D-H");
    }

    /**
     * Reading failed after the handshake. A client of TLS 1.3 that refuses the certificate says so only then, in an alert,
     * and has sent no mail.
     */
    private static void later(OpenSession session, NeighbourView view, AsciiView text) {
        boolean isRefusal = NeighbourProcess.contains(text, " alert ")
                && session.told.outcome == SessionOutcome.UNKNOWN
                && session.told.established == null;
        if (isRefusal) {
            session.told.failed(TlsOutcome.HANDSHAKE_FAILED);
            session.told.came(SessionOutcome.HANDSHAKE_FAILED);
        } else {
            session.told.established(view, view.part(NeighbourPart.CIPHER));
            session.told.came(SessionOutcome.LOST);
        }
    }

    private static void note(OpenSession session, AsciiView text) {
        if (text.startsWith("TLS client disconnected")) {
            session.tls.isAttempted = true;
            NeighbourProcess.status(session, text);
            session.told.failed(TlsOutcome.HANDSHAKE_FAILED);
            session.told.came(SessionOutcome.HANDSHAKE_FAILED);
        }
    }

    /** Adds what a line about a server says; true if it tells what became of a recipient. */
    static boolean tellOfDelivery(OpenSession session, NeighbourView view, MaillogKind kind, EximHost host) {
        switch (kind) {
            case EXIM_DELIVERY -> {
                boolean hadFailed = session.told.tls.isFailure();
                tellTls(session, view);
                session.told.reached(SessionStage.ACCEPTED);
                session.told.came(hadFailed ? SessionOutcome.FELL_BACK_TO_CLEAR_TEXT : SessionOutcome.MAIL_ACCEPTED);
                return true;
            }
            case EXIM_TLS_ERROR_OUT, EXIM_TLS_SESSION -> {
                handshake(session, view);
                return false;
            }
            case EXIM_FAILED, EXIM_DEFERRED -> {
                tellTls(session, view);
                undelivered(session, view, kind);
                return true;
            }
            default -> {
                required(session, view.part(NeighbourPart.TEXT));
                return false;
            }
        }
    }

    private static void undelivered(OpenSession session, NeighbourView view, MaillogKind kind) {
        AsciiView text = view.part(NeighbourPart.TEXT);
        if (text.startsWith("TLS session: ")) {
            session.tls.isAttempted = true;
            NeighbourProcess.status(session, text);
            session.told.failed(
                    NeighbourProcess.contains(text, "(certificate verification failed)")
                            ? TlsOutcome.CERTIFICATE_REFUSED
                            : TlsOutcome.HANDSHAKE_FAILED);
        } else {
            required(session, text);
        }
        boolean isUnconnected = text.startsWith("Connection timed out")
                || text.startsWith("Connection refused")
                || text.startsWith("No route to host")
                || text.startsWith("Network is unreachable");
        session.told.gaveUp(
                kind == MaillogKind.EXIM_FAILED
                        ? SessionOutcome.REJECTED
                        : isUnconnected ? SessionOutcome.NOT_CONNECTED : SessionOutcome.DEFERRED);
        if (isUnconnected) {
            session.told.stage = SessionStage.NONE;
        }
    }

    private static void required(OpenSession session, AsciiView text) {
        int at = NeighbourProcess.indexOf(text, TLS_REQUIRED);
        if (at < 0) {
            return;
        }
        boolean isNotOffered = NeighbourProcess.contains(text, "did not offer TLS");
        session.tls.isAttempted |= !isNotOffered;
        if (!session.told.tls.isFailure()) {
            session.told.failed(isNotOffered ? TlsOutcome.NOT_OFFERED : TlsOutcome.HANDSHAKE_FAILED);
        }
    }
}
