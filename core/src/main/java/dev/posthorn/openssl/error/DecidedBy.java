package dev.posthorn.openssl.error;

/** Whose verdict an error is: it decides on which side to look for the cause. */
public enum DecidedBy {
    /** This host's own OpenSSL found something it would not go on with. */
    THIS_HOST("this host's own OpenSSL"),
    /** The peer sent a fatal alert (SSLv2: an error message): it did not like something this host had sent. */
    PEER_ALERT("the peer, by an alert"),
    /** The peer hung up without an alert. */
    PEER_SILENCE("the peer, by hanging up");

    private final String description;

    DecidedBy(String description) {
        this.description = description;
    }

    /**
     * In words, to follow "decided by".
     *
     * @return a phrase in lower case
     */
    public String description() {
        return description;
    }
}
