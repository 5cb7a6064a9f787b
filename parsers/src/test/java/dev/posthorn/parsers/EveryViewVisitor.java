package dev.posthorn.parsers;

import dev.posthorn.parsers.postfix.AccessDecisionView;
import dev.posthorn.parsers.postfix.CleanupMessageIdView;
import dev.posthorn.parsers.postfix.ContentCheckView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.PostfixView;
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

/** A visitor to whom all messages of Postfix are alike. */
abstract class EveryViewVisitor implements MaillogVisitor {

    abstract void on(PostfixView view);

    @Override
    public void onSmtpdConnect(SmtpdConnectView view) {
        on(view);
    }

    @Override
    public void onSmtpdDisconnect(SmtpdDisconnectView view) {
        on(view);
    }

    @Override
    public void onSmtpdLost(SmtpdLostView view) {
        on(view);
    }

    @Override
    public void onSmtpdClient(SmtpdClientView view) {
        on(view);
    }

    @Override
    public void onTlsEngineInit(TlsEngineInitView view) {
        on(view);
    }

    @Override
    public void onTlsSetup(TlsSetupView view) {
        on(view);
    }

    @Override
    public void onTlsCipherList(TlsCipherListView view) {
        on(view);
    }

    @Override
    public void onTlsState(TlsStateView view) {
        on(view);
    }

    @Override
    public void onTlsAlert(TlsAlertView view) {
        on(view);
    }

    @Override
    public void onSslError(SslErrorView view) {
        on(view);
    }

    @Override
    public void onTlsLibraryProblem(TlsLibraryProblemView view) {
        on(view);
    }

    @Override
    public void onTlsInvalidProtocols(TlsInvalidProtocolsView view) {
        on(view);
    }

    @Override
    public void onTlsEstablished(TlsEstablishedView view) {
        on(view);
    }

    @Override
    public void onCleanupMessageId(CleanupMessageIdView view) {
        on(view);
    }

    @Override
    public void onQmgrActive(QmgrActiveView view) {
        on(view);
    }

    @Override
    public void onQmgrRemoved(QmgrRemovedView view) {
        on(view);
    }

    @Override
    public void onQmgrExpired(QmgrExpiredView view) {
        on(view);
    }

    @Override
    public void onDelivery(DeliveryView view) {
        on(view);
    }

    @Override
    public void onAccessDecision(AccessDecisionView view) {
        on(view);
    }

    @Override
    public void onContentCheck(ContentCheckView view) {
        on(view);
    }

    @Override
    public void onNotice(NoticeView view) {
        on(view);
    }
}
