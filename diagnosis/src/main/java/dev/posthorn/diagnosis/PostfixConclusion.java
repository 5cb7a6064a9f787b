package dev.posthorn.diagnosis;

import dev.posthorn.mail.CommandCount;
import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.TlsRole;
import java.util.List;
import java.util.Optional;

/** What the lines of a session come to, by the rules of Postfix's programs. */
final class PostfixConclusion {

    private final OpenSession session;
    private final PostfixProcess process;
    private final SessionEnd end;
    private final TlsRole role;
    private final List<DeliveryStatus> deliveries;

    PostfixConclusion(OpenSession session, PostfixProcess process, SessionEnd end) {
        this.session = session;
        this.process = process;
        this.end = end;
        role = SessionCompletion.roleOf(session, process);
        deliveries = List.copyOf(session.mail.deliveries);
    }

    void tell(SmtpSession.Builder complete) {
        TlsOutcome tlsOutcome = tlsOutcome();
        SessionOutcome outcome = role == TlsRole.CLIENT ? clientOutcome(tlsOutcome) : serverOutcome(tlsOutcome);
        complete.invalidProtocols(Optional.ofNullable(session.tls.invalidProtocols)
                        .or(() -> Optional.ofNullable(process.invalidProtocols)))
                .addAllCommands(session.mail.commands)
                .addAllDeliveries(deliveries)
                .statedCause(Optional.ofNullable(session.mail.text).map(DeliveryText::cause))
                .addAllEarlierWarnings(process.earlierWarnings())
                .tlsOutcome(tlsOutcome)
                .outcome(outcome)
                .stage(StageFinder.of(session, deliveries, tlsOutcome, outcome));
    }

    private TlsOutcome tlsOutcome() {
        TlsPart tls = session.tls;
        Optional<TlsOutcome> told = Optional.ofNullable(session.mail.text).flatMap(DeliveryText::tls);
        if (tls.isAborted) {
            return TlsOutcome.CERTIFICATE_REFUSED;
        }
        if (tls.established != null) {
            return told.filter(TlsOutcome.CERTIFICATE_REFUSED::equals).orElse(TlsOutcome.ESTABLISHED);
        }
        if (tls.isDisabled) {
            return TlsOutcome.TLS_DISABLED;
        }
        if (tls.hasFailed) {
            return TlsOutcome.HANDSHAKE_FAILED;
        }
        if (told.isPresent()) {
            return told.get();
        }
        if (succeeded("starttls") > 0) {
            return TlsOutcome.ESTABLISHED;
        }
        if (isKept(MaillogKind.TLS_LIBRARY_PROBLEM)) {
            return TlsOutcome.HANDSHAKE_FAILED;
        }
        return withoutTls();
    }

    private TlsOutcome withoutTls() {
        if (process.isWithoutTls || process.invalidProtocols != null) {
            return TlsOutcome.TLS_DISABLED;
        }
        if ("STARTTLS".equals(session.mail.lostStage)) {
            return TlsOutcome.LOST_AFTER_STARTTLS;
        }
        if (session.tls.isRefused || failed("starttls") > 0) {
            return TlsOutcome.STARTTLS_REFUSED;
        }
        if (session.tls.isAttempted) {
            return end == SessionEnd.DISCONNECTED ? TlsOutcome.LOST_AFTER_STARTTLS : TlsOutcome.UNFINISHED;
        }
        return TlsOutcome.NO_TLS_SEEN;
    }

    private SessionOutcome serverOutcome(TlsOutcome tls) {
        MailPart mail = session.mail;
        if (mail.isFatal) {
            return SessionOutcome.LOCAL_PROBLEM;
        }
        if (tls == TlsOutcome.CERTIFICATE_REFUSED) {
            return SessionOutcome.REJECTED;
        }
        if (isAccepted()) {
            return SessionOutcome.MAIL_ACCEPTED;
        }
        if (mail.refusal == 4 && mail.hasLocalProblem) {
            return SessionOutcome.LOCAL_PROBLEM;
        }
        if (isEndedByHandshake(tls)) {
            return SessionOutcome.HANDSHAKE_FAILED;
        }
        if (mail.refusal > 0) {
            return mail.refusal == 4 ? SessionOutcome.DEFERRED : SessionOutcome.REJECTED;
        }
        if (mail.lostReason != null) {
            return mail.lostReason.startsWith("too many") || mail.lostReason.startsWith("bare")
                    ? SessionOutcome.REJECTED
                    : SessionOutcome.LOST;
        }
        if (mail.isPassedOn) {
            return SessionOutcome.PASSED_ON;
        }
        return withoutMail();
    }

