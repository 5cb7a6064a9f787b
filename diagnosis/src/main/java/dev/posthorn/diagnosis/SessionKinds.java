package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import java.util.EnumSet;
import java.util.Set;

/** Which lines make up sessions. */
final class SessionKinds {

    /**
     * What a process says of itself: it holds for all its sessions to come, and may come before the first of them (fact
     * sheet on Postfix log messages, sections 4.2, 4.3 and 5).
     */
    private static final Set<MaillogKind> OF_THE_PROCESS = EnumSet.of(
            MaillogKind.TLS_ENGINE_INIT,
            MaillogKind.TLS_VERSION_MISMATCH,
            MaillogKind.TLS_NO_ENTROPY,
            MaillogKind.TLS_NO_SSL_CTX,
            MaillogKind.TLS_NO_DATA_INDEX,
            MaillogKind.TLS_DIGEST,
            MaillogKind.TLS_DISABLED,
            MaillogKind.TLS_DANE_INIT_FAILED,
            MaillogKind.TLS_SESSION_TICKET_CIPHER,
            MaillogKind.TLS_CONFIG_FILE,
            MaillogKind.TLS_CERT_LOAD,
            MaillogKind.TLS_KEY_MISMATCH,
            MaillogKind.TLS_NEED_CERT_PAIR,
            MaillogKind.TLS_CA_LOAD,
            MaillogKind.TLS_ECDSA_IGNORED,
            MaillogKind.TLS_CHAIN_FILE,
            MaillogKind.TLS_CLIENT_CA_NAMES,
            MaillogKind.TLS_CHAIN_AND_LEGACY,
            MaillogKind.TLS_NOT_COMPILED_IN,
            MaillogKind.TLS_TRUST_ANCHOR_FILE,
            MaillogKind.TLS_DANE_DIGESTS,
            MaillogKind.SMTPD_TLS_CONFIG,
            MaillogKind.SMTPD_TLS_LEVEL,
            MaillogKind.SMTP_WRAPPERMODE,
            MaillogKind.SMTP_TLS_NO_FINGERPRINTS,
            MaillogKind.SMTP_DANE_CONFIG,
            MaillogKind.TLSPROXY_NO_TLS,
            MaillogKind.TLSPROXY_NOT_COMPILED_IN);

