package dev.posthorn.postfix;

import dev.posthorn.text.TerminalText;
import java.util.Locale;
import java.util.Optional;

/**
 * Something in the settings that an administrator should know.
 *
 * @param rule what was looked for
 * @param severity how bad it is
 * @param subject the parameter or line it is about, escaped for a terminal
 * @param origin where that stands; empty if it stands nowhere
 * @param reason what is the matter, in a sentence or two, escaped for a terminal
 * @param fix what to do
 */
public record Finding(
        LintRule rule, Severity severity, String subject, Optional<Origin> origin, String reason, String fix) {

    /** How bad a finding is. Ordered from bad to harmless. */
    public enum Severity {
        /** Postfix does not start, or TLS does not work. */
        ERROR,
        /** It works, and not as was meant. */
        WARNING,
        /** It does no harm, or only little. */
        NOTE
    }

    private static final int MAX_SUBJECT = 200;
    private static final int MAX_REASON = 1_500;

    /**
     * Makes a finding.
     *
     * @param rule what was looked for
     * @param severity how bad it is
     * @param subject the parameter or line it is about; escaped and kept short
     * @param origin where that stands
     * @param reason what is the matter; escaped and kept short
     * @param fix what to do; escaped and kept short
     */
    public Finding {
        subject = TerminalText.escape(subject, MAX_SUBJECT);
        reason = TerminalText.escape(reason, MAX_REASON);
        fix = TerminalText.escape(fix, MAX_REASON);
    }

    /** {@code warning: smtpd_tls_mandatory_ciphers (main.cf line 3): it has no effect …; remove it}. */
    @Override
    public String toString() {
        return severity.name().toLowerCase(Locale.ROOT) + ": " + subject
                + origin.map(where -> " (" + where + ")").orElse("") + ": " + reason + " Fix: " + fix;
    }
}
