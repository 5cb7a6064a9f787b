package dev.posthorn.peers;

import dev.posthorn.diagnosis.LogLine;
import dev.posthorn.diagnosis.SessionCause;
import dev.posthorn.mail.LogTimestamp;
import java.util.List;
import java.util.Optional;

/**
 * One way in which the TLS of a peer failed.
 *
 * @param reason OpenSSL's reason text, or what the log says instead; as in the log, not escaped
 * @param cause what it comes to
 * @param count how often
 * @param firstAt when first
 * @param lastAt when last
 * @param firstLine the number of the first line of the first such session
 * @param evidence lines of the first such session, some of them if there are many; they print escaped
 */
public record PeerFailure(
        String reason,
        SessionCause cause,
        long count,
        Optional<LogTimestamp> firstAt,
        Optional<LogTimestamp> lastAt,
        long firstLine,
        List<LogLine> evidence) {

    /**
     * Makes a value.
     *
     * @param reason the reason
     * @param cause what it comes to
     * @param count 1 or more
     * @param firstAt when first
     * @param lastAt when last
     * @param firstLine 1 or more
     * @param evidence lines of the log; copied
     */
    public PeerFailure {
        evidence = List.copyOf(evidence);
    }
}
