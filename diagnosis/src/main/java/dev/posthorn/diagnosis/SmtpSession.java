package dev.posthorn.diagnosis;

import dev.posthorn.diagnosis.internal.PosthornStyle;
import dev.posthorn.mail.CommandCount;
import dev.posthorn.mail.DeliveryStatus;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.QueueId;
import dev.posthorn.text.TerminalText;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One connection, put together from the lines of one process: all that the log tells of it, the lines that name no peer
 * included.
 *
 * <p>For a server that is everything between {@code connect from} and {@code disconnect from}. A client logs neither: its
 * session is what was said about one server, up to the deliveries to it; a handshake that failed and the delivery in clear
 * text to the same server that followed are one session (fact sheet on Postfix log messages section 17).
 *
 * <p>Connections to the neighbours in the same log are sessions, too, those of IMAP and POP3 clients included: theirs last
 * to the login. {@link #software()} tells whose a session is. The neighbours tell less, and name messages in ways of their
 * own: {@link #messages()}, {@link #commands()} and {@link #deliveries()} are Postfix's.
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface SmtpSession extends SessionPlace, SessionTls permits ImmutableSmtpSession {

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
                + negotiated()
                        .map(summary ->
                                " " + TerminalText.escape(summary.protocol() + " " + summary.cipherSuiteName(), 100))
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
