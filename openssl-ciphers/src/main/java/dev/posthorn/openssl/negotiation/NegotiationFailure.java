package dev.posthorn.openssl.negotiation;

import dev.posthorn.openssl.error.OpenSslError;
import dev.posthorn.tls.AlertDescription;
import java.util.List;
import java.util.Optional;

/**
 * Why a server gives up, in the words its log shows.
 *
 * @param errors the entries of the error queue, oldest first: the first is the cause. File and line are left out, since
 *     distributors' patches move them
 * @param alertSent the fatal alert on the wire; empty if the server just closes
 * @param trace the lines of the state trace as Postfix prints them with {@code smtpd_tls_loglevel = 2}, oldest first
 */
public record NegotiationFailure(List<OpenSslError> errors, Optional<AlertDescription> alertSent, List<String> trace) {

    /**
     * Makes a failure.
     *
     * @param errors the entries of the error queue, oldest first; copied
     * @param alertSent the fatal alert on the wire, if any
     * @param trace the lines of the state trace, oldest first; copied
     * @throws IllegalArgumentException if there is no error, or the first one has no reason text
     */
    public NegotiationFailure {
        errors = List.copyOf(errors);
        trace = List.copyOf(trace);
        if (errors.isEmpty() || errors.get(0).reasonText().isEmpty()) {
            throw new IllegalArgumentException("errors: a failure has a first error with a reason");
        }
    }

    /**
     * The error that tells the cause.
     *
     * @return the oldest entry of the queue
     */
    public OpenSslError firstError() {
        return errors.get(0);
    }

    /**
     * The reason as OpenSSL prints it, misspellings included.
     *
     * @return such as {@code no shared cipher}
     */
    public String reason() {
        return firstError().reasonText().orElseThrow();
    }

    /**
     * The function that the error names, as this release prints it: {@code SSL3_GET_CLIENT_HELLO} or
     * {@code ssl3_get_client_hello}.
     *
     * @return the function, empty text where the release prints none
     */
    public String function() {
        return firstError().functionText().orElse("");
    }

    /** The {@link #reason()}. */
    @Override
    public String toString() {
        return reason();
    }
}
