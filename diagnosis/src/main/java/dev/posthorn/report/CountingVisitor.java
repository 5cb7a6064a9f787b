package dev.posthorn.report;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.parsers.MaillogCursor;
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
import dev.posthorn.parsers.syslog.EnvelopeView;
import dev.posthorn.parsers.syslog.YearRule;
import java.io.IOException;
import java.util.Optional;

/**
 * Tells of every line, and lets those who extend this hear of the kinds they count.
 *
 * <p>{@code message repeated 3 times: [ … ]} tells of the message within, three times as often ({@link #times()}).
 */
abstract class CountingVisitor implements MaillogVisitor {

    private final LogClock clock;
    private long time = LogTime.NONE;
    private long times = 1;

    /** Is the view that comes next one of a message within a line that has been told of? */
    private boolean isWithinLine;

    CountingVisitor(Optional<YearRule> years) {
        clock = new LogClock(years);
    }

    /** A line was read; {@link #time()} is its time. */
    abstract void line(EnvelopeView envelope);

    /** A message of Postfix was read, as often as {@link #times()} says. */
    void message(PostfixView view) {}

    /** A logger left lines out, and does not say what they said, or this library does not read it. */
    abstract void leftOut(long count);

    /** A logger threw lines away. */
    abstract void lost(long count);

    /** The time of the line, as {@link LogTime} has it. */
    final long time() {
        return time;
    }

    /** How often the line stands for the same message. */
    final long times() {
        return times;
    }

    /** The year of an earlier line that has none: that of this line, or the one before. */
    final long withYear(LogTimestamp earlier) {
        return clock.withYear(LogTime.of(earlier));
    }

    final void read(MaillogCursor cursor) throws IOException {
        while (cursor.advance()) {
            cursor.accept(this);
        }
    }

    private void readEnvelope(EnvelopeView envelope) {
        time = clock.read(envelope.timestamp());
        line(envelope);
    }

    private void read(PostfixView view) {
        if (!isWithinLine) {
            readEnvelope(view.envelope());
        }
        message(view);
    }

    @Override
    public final void onRepetition(RepetitionView repetition) {
        readEnvelope(repetition.envelope());
        if (repetition.isOfNeighbour()) {
            return;
        }
        long count = Math.max(0, repetition.count());
        switch (repetition.repeatedKind()) {
            case UNRECOGNIZED -> leftOut(count);
            default -> {
                if (count > 0) {
                    repeat(repetition.repeated(), count);
                }
            }
        }
    }

    private void repeat(PostfixView view, long count) {
        times = count;
        isWithinLine = true;
        try {
            view.accept(this);
        } finally {
            times = 1;
            isWithinLine = false;
        }
    }

    @Override
    public final void onRateLimit(RateLimitView rateLimit) {
        readEnvelope(rateLimit.envelope());
        lost(Math.max(0, rateLimit.count()));
    }

    @Override
    public void onNeighbour(NeighbourView neighbour) {
        readEnvelope(neighbour.envelope());
    }

    @Override
    public void onUnrecognized(UnrecognizedView unrecognized) {
        readEnvelope(unrecognized.envelope());
    }

    @Override
    public void onSmtpdConnect(SmtpdConnectView smtpdConnect) {
        read(smtpdConnect);
    }

    @Override
    public void onSmtpdDisconnect(SmtpdDisconnectView smtpdDisconnect) {
        read(smtpdDisconnect);
    }

    @Override
    public void onSmtpdLost(SmtpdLostView smtpdLost) {
        read(smtpdLost);
    }

    @Override
    public void onSmtpdClient(SmtpdClientView smtpdClient) {
        read(smtpdClient);
    }

    @Override
    public void onTlsEngineInit(TlsEngineInitView tlsEngineInit) {
        read(tlsEngineInit);
    }

    @Override
    public void onTlsSetup(TlsSetupView tlsSetup) {
        read(tlsSetup);
    }

    @Override
    public void onTlsCipherList(TlsCipherListView tlsCipherList) {
        read(tlsCipherList);
    }

    @Override
    public void onTlsState(TlsStateView tlsState) {
        read(tlsState);
    }

    @Override
    public void onTlsAlert(TlsAlertView tlsAlert) {
        read(tlsAlert);
    }

    @Override
    public void onSslError(SslErrorView sslError) {
        read(sslError);
    }

    @Override
    public void onTlsLibraryProblem(TlsLibraryProblemView tlsLibraryProblem) {
        read(tlsLibraryProblem);
    }

    @Override
    public void onTlsInvalidProtocols(TlsInvalidProtocolsView tlsInvalidProtocols) {
        read(tlsInvalidProtocols);
    }

    @Override
    public void onTlsEstablished(TlsEstablishedView tlsEstablished) {
        read(tlsEstablished);
    }

    @Override
    public void onCleanupMessageId(CleanupMessageIdView cleanupMessageId) {
        read(cleanupMessageId);
    }

    @Override
    public void onQmgrActive(QmgrActiveView qmgrActive) {
        read(qmgrActive);
    }

    @Override
    public void onQmgrRemoved(QmgrRemovedView qmgrRemoved) {
        read(qmgrRemoved);
    }

    @Override
    public void onQmgrExpired(QmgrExpiredView qmgrExpired) {
        read(qmgrExpired);
    }

    @Override
    public void onDelivery(DeliveryView delivery) {
        read(delivery);
    }

    @Override
    public void onAccessDecision(AccessDecisionView accessDecision) {
        read(accessDecision);
    }

    @Override
    public void onContentCheck(ContentCheckView contentCheck) {
        read(contentCheck);
    }

    @Override
    public void onNotice(NoticeView notice) {
        read(notice);
    }
}
