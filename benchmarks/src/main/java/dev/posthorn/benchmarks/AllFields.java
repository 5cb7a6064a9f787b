package dev.posthorn.benchmarks;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.RateLimitView;
import dev.posthorn.parsers.RepetitionView;
import dev.posthorn.parsers.UnrecognizedView;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.AccessDecisionView;
import dev.posthorn.parsers.postfix.CleanupMessageIdView;
import dev.posthorn.parsers.postfix.ContentCheckView;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.NoticeView;
import dev.posthorn.parsers.postfix.PeerView;
import dev.posthorn.parsers.postfix.QmgrActiveView;
import dev.posthorn.parsers.postfix.QmgrExpiredView;
import dev.posthorn.parsers.postfix.QmgrRemovedView;
import dev.posthorn.parsers.postfix.RelayView;
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
import dev.posthorn.parsers.postfix.TlsKeyExchangeView;
import dev.posthorn.parsers.postfix.TlsLibraryProblemView;
import dev.posthorn.parsers.postfix.TlsSessionView;
import dev.posthorn.parsers.postfix.TlsSetupView;
import dev.posthorn.parsers.postfix.TlsSignatureView;
import dev.posthorn.parsers.postfix.TlsStateView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import dev.posthorn.parsers.syslog.TimestampView;

/** Calls every accessor of every field, and adds up what it gets so that nobody can leave it out. */
final class AllFields implements MaillogVisitor {

    private long sum;

    long sum() {
        return sum;
    }

    void onEnvelope(EnvelopeView envelope) {
        sum += envelope.lineNumber() + envelope.lineOffset() + envelope.lineSize();
        add(envelope.raw());
        add(envelope.dialect());
        add(envelope.timestamp());
        add(envelope.outerTimestamp());
        add(envelope.monotonic());
        sum += envelope.priority();
        add(envelope.host());
        add(envelope.tag());
        add(envelope.instance());
        add(envelope.program());
        sum += envelope.pid();
        add(envelope.severity());
        add(envelope.text());
        sum += envelope.isPart() ? 1 : 0;
    }

    private void add(TimestampView timestamp) {
        if (timestamp.isPresent()) {
            sum += timestamp.year() + timestamp.month() + timestamp.day();
            sum += timestamp.hour() + timestamp.minute() + timestamp.second();
            add(timestamp.fraction());
            add(timestamp.utcOffset());
            add(timestamp.zone());
        }
    }

    @SuppressWarnings("EnumOrdinal") // Any number will do, and this one costs nothing.
    private void add(Enum<?> word) {
        sum += word.ordinal();
    }

    private void add(AsciiView text) {
        sum += text.length();
    }

    @Override
    public void onUnrecognized(UnrecognizedView unrecognized) {
        add(unrecognized.reason());
        add(unrecognized.raw());
    }

    @Override
    public void onRepetition(RepetitionView repetition) {
        sum += repetition.count();
        add(repetition.message());
        add(repetition.repeatedKind());
        if (repetition.isOfNeighbour()) {
            onNeighbour(repetition.repeatedNeighbour());
        } else if (repetition.repeatedKind() != MaillogKind.UNRECOGNIZED) {
            repetition.repeated().accept(this);
        }
    }

    @Override
    public void onRateLimit(RateLimitView rateLimit) {
        sum += rateLimit.count();
        sum += rateLimit.fromPid();
        add(rateLimit.unit());
    }

    @Override
    public void onNeighbour(NeighbourView neighbour) {
        add(neighbour.software());
        add(neighbour.queueId());
        for (int i = 0; i < neighbour.partCount(); i++) {
            add(neighbour.part(neighbour.partName(i)));
        }
    }

    @Override
    public void onNotice(NoticeView notice) {
        add(notice.queueId());
        for (int i = 0; i < notice.partCount(); i++) {
            add(notice.part(notice.partName(i)));
        }
    }

    @Override
    public void onSmtpdConnect(SmtpdConnectView smtpdConnect) {
        add(smtpdConnect.client());
    }

    @Override
    public void onSmtpdDisconnect(SmtpdDisconnectView smtpdDisconnect) {
        add(smtpdDisconnect.client());
        add(smtpdDisconnect.counters());
        sum += smtpdDisconnect.counterCount();
        add(smtpdDisconnect.notes());
    }

    @Override
    public void onSmtpdLost(SmtpdLostView smtpdLost) {
        add(smtpdLost.queueId());
        add(smtpdLost.reason());
        add(smtpdLost.stage());
        sum += smtpdLost.bytes();
        add(smtpdLost.client());
    }

    @Override
    public void onSmtpdClient(SmtpdClientView smtpdClient) {
        add(smtpdClient.queueId());
        add(smtpdClient.client());
        add(smtpdClient.saslMethod());
        add(smtpdClient.saslUsername());
        add(smtpdClient.saslSender());
        add(smtpdClient.origQueueId());
        add(smtpdClient.origClient());
    }

    @Override
    public void onTlsEngineInit(TlsEngineInitView tlsEngineInit) {
        add(tlsEngineInit.role());
    }

    @Override
    public void onTlsSetup(TlsSetupView tlsSetup) {
        add(tlsSetup.role());
        add(tlsSetup.peer());
    }

    @Override
    public void onTlsCipherList(TlsCipherListView tlsCipherList) {
        add(tlsCipherList.peer());
        add(tlsCipherList.cipherString());
    }

    @Override
    public void onTlsState(TlsStateView tlsState) {
        add(tlsState.prefix());
        add(tlsState.outcome());
        add(tlsState.state());
    }

    @Override
    public void onTlsAlert(TlsAlertView tlsAlert) {
        add(tlsAlert.direction());
        add(tlsAlert.level());
        add(tlsAlert.description());
    }

