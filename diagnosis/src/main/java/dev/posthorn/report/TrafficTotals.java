package dev.posthorn.report;

import dev.posthorn.mail.LogTimestamp;
import java.util.Optional;

/**
 * The numbers of a {@link TrafficReport} that have no key. All of them are exact.
 *
 * @param received messages that entered the queue for the first time
 * @param bytesReceived their sizes together
 * @param delivered deliveries that succeeded, one for each recipient
 * @param bytesDelivered the sizes of their messages, as far as they are known
 * @param deliveredWithoutSize deliveries of messages whose size stands nowhere in the log
 * @param forwarded deliveries that went to another address
 * @param deferrals attempts that failed for now
 * @param deferred messages that were deferred once or more
 * @param bounced deliveries that failed for good
 * @param expired messages that were returned because they stayed too long
 * @param probes answers to probes of an address, for which no message was sent
 * @param otherStatus deliveries with a status this library does not know
 * @param rejected commands, messages and connections that were refused
 * @param rejectWarnings what would have been refused but for {@code warn_if_reject}
 * @param held messages put on hold
 * @param discarded messages accepted and thrown away
 * @param lines lines of the log
 * @param bytes bytes of the log
 * @param leftOut messages that a logger did not write because they were the same as the one before, and that are not
 *     counted
 * @param lost messages that a logger threw away because they were too many
 * @param forgotten messages that could not be followed to their end ({@link ReportLimits#messages()})
 * @param first the earliest time on a line
 * @param last the latest time on a line
 */
public record TrafficTotals(
        long received,
        long bytesReceived,
        long delivered,
        long bytesDelivered,
        long deliveredWithoutSize,
        long forwarded,
        long deferrals,
        long deferred,
        long bounced,
        long expired,
        long probes,
        long otherStatus,
        long rejected,
        long rejectWarnings,
        long held,
        long discarded,
        long lines,
        long bytes,
        long leftOut,
        long lost,
        long forgotten,
        Optional<LogTimestamp> first,
        Optional<LogTimestamp> last) {

    /**
     * Puts numbers together.
     *
     * @param received messages that entered the queue for the first time
     * @param bytesReceived their sizes together
     * @param delivered deliveries that succeeded
     * @param bytesDelivered the sizes of their messages
     * @param deliveredWithoutSize deliveries of messages whose size is not known
     * @param forwarded deliveries that went to another address
     * @param deferrals attempts that failed for now
     * @param deferred messages that were deferred once or more
     * @param bounced deliveries that failed for good
     * @param expired messages that were returned because they stayed too long
     * @param probes answers to probes
     * @param otherStatus deliveries with an unknown status
     * @param rejected what was refused
     * @param rejectWarnings what would have been refused
     * @param held messages put on hold
     * @param discarded messages thrown away
     * @param lines lines of the log
     * @param bytes bytes of the log
     * @param leftOut messages a logger did not write
     * @param lost messages a logger threw away
     * @param forgotten messages that could not be followed
     * @param first the earliest time
     * @param last the latest time
     */
    public TrafficTotals {}
}
