package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.parsers.MaillogCursor;
import dev.posthorn.parsers.MaillogVisitor;
import dev.posthorn.parsers.RepetitionView;
import dev.posthorn.parsers.neighbours.NeighbourView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.postfix.TlsLibraryProblemView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts sessions together from interleaved lines: those of smtpd, of the SMTP and LMTP client, of tlsproxy and of
 * postscreen, by host, instance and process id; and those of the neighbours, as far as their lines tell connections apart.
 *
 * <pre>{@code
 * SessionTracker tracker = new SessionTracker(session -> System.out.println(session));
 * try (MaillogCursor cursor = Maillog.open(path)) {
 *     while (cursor.advance()) {
 *         tracker.accept(cursor);
 *     }
 * }
 * tracker.finish();
 * }</pre>
 *
 * <p>Logs begin and end anywhere, lose lines, and are quoted in fragments; process ids are used again. So a session can
 * begin with any line, and {@link SmtpSession#end()} tells why it was taken to be over. {@link TrackingLimits} bound what
 * is remembered: whoever feeds a tracker for months needs no {@link #finish()}.
 *
 * <p>Lines are read where they are, in the reader's buffer: nothing is allocated for a line, only for a session and for a
 * process. Not safe for use by several threads. Feed the lines of one log in order.
 */
public final class SessionTracker {

    private final SessionSink sink;
    private final OpenTable<OpenProcess> processes = new OpenTable<>();

    /**
     * Makes a tracker with the default limits.
     *
     * @param sessions receives every session when it is complete
     */
    public SessionTracker(Consumer<? super SmtpSession> sessions) {
        this(sessions, TrackingLimits.defaults());
    }

    /**
     * Makes a tracker.
     *
     * @param sessions receives every session when it is complete
     * @param limits how much to keep at a time
     */
    public SessionTracker(Consumer<? super SmtpSession> sessions, TrackingLimits limits) {
        sink = new SessionSink(limits, sessions);
    }

    /**
     * Does the tracker look at lines of a kind? It passes over the others by itself.
     *
     * @param kind a kind of line
     * @return true if such lines make up sessions
     */
    public static boolean wants(MaillogKind kind) {
        return SessionKinds.isWanted(kind) || NeighbourKinds.isWanted(kind);
    }

    /**
     * Takes the line that a cursor is on. A line that stands for several that were the same counts as one of them.
     *
     * @param cursor on a line
     * @throws IllegalStateException if it is not on a line
     */
    public void accept(MaillogCursor cursor) {
        MaillogKind kind = cursor.kind();
        if (SessionKinds.isWanted(kind)) {
            accept(cursor.view(), kind);
        } else if (NeighbourKinds.isWanted(kind)) {
            accept(cursor.neighbour(), kind);
        } else if (kind == MaillogKind.MESSAGE_REPEATED) {
            accept(cursor.repetition());
        }
    }

    /**
     * Takes the next line of the log.
     *
     * @param view what it says; lines that the tracker does not want are passed over
     */
    public void accept(PostfixView view) {
        MaillogKind kind = view.kind();
        if (SessionKinds.isWanted(kind)) {
            accept(view, kind);
        }
    }

    /**
     * Takes the next line of the log, one of another program than Postfix.
     *
     * @param view what it says; lines that the tracker does not want are passed over
     */
    public void accept(NeighbourView view) {
        MaillogKind kind = view.kind();
        if (NeighbourKinds.isWanted(kind)) {
            accept(view, kind);
        }
    }

    private void accept(RepetitionView repetition) {
        if (repetition.isOfNeighbour()) {
            accept(repetition.repeatedNeighbour());
        } else if (SessionKinds.isWanted(repetition.repeatedKind())) {
            accept(repetition.repeated());
        }
    }

    private void accept(PostfixView view, MaillogKind kind) {
        EnvelopeView envelope = view.envelope();
        long pid =
                kind == MaillogKind.TLS_LIBRARY_PROBLEM ? ((TlsLibraryProblemView) view).processId() : envelope.pid();
        ProcessProgram program = ProcessProgram.of(view, kind);
        if (program == null && ProcessProgram.isTold(envelope.program())) {
            return;
        }
        long now = LogClock.seconds(envelope.timestamp());
        if (process(view, kind, pid, program, now) instanceof PostfixProcess process) {
            process.take(view, kind);
            taken(process, envelope, now);
        }
    }

    private void accept(NeighbourView view, MaillogKind kind) {
        ProcessProgram program = ProcessProgram.of(view.software());
        if (program == null) {
            return;
        }
        EnvelopeView envelope = view.envelope();
        long now = LogClock.seconds(envelope.timestamp());
        long pid = NeighbourProcess.pid(program, envelope);
        OpenProcess known = known(envelope, pid, program, now);
        if (!(known instanceof NeighbourProcess)) {
            known = NeighbourProcess.of(OpenProcess.hash(envelope, pid), envelope, pid, program, sink);
            processes.add(known);
        }
        if (known instanceof NeighbourProcess process) {
            process.take(view, kind);
            taken(process, envelope, now);
        }
    }

    private void taken(OpenProcess process, EnvelopeView envelope, long now) {
        process.seen(now);
        closeSilent(envelope, process, now);
        keepToLimits(process);
    }

    /** The process of a line of Postfix: the one that is known, or a new one; null for a warning of whatever program. */
    private @Nullable OpenProcess process(
            PostfixView view, MaillogKind kind, long pid, @Nullable ProcessProgram program, long now) {
        EnvelopeView envelope = view.envelope();
        OpenProcess process = known(envelope, pid, program, now);
        if (process != null || (program == null && !SessionKinds.isOfTls(kind))) {
            return process;
        }
        ProcessProgram assumed = program == null ? ProcessProgram.SMTPD : program;
        OpenProcess begun = PostfixProcess.of(OpenProcess.hash(envelope, pid), envelope, pid, assumed, sink);
        processes.add(begun);
        return begun;
    }

    /** The process that is known by this id, unless it must be another that got the same id. */
    private @Nullable OpenProcess known(EnvelopeView envelope, long pid, @Nullable ProcessProgram program, long now) {
        int hash = OpenProcess.hash(envelope, pid);
        OpenProcess process = processes.first(hash);
        while (process != null && !(process.hash() == hash && process.isOf(envelope, pid))) {
            process = process.next();
        }
        if (process != null && isOver(process, program, now)) {
            end(process, SessionEnd.SILENCE);
            process = null;
        }
        if (process != null) {
            processes.touch(process);
        }
        return process;
    }

    private boolean isOver(OpenProcess process, @Nullable ProcessProgram program, long now) {
        return (program != null && process.program != program)
                || process.silenceUntil(now) > sink.limits().silence().toSeconds();
    }

    /** One look at the eldest for every line: nobody has to wait for a process that says no more. */
    private void closeSilent(EnvelopeView envelope, OpenProcess current, long now) {
        OpenProcess eldest = processes.eldest();
        if (eldest != null
                && eldest != current
                && eldest.isOnHostOf(envelope)
                && eldest.silenceUntil(now) > sink.limits().silence().toSeconds()) {
            end(eldest, SessionEnd.SILENCE);
        }
    }

    private void keepToLimits(OpenProcess current) {
        int limit = sink.limits().open();
        while (processes.size() > limit || (sink.open() > limit && !current.closeEldest())) {
            OpenProcess eldest = processes.eldest();
            if (eldest == null) {
                return;
            }
            end(eldest, SessionEnd.LIMIT);
        }
    }

    private void end(OpenProcess process, SessionEnd end) {
        processes.remove(process);
        process.end(end);
    }

    /**
     * How many sessions are open, those included that have only begun.
     *
     * @return never more than the limit
     */
    public int openSessions() {
        return sink.open();
    }

    /**
     * For logs that arrive in blocks: a visitor that hands every line to this tracker.
     *
     * <pre>{@code
     * SessionTracker tracker = new SessionTracker(session -> System.out.println(session.oneLine()));
     * MaillogDecoder decoder = Maillog.decoder(tracker.visitor(), ReadLimits.defaults());
     * decoder.feed(block, 0, count);
     * }</pre>
     *
     * @return a visitor for a decoder
     */
    public MaillogVisitor visitor() {
        return new TrackingVisitor(this::accept, this::accept);
    }

    /** Ends the log: sessions that are still open are completed as they are. */
    public void finish() {
        @Nullable OpenProcess eldest = processes.eldest();
        while (eldest != null) {
            end(eldest, SessionEnd.END_OF_LOG);
            eldest = processes.eldest();
        }
    }
}