    private static final Set<MaillogKind> OF_A_SESSION = EnumSet.of(
            MaillogKind.SMTPD_CONNECT,
            MaillogKind.SMTPD_DISCONNECT,
            MaillogKind.SMTPD_LOST,
            MaillogKind.SMTPD_CLIENT,
            MaillogKind.SMTPD_REJECT,
            MaillogKind.MILTER_REJECT,
            MaillogKind.SMTPD_PROXY_REJECT,
            MaillogKind.SMTPD_HANGUP,
            MaillogKind.SMTPD_LIMIT_EXCEEDED,
            MaillogKind.SMTPD_REFUSING_TLS,
            MaillogKind.SMTPD_SASL_FAILED,
            MaillogKind.SMTPD_SASL_ABORTED,
            MaillogKind.SMTPD_NON_SMTP,
            MaillogKind.SMTPD_ILLEGAL_ADDRESS,
            MaillogKind.SMTPD_REQUEST_TOO_LONG,
            MaillogKind.SMTPD_PROXY_CONNECT,
            MaillogKind.SMTPD_PROXY_LOST,
            MaillogKind.SMTPD_WRAPPER_DROPPED,
            MaillogKind.SMTPD_TLS_ABORT,
            MaillogKind.MILTER_CONNECT,
            MaillogKind.MILTER_READ_ERROR,
            MaillogKind.TLS_SETUP,
            MaillogKind.TLS_CIPHER_LIST,
            MaillogKind.TLS_STATE,
            MaillogKind.TLS_ALERT,
            MaillogKind.SSL_ACCEPT_ERROR,
            MaillogKind.SSL_CONNECT_ERROR,
            MaillogKind.TLS_LIBRARY_PROBLEM,
            MaillogKind.TLS_INVALID_PROTOCOLS,
            MaillogKind.TLS_ESTABLISHED,
            MaillogKind.TLS_REUSED,
            MaillogKind.TLS_SESSION_REUSED,
            MaillogKind.TLS_VERIFY_FAILED,
            MaillogKind.TLS_PEERNAME_FAILED,
            MaillogKind.TLS_REUSING_UNTRUSTED,
            MaillogKind.TLS_INVALID_GRADE,
            MaillogKind.TLS_INVALID_EXCLUSION,
            MaillogKind.TLS_INVALID_CIPHER_LIST,
            MaillogKind.TLS_ERROR_SETTING_GRADE,
            MaillogKind.TLS_ERROR_VERSION_LIMIT,
            MaillogKind.TLS_CONTEXT_FAILED,
            MaillogKind.TLS_SET_FD,
            MaillogKind.TLS_SNI_UNMATCHED,
            MaillogKind.TLS_SNI_INVALID,
            MaillogKind.TLS_SNI_CHANGED,
            MaillogKind.TLS_SNI_LOOKUP,
            MaillogKind.TLS_SNI_SENT,
            MaillogKind.TLS_SNI_ERROR,
            MaillogKind.TLS_SNI_TOO_LONG,
            MaillogKind.TLS_DANE_UNUSABLE,
            MaillogKind.TLS_DANE_PROBLEM,
            MaillogKind.TLS_DANE_LOOKUP,
            MaillogKind.TLS_DNSSEC_STATUS,
            MaillogKind.TLS_BIO_UNEXPECTED,
            MaillogKind.SMTP_SERVER_SAID,
            MaillogKind.SMTP_REFUSED_TO_TALK,
            MaillogKind.SMTP_LOST,
            MaillogKind.SMTP_TIMEOUT,
            MaillogKind.SMTP_REQUIRETLS,
            MaillogKind.SMTP_ATTEMPT_FAILED,
            MaillogKind.SMTP_TLS_UNAVAILABLE,
            MaillogKind.SMTP_EARLY_REPLY,
            MaillogKind.SMTP_STARTTLS_OFFERED,
            MaillogKind.SMTP_TLS_POLICY_LOOKUP,
            MaillogKind.SMTP_TLS_POLICY_SYNTAX,
            MaillogKind.SMTP_STS_MISMATCH,
            MaillogKind.SMTP_TLSPROXY_PROBLEM,
            MaillogKind.SMTP_CONNECT_FAILED,
            MaillogKind.SMTP_OWN_HOSTNAME,
            MaillogKind.SMTP_NO_HOST,
            MaillogKind.SMTP_SASL_MECHANISMS,
            MaillogKind.SMTP_RELAYHOST_PROBLEM,
            MaillogKind.DELIVERY,
            MaillogKind.TLSPROXY_CONNECT,
            MaillogKind.TLSPROXY_DISCONNECT,
            MaillogKind.TLSPROXY_HANDSHAKE_FAILED,
            MaillogKind.TLSPROXY_CIPHERTEXT,
            MaillogKind.TLSPROXY_DEADLOCK,
            MaillogKind.POSTSCREEN_CONNECT,
            MaillogKind.POSTSCREEN_PASS,
            MaillogKind.POSTSCREEN_DISCONNECT,
            MaillogKind.POSTSCREEN_ALLOWLISTED,
            MaillogKind.POSTSCREEN_ALLOWLIST_VETO,
            MaillogKind.POSTSCREEN_DENYLISTED,
            MaillogKind.POSTSCREEN_PREGREET,
            MaillogKind.POSTSCREEN_DNSBL,
            MaillogKind.POSTSCREEN_HANGUP,
            MaillogKind.POSTSCREEN_BARE_NEWLINE,
            MaillogKind.POSTSCREEN_PIPELINING,
            MaillogKind.POSTSCREEN_NON_SMTP,
            MaillogKind.POSTSCREEN_COMMAND_LIMIT,
            MaillogKind.POSTSCREEN_NO_RCPT,
            MaillogKind.POSTSCREEN_REJECT,
            MaillogKind.POSTSCREEN_REJECT_CONNECT,
            MaillogKind.MAP_UNAVAILABLE,
            MaillogKind.OPEN_DATABASE,
            MaillogKind.SERVICE_PROBLEM,
            MaillogKind.CONNECT_TO_SUBSYSTEM,
            MaillogKind.NO_SASL_MECHANISMS,
            MaillogKind.BAD_CONFIGURATION,
            MaillogKind.PARAMETER,
            MaillogKind.GENERIC_WARNING,
            MaillogKind.GENERIC_ERROR,
            MaillogKind.GENERIC_FATAL,
            MaillogKind.GENERIC_PANIC);

    private SessionKinds() {}

    static boolean isWanted(MaillogKind kind) {
        return OF_A_SESSION.contains(kind) || OF_THE_PROCESS.contains(kind);
    }

    static boolean isOfTheProcess(MaillogKind kind) {
        return OF_THE_PROCESS.contains(kind);
    }

    /** Can only a process that does TLS print it? */
    static boolean isOfTls(MaillogKind kind) {
        return kind.name().startsWith("TLS_");
    }
}
