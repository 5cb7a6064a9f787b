package dev.posthorn.openssl.negotiation;

/** One of the two ends of a connection. */
public enum Side {
    /** The end that connects and speaks first. */
    CLIENT,
    /** The end that answers. */
    SERVER
}
