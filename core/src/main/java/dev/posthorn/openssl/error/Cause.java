package dev.posthorn.openssl.error;

/** What may lie behind an error. Several causes print the same error; {@link Reading} ranks them for one error. */
public enum Cause {
    /** The cipher string leaves suites whose certificate or key parameters the server does not have. */
    SUITES_WITHOUT_KEYS,
    /** The cipher string excludes plain RSA key exchange, all that the client and the server's keys have in common. */
    PLAIN_RSA_EXCLUDED,
    /** The server has no certificate at all. */
    NO_CERTIFICATE,
    /** The server's certificate, or its curve, is of a type the client cannot use. */
    CERTIFICATE_TYPE_UNSUITABLE,
    /** The peer knows only suites, or suites of a version, that this host has switched off. */
    OUTDATED_SUITES,
    /** A scanner tries suites one by one. */
    SUITE_SCANNER,
    /** The peer speaks TLSv1.0 at most (perhaps only SSLv3), and TLSv1.0 is switched off. */
    TLSV1_0_AT_MOST,
    /** The peer speaks SSLv3 only, and SSLv3 is switched off while TLSv1.0 is on. */
    SSLV3_ONLY,
    /** The peer speaks SSLv2 only, and SSLv2 is switched off. */
    SSLV2_ONLY,
    /** The bytes are not TLS: plain SMTP, another protocol, or a scanner's noise. */
    NOT_TLS,
    /** Plain text or foreign bytes turned up in the middle of an encrypted conversation. */
    STRAY_BYTES,
    /** The peer answers with a protocol version that this host does not know or has switched off. */
    VERSION_NOT_COMMON
}
