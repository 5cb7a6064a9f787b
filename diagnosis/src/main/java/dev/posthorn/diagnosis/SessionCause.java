package dev.posthorn.diagnosis;

import dev.posthorn.openssl.error.Blame;

/** What a session came to grief by: what the log shows of it, not yet what is behind it. */
public enum SessionCause {
    /** The session went as it should. */
    NOTHING(Blame.UNDETERMINED, "Nothing went wrong."),
    /** The log does not show the cause. */
    UNKNOWN(Blame.UNDETERMINED, "The log does not show why."),
    /** OpenSSL on this host gave up: {@link SessionVerdict#failure()} says why. */
    OPENSSL_ERROR(Blame.UNDETERMINED, "OpenSSL on this host gave the handshake up."),
    /** The peer sent an alert: {@link SessionVerdict#failure()} says which. */
    PEER_ALERT(Blame.UNDETERMINED, "The peer gave the handshake up and sent an alert."),
    /** The peer hung up during the handshake. */
    PEER_CLOSED(Blame.UNDETERMINED, "The peer closed the connection during the handshake and did not say why."),
    /** The peer, or something in between, cut the connection during the handshake. */
    PEER_RESET(Blame.NETWORK, "The connection was reset during the handshake."),
    /** The peer said nothing for too long during the handshake. */
    HANDSHAKE_TIMEOUT(Blame.NETWORK, "The peer fell silent during the handshake."),
    /** A protocol list of this host has words that this Postfix does not know. */
    PROTOCOL_LIST_INVALID(
            Blame.LOCAL_CONFIGURATION,
            "The protocol list of this host is invalid, and one unknown word switches TLS off altogether."),
    /** The cipher grade, the cipher list or an exclusion of this host is invalid. */
    CIPHER_SETTING_INVALID(
            Blame.LOCAL_CONFIGURATION,
            "A cipher grade, cipher list or exclusion of this host is invalid, and Postfix gives up."),
    /** A certificate, key, chain or CA file of this host cannot be used. */
    CERTIFICATE_UNUSABLE(
            Blame.LOCAL_CONFIGURATION, "This host cannot load its certificate, key or CA file, and runs without TLS."),
    /** This host has no TLS for another reason. */
    TLS_UNAVAILABLE(Blame.LOCAL_CONFIGURATION, "This host has no TLS to offer."),
    /** The TLS policy of this host for the destination cannot be used. */
    TLS_POLICY_INVALID(Blame.LOCAL_CONFIGURATION, "The TLS policy of this host for this destination is unusable."),
    /** A client was to show a certificate and had none. */
    CLIENT_CERTIFICATE_MISSING(
            Blame.PEER_INCOMPATIBLE, "This host requires a client certificate, and the client showed none."),
    /** A client showed a certificate that this host does not trust. */
    CLIENT_CERTIFICATE_NOT_TRUSTED(
            Blame.PEER_INCOMPATIBLE, "This host does not trust the certificate that the client showed."),
    /** The server's certificate is not good enough for the TLS level of this host. */
    SERVER_CERTIFICATE_NOT_TRUSTED(
            Blame.PEER_INCOMPATIBLE, "The certificate of the server does not meet what this host requires."),
    /** The server does not offer STARTTLS, and this host requires it. */
    TLS_NOT_OFFERED(Blame.PEER_INCOMPATIBLE, "This host requires TLS, and the server did not offer it."),
    /** STARTTLS was answered with a refusal. */
    STARTTLS_REFUSED(Blame.PEER_INCOMPATIBLE, "STARTTLS was refused."),
    /** DNSSEC or TLSA records that this host requires are not there. */
    DANE_UNMET(Blame.PEER_INCOMPATIBLE, "DNSSEC or TLSA records that this host requires are missing or unusable."),
    /** No connection came about. */
    CONNECT_FAILED(Blame.NETWORK, "The server could not be reached."),
    /** The name service does not know the server, or did not answer. */
    HOST_NOT_FOUND(Blame.UNDETERMINED, "The name service knows no server for the destination, or did not answer."),
    /** The connection broke off outside a handshake. */
    CONNECTION_LOST(Blame.UNDETERMINED, "The other side hung up."),
    /** The other side said nothing for too long, outside a handshake. */
    TIMEOUT(Blame.UNDETERMINED, "The other side fell silent."),
    /** This host refused a client, a command, a recipient or a message. */
    REFUSED_BY_US(Blame.UNDETERMINED, "This host refused it by its own rules."),
    /** The peer refused the connection, a command, a recipient or a message. */
    REFUSED_BY_PEER(Blame.UNDETERMINED, "The peer refused it by its own rules."),
    /** A password or a mechanism was wrong. */
    AUTHENTICATION_FAILED(Blame.UNDETERMINED, "The authentication failed."),
    /** The client does not keep to SMTP. */
    PROTOCOL_VIOLATION(Blame.PEER_MISBEHAVED, "The client does not keep to SMTP."),
    /** The client came too often. */
    LIMIT_EXCEEDED(Blame.UNDETERMINED, "The client exceeded a limit of this host."),
    /** A service that this host depends on failed: a milter, a table, a proxy, a policy server. */
    LOCAL_SERVICE(Blame.LOCAL_CONFIGURATION, "A service that this host depends on did not do its part."),
    /** The process died. */
    PROCESS_DIED(Blame.LOCAL_CONFIGURATION, "The process of this host gave up with a fatal error.");

    private final Blame blame;
    private final String summary;

    SessionCause(Blame blame, String summary) {
        this.blame = blame;
        this.summary = summary;
    }

    /**
     * Who would have to change something, as far as this alone tells.
     *
     * @return who is to blame
     */
    public Blame blame() {
        return blame;
    }

    /**
     * What happened.
     *
     * @return one sentence
     */
    public String summary() {
        return summary;
    }
}
