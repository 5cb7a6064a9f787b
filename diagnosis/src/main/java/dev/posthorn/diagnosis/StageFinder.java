package dev.posthorn.diagnosis;

import dev.posthorn.mail.CommandCount;
import dev.posthorn.mail.DeliveryStatus;
import java.util.List;

/** How far a session came, by every line that tells: the furthest one counts. */
final class StageFinder {

    private SessionStage stage = SessionStage.CONNECTED;

    private StageFinder() {}

    static SessionStage of(
            OpenSession session, List<DeliveryStatus> deliveries, TlsOutcome tls, SessionOutcome outcome) {
        boolean isWithoutServer = !deliveries.isEmpty() && !session.peer.isKnown();
        if (outcome == SessionOutcome.NOT_CONNECTED || isWithoutServer) {
            return SessionStage.NONE;
        }
        StageFinder finder = new StageFinder();
        finder.reached(ofTls(tls, session.tls.isAttempted));
        finder.reached(session.mail.refusedAt);
        finder.reached(session.mail.textStage);
        session.mail.commands.forEach(finder::command);
        if (session.mail.lostStage != null) {
            finder.reached(ofLost(session.mail.lostStage));
        }
        if (!session.mail.messages.isEmpty() && deliveries.isEmpty() && session.tls.role == null) {
            finder.reached(SessionStage.MAIL);
        }
        if (outcome == SessionOutcome.MAIL_ACCEPTED || outcome == SessionOutcome.FELL_BACK_TO_CLEAR_TEXT) {
            finder.reached(SessionStage.ACCEPTED);
        }
        return finder.stage;
    }

    private void reached(SessionStage other) {
        stage = other.compareTo(stage) > 0 ? other : stage;
    }

    private static SessionStage ofTls(TlsOutcome tls, boolean isAttempted) {
        return switch (tls) {
            case ESTABLISHED, CERTIFICATE_REFUSED -> SessionStage.TLS;
            case HANDSHAKE_FAILED, LOST_AFTER_STARTTLS, UNFINISHED -> SessionStage.HANDSHAKE;
            case TLS_DISABLED, STARTTLS_REFUSED, NOT_OFFERED, POLICY_UNMET, NO_TLS_SEEN ->
                isAttempted ? SessionStage.HANDSHAKE : SessionStage.CONNECTED;
        };
    }

    private void command(CommandCount count) {
        if (count.succeeded() > 0) {
            reached(ofCommand(count.command()));
        }
    }

    private static SessionStage ofCommand(String command) {
        return switch (command) {
            case "helo", "ehlo" -> SessionStage.GREETED;
            case "starttls" -> SessionStage.TLS;
            case "auth" -> SessionStage.AUTHENTICATED;
            case "mail" -> SessionStage.MAIL;
            case "rcpt" -> SessionStage.RECIPIENT;
            case "data", "bdat" -> SessionStage.ACCEPTED;
            default -> SessionStage.CONNECTED;
        };
    }

    /** The stage of a loss is the last command, whatever the answer to it was. */
    private static SessionStage ofLost(String lostAfter) {
        return switch (lostAfter) {
            case "HELO", "EHLO" -> SessionStage.GREETED;
            case "STARTTLS" -> SessionStage.HANDSHAKE;
            case "DATA", "BDAT", "END-OF-MESSAGE" -> SessionStage.DATA;
            default -> SessionStage.CONNECTED;
        };
    }
}
