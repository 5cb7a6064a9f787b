package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.AlertDescription;
import java.util.Set;

/** What a side logs that is sent a fatal alert: reasons 1000 and above of {@code ssl_err.c}. */
final class AlertReasons {

    private static final Set<Integer> OF_SSLV3 = Set.of(0, 10, 20, 30, 40, 41, 42, 43, 44, 45, 46, 47);

    private AlertReasons() {}

    static String of(AlertDescription alert) {
        String words = switch (alert.codePoint()) {
            case 20 -> "bad record mac";
            case 48 -> "unknown ca";
            default -> alert.toString().replace('_', ' ');
        };
        return (OF_SSLV3.contains(alert.codePoint()) ? "sslv3 alert " : "tlsv1 alert ") + words;
    }
}
