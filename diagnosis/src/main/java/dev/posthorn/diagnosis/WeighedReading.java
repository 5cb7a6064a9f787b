package dev.posthorn.diagnosis;

import dev.posthorn.openssl.error.Reading;

/**
 * One thing an error may mean, weighed against what is known of the server.
 *
 * @param reading what it may mean
 * @param standing how much speaks for it
 * @param because why it stands so, in a sentence; the reading's own evidence if nothing is known of the server
 */
public record WeighedReading(Reading reading, Standing standing, String because) {

    /** How much speaks for a reading. In the order of weight. */
    public enum Standing {
        /** It fits what is known, and better than the others. */
        LIKELY,
        /** Nothing speaks against it. */
        POSSIBLE,
        /** It fits, but it would have shown itself otherwise before. */
        UNLIKELY,
        /** It does not fit what is known. */
        RULED_OUT
    }
}
