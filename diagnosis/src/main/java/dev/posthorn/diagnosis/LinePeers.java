package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NoticePart;
import dev.posthorn.parsers.postfix.AccessDecisionView;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.PeerView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.postfix.SmtpdClientView;
import dev.posthorn.parsers.postfix.SmtpdConnectView;
import dev.posthorn.parsers.postfix.SmtpdDisconnectView;
import dev.posthorn.parsers.postfix.SmtpdLostView;
import dev.posthorn.parsers.postfix.SslErrorView;
import dev.posthorn.parsers.postfix.TlsCipherListView;
import dev.posthorn.parsers.postfix.TlsEstablishedView;
import dev.posthorn.parsers.postfix.TlsInvalidProtocolsView;
import dev.posthorn.parsers.postfix.TlsSetupView;
import org.jspecify.annotations.Nullable;

/** Which peer a line names, whatever line it is. */
final class LinePeers {

    private LinePeers() {}

    /** The peer, borrowed; null if the line names none. */
    static @Nullable PeerView of(PostfixView view, MaillogKind kind) {
        PeerView peer = find(view, kind);
        return peer != null && peer.isPresent() ? peer : null;
    }

    private static @Nullable PeerView find(PostfixView view, MaillogKind kind) {
        return switch (kind) {
            case SMTPD_CONNECT -> ((SmtpdConnectView) view).client();
            case SMTPD_DISCONNECT -> ((SmtpdDisconnectView) view).client();
            case SMTPD_LOST -> ((SmtpdLostView) view).client();
            case SMTPD_CLIENT -> ((SmtpdClientView) view).client();
            case TLS_SETUP -> ((TlsSetupView) view).peer();
            case TLS_CIPHER_LIST -> ((TlsCipherListView) view).peer();
            case SSL_ACCEPT_ERROR, SSL_CONNECT_ERROR -> ((SslErrorView) view).peer();
            case TLS_ESTABLISHED, TLS_REUSED -> ((TlsEstablishedView) view).peer();
            case TLS_INVALID_PROTOCOLS -> ((TlsInvalidProtocolsView) view).peer();
            case TLS_STATE, TLS_ALERT, TLS_LIBRARY_PROBLEM -> null;
            default -> {
                if (view instanceof AccessDecisionView decision) {
                    yield decision.client();
                }
                yield view instanceof NoticeView notice ? find(notice) : null;
            }
        };
    }

    private static PeerView find(NoticeView notice) {
        PeerView client = notice.peer(NoticePart.CLIENT);
        if (client.isPresent()) {
            return client;
        }
        PeerView peer = notice.peer(NoticePart.PEER);
        return peer.isPresent() ? peer : notice.peer(NoticePart.SERVER);
    }
}
