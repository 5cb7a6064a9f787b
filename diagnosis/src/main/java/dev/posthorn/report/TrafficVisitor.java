package dev.posthorn.report;

import static dev.posthorn.report.Measure.*;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NoticePart;
import dev.posthorn.mail.Severity;
import dev.posthorn.mail.UnrecognizedReason;
import dev.posthorn.parsers.UnrecognizedView;
import dev.posthorn.parsers.bytes.AsciiView;
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
import dev.posthorn.parsers.postfix.TlsLibraryProblemView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import dev.posthorn.parsers.syslog.YearRule;
import java.util.Optional;

/** Hears of the lines of one log and counts what a {@link TrafficReport} knows. */
final class TrafficVisitor extends CountingVisitor {

    private final TrafficTables tables;
    private final TrafficCounts counts;
    private final MessageFlow messages;
    private final Runnable changed;
    private final ReasonText reasons = new ReasonText();
    private final KeyBuilder key = new KeyBuilder();
    private final KeyBuilder id = new KeyBuilder();
    private final KeyBuilder address = new KeyBuilder();

    /** @param changed is run for every line: what has been shown is not up to date any more */
    TrafficVisitor(
            TrafficTables tables,
            TrafficCounts counts,
            MessageFlow messages,
            Runnable changed,
            Optional<YearRule> years) {
        super(years);
        this.tables = tables;
        this.counts = counts;
        this.messages = messages;
        this.changed = changed;
    }

    @Override
    void line(EnvelopeView envelope) {
        changed.run();
        counts.total(LINES, 1);
        counts.total(BYTES, envelope.lineSize());
        if (LogTime.isTime(time())) {
            counts.total(FIRST, time());
            counts.total(LAST, time());
        }
        if (envelope.host().isPresent()) {
            Occurrences.count(tables.hosts, key.clear().text(envelope.host()), time(), 1);
        }
    }

    @Override
    void message(PostfixView view) {
        EnvelopeView envelope = view.envelope();
        Occurrences.count(tables.services, key.clear().text(envelope.tag()), time(), times());
        if (envelope.severity() != Severity.INFO && view.kind() != MaillogKind.TLS_LIBRARY_PROBLEM) {
            problem(envelope, envelope.text());
        }
    }

    @Override
    void leftOut(long count) {
        counts.total(LEFT_OUT, count);
    }

    @Override
    void lost(long count) {
        counts.total(LOST, count);
    }

    private void problem(EnvelopeView envelope, AsciiView text) {
        key.clear().word(envelope.severity().name()).separator();
        key.text(envelope.program()).separator();
        append(text);
        Occurrences.count(tables.problems, key, time(), times());
    }

    private void append(AsciiView text) {
        if (!text.isEmpty()) {
            reasons.append(text.array(), text.from(), text.to(), key);
        }
    }

    @Override
    public void onNeighbour(NeighbourView neighbour) {
        super.onNeighbour(neighbour);
        foreign(neighbour.envelope());
    }

    private void foreign(EnvelopeView envelope) {
        key.clear().text(envelope.program());
        tables.foreignPrograms.add(tables.foreignPrograms.count(key, 1), COUNT, 1);
    }

    @Override
    public void onUnrecognized(UnrecognizedView unrecognized) {
        super.onUnrecognized(unrecognized);
        key.clear().word(unrecognized.reason().name());
        tables.unrecognized.add(tables.unrecognized.count(key, 1), COUNT, 1);
        EnvelopeView envelope = unrecognized.envelope();
        if (unrecognized.reason() == UnrecognizedReason.FOREIGN_PROGRAM) {
            foreign(envelope);
        } else if (unrecognized.reason() == UnrecognizedReason.UNKNOWN_MESSAGE
                && envelope.instance().isPresent()
                && envelope.severity() != Severity.INFO) {
            problem(envelope, envelope.text());
        }
    }

    @Override
    public void onTlsLibraryProblem(TlsLibraryProblemView problem) {
        super.onTlsLibraryProblem(problem);
        key.clear().word(problem.envelope().severity().name()).separator();
        key.text(problem.envelope().program()).separator().word("TLS library problem: ");
        append(problem.reason().isEmpty() ? problem.errorString() : problem.reason());
        Occurrences.count(tables.problems, key, time(), times());
    }

    @Override
    public void onSmtpdClient(SmtpdClientView client) {
        super.onSmtpdClient(client);
        if (!client.queueId().contentEquals("NOQUEUE")) {
            messages.begin(id(client, client.queueId()));
        }
    }

    @Override
    public void onCleanupMessageId(CleanupMessageIdView messageId) {
        super.onCleanupMessageId(messageId);
        if (messageId.kind() == MaillogKind.CLEANUP_MESSAGE_ID) {
            messages.beginWithMessageId(id(messageId, messageId.queueId()));
        }
    }

    @Override
    public void onQmgrActive(QmgrActiveView active) {
        super.onQmgrActive(active);
        messages.enter(
                id(active, active.queueId()),
                Math.max(0, active.size()),
                address.clear().address(active.sender()),
                time());
    }

    @Override
    public void onQmgrRemoved(QmgrRemovedView removed) {
        super.onQmgrRemoved(removed);
        messages.end(id(removed, removed.queueId()));
    }

    @Override
    public void onQmgrExpired(QmgrExpiredView expired) {
        super.onQmgrExpired(expired);
        counts.total(EXPIRED, times());
    }

