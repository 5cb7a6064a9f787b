package dev.posthorn.mail;

import java.time.Duration;

/**
 * Where the time of a delivery went: {@code delays=a/b/c/d} (Postfix 2.3 and later).
 *
 * @param beforeQueueManager from the message's arrival until the queue manager took it
 * @param inQueueManager in the queue manager's active queue
 * @param connectionSetup name lookups, connection, HELO and TLS
 * @param transmission handing over the message
 */
public record Delays(
        Duration beforeQueueManager, Duration inQueueManager, Duration connectionSetup, Duration transmission) {

    /**
     * Makes delays of their four parts.
     *
     * @param beforeQueueManager from the message's arrival until the queue manager took it
     * @param inQueueManager in the queue manager's active queue
     * @param connectionSetup name lookups, connection, HELO and TLS
     * @param transmission handing over the message
     */
    public Delays {}

    /**
     * All four together, which is the {@code delay} of the line but for rounding.
     *
     * @return the sum
     */
    public Duration total() {
        return beforeQueueManager.plus(inQueueManager).plus(connectionSetup).plus(transmission);
    }
}
