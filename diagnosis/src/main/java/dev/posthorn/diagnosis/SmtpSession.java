package dev.posthorn.diagnosis;

import dev.posthorn.diagnosis.internal.PosthornStyle;
import dev.posthorn.mail.CommandCount;
import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.QueueId;
import dev.posthorn.mail.TlsEstablished;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.openssl.error.OpenSslError;
import dev.posthorn.openssl.error.TraceLine;
import dev.posthorn.text.TerminalText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * One connection, put together from the lines of one process: all that the log tells of it, the lines that name no peer
 * included.
 *
 * <p>For a server that is everything between {@code connect from} and {@code disconnect from}. A client logs neither: its
 * session is what was said about one server, up to the deliveries to it; a handshake that failed and the delivery in clear
 * text to the same server that followed are one session (fact sheet on Postfix log messages section 17).
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface SmtpSession permits ImmutableSmtpSession {

    /**
     * Which side wrote the lines.
     *
     * @return server for smtpd and postscreen
     */
    @Value.Default
    default TlsRole role() {
        return TlsRole.SERVER;
    }

    /**
     * The program that wrote the lines.
     *
     * @return such as {@code smtpd} or {@code smtp}, empty if the lines do not say
     */
    Optional<String> program();

    /**
     * The instance of Postfix that wrote the lines, or the service.
     *
     * @return such as {@code postfix} or {@code postfix/submission}, empty if the lines do not say
     */
    Optional<String> instance();

    /**
     * The host that wrote the lines.
     *
     * @return its name, empty if the lines have none
     */
    Optional<String> host();

    /**
     * The process that wrote the lines.
     *
     * @return the process id, empty for fragments without one
     */
    OptionalLong processId();

    /**
     * The number of the session's first line in its input.
     *
     * @return 1 or more
     */
    long firstLine();

    /**
     * The number of the session's last line in its input. Lines of other processes may be between the two.
     *
     * @return {@link #firstLine()} or more
     */
    @Value.Default
    default long lastLine() {
        return firstLine();
    }

    /**
     * How many lines were understood as part of the session.
     *
     * @return 1 or more
     */
    long lineCount();

    /**
     * When the first line was written.
     *
     * @return the time as written, empty if the line has none
     */
    Optional<LogTimestamp> startedAt();

    /**
     * When the last line was written.
     *
     * @return the time as written, empty if the line has none
     */
    Optional<LogTimestamp> endedAt();

    /**
     * Why the session was taken to be complete.
     *
     * @return disconnected if a line says so
     */
    @Value.Default
    default SessionEnd end() {
        return SessionEnd.END_OF_LOG;
    }

    /**
     * The other side.
     *
     * @return the peer, empty if no line of the session names one
     */
    Optional<MailPeer> peer();

    /**
     * The client that a proxy speaks for, as it says with XCLIENT. Handshakes are with the {@link #peer()} all the same.
     *
     * @return the client, empty if the peer speaks for itself
     */
    Optional<MailPeer> speaksFor();

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
     * The text behind {@code SSL_accept error from PEER:} or {@code SSL_connect error to PEER:}.
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
     * What was established: version, suite, bits, trust, SNI, and with TLS 1.3 the key exchange and the signatures.
     *
     * @return the summary, empty if TLS was not established or not logged
     */
    Optional<TlsEstablished> established();

    /**
     * Why the peer's certificate did not verify.
     *
     * @return such as {@code untrusted issuer /CN=ca}, empty if it did or nobody looked
     */
    Optional<String> certificateProblem();

    /**
     * What broke the session off.
     *
     * @return such as {@code lost connection} or {@code timeout}, empty if nothing did
     */
    Optional<String> lostReason();

    /**
     * The stage after which the connection was lost.
     *
     * @return such as {@code STARTTLS}, empty if it was not lost
     */
    Optional<String> lostAfter();

    /**
     * The commands of the client, as the server counts them when it leaves (Postfix 3.0 and later).
     *
     * @return the counts in Postfix's order, empty if they were not logged
     */
    List<CommandCount> commands();

    /**
     * The messages received or delivered in this session.
     *
     * @return queue ids in order; of a client that failed those it tried to deliver
     */
    List<QueueId> messages();

    /**
     * What became of the recipients that a client delivered to.
     *
     * @return a status for each delivery line, in order
     */
    List<DeliveryStatus> deliveries();

    /**
     * What Postfix itself says came in the way of an attempt to deliver, in a text of its own.
     *
     * @return the cause, empty if nothing did, or the words are the peer's
     */
    Optional<SessionCause> statedCause();

    /**
     * The lines that tell of a decision, a refusal, a failure or its circumstances: the evidence for the verdict.
     *
     * @return the lines in order, as many as the limits allow
     */
    List<LogLine> lines();

    /**
     * How many more such lines there were than the limits allow.
     *
     * @return 0 if {@link #lines()} has all
     */
    @Value.Default
    default long linesLeftOut() {
        return 0;
    }

    /**
     * What the process warned of before the session: a list of protocols that it refused explains a STARTTLS that it
     * cannot answer.
     *
     * @return the lines in order
     */
    List<LogLine> earlierWarnings();

    /**
     * What earlier sessions of the same peer came to.
     *
     * @return the history as far as it is remembered
     */
    @Value.Default
    default PeerHistory peerBefore() {
        return PeerHistory.none();
    }

    /**
     * How far the session came.
     *
     * @return the furthest stage that the log shows
     */
    @Value.Default
    default SessionStage stage() {
        return SessionStage.CONNECTED;
    }

    /**
     * What became of TLS.
     *
     * @return the outcome
     */
    @Value.Default
    default TlsOutcome tlsOutcome() {
        return TlsOutcome.NO_TLS_SEEN;
    }

    /**
     * What the session came to.
     *
     * @return the outcome
     */
    @Value.Default
    default SessionOutcome outcome() {
        return SessionOutcome.UNKNOWN;
    }

    /**
     * Why it came to that, as far as the log alone tells.
     *
     * @return the verdict with its evidence
     */
    default SessionVerdict verdict() {
        return verdict(VerdictContext.unknown());
    }

    /**
     * Why it came to that, with what else is known.
     *
     * @param context settings, and what later sessions of the same peer came to
     * @return the verdict with its evidence
     */
    default SessionVerdict verdict(VerdictContext context) {
        return new VerdictFinder(this, context).find();
    }

    /**
     * The session in one line.
     *
     * @return lines, peer, and what became of TLS and mail; safe for a terminal
     */
    default String oneLine() {
        return "lines " + firstLine() + "-" + lastLine() + " "
                + program().map(name -> TerminalText.escape(name, 40) + " ").orElse("")
                + peer().map(MailPeer::text)
                        .map(text -> TerminalText.escape(text, 100))
                        .orElse("peer not named")
                + ": " + outcome() + ", " + tlsOutcome()
                + established()
                        .map(summary -> " "
                                + TerminalText.escape(
                                        summary.session().protocol() + " "
                                                + summary.session().cipherSuiteName(),
                                        100))
                        .orElse("");
    }

    /**
     * Starts a session.
     *
     * @return a builder that wants the first line and the number of lines
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link SmtpSession}. */
    final class Builder extends ImmutableSmtpSession.Builder {
        Builder() {}
    }
}
