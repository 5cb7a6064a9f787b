package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.AlertDescription;

/** What a state trace calls an alert: {@code SSL_alert_desc_string_long}, the same words in all releases. */
final class AlertWords {

    private AlertWords() {}

    static String of(AlertDescription alert) {
        return switch (alert.codePoint()) {
            case 0 -> "close notify";
            case 10 -> "unexpected_message";
            case 48 -> "unknown CA";
            case 86, 109, 116, 120 -> "unknown";
            default -> alert.toString().replace('_', ' ');
        };
    }
}
