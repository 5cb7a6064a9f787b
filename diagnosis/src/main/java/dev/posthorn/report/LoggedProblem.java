package dev.posthorn.report;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.Severity;
import java.util.Optional;

/**
 * Something a program of Postfix warned of, or worse.
 *
 * @param severity how serious
 * @param program which program, such as {@code smtpd}
 * @param text what it said, with {@code HOST}, {@code ADDRESS} and the like in place of whom it is about
 * @param count how often
 * @param first when first, as far as times are known
 * @param last when last
 */
public record LoggedProblem(
        Severity severity,
        String program,
        String text,
        long count,
        Optional<LogTimestamp> first,
        Optional<LogTimestamp> last) {

    /**
     * Puts counts together.
     *
     * @param severity how serious
     * @param program which program
     * @param text what it said
     * @param count how often
     * @param first when first
     * @param last when last
     */
    public LoggedProblem {}
}
