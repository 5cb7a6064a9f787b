package dev.posthorn.postfix;

import dev.posthorn.mail.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A message that Postfix logs, word for word.
 *
 * <p>Postfix logs a question mark in place of what cannot be printed, before 3.0 in place of every byte beyond ASCII,
 * too, and cuts a message behind 2,000 bytes (fact sheet on log messages section 1.3).
 *
 * @param severity {@code WARNING} or {@code FATAL}
 * @param text what stands behind the severity
 */
public record LoggedMessage(Severity severity, String text) {

    private static final int MAX_BYTES = 2_000;
    private static final PostfixVersion UTF_8 = new PostfixVersion(3, 0, 0);

    static LoggedMessage warning(PostfixVersion version, String text) {
        return new LoggedMessage(Severity.WARNING, printable(version, text));
    }

    static LoggedMessage fatal(PostfixVersion version, String text) {
        return new LoggedMessage(Severity.FATAL, printable(version, text));
    }

    private static String printable(PostfixVersion version, String text) {
        StringBuilder out = new StringBuilder();
        int bytes = 0;
        for (int index = 0; index < text.length(); ) {
            int codePoint = text.codePointAt(index);
            index += Character.charCount(codePoint);
            String character = Character.toString(codePoint);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            bytes += length;
            if (bytes > MAX_BYTES) {
                break;
            }
            if (codePoint < ' ' || codePoint == 0x7F) {
                out.append('?');
            } else if (length > 1 && !version.isAtLeast(UTF_8)) {
                out.append("?".repeat(length));
            } else {
                out.append(isVisible(codePoint) ? character : "?".repeat(length));
            }
        }
        return out.toString();
    }

    /** Halves of surrogate pairs are no UTF-8, and C1 controls steer terminals. */
    private static boolean isVisible(int codePoint) {
        return Character.getType(codePoint) != Character.SURROGATE && !Character.isISOControl(codePoint);
    }

    /** {@code warning: Invalid TLS protocol list "SSLv4": disabling TLS support}. */
    @Override
    public String toString() {
        return severity.name().toLowerCase(Locale.ROOT) + ": " + text;
    }
}
