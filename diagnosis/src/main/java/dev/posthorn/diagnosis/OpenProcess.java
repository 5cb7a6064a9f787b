package dev.posthorn.diagnosis;

import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.syslog.EnvelopeView;
import java.util.Arrays;
import java.util.Optional;

/**
 * A process of the log and the sessions it is in. How sessions begin and end in it, and what they come to, is for its
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

    /** Ends all sessions of this process. */
    abstract void close(SessionEnd end);

    /** Ends the process with all its sessions. */
    void end(SessionEnd end) {
        close(end);
    }

    /** Ends the session that was silent longest, if there are others; false if there are none. */
    boolean closeEldest() {
        return false;
    }

    /** Says what a session came to. */
    abstract void conclude(OpenSession session, SessionEnd end, SmtpSession.Builder complete);
}