    @Override
    public void onNotice(NoticeView notice) {
        super.onNotice(notice);
        if (notice.kind() == MaillogKind.PICKUP && notice.queueId().isPresent()) {
            messages.begin(id(notice, notice.queueId()));
        } else if (notice.kind() == MaillogKind.POSTSCREEN_REJECT_CONNECT) {
            counts.period(REJECTED, times(), time());
            key.clear().word("reject").separator().word("CONNECT").separator().separator();
            append(notice.part(NoticePart.REASON));
            Occurrences.count(tables.decisions, key, time(), times());
        }
    }

    private KeyBuilder id(PostfixView view, AsciiView queueId) {
        return id.clear().text(view.envelope().host()).separator().text(queueId);
    }

    @Override
    public void onDelivery(DeliveryView delivery) {
        super.onDelivery(delivery);
        switch (delivery.status()) {
            case SENT -> sent(delivery);
            case DEFERRED, SOFTBOUNCE -> {
                failed(delivery, tables.deferrals, DEFERRALS);
                messages.defer(id(delivery, delivery.queueId()));
            }
            case BOUNCED -> failed(delivery, tables.bounces, BOUNCED);
            case EXPIRED -> counts.total(EXPIRED, times());
            case DELIVERABLE, UNDELIVERABLE -> counts.total(PROBES, times());
            case OTHER -> counts.total(OTHER_STATUS, times());
        }
    }

    private void sent(DeliveryView delivery) {
        address.clear().address(delivery.recipient());
        if (delivery.text().startsWith("forwarded as ")) {
            counts.period(FORWARDED, times(), time());
            domain(FORWARDED);
            return;
        }
        counts.period(DELIVERED, times(), time());
        CountTable.Row recipient = tables.recipients.count(address, times());
        tables.recipients.add(recipient, COUNT, times());
        CountTable.Row domain = domain(DELIVERED);
        tables.recipientDomains.add(domain, DELAY, Measure.product(delivery.delayMillis(), times()));
        tables.recipientDomains.add(domain, LONGEST_DELAY, delivery.delayMillis());
        messages.deliver(id(delivery, delivery.queueId()), address, time(), times());
        tables.delay.add(delivery.delayMillis(), times());
        tables.beforeQueueManager.add(delivery.beforeQueueManagerMillis(), times());
        tables.inQueueManager.add(delivery.inQueueManagerMillis(), times());
        tables.connectionSetup.add(delivery.connectionSetupMillis(), times());
        tables.transmission.add(delivery.transmissionMillis(), times());
    }

    private void failed(DeliveryView delivery, CountTable reasonTable, Measure measure) {
        address.clear().address(delivery.recipient());
        counts.period(measure, times(), time());
        domain(measure);
        key.clear().text(delivery.envelope().program()).separator();
        key.text(delivery.dsn()).separator();
        append(delivery.text());
        Occurrences.count(reasonTable, key, time(), times());
    }

    private CountTable.Row domain(Measure measure) {
        int from = TrafficCounts.domainOf(address.bytes(), address.length());
        CountTable.Row row = tables.recipientDomains.count(address.bytes(), from, address.length(), times());
        tables.recipientDomains.add(row, measure, times());
        return row;
    }

    @Override
    public void onAccessDecision(AccessDecisionView decision) {
        super.onAccessDecision(decision);
        decide(decision.kind());
        key.clear().text(decision.action()).separator().text(decision.where()).separator();
        code(decision);
        key.separator();
        AsciiView reason = decision.reason();
        if (!reason.isEmpty()) {
            reasons.append(reason.array(), behindSubject(reason), reason.to(), key);
        }
        Occurrences.count(tables.decisions, key, time(), times());
    }

    private void decide(MaillogKind kind) {
        switch (kind) {
            case SMTPD_REJECT, SMTPD_HANGUP, SMTPD_PROXY_REJECT, MILTER_REJECT, POSTSCREEN_REJECT ->
                counts.period(REJECTED, times(), time());
            case SMTPD_REJECT_WARNING -> counts.total(REJECT_WARNINGS, times());
            case SMTPD_HOLD, MILTER_HOLD -> counts.total(HELD, times());
            case SMTPD_DISCARD, MILTER_DISCARD -> counts.total(DISCARDED, times());
            default -> {}
        }
    }

    private void code(AccessDecisionView decision) {
        if (decision.replyCode() >= 0) {
            key.number(decision.replyCode());
        }
        if (decision.dsn().isPresent()) {
            key.word(decision.replyCode() >= 0 ? " " : "").text(decision.dsn());
        }
    }

    /** {@code <b@example.org>: Relay access denied}: whom it is about is not why. */
    private static int behindSubject(AsciiView reason) {
        byte[] bytes = reason.array();
        if (bytes[reason.from()] == '<') {
            for (int at = reason.from(); at + 2 < reason.to(); at++) {
                if (bytes[at] == '>' && bytes[at + 1] == ':' && bytes[at + 2] == ' ') {
                    return at + 3;
                }
            }
        }
        return reason.from();
    }

    @Override
    public void onContentCheck(ContentCheckView check) {
        super.onContentCheck(check);
        if (check.action().endsWith("reject")) {
            counts.period(REJECTED, times(), time());
        } else if (check.action().endsWith("hold")) {
            counts.total(HELD, times());
        } else if (check.action().endsWith("discard")) {
            counts.total(DISCARDED, times());
        }
        key.clear().text(check.action()).separator();
        key.word(check.part().isPresent() ? "" : "mime")
                .text(check.part())
                .separator()
                .separator();
        append(check.text().isPresent() ? check.text() : check.error());
        Occurrences.count(tables.decisions, key, time(), times());
    }
}
