package dev.posthorn.maillog;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.text.TerminalText;

/**
 * Something in a log that cannot be with the settings that were given. The log is right: the settings are those of another
 * server, another service or another time, or somebody changed them without a reload.
 *
 * @param role which side of this host it is about
 * @param service the instance or service whose lines show it, safe for a terminal
 * @param subject the parameter, or what it is about
 * @param settingsSay what follows from the settings, safe for a terminal
 * @param logSays what the log shows instead, safe for a terminal
 * @param count how often
 * @param firstLine the number of the first line that shows it
 */
public record Contradiction(
        TlsRole role, String service, String subject, String settingsSay, String logSays, long count, long firstLine) {

    private static final int MAX_ECHO = 1_000;

    /**
     * Makes a value.
     *
     * @param role which side
     * @param service the service; escaped
     * @param subject the parameter
     * @param settingsSay what follows from the settings; escaped and kept short
     * @param logSays what the log shows; escaped and kept short
     * @param count 1 or more
     * @param firstLine 1 or more
     */
    public Contradiction {
        service = TerminalText.escape(service, MAX_ECHO);
        settingsSay = TerminalText.escape(settingsSay, MAX_ECHO);
        logSays = TerminalText.escape(logSays, MAX_ECHO);
    }

    /** {@code smtpd_tls_protocols: by the settings TLSv1 is off, but line 7 has TLSv1 with AES128-SHA (3 times)}. */
    @Override
    public String toString() {
        return subject + ": by the settings " + settingsSay + ", but line " + firstLine + " has " + logSays
                + (count == 1 ? "" : " (" + count + " times)");
    }
}
