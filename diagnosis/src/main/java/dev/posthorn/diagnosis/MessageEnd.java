package dev.posthorn.diagnosis;

/** Why the path of a message was taken to be complete. */
public enum MessageEnd {
    /** The queue manager removed it: every recipient is done with. */
    REMOVED,
    /** The client did not finish it, or it was discarded before it was queued. */
    CANCELED,
    /** Somebody deleted it from the queue by hand. */
    DELETED,
    /** Another message got the same queue id, as short ones do; the line that ends this one is not in the log. */
    ID_REUSED,
    /** Nothing was said of it for longer than a message waits for its next attempt. */
    SILENCE,
    /** Too many messages were open, and of this one nothing was said for longest. */
    LIMIT,
    /** The log ended. */
    END_OF_LOG
}
