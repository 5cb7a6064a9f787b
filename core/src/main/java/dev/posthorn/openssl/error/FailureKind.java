package dev.posthorn.openssl.error;

import dev.posthorn.text.TerminalText;
import java.util.Locale;

/**
 * What went wrong, by OpenSSL's own word for it: {@code NO_SHARED_CIPHER}, {@code SSLV3_ALERT_HANDSHAKE_FAILURE}.
 *
 * <p>An open value: every reason OpenSSL prints has one, whether this library can explain it or not.
 *
 * @param symbol upper-case letters, digits and underscores
 */
public record FailureKind(String symbol) {

    /** The server had no cipher suite left that both sides could use. */
    public static final FailureKind NO_SHARED_CIPHER = new FailureKind("NO_SHARED_CIPHER");

    /** The first bytes were no hello of any protocol that is switched on. */
    public static final FailureKind UNKNOWN_PROTOCOL = new FailureKind("UNKNOWN_PROTOCOL");

    /** A version field held another version than it should. */
    public static final FailureKind WRONG_VERSION_NUMBER = new FailureKind("WRONG_VERSION_NUMBER");

    /** The peer hung up; OpenSSL 3 has an error for it. */
    public static final FailureKind UNEXPECTED_EOF_WHILE_READING = new FailureKind("UNEXPECTED_EOF_WHILE_READING");

    /** The peer hung up and OpenSSL had no error to report: not a symbol of OpenSSL's, but the word Postfix has for it. */
    public static final FailureKind LOST_CONNECTION = new FailureKind("LOST_CONNECTION");

    /** A server refused a client's SSLv2 certificate, which leaves no error in its own log. */
    static final FailureKind SSLV2_CERTIFICATE_REFUSED = new FailureKind("SSLV2_CERTIFICATE_REFUSED");

    /**
     * Makes a kind of a symbol.
     *
     * @param symbol the symbol
     * @throws IllegalArgumentException if {@code symbol} is empty or has other characters than a symbol may have
     */
    public FailureKind {
        if (!isSymbol(symbol)) {
            throw new IllegalArgumentException(
                    "symbol: \"" + TerminalText.escape(symbol, 60) + "\" has characters other than A-Z, 0-9 and _");
        }
    }

    private static boolean isSymbol(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSymbolCharacter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isSymbolCharacter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /**
     * SSLv2 has error messages in place of alerts; OpenSSL reports those it receives as {@code peer error ...}. A client
     * that says it has no certificate has not given up: whether to go on is for the server to decide.
     */
    boolean isSslv2PeerError() {
        return symbol.startsWith("PEER_ERROR") && !symbol.equals("PEER_ERROR_NO_CERTIFICATE");
    }

    /** The kind of a reason that has no text, or whose number has several meanings. */
    static FailureKind ofReasonNumber(int reason) {
        return new FailureKind("REASON_" + reason);
    }

    /**
     * The kind that a reason's text stands for. OpenSSL makes its texts from its symbols in this way, so the result is
     * its symbol without the prefix {@code SSL_R_}.
     *
     * @param reasonText the text as printed, in either case
     * @return the kind; {@code UNNAMED} if the text has no letter or digit
     */
    public static FailureKind ofReasonText(String reasonText) {
        StringBuilder symbol = new StringBuilder(reasonText.length());
        for (char c : reasonText.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c != '_' && isSymbolCharacter(c)) {
                symbol.append(c);
            } else if (symbol.length() > 0 && symbol.charAt(symbol.length() - 1) != '_') {
                symbol.append('_');
            }
        }
        if (symbol.length() > 0 && symbol.charAt(symbol.length() - 1) == '_') {
            symbol.setLength(symbol.length() - 1);
        }
        return new FailureKind(symbol.length() == 0 ? "UNNAMED" : symbol.toString());
    }

    /** The symbol. */
    @Override
    public String toString() {
        return symbol;
    }
}
