package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.openssl.error.HandshakeFailure;
import dev.posthorn.postfix.PostfixTlsSettings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A session to be judged, with what else is known of it, and the verdict that is being put together. */
final class VerdictCase {

    final SmtpSession session;
    final VerdictContext context;
    private final List<String> circumstances = new ArrayList<>();

    VerdictCase(SmtpSession session, VerdictContext context) {
        this.session = session;
        this.context = context;
    }

    /** The settings of the service that the session belongs to. */
    Optional<PostfixTlsSettings> settings() {
        return context.settings().map(all -> all.forInstance(session.instance()));
    }

    void tell(String circumstance) {
        circumstances.add(circumstance);
    }

    List<LogLine> linesOf(MaillogKind... kinds) {
        Set<MaillogKind> wanted = EnumSet.noneOf(MaillogKind.class);
        wanted.addAll(List.of(kinds));
        return session.lines().stream()
                .filter(line -> wanted.contains(line.kind()))
                .toList();
    }

    /** What Postfix's own text for the delivery says, if it says anything. */
    SessionCause statedCause(SessionCause otherwise) {
        return session.statedCause()
                .filter(cause -> cause != SessionCause.UNKNOWN)
                .orElse(otherwise);
    }

    /** A verdict whose last line of evidence says it in words. */
    SessionVerdict verdict(SessionCause cause, MaillogKind... kinds) {
        List<LogLine> evidence = linesOf(kinds);
        return verdict(
                CauseFinding.certain(cause),
                evidence.stream().reduce((earlier, later) -> later).map(LogLine::text),
                evidence);
    }

    SessionVerdict verdict(CauseFinding finding, Optional<String> detail, List<LogLine> evidence) {
        return verdict(finding, Optional.empty(), detail, evidence);
    }

    SessionVerdict verdict(
            CauseFinding finding, Optional<HandshakeFailure> failure, Optional<String> detail, List<LogLine> evidence) {
        return new SessionVerdict(
                finding.cause(),
                finding.confidence(),
                finding.alternatives(),
                failure,
                detail,
                evidence,
                circumstances);
    }
}
