package dev.posthorn.diagnosis;

import dev.posthorn.mail.CommandCount;
import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NoticePart;
import dev.posthorn.mail.QueueId;
import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.AccessDecisionView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.postfix.SmtpdClientView;
import dev.posthorn.parsers.postfix.SmtpdDisconnectView;
import dev.posthorn.parsers.postfix.SmtpdLostView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the lines of an open session say about everything but TLS: commands, refusals, messages, deliveries, the end. */
final class MailPart {

    private final int maxMessages;

    final List<QueueId> messages = new ArrayList<>(2);
    final List<DeliveryStatus> deliveries = new ArrayList<>(2);
    List<CommandCount> commands = List.of();

    @Nullable
    String lostReason;

    @Nullable
    String lostStage;

    /** The first digit of the worst reply, 4 or 5; 0 if nothing was refused. */
    int refusal;

    /** The furthest command that was refused. */
    SessionStage refusedAt = SessionStage.NONE;

    /** What Postfix said of an attempt or a delivery that came to nothing. */
    @Nullable
    DeliveryText text;

    /** How far the attempt had come that this was said of. */
    SessionStage textStage = SessionStage.NONE;

    boolean isPassedOn;
    boolean isFatal;
    boolean isNotConnected;

    /** A service of this host did not do its part. */
    boolean hasLocalProblem;

    MailPart(TrackingLimits limits) {
        maxMessages = Math.max(1, limits.lines());
    }

    void clear() {
        messages.clear();
        deliveries.clear();
        commands = List.of();
        lostReason = null;
        lostStage = null;
        refusal = 0;
        refusedAt = SessionStage.NONE;
        text = null;
        textStage = SessionStage.NONE;
        isPassedOn = false;
        isFatal = false;
        isNotConnected = false;
        hasLocalProblem = false;
    }

