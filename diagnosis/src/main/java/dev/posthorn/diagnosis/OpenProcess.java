package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.Severity;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.PostfixView;
import dev.posthorn.parsers.postfix.TlsInvalidProtocolsView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process of the log: what it said of itself, and the sessions it is in. How sessions begin and end in it is for its
 * program to say.
 */
abstract class OpenProcess extends OpenTable.Entry<OpenProcess> {

    private final byte[] host;
    private final byte[] tag;
    private final long pid;

    final ProcessProgram program;
    final Optional<String> hostName;
    final Optional<String> instanceName;
    final Optional<String> programName;

    final SessionSink sink;
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

    private long lastSeen = LogClock.NO_TIME;

    OpenProcess(int hash, EnvelopeView envelope, long pid, ProcessProgram program, SessionSink sink) {
        super(hash);
        host = envelope.host().toByteArray();
        tag = envelope.tag().toByteArray();
        this.pid = pid;
        this.program = program;
        this.sink = sink;
        hostName = optional(envelope.host());
        instanceName = optional(envelope.instance());
        programName = optional(envelope.program());
        warnings = new LineNotes(sink.limits());
    }

    static OpenProcess of(int hash, EnvelopeView envelope, long pid, ProcessProgram program, SessionSink sink) {
        return switch (program) {
            case SMTPD -> new SmtpdProcess(hash, envelope, pid, sink);
            case SMTP -> new SmtpProcess(hash, envelope, pid, sink);
            case TLSPROXY -> new TlsproxyProcess(hash, envelope, pid, sink);
            case POSTSCREEN -> new PostscreenProcess(hash, envelope, pid, sink);
        };
    }

    private static Optional<String> optional(AsciiView text) {
        return text.isPresent() ? Optional.of(text.toString()) : Optional.empty();
    }

    /** A process id means something only together with the host, and with the instance where containers share a log. */
    static int hash(EnvelopeView envelope, long pid) {
        int hash = OpenTable.hash(0x811C9DC5, envelope.host());
        hash = OpenTable.hash(hash, envelope.tag());
        return OpenTable.spread(hash ^ (int) pid * 0x9E3779B9);
    }

    final boolean isOf(EnvelopeView envelope, long otherPid) {
        return pid == otherPid && equal(tag, envelope.tag()) && equal(host, envelope.host());
    }

    final boolean isOnHostOf(EnvelopeView envelope) {
        return equal(host, envelope.host());
    }

    private static boolean equal(byte[] bytes, AsciiView text) {
        return bytes.length == text.length()
                && (bytes.length == 0
                        || Arrays.equals(
                                bytes, 0, bytes.length, text.array(), text.from(), text.from() + bytes.length));
    }

    final long pid() {
        return pid;
    }

    /** Seconds since the last line of this process, by the clock of the log. */
    final long silenceUntil(long now) {
        return LogClock.secondsBetween(lastSeen, now);
    }

    final void seen(long now) {
        lastSeen = now == LogClock.NO_TIME ? lastSeen : now;
    }

    /** Takes the next line of this process. */
    abstract void take(PostfixView view, MaillogKind kind);

    /** Ends all sessions of this process. */
    abstract void close(SessionEnd end);

    /** Ends the process with all its sessions. */
    final void end(SessionEnd end) {
        completeOwnWords(end);
        close(end);
    }

    /** Ends the session that was silent longest, if there are others; false if there are none. */
    boolean closeEldest() {
        return false;
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