    /** A server counts as failed what it answers with a refusal, whether it logs the refusal or not (section 3.1). */
    private SessionOutcome withoutMail() {
        boolean isAllTold = end == SessionEnd.DISCONNECTED && process.program != ProcessProgram.TLSPROXY;
        if (!isAllTold) {
            return SessionOutcome.UNKNOWN;
        }
        for (CommandCount command : session.mail.commands) {
            if (command.hasFailures() && isOfMail(command.command())) {
                return session.mail.hasLocalProblem ? SessionOutcome.LOCAL_PROBLEM : SessionOutcome.REJECTED;
            }
        }
        return SessionOutcome.NO_MAIL;
    }

    /** Whether a VRFY or a NOOP fails is nobody's concern, and what becomes of STARTTLS is told elsewhere. */
    private static boolean isOfMail(String command) {
        return switch (command) {
            case "helo", "ehlo", "auth", "mail", "rcpt", "data", "bdat", "unknown" -> true;
            default -> false;
        };
    }

    private boolean isEndedByHandshake(TlsOutcome tls) {
        return switch (tls) {
            case HANDSHAKE_FAILED, LOST_AFTER_STARTTLS -> true;
            case TLS_DISABLED -> "STARTTLS".equals(session.mail.lostStage);
            default -> false;
        };
    }

    /** Before Postfix 3.0 nothing is counted; then a message that nothing went wrong with was accepted. */
    private boolean isAccepted() {
        if (!session.mail.commands.isEmpty()) {
            return succeeded("data") + succeeded("bdat") > 0;
        }
        return !session.mail.messages.isEmpty()
                && session.mail.lostReason == null
                && session.mail.refusal == 0
                && end == SessionEnd.DISCONNECTED;
    }

    private SessionOutcome clientOutcome(TlsOutcome tls) {
        MailPart mail = session.mail;
        if (mail.isFatal) {
            return SessionOutcome.LOCAL_PROBLEM;
        }
        if (deliveries.contains(DeliveryStatus.SENT) || deliveries.contains(DeliveryStatus.DELIVERABLE)) {
            return tls == TlsOutcome.HANDSHAKE_FAILED
                    ? SessionOutcome.FELL_BACK_TO_CLEAR_TEXT
                    : SessionOutcome.MAIL_ACCEPTED;
        }
        SessionCause cause = mail.text == null ? SessionCause.UNKNOWN : mail.text.cause();
        if (mail.isNotConnected || cause == SessionCause.CONNECT_FAILED || cause == SessionCause.HOST_NOT_FOUND) {
            return SessionOutcome.NOT_CONNECTED;
        }
        if (mail.lostReason != null || cause == SessionCause.CONNECTION_LOST || cause == SessionCause.TIMEOUT) {
            return SessionOutcome.LOST;
        }
        if (deliveries.isEmpty()) {
            return tls == TlsOutcome.HANDSHAKE_FAILED ? SessionOutcome.HANDSHAKE_FAILED : withoutDelivery();
        }
        boolean isForGood = deliveries.contains(DeliveryStatus.BOUNCED)
                || deliveries.contains(DeliveryStatus.EXPIRED)
                || deliveries.contains(DeliveryStatus.UNDELIVERABLE);
        return isForGood ? SessionOutcome.REJECTED : SessionOutcome.DEFERRED;
    }

    private SessionOutcome withoutDelivery() {
        boolean isRefused = session.mail.text != null
                || isKept(MaillogKind.SMTP_SERVER_SAID)
                || isKept(MaillogKind.SMTP_REFUSED_TO_TALK);
        return isRefused ? SessionOutcome.DEFERRED : SessionOutcome.UNKNOWN;
    }

    private boolean isKept(MaillogKind kind) {
        for (int i = 0; i < session.notes.size(); i++) {
            if (session.notes.kind(i) == kind) {
                return true;
            }
        }
        return false;
    }

    private long succeeded(String command) {
        for (CommandCount count : session.mail.commands) {
            if (count.command().equals(command)) {
                return count.succeeded();
            }
        }
        return 0;
    }

    private long failed(String command) {
        for (CommandCount count : session.mail.commands) {
            if (count.command().equals(command)) {
                return count.total() - count.succeeded();
            }
        }
        return 0;
    }
}
