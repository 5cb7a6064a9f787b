package dev.posthorn.report;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.PeerTrust;
import dev.posthorn.mail.TlsRole;
import java.util.Optional;

/**
 * How often a handshake ended like this.
 *
 * @param key what it is counted by besides: the service's tag, the day, or the peer
 * @param role which side wrote the line: {@code from} is a server's line, {@code to} a client's
 * @param isReused was the connection there already? ({@code reused to}, Postfix 3.4 and later)
 * @param trust what Postfix thinks of the peer's certificate, empty before Postfix 2.5
 * @param protocol as it was printed, such as {@code TLSv1.2}
 * @param cipherSuiteName as OpenSSL named it
 * @param effectiveKeyBits how many bits of the key were secret
 * @param algorithmKeyBits how many bits the algorithm takes
 * @param count how often
 * @param first when first, as far as times are known
 * @param last when last
 */
public record TlsSessionCount(
        String key,
        TlsRole role,
        boolean isReused,
        Optional<PeerTrust> trust,
        String protocol,
        String cipherSuiteName,
        int effectiveKeyBits,
        int algorithmKeyBits,
        long count,
        Optional<LogTimestamp> first,
        Optional<LogTimestamp> last) {

    /**
     * Puts counts together.
     *
     * @param key what it is counted by besides
     * @param role which side wrote the line
     * @param isReused was the connection there already?
     * @param trust what Postfix thinks of the peer's certificate
     * @param protocol as it was printed
     * @param cipherSuiteName as OpenSSL named it
     * @param effectiveKeyBits how many bits of the key were secret
     * @param algorithmKeyBits how many bits the algorithm takes
     * @param count how often
     * @param first when first
     * @param last when last
     */
    public TlsSessionCount {}
}
