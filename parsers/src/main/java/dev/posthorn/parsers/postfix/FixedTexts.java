package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import java.util.List;

/**
 * The words that every message of a kind has, because its format string has them: who looks for lines of a kind need not
 * look at lines without any of these.
 *
 * <pre>{@code
 * List<String> texts = FixedTexts.of(MaillogKind.SSL_ACCEPT_ERROR); // "SSL_accept error from "
 * }</pre>
 *
 * <p>The reverse does not hold: a line may well have the words, and be of another kind.
 */
public final class FixedTexts {

    private FixedTexts() {}

    /**
     * The fixed texts of a kind.
     *
     * @param kind the kind
     * @return ASCII texts without a newline, one of which at least is in the text of each line of that kind, all in one piece;
     *     empty if there are no such texts, as for kinds that are not Postfix's
     */
    public static List<String> of(MaillogKind kind) {
        return switch (kind) {
            case SMTPD_CONNECT -> List.of("connect from ");
            case SMTPD_DISCONNECT -> List.of("disconnect from ");
            case SMTPD_LOST ->
                List.of(
                        "lost connection after ",
                        "timeout after ",
                        "too many errors after ",
                        "bare <LF> received after ");
            case SMTPD_CLIENT -> List.of(": client=");
            case TLS_ENGINE_INIT -> List.of("-side TLS engine");
            case TLS_SETUP -> List.of("setting up TLS connection ");
            case TLS_CIPHER_LIST -> List.of(": TLS cipher list \"");
            case TLS_STATE -> List.of("SSL_accept:", "SSL_connect:", "unknown:");
            case TLS_ALERT -> List.of("SSL3 alert ");
            case SSL_ACCEPT_ERROR -> List.of("SSL_accept error from ");
            case SSL_CONNECT_ERROR -> List.of("SSL_connect error to ");
            case TLS_LIBRARY_PROBLEM -> List.of("TLS library problem: ");
            case TLS_INVALID_PROTOCOLS -> List.of("Invalid TLS protocol list \"");
            case TLS_ESTABLISHED -> List.of("TLS connection established ");
            case TLS_REUSED -> List.of("TLS connection reused to ");
            case CLEANUP_MESSAGE_ID -> List.of(": message-id=");
            case CLEANUP_RESENT_MESSAGE_ID -> List.of(": resent-message-id=");
            case QMGR_ACTIVE -> List.of(" (queue active)");
            case QMGR_REMOVED -> List.of(": removed");
            case QMGR_EXPIRED -> List.of("expired, returned to sender");
            case DELIVERY -> List.of(", status=");
            case SMTPD_REJECT, POSTSCREEN_REJECT -> List.of(": reject: ");
            case SMTPD_REJECT_WARNING -> List.of(": reject_warning: ");
            case SMTPD_WARN -> List.of(": warn: ");
            case SMTPD_INFO -> List.of(": info: ");
            case SMTPD_HANGUP -> List.of(": hangup: ");
            case SMTPD_PERMIT -> List.of(": permit: ");
            case SMTPD_FILTER -> List.of(": filter: ");
            case SMTPD_REDIRECT -> List.of(": redirect: ");
            case SMTPD_BCC -> List.of(": bcc: ");
            case SMTPD_HOLD -> List.of(": hold: ");
            case SMTPD_DELAY -> List.of(": delay: ");
            case SMTPD_DISCARD -> List.of(": discard: ");
            case SMTPD_PROXY_ACCEPT -> List.of("proxy-accept: ");
            case SMTPD_PROXY_REJECT -> List.of("proxy-reject: ");
            case MILTER_REJECT -> List.of("milter-reject: ");
            case MILTER_HOLD -> List.of("milter-hold: ");
            case MILTER_DISCARD -> List.of("milter-discard: ");
            case MILTER_HEADER_CHECK -> List.of(": milter-header-");
            case CLEANUP_CHECK, SMTP_HEADER_CHECK ->
                List.of(": header ", ": body ", ": mime header ", ": nested header ", ": mime-error ");
            case TLS_DUMP_ROW -> List.of();
            default -> NoticeGrammar.fixedTexts(kind);
        };
    }
}
