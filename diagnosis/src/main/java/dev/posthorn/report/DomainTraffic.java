package dev.posthorn.report;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of mail for a domain.
 *
 * @param domain the domain in lower case, empty for addresses without one
 * @param delivered how many deliveries succeeded
 * @param bytesDelivered the sizes of those messages, as far as they are known
 * @param forwarded how many deliveries went to another address
 * @param deferrals how many attempts failed for now
 * @param bounced how many deliveries failed for good
 * @param meanDelay the average time from arrival to delivery, empty without deliveries
 * @param longestDelay the longest such time, empty without deliveries
 */
public record DomainTraffic(
        String domain,
        long delivered,
        long bytesDelivered,
        long forwarded,
        long deferrals,
        long bounced,
        Optional<Duration> meanDelay,
        Optional<Duration> longestDelay) {

    /**
     * Puts counts together.
     *
     * @param domain the domain
     * @param delivered how many deliveries succeeded
     * @param bytesDelivered the sizes of those messages
     * @param forwarded how many deliveries went to another address
     * @param deferrals how many attempts failed for now
     * @param bounced how many deliveries failed for good
     * @param meanDelay the average time from arrival to delivery
     * @param longestDelay the longest such time
     */
    public DomainTraffic {}
}
