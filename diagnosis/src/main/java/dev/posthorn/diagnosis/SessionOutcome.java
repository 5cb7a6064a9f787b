package dev.posthorn.diagnosis;

/** What a session came to. {@link TlsOutcome} says what became of TLS in it. */
public enum SessionOutcome {
    /** A message was taken over, by this host or by the peer. */
    MAIL_ACCEPTED,
    /** A handshake failed, and the message was then delivered to the same server in clear text. */
    FELL_BACK_TO_CLEAR_TEXT,
    /** Let through: by postscreen to smtpd, or after a login to the process that serves the user. */
    PASSED_ON,
    /** The session ended in order, and no message was sent in it. */
    NO_MAIL,
    /** The handshake failed, and that was the end. */
    HANDSHAKE_FAILED,
    /** Refused for now: by this host if it is the server, by the peer or by our own policy if it is the client. */
    DEFERRED,
    /** Refused for good: a command, a client, a recipient or a message. */
    REJECTED,
    /** The connection broke off, or the other side fell silent. */
    LOST,
    /** No connection came about. */
    NOT_CONNECTED,
    /** This host could not do its part: a service of its own was missing, or the process died. */
    LOCAL_PROBLEM,
    /** The log does not tell: its lines begin, end or have a gap in the middle of the session. */
    UNKNOWN
}
