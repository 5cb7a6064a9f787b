package dev.posthorn.parsers.json;

import dev.posthorn.mail.AlertDirection;
import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.PeerTrust;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.mail.TlsStateOutcome;
import dev.posthorn.mail.UnrecognizedReason;
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

/** The members of each kind of event, in the order of its view's accessors. */
final class EventJson implements MaillogVisitor {

    private static final BytesOfConstants<AlertDirection> DIRECTIONS =
            BytesOfConstants.members(Member.DIRECTION, AlertDirection.class);
    private static final BytesOfConstants<DeliveryStatus> STATUSES =
            BytesOfConstants.members(Member.STATUS, DeliveryStatus.class);
    private static final BytesOfConstants<PeerTrust> TRUSTS = BytesOfConstants.members(Member.TRUST, PeerTrust.class);
    private static final BytesOfConstants<TlsRole> ROLES = BytesOfConstants.members(Member.ROLE, TlsRole.class);
    private static final BytesOfConstants<TlsStateOutcome> OUTCOMES =
            BytesOfConstants.members(Member.OUTCOME, TlsStateOutcome.class);
    private static final BytesOfConstants<UnrecognizedReason> REASONS =
            BytesOfConstants.members(Member.REASON, UnrecognizedReason.class);

    private final JsonBytes json;
    private final PartJson parts;

    EventJson(JsonBytes json) {
        this.json = json;
        this.parts = new PartJson(json);
    }

    @Override
    public void onUnrecognized(UnrecognizedView unrecognized) {
        json.member(REASONS.of(unrecognized.reason()));
        json.text(Member.RAW, unrecognized.raw());
    }

    @Override
    public void onRepetition(RepetitionView repetition) {
        json.number(Member.COUNT, repetition.count());
        json.text(Member.MESSAGE, repetition.message());
        if (repetition.repeatedKind() != MaillogKind.UNRECOGNIZED) {
            json.open(Member.REPEATED, '{');
            json.member(EnvelopeJson.KINDS.of(repetition.repeatedKind()));
            if (repetition.isOfNeighbour()) {
                onNeighbour(repetition.repeatedNeighbour());
            } else {
                repetition.repeated().accept(this);
            }
            json.put('}');
        }
    }

    @Override
    public void onRateLimit(RateLimitView rateLimit) {
        json.number(Member.COUNT, rateLimit.count());
        json.number(Member.FROM_PID, rateLimit.fromPid());
        json.text(Member.UNIT, rateLimit.unit());
    }

    @Override
    public void onNeighbour(NeighbourView neighbour) {
        parts.of(neighbour);
    }

    @Override
    public void onNotice(NoticeView notice) {
        parts.of(notice);
    }

    @Override
    public void onSmtpdConnect(SmtpdConnectView smtpdConnect) {
        parts.peer(Member.CLIENT, smtpdConnect.client());
    }

    @Override
    public void onSmtpdDisconnect(SmtpdDisconnectView smtpdDisconnect) {
        parts.peer(Member.CLIENT, smtpdDisconnect.client());
        parts.counters(smtpdDisconnect);
        json.text(Member.NOTES, smtpdDisconnect.notes());
    }

    @Override
    public void onSmtpdLost(SmtpdLostView smtpdLost) {
        json.queueId(smtpdLost.queueId());
        json.text(Member.REASON, smtpdLost.reason());
        json.text(Member.STAGE, smtpdLost.stage());
        json.number(Member.BYTES, smtpdLost.bytes());
        parts.peer(Member.CLIENT, smtpdLost.client());
    }

    @Override
    public void onSmtpdClient(SmtpdClientView smtpdClient) {
        json.queueId(smtpdClient.queueId());
        parts.peer(Member.CLIENT, smtpdClient.client());
        json.text(Member.SASL_METHOD, smtpdClient.saslMethod());
        json.text(Member.SASL_USERNAME, smtpdClient.saslUsername());
        json.text(Member.SASL_SENDER, smtpdClient.saslSender());
        json.text(Member.ORIG_QUEUE_ID, smtpdClient.origQueueId());
        parts.peer(Member.ORIG_CLIENT, smtpdClient.origClient());
    }

    @Override
    public void onTlsEngineInit(TlsEngineInitView tlsEngineInit) {
        json.member(ROLES.of(tlsEngineInit.role()));
    }

    @Override
    public void onTlsSetup(TlsSetupView tlsSetup) {
        json.member(ROLES.of(tlsSetup.role()));
        parts.peer(Member.PEER, tlsSetup.peer());
    }

    @Override
    public void onTlsCipherList(TlsCipherListView tlsCipherList) {
        parts.peer(Member.PEER, tlsCipherList.peer());
        json.text(Member.CIPHER_STRING, tlsCipherList.cipherString());
    }

    @Override
    public void onTlsState(TlsStateView tlsState) {
        json.text(Member.PREFIX, tlsState.prefix());
        json.member(OUTCOMES.of(tlsState.outcome()));
        json.text(Member.STATE, tlsState.state());
    }

    @Override
    public void onTlsAlert(TlsAlertView tlsAlert) {
        json.member(DIRECTIONS.of(tlsAlert.direction()));
        json.text(Member.LEVEL, tlsAlert.level());
        json.text(Member.DESCRIPTION, tlsAlert.description());
    }

    @Override
    public void onSslError(SslErrorView sslError) {
        json.member(ROLES.of(sslError.role()));
        parts.peer(Member.PEER, sslError.peer());
        json.text(Member.STATUS, sslError.status());
    }

