package dev.posthorn.diagnosis;

import dev.posthorn.mail.MaillogKind;
import dev.posthorn.mail.Severity;
import dev.posthorn.text.TerminalText;
import java.util.Locale;

/**
 * A line of a log, kept as evidence.
 *
 * @param number the number of the line in its input, 1 for the first
 * @param kind which message it is
 * @param severity the word in front of the message
 * @param text the message without that word, as it stands in the log: for display use {@link #toString()}
 */
public record LogLine(long number, MaillogKind kind, Severity severity, String text) {

    /**
     * A line.
     *
     * @param number the number of the line in its input, 1 for the first
     * @param kind which message it is
     * @param severity the word in front of the message
     * @param text the message without that word
     */
    public LogLine {}

    /** Such as {@code line 12: warning: TLS library problem: …}, safe for a terminal. */
    @Override
    public String toString() {
        String word = severity == Severity.INFO ? "" : severity.name().toLowerCase(Locale.ROOT) + ": ";
        return "line " + number + ": " + word + TerminalText.escape(text);
    }
}
