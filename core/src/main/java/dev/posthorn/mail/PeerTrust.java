package dev.posthorn.mail;

/** What Postfix thinks of the peer's certificate: the word in front of {@code TLS connection established}. */
public enum PeerTrust {

    /** No certificate: the normal case for clients that send mail; for a server, an anonymous cipher suite. */
    ANONYMOUS("Anonymous"),

    /** A certificate whose chain was not verified: normal for servers at level {@code may} or {@code encrypt}. */
    UNTRUSTED("Untrusted"),

    /** The chain was verified; a name did not match, or nobody asked for a match. */
    TRUSTED("Trusted"),

    /** The chain, the fingerprint or the TLSA record was verified, and matched as the policy demands. */
    VERIFIED("Verified");

    private final String word;

    PeerTrust(String word) {
        this.word = word;
    }

    /**
     * The word as Postfix prints it.
     *
     * @return such as {@code Untrusted}
     */
    public String word() {
        return word;
    }
}
