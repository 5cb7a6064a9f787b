package dev.posthorn.diagnosis;

/**
 * The part of a neighbour's line in which its TLS library speaks. What a client chose stands in the same lines: a user name
 * may look like an error of OpenSSL's.
 */
final class LibraryWords {

    private LibraryWords() {}

    /** The words, empty if such lines have none. */
    static String of(LogLine line) {
        String text = line.text();
        return switch (line.kind()) {
            case DOVECOT_DISCONNECTED -> ofFields(text, true);
            case DOVECOT_CONFIG -> ofFields(text, false);
            case DOVECOT_SSL_STACKED,
                    DOVECOT_SSL_ERROR,
                    SENDMAIL_STARTTLS_LIBRARY,
                    SENDMAIL_STARTTLS_ERROR,
                    COURIER_TLS -> text;
            case EXIM_TLS_ERROR, EXIM_TLS_ERROR_OUT, EXIM_TLS_SESSION -> behind(text, "): ");
            case EXIM_DEFERRED, EXIM_FAILED -> behind(text, ": TLS session: (");
            default -> "";
        };
    }

    /**
     * Before the user stands Dovecot's reason, behind it, from the address on, what it knows itself: since 2.3 both have
     * the error, before only the latter.
     */
    private static String ofFields(String text, boolean hasStatistics) {
        int address = text.lastIndexOf("rip=");
        String fields = address < 0 ? "" : text.substring(address);
        int error = fields.indexOf("error:");
        if (error >= 0) {
            return before(before(fields.substring(error), ", session=<"), ", TLSv");
        }
        String reason = before(text, ": user=<");
        int statistics = hasStatistics ? reason.lastIndexOf(" (") : -1;
        return statistics < 0 ? reason : reason.substring(0, statistics);
    }

    private static String before(String text, String words) {
        int at = text.indexOf(words);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String behind(String text, String words) {
        int at = text.indexOf(words);
        return at < 0 ? "" : text.substring(at + words.length());
    }
}
