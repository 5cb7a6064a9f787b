package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;

/**
 * What the one line of a session at a Dovecot says that it came to: {@code Login:}, a setting that is no good, or why the
 * client went, with statistics in parentheses and the state of TLS among the fields.
 */
final class DovecotEnd {

    private DovecotEnd() {}

    static void tell(OpenSession session, NeighbourView view, MaillogKind kind) {
        session.line(view.envelope());
        tellTls(session, view, kind);
        session.tls.keep(view.envelope(), kind, session.notes);
        switch (kind) {
            case DOVECOT_LOGIN -> {
                session.told.reached(SessionStage.AUTHENTICATED);
                session.told.came(SessionOutcome.PASSED_ON);
            }
            case DOVECOT_CONFIG -> {
                session.tls.isAttempted = true;
                session.told.failed(TlsOutcome.TLS_DISABLED);
                session.told.came(SessionOutcome.LOCAL_PROBLEM);
            }
            default -> tellEnd(session, view);
        }
    }

    /** {@code TLS handshaking} is one that was not finished; behind {@code TLS} stands what was wrong later, if anything. */
    private static void tellTls(OpenSession session, NeighbourView view, MaillogKind kind) {
        AsciiView tls = view.part(NeighbourPart.TLS);
        AsciiView cipher = view.part(NeighbourPart.CIPHER);
        if (!tls.isPresent() && !cipher.isPresent()) {
            return;
        }
        session.tls.isAttempted = true;
        AsciiView problem = view.part(NeighbourPart.TLS_PROBLEM);
        if (tls.endsWith("handshaking") || (kind != MaillogKind.DOVECOT_LOGIN && isRefusedByPeer(view, problem))) {
            session.told.failed(TlsOutcome.HANDSHAKE_FAILED);
            session.told.came(SessionOutcome.HANDSHAKE_FAILED);
            NeighbourProcess.status(session, problem);
        } else {
            session.told.established(view, cipher);
        }
    }

    /**
     * A server of TLS 1.3 has finished before the client looks at its certificate, so that the client's refusal is read as
     * the first thing after the handshake: an alert, before anybody tried to log in.
     */
    private static boolean isRefusedByPeer(NeighbourView view, AsciiView problem) {
        return view.part(NeighbourPart.ERROR_STRING).isPresent()
                && !view.part(NeighbourPart.METHOD).isPresent()
                && NeighbourProcess.contains(problem, " alert ");
    }

    private static void tellEnd(OpenSession session, NeighbourView view) {
        AsciiView text = view.envelope().text();
        AsciiView reason = view.part(NeighbourPart.REASON);
        AsciiView statistics = view.part(NeighbourPart.STATISTICS);
        if (isOfCertificate(statistics)) {
            if (session.told.tls == TlsOutcome.ESTABLISHED) {
                session.told.tls = TlsOutcome.CERTIFICATE_REFUSED;
            }
            session.tls.certificateProblem = statistics.toString();
            session.told.came(SessionOutcome.REJECTED);
        } else if (isRefused(text, reason, statistics)) {
            session.told.came(SessionOutcome.REJECTED);
        } else if (isOurs(reason)) {
            session.told.came(SessionOutcome.LOCAL_PROBLEM);
        } else if (isInOrder(text, reason)) {
            session.told.came(SessionOutcome.NO_MAIL);
        } else {
            session.mail.lostReason = NeighbourProcess.contains(reason, "Inactivity") ? "timeout" : "lost connection";
            session.told.came(SessionOutcome.LOST);
        }
    }

    /** With {@code auth_ssl_require_client_cert}; recorded from 2.3.19. */
    private static boolean isOfCertificate(AsciiView statistics) {
        return NeighbourProcess.contains(statistics, "send a cert")
                || NeighbourProcess.contains(statistics, "invalid cert")
                || NeighbourProcess.contains(statistics, "cert required");
    }

    private static boolean isRefused(AsciiView text, AsciiView reason, AsciiView statistics) {
        return NeighbourProcess.contains(statistics, "auth failed")
                || NeighbourProcess.contains(statistics, "tried to use")
                || reason.startsWith("Too many")
                || text.startsWith("Too many")
                || reason.startsWith("Maximum number of connections")
                || text.startsWith("Maximum number of connections");
    }

    private static boolean isOurs(AsciiView reason) {
        return reason.startsWith("Auth process") || reason.startsWith("Server shutting down");
    }

    /** Until 2.2 {@code Aborted login} alone says that the client logged out; since then it says so in words. */
    private static boolean isInOrder(AsciiView text, AsciiView reason) {
        return (text.startsWith("Aborted login") && !reason.isPresent())
                || text.startsWith("Client has quit the connection")
                || NeighbourProcess.contains(reason, "logging out")
                || NeighbourProcess.contains(reason, "Logged out");
    }
}
