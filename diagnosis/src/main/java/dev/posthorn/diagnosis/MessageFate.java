package dev.posthorn.diagnosis;

/** What became of a message, over all recipients, by the last attempt for each. */
public enum MessageFate {
    /** Delivered, or handed over, to every recipient that was tried. */
    DELIVERED,
    /** Delivered to some recipients, and to others not, or not yet. */
    PARTLY_DELIVERED,
    /** Not delivered yet; Postfix will try again. */
    DEFERRED,
    /** Returned to the sender. */
    BOUNCED,
    /** Deferred for too long, and then returned to the sender. */
    EXPIRED,
    /** Refused while it came in, or by a content check. */
    REJECTED,
    /** Given up by the client, or taken out of the queue, before it was delivered. */
    WITHDRAWN,
    /** The log does not tell. */
    UNKNOWN
}
