package dev.posthorn.diagnosis;

/** Why a session was taken to be complete. */
public enum SessionEnd {
    /** A line says so: {@code disconnect from}, {@code DISCONNECT}, or the client was passed on. */
    DISCONNECTED,
    /** Deliveries are never followed by a line that says so: the process went on to the next one. */
    NEXT_SESSION,
    /** The process went on to another session, and the line that ends this one is not in the log. */
    END_MISSING,
    /** The process died: it logged a fatal error. */
    PROCESS_DIED,
    /** The process was silent for longer than any session lasts. */
    SILENCE,
    /** Too many sessions were open, and this one was silent longest. */
    LIMIT,
    /** The log ended. */
    END_OF_LOG
}
