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
            case DOVECOT_DISCONNECTED, DOVECOT_CONFIG -> ofFields(text);
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

    /** Without the user: before it stands Dovecot's reason, and behind it, from the address on, what it knows itself. */
    private static String ofFields(String text) {
        int user = text.indexOf(": user=<");
        int address = text.lastIndexOf("rip=");
        if (user < 0 || address < user) {
            return text;
        }
        return text.substring(0, user) + " " + text.substring(address);
    }

    private static String behind(String text, String words) {
        int at = text.indexOf(words);
        return at < 0 ? "" : text.substring(at + words.length());
    }
}
