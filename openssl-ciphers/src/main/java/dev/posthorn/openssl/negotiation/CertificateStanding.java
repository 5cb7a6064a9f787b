package dev.posthorn.openssl.negotiation;

/** How a certificate stands with somebody who verifies it. */
public enum CertificateStanding {
    /** Signed by its own key: nobody who verifies trusts it. */
    SELF_SIGNED,
    /** Signed by an authority, and in date: trusted by those who trust the authority. */
    ISSUED,
    /** Signed by an authority, and out of date. */
    EXPIRED
}
