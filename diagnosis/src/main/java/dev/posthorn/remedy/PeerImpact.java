package dev.posthorn.remedy;

import dev.posthorn.openssl.error.Confidence;
import dev.posthorn.peers.Peer;

/**
 * What other settings would mean to one peer.
 *
 * @param peer the peer
 * @param kind what becomes of it
 * @param before what it does with the settings as they are: version and suite, a reason for failure, or an empty text if
 *     that is not known; safe for a terminal
 * @param after what it would do with the other settings, in the same words
 * @param confidence how sure that is: certain if it follows from what the log shows, likely if all known shapes of clients
 *     that do what the log shows agree
 * @param because why, as a sentence; safe for a terminal
 */
public record PeerImpact(Peer peer, Kind kind, String before, String after, Confidence confidence, String because) {

    /** What becomes of a peer. Those that lose come first. */
    public enum Kind {
        /** TLS succeeds now and would fail; nothing shows that the peer would go on in clear text. */
        WOULD_FAIL("would fail"),
        /** TLS succeeds now and would not; the mail would come in clear text, as it once did. */
        WOULD_FALL_BACK("would fall back to clear text"),
        /** TLS fails now and would succeed. */
        WOULD_SUCCEED("would succeed"),
        /** TLS succeeds and would go on to, with another version or suite. */
        OTHER_SUITE("would use another version or suite"),
        /** TLS succeeds and would go on to; with which suite, the log does not tell. */
        KEEPS_TLS("would keep TLS"),
        /** TLS fails and would go on to. */
        STILL_FAILS("would still fail"),
        /** The log does not tell enough of the peer. */
        UNDETERMINED("cannot be told from the log"),
        /** Nothing changes. */
        UNCHANGED("stays as it is");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        /**
         * What becomes of the peer.
         *
         * @return the rest of a sentence that begins with "The peer"
         */
        public String description() {
            return description;
        }
    }

    /**
     * Makes a value.
     *
     * @param peer the peer
     * @param kind what becomes of it
     * @param before what it does
     * @param after what it would do
     * @param confidence how sure that is
     * @param because why
     */
    public PeerImpact {}

    /** {@code mx.example.com[192.0.2.1] would succeed: no shared cipher -> TLSv1.2 AES128-GCM-SHA256}. */
    @Override
    public String toString() {
        String change = after.isEmpty() || before.equals(after) ? before : before + " -> " + after;
        return peer.text() + " " + kind.description() + (change.isEmpty() ? "" : ": " + change);
    }
}
