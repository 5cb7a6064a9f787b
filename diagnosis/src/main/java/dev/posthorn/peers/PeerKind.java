package dev.posthorn.peers;

/**
 * What keeps a peer and this host from speaking TLS, judged from everything the peer did in a log.
 *
 * <p>Each says whether an exception for just this peer can help, and of which sort: that is what
 * {@code dev.posthorn.remedy} starts from.
 */
public enum PeerKind {
    /** Its newest version is TLSv1.0. */
    TLSV1_0_AT_MOST("speaks TLSv1.0 at most", true),
    /** Its newest version is older than all that this host permits; which one it is, the log does not tell. */
    OLDER_VERSION("speaks only versions older than those permitted here", true),
    /** It speaks SSLv3 and nothing newer. */
    SSLV3_ONLY("speaks SSLv3 only", true),
    /** It speaks SSLv2 and nothing newer. */
    SSLV2_ONLY("speaks SSLv2 only", true),
    /** It insists on a version newer than this host speaks or permits. */
    WANTS_NEWER_VERSION("insists on a newer version than it gets here", true),
    /** Of the key exchanges that this host can do it offers plain RSA only. */
    WANTS_PLAIN_RSA("wants plain RSA, for it offers nothing else that works here", true),
    /** It offers ECDHE, which this host cannot do, and neither DHE nor plain RSA. */
    WANTS_ECDHE("wants ECDHE", true),
    /** It offers RC4, 3DES or weaker suites only. */
    WANTS_OUTDATED_SUITES("wants RC4, 3DES or weaker suites", true),
    /** It shares no suite with this host; which suites it offers, the log does not tell. */
    WANTS_OTHER_SUITES("shares no suite with this host", true),
    /** It accepts no certificate of the kind that this host has. */
    WANTS_OTHER_CERTIFICATE_TYPE("wants a certificate with another kind of key", true),
    /** It verifies the certificate of this host and does not accept it. */
    REFUSES_OUR_CERTIFICATE("does not accept the certificate of this host", true),
    /** It does not accept the key exchange of this host: parameters too short, or a curve that it does not know. */
    REFUSES_OUR_PARAMETERS("does not accept the key exchange parameters of this host", true),
    /** Its certificate is missing, or not good enough for what this host requires. */
    CERTIFICATE_REFUSED_HERE("has no certificate that this host accepts", true),
    /** Its key exchange is too weak for this host. */
    WEAK_PARAMETERS("uses key exchange parameters that this host refuses", true),
    /** It asks this host for a certificate and does not go on without. */
    WANTS_OUR_CERTIFICATE("demands a certificate of this host", true),
    /** It offers no TLS, or takes back what it offered. */
    OFFERS_NO_TLS("offers no TLS, or does not keep to its offer", true),
    /** What it sends instead of a handshake is something else: plain SMTP, HTTP, anything. */
    DOES_NOT_SPEAK_TLS("does not speak TLS: what it sends is no TLS record", true),
    /** It tries out what this host answers. */
    SCANNER("is a scanner", false),
    /** Connections to it break or fall silent. */
    NETWORK_TROUBLE("has trouble with the network", false),
    /** It does not keep to the protocol. */
    BROKEN("does not keep to the protocol", true),
    /** The peer has nothing to do with it: this host cannot do TLS as it is configured. */
    OUR_CONFIGURATION("is not the reason: this host cannot do TLS as it is configured", true),
    /** The log does not tell. */
    UNDETERMINED("cannot be judged from the log", false);

    private final String description;
    private final boolean isRemediable;

    PeerKind(String description, boolean isRemediable) {
        this.description = description;
        this.isRemediable = isRemediable;
    }

    /**
     * What the peer is like.
     *
     * @return the rest of a sentence that begins with "The peer"
     */
    public String description() {
        return description;
    }

    /**
     * Is a remedy for this peer possible on this side?
     *
     * @return false for scanners, for the network, and where the log does not tell
     */
    public boolean isRemediable() {
        return isRemediable;
    }
}