    @Override
    public void onSslError(SslErrorView sslError) {
        add(sslError.role());
        add(sslError.peer());
        add(sslError.status());
    }

    @Override
    public void onTlsLibraryProblem(TlsLibraryProblemView tlsLibraryProblem) {
        sum += tlsLibraryProblem.threadId();
        sum += tlsLibraryProblem.processId();
        add(tlsLibraryProblem.errorString());
        add(tlsLibraryProblem.code());
        add(tlsLibraryProblem.library());
        add(tlsLibraryProblem.function());
        add(tlsLibraryProblem.reason());
        add(tlsLibraryProblem.sourceFile());
        add(tlsLibraryProblem.sourceLine());
        add(tlsLibraryProblem.data());
        sum += tlsLibraryProblem.isTruncated() ? 1 : 0;
    }

    @Override
    public void onTlsInvalidProtocols(TlsInvalidProtocolsView tlsInvalidProtocols) {
        add(tlsInvalidProtocols.peer());
        add(tlsInvalidProtocols.protocols());
    }

    @Override
    public void onTlsEstablished(TlsEstablishedView tlsEstablished) {
        sum += tlsEstablished.trust().isPresent() ? 1 : 0;
        sum += tlsEstablished.isReused() ? 1 : 0;
        add(tlsEstablished.role());
        add(tlsEstablished.peer());
        add(tlsEstablished.sniHost());
        add(tlsEstablished.session());
    }

    @Override
    public void onCleanupMessageId(CleanupMessageIdView cleanupMessageId) {
        add(cleanupMessageId.queueId());
        sum += cleanupMessageId.isResent() ? 1 : 0;
        add(cleanupMessageId.messageId());
    }

    @Override
    public void onQmgrActive(QmgrActiveView qmgrActive) {
        add(qmgrActive.queueId());
        add(qmgrActive.sender());
        sum += qmgrActive.size();
        sum += qmgrActive.recipientCount();
    }

    @Override
    public void onQmgrRemoved(QmgrRemovedView qmgrRemoved) {
        add(qmgrRemoved.queueId());
    }

    @Override
    public void onQmgrExpired(QmgrExpiredView qmgrExpired) {
        add(qmgrExpired.queueId());
        add(qmgrExpired.sender());
        add(qmgrExpired.status());
    }

    @Override
    public void onDelivery(DeliveryView delivery) {
        add(delivery.queueId());
        add(delivery.recipient());
        add(delivery.originalRecipient());
        add(delivery.relay());
        sum += delivery.connectionUse();
        add(delivery.delay());
        sum += delivery.delayMillis();
        add(delivery.delays());
        sum += delivery.beforeQueueManagerMillis();
        sum += delivery.inQueueManagerMillis();
        sum += delivery.connectionSetupMillis();
        sum += delivery.transmissionMillis();
        add(delivery.tls());
        add(delivery.dsn());
        add(delivery.status());
        add(delivery.statusWord());
        add(delivery.text());
        sum += delivery.isTruncated() ? 1 : 0;
        sum += delivery.isAltered() ? 1 : 0;
    }

    @Override
    public void onAccessDecision(AccessDecisionView accessDecision) {
        add(accessDecision.queueId());
        add(accessDecision.action());
        add(accessDecision.where());
        add(accessDecision.client());
        add(accessDecision.text());
        sum += accessDecision.replyCode();
        add(accessDecision.dsn());
        add(accessDecision.reason());
        add(accessDecision.restrictionClass());
        add(accessDecision.argument());
        add(accessDecision.sender());
        add(accessDecision.recipient());
        add(accessDecision.protocol());
        add(accessDecision.helo());
        add(accessDecision.saslMethod());
        add(accessDecision.saslUsername());
        add(accessDecision.saslSender());
    }

    @Override
    public void onContentCheck(ContentCheckView contentCheck) {
        add(contentCheck.queueId());
        add(contentCheck.action());
        add(contentCheck.part());
        add(contentCheck.error());
        add(contentCheck.content());
        add(contentCheck.origin());
        add(contentCheck.client());
        add(contentCheck.sender());
        add(contentCheck.recipient());
        add(contentCheck.protocol());
        add(contentCheck.helo());
        add(contentCheck.text());
    }

    private void add(PeerView peer) {
        sum += peer.isPresent() ? 1 : 0;
        add(peer.text());
        add(peer.name());
        add(peer.address());
        add(peer.port());
        sum += peer.isUnknown() ? 1 : 0;
    }

    private void add(RelayView relay) {
        add(relay.text());
        add(relay.name());
        add(relay.address());
        add(relay.port());
        sum += relay.isNone() ? 1 : 0;
    }

    private void add(TlsSessionView tlsSession) {
        add(tlsSession.protocol());
        add(tlsSession.cipherSuiteName());
        sum += tlsSession.effectiveKeyBits();
        sum += tlsSession.algorithmKeyBits();
        add(tlsSession.keyExchange());
        add(tlsSession.serverSignature());
        add(tlsSession.clientSignature());
    }

    private void add(TlsKeyExchangeView tlsKeyExchange) {
        sum += tlsKeyExchange.isPresent() ? 1 : 0;
        add(tlsKeyExchange.name());
        add(tlsKeyExchange.curve());
        sum += tlsKeyExchange.bits();
    }

    private void add(TlsSignatureView tlsSignature) {
        sum += tlsSignature.isPresent() ? 1 : 0;
        add(tlsSignature.name());
        add(tlsSignature.curve());
        sum += tlsSignature.bits();
        sum += tlsSignature.isRawPublicKey() ? 1 : 0;
        add(tlsSignature.digest());
    }
}
