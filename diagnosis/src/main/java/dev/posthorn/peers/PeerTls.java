package dev.posthorn.peers;

import dev.posthorn.text.TerminalText;

/**
 * A TLS that a peer and this host agreed on.
 *
 * @param protocol the version as written in the log
 * @param cipherSuiteName the suite as written in the log
 * @param count how often
 * @param lastLine the number of the line that last says so
 */
public record PeerTls(String protocol, String cipherSuiteName, long count, long lastLine) {

    private static final int MAX_ECHO = 60;

    /**
     * Makes a value.
     *
     * @param protocol the version
     * @param cipherSuiteName the suite
     * @param count 1 or more
     * @param lastLine 1 or more
     */
    public PeerTls {}

    /** {@code TLSv1.2 AES128-GCM-SHA256}, safe for a terminal. */
    @Override
    public String toString() {
        return TerminalText.escape(protocol, MAX_ECHO) + " " + TerminalText.escape(cipherSuiteName, MAX_ECHO);
    }
}
