package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.NoticePart;
import dev.posthorn.mail.Severity;

/** One row of the table of messages, ready to be compared with lines. */
final class NoticeTemplate {

    private final MaillogKind kind;
    private final Severity severity;
    private final boolean needsQueueId;
    private final boolean isAnybodys;
    private final NoticePart[] parts;
    private final NoticeStep[] steps;

    NoticeTemplate(
            MaillogKind kind,
            Severity severity,
            boolean needsQueueId,
            boolean isAnybodys,
            NoticePart[] parts,
            NoticeStep[] steps) {
        this.kind = kind;
        this.severity = severity;
        this.needsQueueId = needsQueueId;
        this.isAnybodys = isAnybodys;
        this.parts = parts;
        this.steps = steps;
    }

    Severity severity() {
        return severity;
    }

    /** Can this stand behind such a lead? A peer has a bracket in its first word, and no other lead leaves one there. */
    boolean canFollow(Lead lead) {
        boolean needsPeer = steps[0] instanceof NoticeStep.Peer;
        return needsQueueId == (lead == Lead.QUEUE_ID) && (lead != Lead.WORDS || !needsPeer);
    }

    /** The bytes that a fitting text can begin with, as {@link NoticeStep#firstBytes} says it. */
    long firstBytes() {
        for (NoticeStep step : steps) {
            if (!step.isMark()) {
                return step.firstBytes();
            }
        }
        return 0;
    }

    /** Does this take any text of its severity that nothing else has taken? */
    boolean isCatchAll() {
        return kind == MaillogKind.GENERIC_WARNING || kind == MaillogKind.GENERIC_ERROR;
    }

    /** Does this take any text at all? */
    boolean takesAnyText() {
        return steps.length == 1 && steps[0] instanceof NoticeStep.Rest;
    }

    /**
     * Does this message speak for itself, whoever wrote it? One that takes any text does not, nor do the last words of one
     * program, since another may die with the same.
     */
    boolean speaksForItself() {
        boolean isLastWord = severity == Severity.FATAL || severity == Severity.PANIC;
        return !takesAnyText() && (isAnybodys || !isLastWord);
    }

    boolean isOfKindOf(NoticeTemplate other) {
        return kind == other.kind;
    }

    boolean isOfKind(MaillogKind wanted) {
        return kind == wanted;
    }

    /** The longest piece of text that is in every message of this row, empty if there is none. */
    String longestText() {
        String longest = "";
        for (NoticeStep step : steps) {
            if (step instanceof NoticeStep.Text text && text.literal.length() > longest.length()) {
                longest = text.literal.toString();
            }
        }
        return longest;
    }

    /** Does the line begin like this message, as far as it goes, whatever follows? */
    boolean beginsLike(Line line, NoticeView scratch) {
        int at = line.from;
        for (NoticeStep step : steps) {
            if (step instanceof NoticeStep.Text text) {
                return text.literal.beginsAt(line.bytes, at, line.to);
            }
            if (step instanceof NoticeStep.OneOf words && words.isBegunAt(line.bytes, at, line.to)) {
                return true;
            }
            if (!(step instanceof NoticeStep.Peer || step instanceof NoticeStep.OneOf)) {
                return false;
            }
            at = step.read(line.bytes, at, line.to, scratch);
            if (at < 0) {
                return false;
            }
        }
        return false;
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
