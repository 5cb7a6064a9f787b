package dev.posthorn.diagnosis;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.error.HandshakeFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Diagnoses the failed sessions of one server. Sessions that fail alike share one retracing on the model, because a busy
 * log has thousands of the same kind. Not safe for use by several threads.
 */
public final class Diagnostician {

    /** A peer decides what lands in a log, so the memory of questions is bounded. */
    private static final int MAX_REMEMBERED = 200;

    private final MailServer server;
    private final VerdictContext context;
    private final Map<Retracing.Question, Retracing.Findings> remembered = new LinkedHashMap<>();

    /**
     * Nothing diagnosed yet.
     *
     * @param server what is known of the server
     */
    public Diagnostician(MailServer server) {
        this.server = server;
        context = VerdictContext.unknown().withServer(server);
    }

    /**
     * Diagnoses a session.
     *
     * @param session a session whose handshake failed
     * @return the diagnosis
     */
    public HandshakeDiagnosis diagnose(SmtpSession session) {
        Optional<HandshakeFailure> failure = session.errors().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        HandshakeFailure.of(session.errors(), FailedHandshake.context(session, server.settings())));
        Retracing.Findings findings = failure.filter(verdict -> session.role() == TlsRole.SERVER)
                .filter(verdict -> Retracing.isPossibleFor(verdict.kind()))
                .map(verdict -> findings(question(session, verdict)))
                .orElse(Retracing.Findings.NONE);
        SessionVerdict verdict = session.verdict(context);
        return new HandshakeDiagnosis(session, verdict, failure, findings.cipherDiagnosis(), findings.assumptions());
    }

    private static Retracing.Question question(SmtpSession session, HandshakeFailure verdict) {
        return new Retracing.Question(
                verdict.kind(),
                verdict.error().reasonText().orElse(""),
                verdict.error().functionText().orElse(""),
                session.cipherString(),
                session.peer().flatMap(HelloGuess::byName));
    }

    private Retracing.Findings findings(Retracing.Question question) {
        Retracing.Findings known = remembered.get(question);
        if (known != null) {
            return known;
        }
        if (remembered.size() == MAX_REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        Retracing.Findings found = Retracing.of(question, server);
        remembered.put(question, found);
        return found;
    }
}
