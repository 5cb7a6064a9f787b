package dev.posthorn.openssl.error;

/** Who would have to change something so that the handshake succeeds. */
public enum Blame {
    /** The host whose log this is: its settings, its certificate, its keys. */
    LOCAL_CONFIGURATION("the configuration of this host"),
    /** The peer keeps to the rules but cannot, or does not want to, do what this host asks for. */
    PEER_INCOMPATIBLE("the peer, which is too old, too new or too strict for this host"),
    /** The peer breaks the rules of the protocol, or does not speak it at all. */
    PEER_MISBEHAVED("the peer, which does not keep to the protocol"),
    /** Something in between: a connection cut, or bytes changed on the way. */
    NETWORK("the network in between"),
    /** The error alone does not say. */
    UNDETERMINED("not decided by the error alone");

    private final String description;

    Blame(String description) {
        this.description = description;
    }

    /**
     * In words, to follow "the fault lies with".
     *
     * @return a phrase in lower case
     */
    public String description() {
        return description;
    }
}
