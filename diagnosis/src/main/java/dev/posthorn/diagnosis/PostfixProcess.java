package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.postfix.TlsInvalidProtocolsView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process of Postfix: what it said of itself holds for all its sessions. */
abstract class PostfixProcess extends OpenProcess {

    final LineNotes warnings;
    private List<LogLine> earlierWarnings = List.of();

    /** The protocol list that this process refused when it started. */
    @Nullable
    String invalidProtocols;

    /** One of the warnings means that the process runs without TLS. */
    boolean isWithoutTls;

    /** The line before was about the process; what OpenSSL has to say about it follows. */
    boolean isSpeakingOfItself;

    /** A session of this process was seen, complete or not. */
    boolean hasServed;

    private final LogClock spokeAt = new LogClock();

    PostfixProcess(int hash, EnvelopeView envelope, long pid, ProcessProgram program, SessionSink sink) {
        super(hash, envelope, pid, program, sink);
        warnings = new LineNotes(sink.limits());
    }

    static PostfixProcess of(int hash, EnvelopeView envelope, long pid, ProcessProgram program, SessionSink sink) {
        return switch (program) {
            case SMTP -> new SmtpProcess(hash, envelope, pid, sink);
            case TLSPROXY -> new TlsproxyProcess(hash, envelope, pid, sink);
            case POSTSCREEN -> new PostscreenProcess(hash, envelope, pid, sink);
            default -> new SmtpdProcess(hash, envelope, pid, sink);
        };
    }

    /** Takes the next line of this process. */
    abstract void take(PostfixView view, MaillogKind kind);

    @Override
    final void end(SessionEnd end) {
        completeOwnWords(end);
        close(end);
    }

    @Override
    final void conclude(OpenSession session, SessionEnd end, SmtpSession.Builder complete) {
        new PostfixConclusion(session, this, end).tell(complete);
    }

    /** Keeps what the process says of itself. The newest count: a process that lives long says the same again. */
    final void takeOfItself(PostfixView view, MaillogKind kind) {
        isSpeakingOfItself = true;
        isWithoutTls |= DisablingLines.isDisabling(view, kind);
        if (kind == MaillogKind.TLS_INVALID_PROTOCOLS) {
            invalidProtocols = ((TlsInvalidProtocolsView) view).protocols().toString();
        }
        if (kind == MaillogKind.TLS_ENGINE_INIT) {
            return;
        }
        if (warnings.leftOut() > 0) {
            warnings.clear();
        }
        if (warnings.isEmpty()) {
            spokeAt.set(view.envelope().timestamp());
        }
        warnings.add(view.envelope(), kind);
        earlierWarnings = List.of();
    }

    /**
     * Completes a session without peer of what the process said of itself, if that is all there is of it and it means that
     * no client can have TLS: people quote such lines alone.
     */
    private void completeOwnWords(SessionEnd end) {
        if (!hasServed && isWithoutTls && !warnings.isEmpty()) {
            OpenSession words = sink.take();
            words.linesOfProcess(warnings, spokeAt);
            sink.complete(words, this, end);
        }
    }

    static boolean isFatal(PostfixView view) {
        return view.envelope().severity().compareTo(Severity.FATAL) >= 0;
    }

    /** The warnings as values, made once for all sessions that follow. */
    final List<LogLine> earlierWarnings() {
        if (earlierWarnings.isEmpty() && !warnings.isEmpty()) {
            earlierWarnings = List.copyOf(warnings.lines());
        }
        return earlierWarnings;
    }
}
