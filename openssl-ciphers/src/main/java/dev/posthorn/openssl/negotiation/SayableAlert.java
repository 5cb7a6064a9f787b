package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.AlertDescription;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Set;

/** SSLv3 has fewer alerts than TLS: {@code ssl3_alert_code} turns those it lacks into others. */
final class SayableAlert {

    private static final AlertDescription BAD_CERTIFICATE = new AlertDescription(42);

    /** Alerts of SSLv3 (RFC 6101 section 5.4), and the one that OpenSSL adds (RFC 7507). */
    private static final Set<Integer> KNOWN_TO_SSLV3 = Set.of(0, 10, 20, 30, 40, 41, 42, 43, 44, 45, 46, 47, 86);

    private SayableAlert() {}

    static AlertDescription in(AlertDescription alert, ProtocolVersion version) {
        if (!version.equals(ProtocolVersion.SSLV3) || KNOWN_TO_SSLV3.contains(alert.codePoint())) {
            return alert;
        }
        return alert.equals(AlertDescription.UNKNOWN_CA) ? BAD_CERTIFICATE : AlertDescription.HANDSHAKE_FAILURE;
    }
}
