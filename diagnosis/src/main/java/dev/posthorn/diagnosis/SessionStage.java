package dev.posthorn.diagnosis;

/** How far a session came; in the order in which a session goes through them. */
public enum SessionStage {
    /** There was no connection. */
    NONE,
    /** There was a connection. */
    CONNECTED,
    /** HELO, EHLO or LHLO was accepted. */
    GREETED,
    /** A handshake was begun. */
    HANDSHAKE,
    /** TLS was established. */
    TLS,
    /** The client authenticated itself. */
    AUTHENTICATED,
    /** A sender was accepted. */
    MAIL,
    /** A recipient was accepted. */
    RECIPIENT,
    /** A message was being transferred. */
    DATA,
    /** A message was taken over. */
    ACCEPTED
}
