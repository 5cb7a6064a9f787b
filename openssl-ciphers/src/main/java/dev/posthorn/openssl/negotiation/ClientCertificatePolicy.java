package dev.posthorn.openssl.negotiation;

/** Whether a server asks its clients for certificates: {@code SSL_CTX_set_verify}. */
public enum ClientCertificatePolicy {
    /** It does not ask. */
    NONE,
    /** It asks, and takes none for an answer ({@code smtpd_tls_ask_ccert}). */
    REQUEST,
    /** It asks, and fails without one ({@code smtpd_tls_req_ccert}). */
    REQUIRE
}
