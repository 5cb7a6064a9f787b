package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NoticePart;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.syslog.EnvelopeView;

/** A tlsproxy process: TLS for postscreen's clients and for connections of the SMTP client that are used again. */
final class TlsproxyProcess extends MultiplexingProcess {

    private boolean isClient;

    TlsproxyProcess(int hash, EnvelopeView envelope, long pid, SessionSink sink) {
        super(hash, envelope, pid, ProcessProgram.TLSPROXY, sink);
    }

    @Override
    void take(PostfixView view, MaillogKind kind) {
        isClient = kind == MaillogKind.TLSPROXY_CONNECT
                && ((NoticeView) view).part(NoticePart.DIRECTION).contentEquals("to");
        super.take(view, kind);
    }

    @Override
    boolean isBeginning(MaillogKind kind) {
        return kind == MaillogKind.TLSPROXY_CONNECT;
    }

    @Override
    boolean isEnd(MaillogKind kind, OpenSession session) {
        if (isClient) {
            session.tls.role = TlsRole.CLIENT;
        }
        return kind == MaillogKind.TLSPROXY_DISCONNECT;
    }

    /** The errors of a handshake come before the line that says whose it was; a trace before any other line of it. */
    @Override
    boolean isClaim(MaillogKind kind, OpenSession session) {
        return switch (kind) {
            case TLSPROXY_HANDSHAKE_FAILED, SSL_ACCEPT_ERROR, SSL_CONNECT_ERROR, TLS_ESTABLISHED, TLS_VERIFY_FAILED ->
                true;
            case TLSPROXY_DISCONNECT -> !session.tls.isDecided();
            default -> false;
        };
    }
}
