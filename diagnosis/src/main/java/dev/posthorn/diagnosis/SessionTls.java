package dev.posthorn.diagnosis;

import dev.posthorn.mail.NeighbourNotice;
import dev.posthorn.mail.NeighbourPart;
import dev.posthorn.mail.TlsEstablished;
import dev.posthorn.mail.TlsSessionEvent;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.error.OpenSslError;
import dev.posthorn.openssl.error.TraceLine;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What the lines of a session say of TLS. */
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface SessionTls permits SmtpSession {

    /**
     * The lines that tell of a decision, a refusal, a failure or its circumstances: the evidence for the verdict.
     *
     * @return the lines in order, as many as the limits allow
     */
    List<LogLine> lines();

    /**
     * Did a line say that TLS is being set up?
     *
     * @return true if one did, or if the handshake left another trace
     */
    boolean isTlsAttempted();

    /**
     * Was an earlier TLS session resumed?
     *
     * @return true if a line says so; those are printed from log level 2 on
     */
    @Value.Default
    default boolean isTlsResumed() {
        return false;
    }

    /**
     * The cipher string in force, from the line {@code TLS cipher list "…"} of log level 2.
     *
     * @return the string, empty if it was not logged
     */
    Optional<CipherString> cipherString();

    /**
     * What the state trace says from the last state on that was reached in order: log level 2 has one.
     *
     * @return states and alerts in order, empty if all went well or the log level is lower
     */
    @Value.Lazy
    default List<TraceLine> trace() {
        return LineReading.trace(lines());
    }

    /**
     * The state in which the handshake ended, from a line such as {@code SSL_accept:error in STATE}.
     *
     * @return OpenSSL's words for the state, empty if no such line was logged
     */
    default Optional<String> failedState() {
        return trace().stream()
                .filter(line -> line.event() == TraceLine.Event.FAILED)
                .map(TraceLine::text)
                .reduce((earlier, later) -> later);
    }

    /**
     * The text behind {@code SSL_accept error from PEER:} or {@code SSL_connect error to PEER:}; of other programs what they
     * say of the handshake, such as {@code CA is unknown} behind Exim's {@code (gnutls_handshake):}.
     *
     * @return a number or an error text, empty if there is no such line
     */
    Optional<String> handshakeErrorStatus();

    /**
     * OpenSSL's error queue, read when it is asked for.
     *
     * @return the errors, oldest first; the first is the cause
     */
    @Value.Lazy
    default List<OpenSslError> errors() {
        return LineReading.errors(lines());
    }

    /**
     * The list of protocols that Postfix refused, when the process started or for this session.
     *
     * @return the list as configured, empty if it was not refused
     */
    Optional<String> invalidProtocols();

    /**
     * What was established, as Postfix prints it: version, suite, bits, trust, SNI, and with TLS 1.3 the key exchange and
     * the signatures.
     *
     * @return the summary, empty if TLS was not established or not logged, or another program has the session
     */
    Optional<TlsEstablished> established();

    /**
     * The line in which another program than Postfix tells what was established.
     *
     * @return the line with its parts, empty if TLS was not established or not logged, or Postfix has the session
     */
    Optional<NeighbourNotice> neighbourTls();

    /**
     * What was established, as all programs print it alike: version, suite, bits and trust.
     *
     * @return the summary, empty if TLS was not established, or the line does not tell version and suite
     */
    default Optional<TlsSessionEvent> negotiated() {
        return established().isPresent()
                ? established().flatMap(TlsSessionEvent::of)
                : neighbourTls().flatMap(TlsSessionEvent::of);
    }

    /**
     * The name that the client asked for.
     *
     * @return the name, empty if none was printed
     */
    default Optional<String> sniHost() {
        return established()
                .flatMap(TlsEstablished::sniHost)
                .or(() -> neighbourTls().flatMap(notice -> notice.part(NeighbourPart.SNI)));
    }

    /**
     * Why the peer's certificate did not verify.
     *
     * @return such as {@code untrusted issuer /CN=ca}, empty if it did or nobody looked
     */
    Optional<String> certificateProblem();
}
