package dev.posthorn.report;

import dev.posthorn.mail.EnhancedStatusCode;
import dev.posthorn.mail.LogTimestamp;
import java.util.Optional;

/**
 * Why deliveries were deferred or bounced. Texts that differ only in hosts, addresses and identifiers are one reason.
 *
 * @param program the delivery agent, such as {@code smtp}
 * @param dsn the enhanced status code, empty before Postfix 2.3
 * @param reason the text, with {@code HOST}, {@code ADDRESS} and the like in place of whom it is about
 * @param count how often
 * @param first when first, as far as times are known
 * @param last when last
 */
public record FailureReason(
        String program,
        Optional<EnhancedStatusCode> dsn,
        String reason,
        long count,
        Optional<LogTimestamp> first,
        Optional<LogTimestamp> last) {

    /**
     * Puts counts together.
     *
     * @param program the delivery agent
     * @param dsn the enhanced status code
     * @param reason the text
     * @param count how often
     * @param first when first
     * @param last when last
     */
    public FailureReason {}
}
