package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.syslog.EnvelopeView;

/**
 * The postscreen process. A client that passes is handed to smtpd, and postscreen says no more of it; one that had to talk
 * to postscreen first is told to come again, and its end is logged (fact sheet on Postfix log messages section 8).
 */
final class PostscreenProcess extends MultiplexingProcess {

    PostscreenProcess(int hash, EnvelopeView envelope, long pid, SessionSink sink) {
        super(hash, envelope, pid, ProcessProgram.POSTSCREEN, sink);
    }

    @Override
    boolean isBeginning(MaillogKind kind) {
        return kind == MaillogKind.POSTSCREEN_CONNECT;
    }

    @Override
    boolean isEnd(MaillogKind kind, OpenSession session) {
        return switch (kind) {
            case POSTSCREEN_DISCONNECT -> true;
            case POSTSCREEN_PASS, POSTSCREEN_ALLOWLISTED -> session.mail.refusal == 0;
            default -> false;
        };
    }

    /** The TLS of its clients is tlsproxy's. */
    @Override
    boolean isClaim(MaillogKind kind, OpenSession session) {
        return false;
    }
}
