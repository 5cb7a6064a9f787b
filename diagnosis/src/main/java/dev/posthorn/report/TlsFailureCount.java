package dev.posthorn.report;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.error.Blame;
import java.time.Duration;
import java.util.Optional;

/**
 * How often handshakes with a peer failed in the same way.
 *
 * @param role which side wrote the lines
 * @param peer the other side with name and address
 * @param error what the log says
 * @param verdict whose fault it is
 * @param count how often
 * @param first when first, as far as times are known
 * @param last when last
 * @param meanInterval the time between two of them on average, empty for one alone
 * @param laterSuccess when TLS with that peer was last established, if that was after the last failure
 */
public record TlsFailureCount(
        TlsRole role,
        String peer,
        String error,
        Blame verdict,
        long count,
        Optional<LogTimestamp> first,
        Optional<LogTimestamp> last,
        Optional<Duration> meanInterval,
        Optional<LogTimestamp> laterSuccess) {

    /**
     * Puts counts together.
     *
     * @param role which side wrote the lines
     * @param peer the other side
     * @param error what the log says
     * @param verdict whose fault it is
     * @param count how often
     * @param first when first
     * @param last when last
     * @param meanInterval the time between two of them
     * @param laterSuccess when TLS with that peer was last established
     */
    public TlsFailureCount {}
}
