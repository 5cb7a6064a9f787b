package dev.posthorn.postfix;

/** What {@code smtpd_tls_eecdh_grade} makes of ephemeral ECDH (fact sheet on Postfix TLS configuration section 7.1). */
public enum EcdhGrade {
    /** No curve is given to OpenSSL, which before 1.1.0 means: no ECDHE suite can ever be chosen. */
    NONE,
    /** The curve of {@code tls_eecdh_strong_curve}. */
    STRONG,
    /** The curve of {@code tls_eecdh_ultra_curve}. */
    ULTRA,
    /** Client and server negotiate a curve. */
    AUTO
}