    @Override
    public void onTlsLibraryProblem(TlsLibraryProblemView tlsLibraryProblem) {
        json.number(Member.THREAD_ID, tlsLibraryProblem.threadId());
        json.number(Member.PROCESS_ID, tlsLibraryProblem.processId());
        json.text(Member.ERROR_STRING, tlsLibraryProblem.errorString());
        json.text(Member.CODE, tlsLibraryProblem.code());
        json.text(Member.LIBRARY, tlsLibraryProblem.library());
        json.text(Member.FUNCTION, tlsLibraryProblem.function());
        json.text(Member.REASON, tlsLibraryProblem.reason());
        json.text(Member.SOURCE_FILE, tlsLibraryProblem.sourceFile());
        json.text(Member.SOURCE_LINE, tlsLibraryProblem.sourceLine());
        json.text(Member.DATA, tlsLibraryProblem.data());
        json.flag(Member.IS_TRUNCATED, tlsLibraryProblem.isTruncated());
    }

    @Override
    public void onTlsInvalidProtocols(TlsInvalidProtocolsView tlsInvalidProtocols) {
        parts.peer(Member.PEER, tlsInvalidProtocols.peer());
        json.text(Member.PROTOCOLS, tlsInvalidProtocols.protocols());
    }

    @Override
    public void onTlsEstablished(TlsEstablishedView tlsEstablished) {
        if (tlsEstablished.trust().isPresent()) {
            json.member(TRUSTS.of(tlsEstablished.trust().get()));
        }
        json.flag(Member.IS_REUSED, tlsEstablished.isReused());
        json.member(ROLES.of(tlsEstablished.role()));
        parts.peer(Member.PEER, tlsEstablished.peer());
        json.text(Member.SNI_HOST, tlsEstablished.sniHost());
        parts.session(tlsEstablished.session());
    }

    @Override
    public void onCleanupMessageId(CleanupMessageIdView cleanupMessageId) {
        json.queueId(cleanupMessageId.queueId());
        json.flag(Member.IS_RESENT, cleanupMessageId.isResent());
        json.text(Member.MESSAGE_ID, cleanupMessageId.messageId());
    }

    @Override
    public void onQmgrActive(QmgrActiveView qmgrActive) {
        json.queueId(qmgrActive.queueId());
        json.text(Member.SENDER, qmgrActive.sender());
        json.number(Member.MESSAGE_SIZE, qmgrActive.size());
        json.number(Member.RECIPIENT_COUNT, qmgrActive.recipientCount());
    }

    @Override
    public void onQmgrRemoved(QmgrRemovedView qmgrRemoved) {
        json.queueId(qmgrRemoved.queueId());
    }

    @Override
    public void onQmgrExpired(QmgrExpiredView qmgrExpired) {
        json.queueId(qmgrExpired.queueId());
        json.text(Member.SENDER, qmgrExpired.sender());
        json.text(Member.STATUS, qmgrExpired.status());
    }

    @Override
    public void onDelivery(DeliveryView delivery) {
        json.queueId(delivery.queueId());
        json.text(Member.RECIPIENT, delivery.recipient());
        json.text(Member.ORIGINAL_RECIPIENT, delivery.originalRecipient());
        parts.relay(delivery.relay());
        json.number(Member.CONNECTION_USE, delivery.connectionUse());
        json.number(Member.DELAY_MILLIS, delivery.delayMillis());
        parts.delays(delivery);
        json.text(Member.TLS, delivery.tls());
        json.text(Member.DSN, delivery.dsn());
        json.member(STATUSES.of(delivery.status()));
        json.text(Member.STATUS_WORD, delivery.statusWord());
        json.text(Member.TEXT, delivery.text());
        json.flag(Member.IS_TRUNCATED, delivery.isTruncated());
        json.flag(Member.IS_ALTERED, delivery.isAltered());
    }

    @Override
    public void onAccessDecision(AccessDecisionView decision) {
        json.queueId(decision.queueId());
        json.text(Member.ACTION, decision.action());
        json.text(Member.WHERE, decision.where());
        parts.peer(Member.CLIENT, decision.client());
        json.text(Member.TEXT, decision.text());
        json.number(Member.REPLY_CODE, decision.replyCode());
        json.text(Member.DSN, decision.dsn());
        json.text(Member.REASON, decision.reason());
        json.text(Member.RESTRICTION_CLASS, decision.restrictionClass());
        json.text(Member.ARGUMENT, decision.argument());
        json.text(Member.SENDER, decision.sender());
        json.text(Member.RECIPIENT, decision.recipient());
        json.text(Member.PROTOCOL, decision.protocol());
        json.text(Member.HELO, decision.helo());
        json.text(Member.SASL_METHOD, decision.saslMethod());
        json.text(Member.SASL_USERNAME, decision.saslUsername());
        json.text(Member.SASL_SENDER, decision.saslSender());
    }

    @Override
    public void onContentCheck(ContentCheckView check) {
        json.queueId(check.queueId());
        json.text(Member.ACTION, check.action());
        json.text(Member.PART, check.part());
        json.text(Member.ERROR, check.error());
        json.text(Member.CONTENT, check.content());
        json.text(Member.ORIGIN, check.origin());
        parts.peer(Member.CLIENT, check.client());
        json.text(Member.SENDER, check.sender());
        json.text(Member.RECIPIENT, check.recipient());
        json.text(Member.PROTOCOL, check.protocol());
        json.text(Member.HELO, check.helo());
        json.text(Member.TEXT, check.text());
    }
}
