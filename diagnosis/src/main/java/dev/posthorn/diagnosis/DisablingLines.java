package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.PostfixView;

/**
 * Lines that say that this side cannot do TLS (fact sheet on Postfix log messages, sections 4.2, 4.3 and 5). Most say
 * {@code disabling TLS support} or {@code aborting TLS session} in so many words; those of Postfix up to 2.5 and some of
 * 3.4 and later do not.
 */
final class DisablingLines {

    private static final String[] ENDINGS = {"disabling TLS support", "aborting TLS session", "aborting TLS handshake"};

    private DisablingLines() {}

    static boolean isDisabling(PostfixView view, MaillogKind kind) {
        return switch (kind) {
            case TLS_INVALID_PROTOCOLS,
                    TLS_INVALID_GRADE,
                    TLS_INVALID_EXCLUSION,
                    TLS_INVALID_CIPHER_LIST,
                    TLS_ERROR_SETTING_GRADE,
                    TLS_ERROR_VERSION_LIMIT,
                    TLS_NO_ENTROPY,
                    TLS_NO_SSL_CTX,
                    TLS_NO_DATA_INDEX,
                    TLS_DISABLED,
                    TLS_DANE_INIT_FAILED,
                    TLS_CONTEXT_FAILED,
                    TLS_SET_FD,
                    TLS_CONFIG_FILE,
                    TLS_CERT_LOAD,
                    TLS_KEY_MISMATCH,
                    TLS_NEED_CERT_PAIR,
                    TLS_CA_LOAD,
                    TLS_NOT_COMPILED_IN,
                    TLSPROXY_NO_TLS,
                    TLSPROXY_NOT_COMPILED_IN,
                    SMTPD_WRAPPER_DROPPED,
                    SMTP_TLSPROXY_PROBLEM,
                    SMTP_TLS_UNAVAILABLE -> true;
            case TLS_DIGEST, TLS_CHAIN_FILE, GENERIC_WARNING ->
                endsSo(view.envelope().text());
            case SMTPD_TLS_CONFIG -> view.envelope().text().startsWith("No server certs available");
            default -> false;
        };
    }

    private static boolean endsSo(AsciiView text) {
        for (String ending : ENDINGS) {
            if (text.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
