package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NoticePart;
import dev.posthorn.mail.Severity;

/** One row of the table of messages, ready to be compared with lines. */
final class NoticeTemplate {

    private final MaillogKind kind;
    private final Severity severity;
    private final boolean needsQueueId;
    private final NoticePart[] parts;
    private final NoticeStep[] steps;

    NoticeTemplate(MaillogKind kind, Severity severity, boolean needsQueueId, NoticePart[] parts, NoticeStep[] steps) {
        this.kind = kind;
        this.severity = severity;
        this.needsQueueId = needsQueueId;
        this.parts = parts;
        this.steps = steps;
    }

    Severity severity() {
        return severity;
    }

    boolean needsQueueId() {
        return needsQueueId;
    }

    /** Does all of the line's text fit? If so, the view shows it. */
    boolean read(Line line, NoticeView into) {
        int at = line.from;
        for (NoticeStep step : steps) {
            at = step.read(line.bytes, at, line.to, into);
            if (at < 0) {
                return false;
            }
        }
        if (at != line.to) {
            return false;
        }
        into.is(kind, parts);
        return true;
    }
}
