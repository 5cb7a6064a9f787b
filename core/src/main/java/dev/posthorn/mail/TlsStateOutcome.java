package dev.posthorn.mail;

/** How a step of a handshake went, by the word in front of it. */
public enum TlsStateOutcome {

    /** No word: the step was reached. */
    REACHED,

    /** {@code failed in}: the handshake is over. */
    FAILED,

    /** {@code error in}: the handshake is over, or OpenSSL waits for more data. */
    ERROR
}
