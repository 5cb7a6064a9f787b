package dev.posthorn.diagnosis;

import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.text.TerminalText;
import java.util.Locale;
import java.util.Optional;

/**
 * One attempt to deliver a message to one recipient. Texts are as they stand in the log: for display use
 * {@link #toString()}.
 *
 * @param line the number of the line that tells of it
 * @param program the program that made it, such as {@code smtp} or {@code local}; empty if the line does not say
 * @param recipient the recipient
 * @param relay the server or the transport, {@code none} if there was none
 * @param status what came of it
 * @param dsn the enhanced status code as printed, empty before Postfix 2.3
 * @param delayMillis how long the message had been on its way, in milliseconds; -1 if not printed
 * @param text the words in parentheses: the peer's, or Postfix's own
 */
public record DeliveryAttempt(
        long line,
        String program,
        String recipient,
        String relay,
        DeliveryStatus status,
        String dsn,
        long delayMillis,
        String text) {

    private static final String QUEUED_AS = "queued as ";

    /**
     * An attempt.
     *
     * @param line the number of the line that tells of it
     * @param program the program that made it
     * @param recipient the recipient
     * @param relay the server or the transport
     * @param status what came of it
     * @param dsn the enhanced status code as printed
     * @param delayMillis how long the message had been on its way, in milliseconds
     * @param text the words in parentheses
     */
    public DeliveryAttempt {}

    /**
     * Was the message handed over or stored?
     *
     * @return true if it was sent, or a probe says that it would be
     */
    public boolean isDelivered() {
        return status == DeliveryStatus.SENT || status == DeliveryStatus.DELIVERABLE;
    }

    /**
     * The queue id that the server says it gave the message: a Postfix says so.
     *
     * @return the id in the server's queue, empty if it does not say
     */
    public Optional<String> queuedAs() {
        int at = text.lastIndexOf(QUEUED_AS);
        if (at < 0 || !isDelivered()) {
            return Optional.empty();
        }
        int from = at + QUEUED_AS.length();
        int to = from;
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return to == from ? Optional.empty() : Optional.of(text.substring(from, to));
    }

    /** In one line, safe for a terminal. */
    @Override
    public String toString() {
        return "line " + line + ": "
                + TerminalText.escape(
                        "to=<" + recipient + "> relay=" + relay + " "
                                + status.name().toLowerCase(Locale.ROOT) + " (" + text + ")",
                        300);
    }
}
