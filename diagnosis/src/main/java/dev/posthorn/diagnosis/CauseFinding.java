package dev.posthorn.diagnosis;

import dev.posthorn.openssl.error.Confidence;
import java.util.List;

/**
 * What a session failed by, as far as something tells it.
 *
 * @param cause what happened
 * @param confidence how sure that is
 * @param alternatives what else leaves the same lines, or what it may be in particular
 */
record CauseFinding(SessionCause cause, Confidence confidence, List<SessionCause> alternatives) {

    CauseFinding {
        alternatives = List.copyOf(alternatives);
    }

    static CauseFinding certain(SessionCause cause) {
        return new CauseFinding(cause, Confidence.CERTAIN, List.of());
    }

    static CauseFinding likely(SessionCause cause, SessionCause... alternatives) {
        return new CauseFinding(cause, Confidence.LIKELY, List.of(alternatives));
    }

    static CauseFinding open(SessionCause cause, SessionCause... alternatives) {
        return new CauseFinding(cause, Confidence.OPEN, List.of(alternatives));
    }
}
