package dev.posthorn.report;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.TlsRole;
import java.util.Optional;

/**
 * The best protocol that was ever agreed with a peer: who would be hit if it were switched off.
 *
 * @param role which side wrote the lines: server if the peer connected to us
 * @param peer the other side with name and address
 * @param best the latest version that was agreed
 * @param handshakes how many handshakes with the peer succeeded, in whatever version
 * @param last when the last of them was, as far as times are known
 */
public record PeerProtocol(
        TlsRole role, String peer, HandshakeResult best, long handshakes, Optional<LogTimestamp> last) {

    /**
     * Puts a peer's handshakes together.
     *
     * @param role which side wrote the lines
     * @param peer the other side
     * @param best the latest version that was agreed
     * @param handshakes how many succeeded
     * @param last when the last of them was
     */
    public PeerProtocol {}

    PeerProtocol plus(PeerProtocol other) {
        return new PeerProtocol(
                role,
                peer,
                best.compareTo(other.best) >= 0 ? best : other.best,
                Measure.sum(handshakes, other.handshakes),
                later(last, other.last));
    }

    private static Optional<LogTimestamp> later(Optional<LogTimestamp> one, Optional<LogTimestamp> other) {
        long time = Math.max(
                one.map(LogTime::of).orElse(LogTime.NONE),
                other.map(LogTime::of).orElse(LogTime.NONE));
        return LogTime.timestamp(time);
    }
}
