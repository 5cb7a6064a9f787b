package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.error.OpenSslError;
import java.util.List;
import java.util.Optional;

/**
 * What a server makes of an alert that comes where it waits for the client to go on.
 *
 * @param kind what becomes of the connection
 * @param error the entry of the error queue, if the server logs one; file and line are left out
 * @param trace the lines of the state trace from the alert on
 */
public record AlertArrival(Kind kind, Optional<OpenSslError> error, List<String> trace) {

    /** What becomes of the connection. */
    public enum Kind {
        /** The server has taken note and goes on waiting. */
        WAITING,
        /** The peer says goodbye: the connection ends without an error, and Postfix calls it lost. */
        ENDED,
        /** The handshake fails with the error. */
        FAILED
    }

    /**
     * Makes an arrival.
     *
     * @param kind what becomes of the connection
     * @param error the entry of the error queue, if any
     * @param trace the lines of the state trace from the alert on; copied
     */
    public AlertArrival {
        trace = List.copyOf(trace);
    }
}
