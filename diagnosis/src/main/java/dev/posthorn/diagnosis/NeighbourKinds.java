package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import java.util.EnumSet;
import java.util.Set;

/** Which lines of the neighbours make up sessions (fact sheet on maillog dialects section 5). */
final class NeighbourKinds {

    private static final Set<MaillogKind> KINDS = EnumSet.of(
            MaillogKind.DOVECOT_LOGIN,
            MaillogKind.DOVECOT_DISCONNECTED,
            MaillogKind.DOVECOT_CONFIG,
            MaillogKind.DOVECOT_SSL_STACKED,
            MaillogKind.DOVECOT_SSL_ALERT,
            MaillogKind.DOVECOT_SSL_FAILED,
            MaillogKind.DOVECOT_SSL_STATE,
            MaillogKind.DOVECOT_SSL_ERROR,
            MaillogKind.EXIM_ARRIVAL,
            MaillogKind.EXIM_DELIVERY,
            MaillogKind.EXIM_FAILED,
            MaillogKind.EXIM_DEFERRED,
            MaillogKind.EXIM_COMPLETED,
            MaillogKind.EXIM_REJECTED,
            MaillogKind.EXIM_CONNECTION,
            MaillogKind.EXIM_TLS_ERROR,
            MaillogKind.EXIM_TLS_ERROR_OUT,
            MaillogKind.EXIM_TLS_SESSION,
            MaillogKind.EXIM_TLS_NOTE,
            MaillogKind.EXIM_MESSAGE,
            MaillogKind.SENDMAIL_STARTTLS,
            MaillogKind.SENDMAIL_STARTTLS_ERROR,
            MaillogKind.SENDMAIL_STARTTLS_LIBRARY,
            MaillogKind.SENDMAIL_FROM,
            MaillogKind.SENDMAIL_TO,
            MaillogKind.SENDMAIL_RULESET,
            MaillogKind.SENDMAIL_NOQUEUE,
            MaillogKind.SENDMAIL_MESSAGE,
            MaillogKind.CYRUS_STARTTLS,
            MaillogKind.CYRUS_STARTTLS_FAILED,
            MaillogKind.CYRUS_SSL_STATE,
            MaillogKind.CYRUS_LOGIN,
            MaillogKind.CYRUS_BAD_LOGIN,
            MaillogKind.COURIER_LOGIN,
            MaillogKind.COURIER_TLS);

    private NeighbourKinds() {}

    static boolean isWanted(MaillogKind kind) {
        return KINDS.contains(kind);
    }
}
