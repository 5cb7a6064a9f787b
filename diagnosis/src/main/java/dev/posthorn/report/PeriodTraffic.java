package dev.posthorn.report;

/**
 * The traffic of an hour of the day, or of a day.
 *
 * @param period {@code 09} for nine to ten o'clock; {@code 2018-08-23} or, where no year is known, {@code 08-23}
 * @param received messages that entered the queue for the first time
 * @param bytesReceived their sizes together
 * @param delivered deliveries that succeeded
 * @param bytesDelivered the sizes of their messages, as far as they are known
 * @param forwarded deliveries that went to another address
 * @param deferrals attempts that failed for now
 * @param bounced deliveries that failed for good
 * @param rejected commands, messages and connections that were refused
 */
public record PeriodTraffic(
        String period,
        long received,
        long bytesReceived,
        long delivered,
        long bytesDelivered,
        long forwarded,
        long deferrals,
        long bounced,
        long rejected) {

    /**
     * Puts counts together.
     *
     * @param period the hour or day
     * @param received messages that entered the queue for the first time
     * @param bytesReceived their sizes together
     * @param delivered deliveries that succeeded
     * @param bytesDelivered the sizes of their messages
     * @param forwarded deliveries that went to another address
     * @param deferrals attempts that failed for now
     * @param bounced deliveries that failed for good
     * @param rejected commands, messages and connections that were refused
     */
    public PeriodTraffic {}
}
