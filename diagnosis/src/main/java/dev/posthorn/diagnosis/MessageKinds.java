package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.AccessDecisionView;
import dev.posthorn.parsers.postfix.CleanupMessageIdView;
import dev.posthorn.parsers.postfix.ContentCheckView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.postfix.QmgrActiveView;
import dev.posthorn.parsers.postfix.QmgrExpiredView;
import dev.posthorn.parsers.postfix.QmgrRemovedView;
import dev.posthorn.parsers.postfix.SmtpdClientView;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which lines are about a message (fact sheet on Postfix log messages, sections 3.2, 3.3 and 9 to 13). */
final class MessageKinds {

    private static final Set<MaillogKind> KINDS = EnumSet.of(
            MaillogKind.SMTPD_CLIENT,
            MaillogKind.SMTPD_REJECT,
            MaillogKind.SMTPD_REJECT_WARNING,
            MaillogKind.SMTPD_WARN,
            MaillogKind.SMTPD_INFO,
            MaillogKind.SMTPD_FILTER,
            MaillogKind.SMTPD_REDIRECT,
            MaillogKind.SMTPD_BCC,
            MaillogKind.SMTPD_HOLD,
            MaillogKind.SMTPD_DELAY,
            MaillogKind.SMTPD_DISCARD,
            MaillogKind.SMTPD_PROXY_ACCEPT,
            MaillogKind.SMTPD_PROXY_REJECT,
            MaillogKind.MILTER_REJECT,
            MaillogKind.MILTER_HOLD,
            MaillogKind.MILTER_DISCARD,
            MaillogKind.CLEANUP_CHECK,
            MaillogKind.MILTER_HEADER_CHECK,
            MaillogKind.SMTP_HEADER_CHECK,
            MaillogKind.CLEANUP_MESSAGE_ID,
            MaillogKind.CLEANUP_RESENT_MESSAGE_ID,
            MaillogKind.CLEANUP_REMOVED,
            MaillogKind.CLEANUP_PROBLEM,
            MaillogKind.PICKUP,
            MaillogKind.QMGR_ACTIVE,
            MaillogKind.QMGR_EXPIRED,
            MaillogKind.QMGR_REMOVED,
            MaillogKind.QMGR_SKIPPED,
            MaillogKind.DELIVERY,
            MaillogKind.DELIVERY_BOUNCE_FAILED,
            MaillogKind.BOUNCE_NOTIFICATION,
            MaillogKind.BOUNCE_NOTIFICATION_FAILED,
            MaillogKind.BOUNCE_POSTMASTER_DISCARDED,
            MaillogKind.PASSING_TO_TRANSPORT,
            MaillogKind.POSTSUPER_MESSAGE,
            MaillogKind.SMTP_ATTEMPT_FAILED,
            MaillogKind.SMTP_SERVER_SAID,
            MaillogKind.SMTP_REFUSED_TO_TALK,
            MaillogKind.SMTP_LOST,
            MaillogKind.SMTP_TIMEOUT,
            MaillogKind.SMTP_REQUIRETLS);

    private MessageKinds() {}

    static boolean isWanted(MaillogKind kind) {
        return KINDS.contains(kind);
    }

    /** Is it the line with which a message gets its id? */
    static boolean isBeginning(MaillogKind kind) {
        return kind == MaillogKind.SMTPD_CLIENT || kind == MaillogKind.PICKUP;
    }

    /** The queue id of a line, borrowed; null if such lines have none. */
    static @Nullable AsciiView queueId(PostfixView view, MaillogKind kind) {
        return switch (kind) {
            case SMTPD_CLIENT -> ((SmtpdClientView) view).queueId();
            case CLEANUP_MESSAGE_ID, CLEANUP_RESENT_MESSAGE_ID -> ((CleanupMessageIdView) view).queueId();
            case QMGR_ACTIVE -> ((QmgrActiveView) view).queueId();
            case QMGR_EXPIRED -> ((QmgrExpiredView) view).queueId();
            case QMGR_REMOVED -> ((QmgrRemovedView) view).queueId();
            case DELIVERY -> ((DeliveryView) view).queueId();
            default -> {
                if (view instanceof NoticeView notice) {
                    yield notice.queueId();
                }
                if (view instanceof AccessDecisionView decision) {
                    yield decision.queueId();
                }
                yield view instanceof ContentCheckView check ? check.queueId() : null;
            }
        };
    }
}
