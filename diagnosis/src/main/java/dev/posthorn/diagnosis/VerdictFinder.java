package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.text.TerminalText;

/**
 * Finds out why a session came to what it came to: what TLS failed by, in the order in which one thing leads to the other,
 * else what the mail failed by (fact sheet on handshake failures section 0).
 */
final class VerdictFinder {

    private final SmtpSession session;
    private final VerdictCase its;

    VerdictFinder(SmtpSession session, VerdictContext context) {
        this.session = session;
        its = new VerdictCase(session, context);
    }

    SessionVerdict find() {
        tell(session.peerBefore(), "before");
        tell(its.context.laterThan(session), "after");
        return NeighbourWords.verdict(its).orElseGet(this::byOutcome);
    }

    private SessionVerdict byOutcome() {
        return switch (session.tlsOutcome()) {
            case TLS_DISABLED -> DisabledTls.verdict(its);
            case CERTIFICATE_REFUSED -> RefusedCertificate.verdict(its);
            case STARTTLS_REFUSED ->
                its.verdict(SessionCause.STARTTLS_REFUSED, MaillogKind.SMTPD_REFUSING_TLS, MaillogKind.DELIVERY);
            case NOT_OFFERED -> its.verdict(SessionCause.TLS_NOT_OFFERED, MaillogKind.DELIVERY);
            case POLICY_UNMET ->
                its.verdict(
                        its.statedCause(SessionCause.DANE_UNMET),
                        MaillogKind.DELIVERY,
                        MaillogKind.SMTP_TLS_POLICY_LOOKUP);
            case HANDSHAKE_FAILED, LOST_AFTER_STARTTLS -> FailedHandshake.verdict(its);
            case ESTABLISHED, UNFINISHED, NO_TLS_SEEN -> FailedMail.verdict(its);
        };
    }

    /** Sessions of the same peer before and after tell a peer that cannot from one that could and cannot any more. */
    private void tell(PeerHistory history, String when) {
        if (history.sessions() == 0) {
            return;
        }
        its.tell("The log has " + history.sessions() + " sessions with this peer " + when
                + " this one: TLS in "
                + history.established() + ", failed in " + history.failed()
                + history.lastVersion()
                        .map(version -> ", last with " + version.openSslName()
                                + history.lastSuite()
                                        .map(suite -> " and " + TerminalText.escape(suite, 500))
                                        .orElse("")
                                + " in line " + history.lastEstablishedLine())
                        .orElse("")
                + ".");
    }
}
