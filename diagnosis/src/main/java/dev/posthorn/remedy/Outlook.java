package dev.posthorn.remedy;

import dev.posthorn.peers.HandshakeOutcome;

/**
 * How the handshakes of a peer end, or would end.
 *
 * @param text version and suite or a reason, empty if not known; safe for a terminal
 * @param isSuccess is it known that they succeed?
 * @param isFailure is it known that they fail?
 */
record Outlook(String text, boolean isSuccess, boolean isFailure) {

    static final Outlook UNKNOWN = new Outlook("", false, false);

    static Outlook of(HandshakeOutcome outcome) {
        return outcome.succeeds() ? success(outcome.text()) : failure(outcome.text());
    }

    static Outlook success(String text) {
        return new Outlook(text, true, false);
    }

    static Outlook failure(String text) {
        return new Outlook(text, false, true);
    }
}
