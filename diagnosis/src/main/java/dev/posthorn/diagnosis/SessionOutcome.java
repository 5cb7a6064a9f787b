package dev.posthorn.diagnosis;

/** How a session ended as far as TLS is concerned. */
public enum SessionOutcome {
    /** TLS was established. */
    ESTABLISHED,
    /** The handshake failed, with an error of OpenSSL's or without. */
    HANDSHAKE_FAILED,
    /** The process had no TLS to offer: its list of protocols is invalid. */
    TLS_DISABLED,
    /** The connection was lost after STARTTLS and nothing says why. */
    LOST_AFTER_STARTTLS,
    /** Nothing about TLS was logged: the session went on in clear text, or the log level is too low to tell. */
    NO_TLS_SEEN
}
