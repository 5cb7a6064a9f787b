package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.postfix.DeliveryView;
import dev.posthorn.parsers.postfix.PeerView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import org.jspecify.annotations.Nullable;

/**
 * A session while its lines come in. It is used again for the next session of its process, so that lines cost no objects:
 * what is to be kept of them is copied into arrays that stay.
 */
final class OpenSession {

    final LineNotes notes;
    final TlsPart tls = new TlsPart();
    final MailPart mail;
    final PeerNote peer = new PeerNote();

    /** The client that the peer says it speaks for (XCLIENT): later lines name that one. */
    final PeerNote speaksFor = new PeerNote();

    /** What the lines of a neighbour say that it came to. */
    final ToldResult told = new ToldResult();

    /** The program that has it, if its process is that of several; null otherwise. */
    @Nullable
    String program;

    /** The process that has it, if its lines are those of several; -1 otherwise. */
    long pid = -1;

    final LogClock startedAt = new LogClock();
    final LogClock endedAt = new LogClock();

    long firstLine;
    long lastLine;
    long lineCount;

    /** Did it begin with the line with which such sessions begin? */
    boolean hasBeginning;

    /** A delivery over this connection was logged: the next attempt is another one. */
    boolean isDelivered;

    OpenSession(TrackingLimits limits) {
        notes = new LineNotes(limits);
        mail = new MailPart(limits);
    }

    boolean isOpen() {
        return lineCount > 0;
    }

    void clear() {
        notes.clear();
        tls.clear();
        mail.clear();
        peer.clear();
        speaksFor.clear();
        told.clear();
        program = null;
        pid = -1;
        lineCount = 0;
        hasBeginning = false;
        isDelivered = false;
    }

    /** Counts a line; the first one opens the session. */
    void line(EnvelopeView envelope) {
        if (lineCount == 0) {
            firstLine = envelope.lineNumber();
            startedAt.set(envelope.timestamp());
        }
        lastLine = envelope.lineNumber();
        endedAt.set(envelope.timestamp());
        lineCount++;
    }

    void peer(@Nullable PeerView named) {
        if (named == null) {
            return;
        }
        boolean isAnother = peer.isKnown() && !peer.isSame(named);
        (isAnother ? speaksFor : peer).learn(named);
    }

    /** Takes a line of a neighbour that belongs to this session, and keeps it as evidence. */
    void keep(EnvelopeView envelope, MaillogKind kind) {
        line(envelope);
        notes.add(envelope, kind);
    }

    /** Takes a line that belongs to this session. */
    void take(PostfixView view, MaillogKind kind, CipherStrings cipherStrings) {
        line(view.envelope());
        boolean isDisabling = kind == MaillogKind.GENERIC_WARNING && DisablingLines.isDisabling(view, kind);
        if (isDisabling || !mail.take(view, kind, notes)) {
            tls.take(view, kind, notes, cipherStrings);
        }
    }

    /** Takes over the lines without peer that turn out to belong to this session. */
    void claim(OpenSession lines) {
        notes.addAll(lines.notes);
        tls.isAttempted |= lines.tls.isAttempted;
        if (lineCount == 0) {
            firstLine = lines.firstLine;
            lastLine = lines.lastLine;
            startedAt.set(lines.startedAt);
        }
        lineCount += lines.lineCount;
    }

    /** Makes a session of what a process said of itself. */
    void linesOfProcess(LineNotes warnings, LogClock time) {
        firstLine = warnings.line(0).number();
        lastLine = warnings.line(warnings.size() - 1).number();
        lineCount = warnings.size();
        startedAt.set(time);
        endedAt.set(time);
    }

    /** Takes the result of an attempt to deliver over this connection. */
    void deliver(DeliveryView delivery) {
        line(delivery.envelope());
        mail.delivery(delivery, notes);
        isDelivered = true;
    }
}
