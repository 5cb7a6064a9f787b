package dev.posthorn.report;

import dev.posthorn.mail.LogTimestamp;
import java.util.Optional;

/**
 * What was decided about clients and messages, and why: rejects above all, also holds, discards, warnings and filters.
 *
 * @param action the word of the line, such as {@code reject} or {@code milter-hold}
 * @param where the command, such as {@code RCPT}; for header and body checks the part of the message
 * @param code reply code and enhanced status code as they were printed, such as {@code 554 5.7.1}; may be empty
 * @param restriction what was rejected, such as {@code Client host}; empty where the text does not say
 * @param reason the text, with {@code HOST}, {@code ADDRESS} and the like in place of whom it is about
 * @param count how often
 * @param first when first, as far as times are known
 * @param last when last
 */
public record DecisionReason(
        String action,
        String where,
        String code,
        String restriction,
        String reason,
        long count,
        Optional<LogTimestamp> first,
        Optional<LogTimestamp> last) {

    /**
     * Puts counts together.
     *
     * @param action the word of the line
     * @param where the command or the part of the message
     * @param code reply code and enhanced status code
     * @param restriction what was rejected
     * @param reason the text
     * @param count how often
     * @param first when first
     * @param last when last
     */
    public DecisionReason {}
}
