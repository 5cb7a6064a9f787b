package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.RepetitionView;
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
import java.util.function.Consumer;

/** For logs that arrive in blocks: whatever a line says, a tracker gets it. */
final class TrackingVisitor implements MaillogVisitor {

    private final Consumer<PostfixView> tracker;

    TrackingVisitor(Consumer<PostfixView> tracker) {
        this.tracker = tracker;
    }

    /** A line that stands for several that were the same counts as one of them. */
    @Override
    public void onRepetition(RepetitionView repetition) {
        if (!repetition.isOfNeighbour() && repetition.repeatedKind() != MaillogKind.UNRECOGNIZED) {
            tracker.accept(repetition.repeated());
        }
    }

    @Override
    public void onSmtpdConnect(SmtpdConnectView smtpdConnect) {
        tracker.accept(smtpdConnect);
    }

    @Override
    public void onSmtpdDisconnect(SmtpdDisconnectView smtpdDisconnect) {
        tracker.accept(smtpdDisconnect);
    }

    @Override
    public void onSmtpdLost(SmtpdLostView smtpdLost) {
        tracker.accept(smtpdLost);
    }

    @Override
    public void onSmtpdClient(SmtpdClientView smtpdClient) {
        tracker.accept(smtpdClient);
    }

    @Override
    public void onTlsEngineInit(TlsEngineInitView tlsEngineInit) {
        tracker.accept(tlsEngineInit);
    }

    @Override
    public void onTlsSetup(TlsSetupView tlsSetup) {
        tracker.accept(tlsSetup);
    }

    @Override
    public void onTlsCipherList(TlsCipherListView tlsCipherList) {
        tracker.accept(tlsCipherList);
    }

    @Override
    public void onTlsState(TlsStateView tlsState) {
        tracker.accept(tlsState);
    }

    @Override
    public void onTlsAlert(TlsAlertView tlsAlert) {
        tracker.accept(tlsAlert);
    }

    @Override
    public void onSslError(SslErrorView sslError) {
        tracker.accept(sslError);
    }

    @Override
    public void onTlsLibraryProblem(TlsLibraryProblemView tlsLibraryProblem) {
        tracker.accept(tlsLibraryProblem);
    }

    @Override
    public void onTlsInvalidProtocols(TlsInvalidProtocolsView tlsInvalidProtocols) {
        tracker.accept(tlsInvalidProtocols);
    }

    @Override
    public void onTlsEstablished(TlsEstablishedView tlsEstablished) {
        tracker.accept(tlsEstablished);
    }

    @Override
    public void onCleanupMessageId(CleanupMessageIdView cleanupMessageId) {
        tracker.accept(cleanupMessageId);
    }

    @Override
    public void onQmgrActive(QmgrActiveView qmgrActive) {
        tracker.accept(qmgrActive);
    }

    @Override
    public void onQmgrRemoved(QmgrRemovedView qmgrRemoved) {
        tracker.accept(qmgrRemoved);
    }

    @Override
    public void onQmgrExpired(QmgrExpiredView qmgrExpired) {
        tracker.accept(qmgrExpired);
    }

    @Override
    public void onDelivery(DeliveryView delivery) {
        tracker.accept(delivery);
    }

    @Override
    public void onAccessDecision(AccessDecisionView accessDecision) {
        tracker.accept(accessDecision);
    }

    @Override
    public void onContentCheck(ContentCheckView contentCheck) {
        tracker.accept(contentCheck);
    }

    @Override
    public void onNotice(NoticeView notice) {
        tracker.accept(notice);
    }
}
