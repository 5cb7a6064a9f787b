package dev.posthorn.postfix;

/** What {@link PostfixTlsSettings#lint} looks for. */
public enum LintRule {
    /** The version is none that this library has facts about. */
    UNCOVERED_VERSION,
    /** The text says it comes from another version than the one it is read by. */
    OTHER_VERSION,
    /** The text is no settings at all, or its end was not read. */
    NO_SETTINGS,
    /** A line that is no setting; Postfix dies of it. */
    BAD_LINE,
    /** A name or value with characters that cannot be seen. */
    INVISIBLE_CHARACTER,
    /** A parameter that two lines state. */
    DUPLICATE,
    /** A TLS parameter that no version has. */
    UNKNOWN_PARAMETER,
    /** A parameter that came with a later version, or went before this one. */
    PARAMETER_OF_OTHER_VERSION,
    /** A value that is none: a grade, a level, a yes or no. */
    BAD_VALUE,
    /** References that cannot be replaced. */
    BAD_REFERENCE,
    /** A list of protocols with a word that this version does not know. */
    BAD_PROTOCOL_LIST,
    /** A list of protocols in which words contradict each other, or change nothing. */
    IDLE_PROTOCOL_WORD,
    /** No protocol is left. */
    NO_PROTOCOL_LEFT,
    /** Peers that can do no better than TLSv1.0 are shut out. */
    SHUTS_OUT_OLD_PEERS,
    /** A parameter that counts only at other levels. */
    IDLE_AT_THIS_LEVEL,
    /** A parameter that this version or another parameter overrules. */
    WITHOUT_EFFECT,
    /** Parameters that contradict each other. */
    CONFLICT,
    /** An exclusion that begins with an operator; every handshake fails. */
    BAD_EXCLUSION,
    /** A word in a cipher list that OpenSSL does not know and ignores. */
    UNKNOWN_CIPHER_WORD,
    /** OpenSSL refuses the cipher string; every handshake fails. */
    REFUSED_CIPHER_STRING,
    /** Plain RSA is excluded while ephemeral ECDH is off: most of the world shares no suite. */
    NO_COMMON_KEY_EXCHANGE,
    /** Ephemeral ECDH is off. */
    NO_ECDH,
    /** Anonymous suites are excluded on a server, which protects nobody. */
    ANONYMOUS_EXCLUDED,
    /** A curve that OpenSSL does not know. */
    BAD_CURVE,
    /** A server that speaks TLS and has no certificate. */
    NO_CERTIFICATE,
    /** A line of master.cf that is no service, or an option that is no setting. */
    BAD_SERVICE
}
