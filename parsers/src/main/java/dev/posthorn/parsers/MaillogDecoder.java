package dev.posthorn.parsers;

import dev.posthorn.parsers.postfix.CleanupMessageIdView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.QmgrActiveView;
import dev.posthorn.parsers.postfix.QmgrExpiredView;
import dev.posthorn.parsers.postfix.QmgrRemovedView;
import dev.posthorn.parsers.postfix.SmtpdClientView;
import dev.posthorn.parsers.postfix.SmtpdConnectView;
import dev.posthorn.parsers.postfix.SmtpdDisconnectView;
import dev.posthorn.parsers.postfix.SmtpdLostView;
import dev.posthorn.parsers.postfix.SslErrorView;
import dev.posthorn.parsers.postfix.TlsAlertView;
import dev.posthorn.parsers.postfix.TlsCipherListView;
import dev.posthorn.parsers.postfix.TlsEngineInitView;
import dev.posthorn.parsers.postfix.TlsEstablishedView;
import dev.posthorn.parsers.postfix.TlsInvalidProtocolsView;
import dev.posthorn.parsers.postfix.TlsLibraryProblemView;
import dev.posthorn.parsers.postfix.TlsSetupView;
import dev.posthorn.parsers.postfix.TlsStateView;
import java.util.Objects;

/**
 * Reads a log that arrives in blocks and tells a {@link MaillogVisitor} about each line: for callers who own the thread,
 * the buffer and the clock.
 *
 * <pre>{@code
 * MaillogDecoder decoder = Maillog.decoder(visitor, ReadLimits.defaults());
 * decoder.feed(block, 0, count);  // as often as blocks come; a line may begin in one and end in another
 * decoder.finish();
 * }</pre>
 *
 * <p>The block is the caller's again when {@link #feed} returns. Nothing is allocated for a line but a buffer, once, for
 * the ones that lie across blocks. Not safe for use by several threads.
 */
public final class MaillogDecoder {

    private final MaillogVisitor visitor;
    private final LineFramer framer;
    private final LineReader reader = new LineReader();

    MaillogDecoder(MaillogVisitor visitor, ReadLimits limits) {
        this.visitor = visitor;
        this.framer = new LineFramer(limits);
    }

    /**
     * Takes a block and reports every line that ends in it.
     *
     * @param block the bytes, borrowed until this method returns
     * @param from the first byte
     * @param to behind the last byte
     * @throws IndexOutOfBoundsException if the range is not inside the block
     */
    public void feed(byte[] block, int from, int to) {
        Objects.checkFromToIndex(from, to, block.length);
        framer.offer(block, from, to);
        while (framer.next()) {
            report();
        }
    }

    /** Reports what stands behind the last newline, if anything does. After that a new input may begin. */
    public void finish() {
        if (framer.last()) {
            report();
        }
    }

    private void report() {
        switch (reader.read(framer)) {
            case SMTPD_CONNECT -> visitor.onSmtpdConnect(reader.view(SmtpdConnectView.class));
            case SMTPD_DISCONNECT -> visitor.onSmtpdDisconnect(reader.view(SmtpdDisconnectView.class));
            case SMTPD_LOST -> visitor.onSmtpdLost(reader.view(SmtpdLostView.class));
            case SMTPD_CLIENT -> visitor.onSmtpdClient(reader.view(SmtpdClientView.class));
            case TLS_ENGINE_INIT -> visitor.onTlsEngineInit(reader.view(TlsEngineInitView.class));
            case TLS_SETUP -> visitor.onTlsSetup(reader.view(TlsSetupView.class));
            case TLS_CIPHER_LIST -> visitor.onTlsCipherList(reader.view(TlsCipherListView.class));
            case TLS_STATE -> visitor.onTlsState(reader.view(TlsStateView.class));
            case TLS_ALERT -> visitor.onTlsAlert(reader.view(TlsAlertView.class));
            case SSL_ACCEPT_ERROR, SSL_CONNECT_ERROR -> visitor.onSslError(reader.view(SslErrorView.class));
            case TLS_LIBRARY_PROBLEM -> visitor.onTlsLibraryProblem(reader.view(TlsLibraryProblemView.class));
            case TLS_INVALID_PROTOCOLS -> visitor.onTlsInvalidProtocols(reader.view(TlsInvalidProtocolsView.class));
            case TLS_ESTABLISHED, TLS_REUSED -> visitor.onTlsEstablished(reader.view(TlsEstablishedView.class));
            case CLEANUP_MESSAGE_ID, CLEANUP_RESENT_MESSAGE_ID ->
                visitor.onCleanupMessageId(reader.view(CleanupMessageIdView.class));
            case QMGR_ACTIVE -> visitor.onQmgrActive(reader.view(QmgrActiveView.class));
            case QMGR_REMOVED -> visitor.onQmgrRemoved(reader.view(QmgrRemovedView.class));
            case QMGR_EXPIRED -> visitor.onQmgrExpired(reader.view(QmgrExpiredView.class));
            case DELIVERY -> visitor.onDelivery(reader.view(DeliveryView.class));
            case UNRECOGNIZED -> visitor.onUnrecognized(reader.unrecognized());
        }
    }
}
