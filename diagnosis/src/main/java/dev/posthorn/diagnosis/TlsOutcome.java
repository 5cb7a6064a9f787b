package dev.posthorn.diagnosis;

/** What became of TLS in a session. */
public enum TlsOutcome {
    /** TLS was established. */
    ESTABLISHED,
    /** The handshake failed, with an error of OpenSSL's or without. */
    HANDSHAKE_FAILED,
    /** TLS was established, and then a certificate was missing or not good enough for the side that wrote the log. */
    CERTIFICATE_REFUSED,
    /** This side had no TLS to offer: its settings, its certificate or its key are unusable. */
    TLS_DISABLED,
    /** STARTTLS was answered with a refusal. */
    STARTTLS_REFUSED,
    /** TLS was required here and not offered there. */
    NOT_OFFERED,
    /** What was required of the server's certificate could not be found out, so no handshake was begun. */
    POLICY_UNMET,
    /** The connection was lost after STARTTLS and nothing says why. */
    LOST_AFTER_STARTTLS,
    /** A handshake had begun where the log, or what is kept of it, ends. */
    UNFINISHED,
    /** Nothing about TLS was logged: the session went on in clear text, or the log level is too low to tell. */
    NO_TLS_SEEN;

    /**
     * Did TLS not come about, or not as it had to?
     *
     * @return true for everything but TLS established, TLS never tried and TLS that the log does not tell to the end
     */
    public boolean isFailure() {
        return switch (this) {
            case ESTABLISHED, UNFINISHED, NO_TLS_SEEN -> false;
            case HANDSHAKE_FAILED,
                    CERTIFICATE_REFUSED,
                    TLS_DISABLED,
                    STARTTLS_REFUSED,
                    NOT_OFFERED,
                    POLICY_UNMET,
                    LOST_AFTER_STARTTLS -> true;
        };
    }
}
