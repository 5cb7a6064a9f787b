package dev.posthorn.diagnosis;

/** Where a message came from. */
public enum MessageOrigin {
    /** A client brought it by SMTP. */
    SMTP,
    /** A local user or program submitted it. */
    LOCAL,
    /** Postfix wrote it, to tell what became of another message. */
    NOTIFICATION,
    /** The local delivery agent sent another message on. */
    FORWARDED,
    /** A content filter, or another instance on this host, sent another message back. */
    REINJECTED,
    /** The log does not tell. */
    UNKNOWN
}
