package dev.posthorn.diagnosis;

import dev.posthorn.parsers.bytes.AsciiView;
import java.util.Arrays;

/** A session of Exim that is open, found by what its lines have: the process, the client's port, or the message. */
final class EximSession extends OpenTable.Entry<EximSession> {

    final OpenSession session;

    /** The process that serves the client, -1 if lines do not tell it. */
    final long pid;

    /** The message that is delivered, empty for a session with a client. */
    final byte[] message;

    /** When the last line of it was written, by the clock of the log. */
    long seenAt = LogClock.NO_TIME;

    EximSession(int hash, OpenSession session, long pid, byte[] message) {
        super(hash);
        this.session = session;
        this.pid = pid;
        this.message = message;
    }

    static int hash(long pid) {
        return OpenTable.spread((int) pid * 0x9E3779B9);
    }

    static int hash(AsciiView message) {
        return OpenTable.spread(OpenTable.hash(0x811C9DC5, message));
    }

    boolean isOf(AsciiView other) {
        return message.length == other.length()
                && (message.length == 0
                        || Arrays.equals(message, 0, message.length, other.array(), other.from(), other.to()));
    }
}
