package dev.posthorn.diagnosis;

import dev.posthorn.mail.NeighbourNotice;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the lines of a neighbour say of the result: each of them says it all, so nothing has to be counted. */
final class ToldResult {

    TlsOutcome tls = TlsOutcome.NO_TLS_SEEN;
    SessionOutcome outcome = SessionOutcome.UNKNOWN;
    SessionStage stage = SessionStage.CONNECTED;

    @Nullable
    NeighbourNotice established;

    void clear() {
        tls = TlsOutcome.NO_TLS_SEEN;
        outcome = SessionOutcome.UNKNOWN;
        stage = SessionStage.CONNECTED;
        established = null;
    }

    /** TLS was established; the line may say with which version and suite. */
    void established(NeighbourView view, AsciiView cipher) {
        if (!tls.isFailure()) {
            tls = TlsOutcome.ESTABLISHED;
        }
        reached(SessionStage.TLS);
        if (established == null && cipher.isPresent()) {
            established = view.snapshot();
        }
    }

    /** TLS did not come about. */
    void failed(TlsOutcome how) {
        tls = how;
        reached(how == TlsOutcome.HANDSHAKE_FAILED ? SessionStage.HANDSHAKE : SessionStage.CONNECTED);
    }

    void reached(SessionStage other) {
        stage = other.compareTo(stage) > 0 ? other : stage;
    }

    /** The session came to something; what comes first in {@link #rank} counts, whichever line is first. */
    void came(SessionOutcome to) {
        outcome = rank(to) < rank(outcome) ? to : outcome;
    }

    /** A client has no more to say of a message: that counts more than what its handshakes came to. */
    void gaveUp(SessionOutcome to) {
        outcome = outcome == SessionOutcome.HANDSHAKE_FAILED ? SessionOutcome.UNKNOWN : outcome;
        came(to);
    }

    /** As for Postfix: mail that was taken over counts most, and how the connection ended only if nothing else is known. */
    private static int rank(SessionOutcome outcome) {
        return switch (outcome) {
            case FELL_BACK_TO_CLEAR_TEXT -> 0;
            case MAIL_ACCEPTED, PASSED_ON -> 1;
            case LOCAL_PROBLEM -> 2;
            case HANDSHAKE_FAILED -> 3;
            case REJECTED -> 4;
            case DEFERRED -> 5;
            case NOT_CONNECTED -> 6;
            case LOST -> 7;
            case NO_MAIL -> 8;
            case UNKNOWN -> 9;
        };
    }

    void tell(SmtpSession.Builder complete) {
        complete.tlsOutcome(tls).outcome(outcome).stage(stage).neighbourTls(Optional.ofNullable(established));
    }
}
