package dev.posthorn.diagnosis;

import dev.posthorn.mail.DeliveryStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of a message: the last attempt for each recipient counts. */
final class FateFinder {

    private FateFinder() {}

    static MessageFate of(OpenMessage message, List<DeliveryAttempt> attempts, MessageEnd end) {
        if (attempts.isEmpty()) {
            return withoutAttempts(message, end);
        }
        Map<String, DeliveryAttempt> last = new LinkedHashMap<>();
        attempts.forEach(attempt -> last.put(attempt.recipient(), attempt));
        long delivered =
                last.values().stream().filter(DeliveryAttempt::isDelivered).count();
        if (delivered == last.size()) {
            return MessageFate.DELIVERED;
        }
        if (delivered > 0) {
            return MessageFate.PARTLY_DELIVERED;
        }
        if (message.isExpired || last.values().stream().anyMatch(FateFinder::isExpired)) {
            return MessageFate.EXPIRED;
        }
        boolean isWaiting = last.values().stream().anyMatch(FateFinder::isDeferred);
        if (isWaiting && end == MessageEnd.DELETED) {
            return MessageFate.WITHDRAWN;
        }
        return isWaiting ? MessageFate.DEFERRED : MessageFate.BOUNCED;
    }

    private static boolean isExpired(DeliveryAttempt attempt) {
        return attempt.status() == DeliveryStatus.EXPIRED;
    }

    private static boolean isDeferred(DeliveryAttempt attempt) {
        return attempt.status() == DeliveryStatus.DEFERRED || attempt.status() == DeliveryStatus.SOFTBOUNCE;
    }

    private static MessageFate withoutAttempts(OpenMessage message, MessageEnd end) {
        if (message.isExpired) {
            return MessageFate.EXPIRED;
        }
        if (message.isRejected) {
            return MessageFate.REJECTED;
        }
        return end == MessageEnd.DELETED || end == MessageEnd.CANCELED ? MessageFate.WITHDRAWN : MessageFate.UNKNOWN;
    }
}
