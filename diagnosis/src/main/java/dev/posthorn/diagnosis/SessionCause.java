package dev.posthorn.diagnosis;

import dev.posthorn.openssl.error.Blame;

/**
 * What a session came to grief by: the vocabulary of verdicts. A verdict uses the narrowest word that its evidence bears;
 * {@link SessionVerdict#confidence()} tells how well, and {@link SessionVerdict#alternatives()} what else, or what in
 * particular, would leave the same lines.
 */
public enum SessionCause {
    /** The session went as it should. */
    NOTHING(Blame.UNDETERMINED, "Nothing went wrong."),
    /** The log does not show the cause. */
    UNKNOWN(Blame.UNDETERMINED, "The log does not show why."),
    /** OpenSSL on this host gave up, for a reason that has no name of its own here. */
    OPENSSL_ERROR(Blame.UNDETERMINED, "OpenSSL on this host gave the handshake up."),
    /** There is no protocol version that both sides have switched on. */
    PROTOCOL_NOT_SHARED(Blame.UNDETERMINED, "The two sides have no protocol version in common."),
    /** The newest version of the peer is one that is switched off here. */
    PEER_PROTOCOL_TOO_OLD(
            Blame.PEER_INCOMPATIBLE, "The newest protocol version of the peer is one that is switched off here."),
    /** The oldest version that the peer accepts is newer than all that are switched on here. */
    PEER_PROTOCOL_TOO_NEW(
            Blame.PEER_INCOMPATIBLE, "The peer wants a newer protocol version than are switched on here."),
    /** There is no cipher suite that both sides list and that the server has the keys for. */
    NO_SHARED_CIPHER(Blame.UNDETERMINED, "The two sides have no cipher suite in common that the server can serve."),
    /** As {@link #NO_SHARED_CIPHER}, among the suites of TLSv1.3, which no cipher string governs. */
    NO_SHARED_TLS13_CIPHER(Blame.PEER_INCOMPATIBLE, "The two sides have no cipher suite of TLSv1.3 in common."),
    /** This server has the keys for none of the suites that it lists: every client is turned away. */
    SUITES_WITHOUT_KEYS(
            Blame.LOCAL_CONFIGURATION,
            "This host lists only cipher suites for which it lacks the certificate or the parameters."),
    /** There is no group, or no elliptic curve, that both sides have. */
    NO_SHARED_GROUP(Blame.UNDETERMINED, "The two sides have no group, or elliptic curve, in common."),
    /** There is no way to sign that both sides accept and that fits the certificate. */
    NO_SHARED_SIGNATURE_ALGORITHM(
            Blame.UNDETERMINED, "The two sides have no signature algorithm in common that fits the certificate."),
    /** A key or Diffie-Hellman parameters are too short. */
    PARAMETERS_TOO_WEAK(Blame.UNDETERMINED, "A key or Diffie-Hellman parameters are too short to be accepted."),
    /** A version, a cipher string or groups of this host leave nothing that could be offered. */
    NOTHING_TO_OFFER(Blame.LOCAL_CONFIGURATION, "The settings of this host leave nothing to offer in a handshake."),
    /** What the peer sent is not TLS: plain text or noise. */
    NOT_TLS(Blame.PEER_MISBEHAVED, "What the peer sent is not TLS."),
    /** The peer sent a request of HTTP. */
    HTTP_REQUEST(Blame.PEER_MISBEHAVED, "The peer speaks HTTP."),
    /** The peer speaks TLS, but a message of it is damaged or contradicts itself. */
    MALFORMED_MESSAGE(Blame.PEER_MISBEHAVED, "A message of the peer is damaged or contradicts itself."),
    /** The peer speaks TLS, but says something out of turn. */
    UNEXPECTED_MESSAGE(Blame.PEER_MISBEHAVED, "A message of the peer comes out of turn."),
    /** The peer chose a suite, a group or a method that this client had not offered. */
    CHOICE_NOT_OFFERED(Blame.PEER_MISBEHAVED, "The server chose something that this client had not offered."),
    /** What arrived does not fit its checksum, or a signature is wrong. */
    DATA_CORRUPTED(Blame.UNDETERMINED, "What arrived does not decrypt, or a signature is wrong."),
    /** The peer tries an older version again after a better one failed. */
    FALLBACK_RETRY(Blame.UNDETERMINED, "The peer tries again with an older protocol version, which this host refuses."),
    /** One side knows no secure renegotiation, or renegotiates without need. */
    LEGACY_RENEGOTIATION(
            Blame.PEER_INCOMPATIBLE, "The peer knows no secure renegotiation, or renegotiates without need."),
    /** The peer sent an alert: {@link SessionVerdict#peerAlert()} says which. */
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
    /** A cipher grade of this host is none. */
    CIPHER_GRADE_INVALID(Blame.LOCAL_CONFIGURATION, "The cipher grade of this host is none that this Postfix knows."),
    /** The cipher list behind the grade selects nothing, or OpenSSL cannot read it. */
    CIPHER_LIST_INVALID(Blame.LOCAL_CONFIGURATION, "The cipher list of this host selects nothing."),
    /** An exclusion is no word but an operator. */
    CIPHER_EXCLUSION_INVALID(Blame.LOCAL_CONFIGURATION, "An excluded cipher of this host begins with an operator."),
    /** A certificate, key, chain or CA file of this host cannot be used. */
    CERTIFICATE_UNUSABLE(
            Blame.LOCAL_CONFIGURATION, "This host cannot load its certificate, key or CA file, and runs without TLS."),
    /** The file with the certificate is not there, or may not be read. */
    CERTIFICATE_FILE_MISSING(Blame.LOCAL_CONFIGURATION, "This host cannot open the file with its certificate."),
    /** The file with the certificate has no certificate in it that can be read. */
    CERTIFICATE_FILE_INVALID(Blame.LOCAL_CONFIGURATION, "The file with this host's certificate has none in it."),
    /** The file with the key is not there, or may not be read. */
    KEY_FILE_MISSING(Blame.LOCAL_CONFIGURATION, "This host cannot open the file with its key."),
    /** The file with the key has no key in it that can be read. */
    KEY_FILE_INVALID(Blame.LOCAL_CONFIGURATION, "The file with this host's key has none in it."),
    /** Certificate and key do not belong together. */
    KEY_MISMATCH(Blame.LOCAL_CONFIGURATION, "The key of this host does not belong to its certificate."),
    /** A chain file has not what it has to have, in the order in which it has to have it. */
    CHAIN_FILE_INVALID(
            Blame.LOCAL_CONFIGURATION,
            "The chain file of this host has not the key first and its certificates after it."),
    /** The file with the authorities cannot be loaded. */
    CA_FILE_UNUSABLE(Blame.LOCAL_CONFIGURATION, "This host cannot load the file with the authorities that it trusts."),
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
    /** The certificate of the server has expired. */
    SERVER_CERTIFICATE_EXPIRED(Blame.PEER_INCOMPATIBLE, "The certificate of the server has expired."),
    /** The certificate of the server is not yet valid, or the clock of this host is wrong. */
    SERVER_CERTIFICATE_NOT_YET_VALID(Blame.PEER_INCOMPATIBLE, "The certificate of the server is not yet valid."),
    /** The server signed its certificate itself. */
    SERVER_CERTIFICATE_SELF_SIGNED(Blame.PEER_INCOMPATIBLE, "The server signed its certificate itself."),
    /** The certificate of the server comes from an authority that this host does not trust. */
    SERVER_CERTIFICATE_ISSUER_UNTRUSTED(
            Blame.UNDETERMINED, "The certificate of the server comes from an authority that this host does not trust."),
    /** The certificate of the server is for another name. */
    SERVER_CERTIFICATE_NAME_MISMATCH(
            Blame.PEER_INCOMPATIBLE, "The certificate of the server is for another name than this host requires."),
    /** The certificate of the server is not meant for servers. */
    SERVER_CERTIFICATE_PURPOSE(Blame.PEER_INCOMPATIBLE, "The certificate of the server is not meant for servers."),
    /** The certificate of the server matches none of its TLSA records. */
    TLSA_MISMATCH(Blame.PEER_INCOMPATIBLE, "The certificate of the server matches none of its TLSA records."),
    /** The client of this server did not begin TLS, which is required. */
    TLS_NOT_USED(Blame.PEER_INCOMPATIBLE, "This host requires TLS, and the client did not begin it."),
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
    /** This host does not relay for this client. */
    RELAY_DENIED(Blame.UNDETERMINED, "This host does not relay mail to that domain for this client."),
    /** There is no such recipient. */
    RECIPIENT_UNKNOWN(Blame.UNDETERMINED, "There is no such recipient."),
    /** A rule of this host refuses the recipient. */
    RECIPIENT_REFUSED(Blame.UNDETERMINED, "A rule of this host refuses the recipient."),
    /** A rule of this host refuses the sender. */
    SENDER_REFUSED(Blame.UNDETERMINED, "A rule of this host refuses the sender."),
    /** A rule of this host refuses the client. */
    CLIENT_REFUSED(Blame.UNDETERMINED, "A rule of this host refuses the client, by its address or its name."),
    /** A rule of this host refuses the name that the client calls itself by. */
    HELO_REFUSED(Blame.UNDETERMINED, "A rule of this host refuses the name that the client calls itself by."),
    /** A block list names the client. */
    BLOCK_LISTED(Blame.UNDETERMINED, "A block list names the client."),
    /** The message is larger than this host takes. */
    MESSAGE_TOO_LARGE(Blame.UNDETERMINED, "The message is larger than this host takes."),
    /** A check of the content, or a filter, refuses the message. */
    CONTENT_REFUSED(Blame.UNDETERMINED, "A check of the content, or a filter, refuses the message."),
    /** The client is new and is to come again later. */
    DEFERRED_AT_FIRST_SIGHT(Blame.UNDETERMINED, "The client is new here and is to come again later."),
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
    /** A setting of this host, not one of TLS, is wrong. */
    SETTING_INVALID(Blame.LOCAL_CONFIGURATION, "A setting of this host is wrong."),
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
