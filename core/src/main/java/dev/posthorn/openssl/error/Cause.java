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
    VERSION_NOT_COMMON,
    /** The two sides have no cipher suite, group or signature algorithm in common. */
    NO_COMMON_PARAMETERS,
    /** The server asks for a client certificate, and the client has none that is accepted. */
    CLIENT_CERTIFICATE_DEMANDED,
    /** A client certificate is asked for within an anonymous suite, which the protocol forbids. */
    ANONYMOUS_SUITE_WITH_CLIENT_CERTIFICATE,
    /** The server does not serve the host name the client asked for. */
    SERVER_NAME_UNKNOWN,
    /** A key or Diffie-Hellman parameters are too short for the other side, or for what is asked of them. */
    PARAMETERS_TOO_WEAK,
    /** A certificate chain does not end at an authority the other side trusts. */
    CERTIFICATE_NOT_TRUSTED,
    /** A certificate has expired or is not yet valid, or a clock is wrong. */
    CERTIFICATE_OUTDATED,
    /** A certificate was revoked by its issuer. */
    CERTIFICATE_REVOKED,
    /** A certificate is refused for its name, its purpose, its status, or because a rule says so. */
    CERTIFICATE_REFUSED,
    /** A certificate and a key, or the keys of the two sides, do not belong together. */
    KEY_MISMATCH,
    /** A way to sign, such as SHA-1, is not allowed by the other side or by the security level. */
    SIGNATURE_NOT_ALLOWED,
    /** A security level or a system-wide setting forbids what the program's own settings allow. */
    SECURITY_POLICY,
    /** This side's settings leave it no version, suite or group at all. */
    NOTHING_TO_OFFER,
    /** The handshake is a second try with an older version, after a better one failed. */
    FALLBACK_RETRY,
    /** A side knows no secure renegotiation, or renegotiates without need. */
    LEGACY_RENEGOTIATION,
    /** A session was resumed that no longer fits. */
    SESSION_STATE,
    /** The peer's software does not keep to the protocol. */
    BROKEN_PEER,
    /** The peer has a problem of its own, such as a lost key or a wrong clock. */
    PEER_PROBLEM,
    /** The peer hung up without a word. */
    PEER_CLOSED,
    /** A scanner, a fuzzer or a monitor, not a mail server. */
    SCANNER,
    /** A device between the two sides changes or cuts the connection. */
    MIDDLEBOX,
    /** Bytes changed on the way or in memory. */
    DATA_CORRUPTED,
    /** A file with a key, a certificate or parameters is missing, unreadable or of the wrong kind. */
    FILE_UNUSABLE,
    /** The OpenSSL in use is mixed, misconfigured, or built without something needed. */
    LIBRARY_FAULT,
    /** The program uses OpenSSL in a wrong way. */
    PROGRAM_FAULT,
    /** Memory or another resource of this host is used up. */
    RESOURCES_EXHAUSTED
}
