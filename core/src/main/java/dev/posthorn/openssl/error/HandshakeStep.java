package dev.posthorn.openssl.error;

/** Where in a handshake something happened, in the order of a full TLSv1.2 handshake. */
public enum HandshakeStep {
    /** No connection yet: keys, certificates and settings are being loaded. */
    CONFIGURATION("while settings, keys and certificates were being loaded"),
    /** The first bytes: is this TLS at all, and which version. */
    FIRST_BYTES("at the first bytes, before a protocol version was agreed"),
    /** The ClientHello is read or judged: version, suites, extensions. */
    CLIENT_HELLO("at the ClientHello"),
    /** The client reads or judges the ServerHello. */
    SERVER_HELLO("at the ServerHello"),
    /** The server's certificate is sent, read or verified. */
    SERVER_CERTIFICATE("at the server's certificate"),
    /** The server's ephemeral key is made, sent or read. */
    SERVER_KEY_EXCHANGE("at the server's key exchange"),
    /** The server asks for a client certificate. */
    CERTIFICATE_REQUEST("at the certificate request"),
    /** The server has said all it has to say and waits for the client. */
    SERVER_DONE("at the end of the server's first messages"),
    /** The client's certificate is sent, read or verified. */
    CLIENT_CERTIFICATE("at the client's certificate"),
    /** The client's part of the key exchange. */
    CLIENT_KEY_EXCHANGE("at the client's key exchange"),
    /** The client's proof that it has its certificate's key. */
    CERTIFICATE_VERIFY("at the proof of a certificate's key"),
    /** Both sides switch to the new keys and compare notes. */
    FINISHED("at the change to encrypted records and the Finished messages"),
    /** The handshake is over; data, renegotiation or closing. */
    ESTABLISHED("after the handshake"),
    /** The record layer, at any time. */
    RECORD("in the record layer"),
    /** The error alone does not say. */
    UNDETERMINED("at a step the error does not name");

    private final String description;

    HandshakeStep(String description) {
        this.description = description;
    }

    /**
     * In words, to follow "the handshake failed".
     *
     * @return a phrase in lower case
     */
    public String description() {
        return description;
    }
}
