package dev.posthorn.peers;

import dev.posthorn.openssl.negotiation.Negotiation;

/**
 * How a handshake ends, in the words of a log.
 *
 * @param text version and suite, or OpenSSL's reason
 * @param succeeds does it succeed?
 */
public record HandshakeOutcome(String text, boolean succeeds) {

    /**
     * Makes a value.
     *
     * @param text version and suite, or OpenSSL's reason
     * @param succeeds does it succeed?
     */
    public HandshakeOutcome {}

    static HandshakeOutcome of(Negotiation answer) {
        return answer.failure()
                .map(failure -> new HandshakeOutcome(failure.reason(), false))
                .orElseGet(() -> new HandshakeOutcome(
                        answer.choice()
                                .map(choice ->
                                        choice.version() + " " + choice.suite().openSslName())
                                .orElse(""),
                        true));
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
