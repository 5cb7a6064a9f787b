package dev.posthorn.diagnosis;

import dev.posthorn.openssl.negotiation.Choice;

/**
 * One change that would have made the handshake succeed, proven on the negotiation model.
 *
 * @param kind what is changed
 * @param change what to do, in words that can be followed
 * @param brings what would then be negotiated
 * @param risk what speaks against it, or what to mind
 */
public record Remedy(Kind kind, String change, Choice brings, String risk) {

    /** What a remedy changes. In the order in which an administrator would try them. */
    public enum Kind {
        /** A parameter of the mail server. */
        SETTING,
        /** The cipher string: a rule less. */
        CIPHER_STRING,
        /** The protocols: one more. */
        PROTOCOLS,
        /** The certificates: one more. */
        CERTIFICATE,
        /** The software: a later version. */
        UPGRADE
    }

    /** {@code smtpd_tls_eecdh_grade = strong: brings TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256}. */
    @Override
    public String toString() {
        return change + ": brings " + brings.version() + " " + brings.suite();
    }
}