    /** Takes a line; false if it is not one of these. */
    boolean take(PostfixView view, MaillogKind kind, LineNotes notes) {
        switch (kind) {
            case SMTPD_CONNECT, POSTSCREEN_CONNECT, TLSPROXY_CONNECT, TLSPROXY_DISCONNECT, POSTSCREEN_DISCONNECT -> {}
            case SMTPD_DISCONNECT -> commands((SmtpdDisconnectView) view);
            case SMTPD_CLIENT -> message(((SmtpdClientView) view).queueId());
            case SMTPD_LOST -> {
                SmtpdLostView lost = (SmtpdLostView) view;
                lostReason = KnownWords.REASONS.of(lost.reason());
                lostStage = KnownWords.STAGES.of(lost.stage());
                notes.add(view.envelope(), kind);
            }
            case SMTPD_REJECT, MILTER_REJECT, SMTPD_PROXY_REJECT, POSTSCREEN_REJECT, SMTPD_HANGUP ->
                decision((AccessDecisionView) view, kind, notes);
            case SMTPD_LIMIT_EXCEEDED,
                    SMTPD_SASL_FAILED,
                    SMTPD_SASL_ABORTED,
                    SMTPD_NON_SMTP,
                    SMTPD_ILLEGAL_ADDRESS,
                    SMTPD_REQUEST_TOO_LONG,
                    POSTSCREEN_PREGREET,
                    POSTSCREEN_BARE_NEWLINE,
                    POSTSCREEN_PIPELINING,
                    POSTSCREEN_NON_SMTP,
                    POSTSCREEN_COMMAND_LIMIT,
                    POSTSCREEN_NO_RCPT,
                    POSTSCREEN_REJECT_CONNECT -> {
                refusal = Math.max(refusal, 5);
                notes.add(view.envelope(), kind);
            }
            case POSTSCREEN_PASS, POSTSCREEN_ALLOWLISTED -> {
                isPassedOn = true;
                notes.add(view.envelope(), kind);
            }
            case POSTSCREEN_HANGUP -> {
                lostReason = "lost connection";
                notes.add(view.envelope(), kind);
            }
            case SMTP_CONNECT_FAILED -> {
                isNotConnected = true;
                notes.add(view.envelope(), kind);
            }
            case SMTP_LOST -> attemptLost((NoticeView) view, "lost connection", notes);
            case SMTP_TIMEOUT -> attemptLost((NoticeView) view, "timeout", notes);
            case SMTP_ATTEMPT_FAILED, SMTP_SERVER_SAID, SMTP_REFUSED_TO_TALK, SMTP_REQUIRETLS ->
                attemptFailed((NoticeView) view, kind, notes);
            case MILTER_CONNECT,
                    MILTER_READ_ERROR,
                    SMTPD_PROXY_CONNECT,
                    SMTPD_PROXY_LOST,
                    MAP_UNAVAILABLE,
                    OPEN_DATABASE,
                    SERVICE_PROBLEM,
                    CONNECT_TO_SUBSYSTEM,
                    NO_SASL_MECHANISMS,
                    BAD_CONFIGURATION,
                    PARAMETER,
                    GENERIC_WARNING,
                    GENERIC_ERROR,
                    GENERIC_FATAL,
                    GENERIC_PANIC -> trouble(view, kind, notes);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code QID: TEXT}, where the text is that of a delivery line (fact sheet section 6.1). */
    private void attemptFailed(NoticeView view, MaillogKind kind, LineNotes notes) {
        message(view.queueId());
        DeliveryText known = DeliveryText.of(view.part(NoticePart.TEXT));
        text = known == null ? text : known;
        notes.add(view.envelope(), kind);
    }

    private void attemptLost(NoticeView view, String reason, LineNotes notes) {
        lostReason = reason;
        message(view.queueId());
        notes.add(view.envelope(), view.kind());
    }

    /** A session ends with one such line, so the counters are made values at once. */
    private void commands(SmtpdDisconnectView disconnect) {
        int count = disconnect.counterCount();
        if (count == 0) {
            return;
        }
        CommandCount[] counts = new CommandCount[count];
        for (int i = 0; i < count; i++) {
            counts[i] = new CommandCount(
                    KnownWords.COMMANDS.of(disconnect.command(i)), disconnect.succeeded(i), disconnect.total(i));
        }
        commands = List.of(counts);
    }

    void message(AsciiView queueId) {
        if (!queueId.isPresent() || queueId.contentEquals("NOQUEUE") || messages.size() == maxMessages) {
            return;
        }
        QueueId id = new QueueId(queueId.toString());
        if (!messages.contains(id)) {
            messages.add(id);
        }
    }

    boolean isLastMessage(AsciiView queueId) {
        return !messages.isEmpty()
                && queueId.contentEquals(messages.get(messages.size() - 1).text());
    }

    private void decision(AccessDecisionView decision, MaillogKind kind, LineNotes notes) {
        int code = decision.replyCode();
        notes.add(decision.envelope(), kind, code);
        AsciiView where = decision.where();
        if (where.contentEquals("VRFY") || where.contentEquals("ETRN")) {
            return; // No mail depends on it.
        }
        refusal = Math.max(refusal, code >= 100 ? code / 100 : 5);
        SessionStage stage = stageOf(where);
        refusedAt = stage.compareTo(refusedAt) > 0 ? stage : refusedAt;
    }

    /** What had been reached when a command came; the command itself was refused. */
    private static SessionStage stageOf(AsciiView where) {
        if (where.contentEquals("RCPT")) {
            return SessionStage.MAIL;
        }
        if (where.contentEquals("DATA") || where.contentEquals("BDAT")) {
            return SessionStage.RECIPIENT;
        }
        if (where.contentEquals("END-OF-MESSAGE")) {
            return SessionStage.DATA;
        }
        return where.contentEquals("MAIL") ? SessionStage.GREETED : SessionStage.CONNECTED;
    }

    /** A program warns of what is wrong on its own side, mostly; after a fatal error it is gone. */
    private void trouble(PostfixView view, MaillogKind kind, LineNotes notes) {
        hasLocalProblem = true;
        isFatal |= view.envelope().severity().compareTo(Severity.FATAL) >= 0;
        notes.add(view.envelope(), kind);
    }

    void delivery(DeliveryView delivery, LineNotes notes) {
        message(delivery.queueId());
        if (delivery.status() != DeliveryStatus.SENT && delivery.status() != DeliveryStatus.DELIVERABLE) {
            text = DeliveryText.of(delivery.text());
            textStage = DeliveryText.stage(delivery.text());
        }
        if (deliveries.size() < maxMessages) {
            deliveries.add(delivery.status());
        }
        notes.add(delivery.envelope(), MaillogKind.DELIVERY, recipientHash(delivery));
    }

    /** Was the same message tried for the same recipient before? Then this is another attempt, in another session. */
    static boolean hasRecipient(DeliveryView delivery, LineNotes notes) {
        int hash = recipientHash(delivery);
        for (int i = 0; i < notes.size(); i++) {
            if (notes.kind(i) == MaillogKind.DELIVERY && notes.mark(i) == hash) {
                return true;
            }
        }
        return false;
    }

    private static int recipientHash(DeliveryView delivery) {
        int hash = OpenTable.hash(OpenTable.hash(0, delivery.queueId()), delivery.recipient());
        return OpenTable.spread(hash);
    }
}
