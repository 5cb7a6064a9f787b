package dev.posthorn.peers;

/**
 * What the sessions of a peer came to.
 *
 * @param sessions how many there were since the first that has to do with TLS
 * @param established those with TLS
 * @param failed those whose TLS failed
 * @param acceptedOverTls those with TLS in which a message was taken over
 * @param acceptedInClearText those without TLS in which a message was taken over
 * @param fellBack those in which a message was taken over in clear text after a handshake had failed, in the same session
 *     or in the next ones
 * @param establishedAfterFailure those with TLS that came after the last failure
 */
public record PeerCounts(
        long sessions,
        long established,
        long failed,
        long acceptedOverTls,
        long acceptedInClearText,
        long fellBack,
        long establishedAfterFailure) {

    /**
     * Makes a value.
     *
     * @param sessions 0 or more
     * @param established 0 or more
     * @param failed 0 or more
     * @param acceptedOverTls 0 or more
     * @param acceptedInClearText 0 or more
     * @param fellBack 0 or more
     * @param establishedAfterFailure 0 or more
     */
    public PeerCounts {}

    /**
     * Did a message ever get through?
     *
     * @return true if one was taken over, over TLS or without
     */
    public boolean hasMail() {
        return acceptedOverTls + acceptedInClearText > 0;
    }
}
