package dev.posthorn.benchmarks;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.RateLimitView;
import dev.posthorn.parsers.RepetitionView;
import dev.posthorn.parsers.UnrecognizedView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.AccessDecisionView;
import dev.posthorn.parsers.postfix.CleanupMessageIdView;
import dev.posthorn.parsers.postfix.ContentCheckView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.NoticeView;
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

/** Counts the kinds of lines it is told of. */
final class CountingVisitor implements MaillogVisitor {

    private final Counts counts;

    CountingVisitor(Counts counts) {
        this.counts = counts;
    }

    @Override
    public void onUnrecognized(UnrecognizedView unrecognized) {
        counts.add(MaillogKind.UNRECOGNIZED);
    }

    @Override
    public void onNeighbour(NeighbourView neighbour) {
        counts.add(neighbour.kind());
    }

    @Override
    public void onRepetition(RepetitionView repetition) {
        counts.add(repetition.kind());
    }

    @Override
    public void onRateLimit(RateLimitView rateLimit) {
        counts.add(rateLimit.kind());
    }

    @Override
    public void onSmtpdConnect(SmtpdConnectView smtpdConnect) {
        counts.add(smtpdConnect.kind());
    }

    @Override
    public void onSmtpdDisconnect(SmtpdDisconnectView smtpdDisconnect) {
        counts.add(smtpdDisconnect.kind());
    }

    @Override
    public void onSmtpdLost(SmtpdLostView smtpdLost) {
        counts.add(smtpdLost.kind());
    }

    @Override
    public void onSmtpdClient(SmtpdClientView smtpdClient) {
        counts.add(smtpdClient.kind());
    }

    @Override
    public void onTlsEngineInit(TlsEngineInitView tlsEngineInit) {
        counts.add(tlsEngineInit.kind());
    }

    @Override
    public void onTlsSetup(TlsSetupView tlsSetup) {
        counts.add(tlsSetup.kind());
    }

    @Override
    public void onTlsCipherList(TlsCipherListView tlsCipherList) {
        counts.add(tlsCipherList.kind());
    }

    @Override
    public void onTlsState(TlsStateView tlsState) {
        counts.add(tlsState.kind());
    }

    @Override
    public void onTlsAlert(TlsAlertView tlsAlert) {
        counts.add(tlsAlert.kind());
    }

    @Override
    public void onSslError(SslErrorView sslError) {
        counts.add(sslError.kind());
    }

    @Override
    public void onTlsLibraryProblem(TlsLibraryProblemView tlsLibraryProblem) {
        counts.add(tlsLibraryProblem.kind());
    }

    @Override
    public void onTlsInvalidProtocols(TlsInvalidProtocolsView tlsInvalidProtocols) {
        counts.add(tlsInvalidProtocols.kind());
    }

    @Override
    public void onTlsEstablished(TlsEstablishedView tlsEstablished) {
        counts.add(tlsEstablished.kind());
    }

    @Override
    public void onCleanupMessageId(CleanupMessageIdView cleanupMessageId) {
        counts.add(cleanupMessageId.kind());
    }

    @Override
    public void onQmgrActive(QmgrActiveView qmgrActive) {
        counts.add(qmgrActive.kind());
    }

    @Override
    public void onQmgrRemoved(QmgrRemovedView qmgrRemoved) {
        counts.add(qmgrRemoved.kind());
    }

    @Override
    public void onQmgrExpired(QmgrExpiredView qmgrExpired) {
        counts.add(qmgrExpired.kind());
    }

    @Override
    public void onDelivery(DeliveryView delivery) {
        counts.add(delivery.kind());
    }

    @Override
    public void onAccessDecision(AccessDecisionView accessDecision) {
        counts.add(accessDecision.kind());
    }

    @Override
    public void onContentCheck(ContentCheckView contentCheck) {
        counts.add(contentCheck.kind());
    }

    @Override
    public void onNotice(NoticeView notice) {
        counts.add(notice.kind());
    }
}
