package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.AlertDescription;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a server answers to a hello, and why: the choice or the failure, and what became of every suite of either side.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Negotiation {

    private final OpenSslServer server;
    private final ClientHello hello;
    private final Optional<ProtocolVersion> version;
    private final Optional<Choice> choice;
    private final boolean retry;
    private final Optional<NegotiationFailure> failure;
    private final List<NegotiationFate> fates;

    /** Takes the fates over without copying them: nobody else may hold on to the list. */
    Negotiation(
            OpenSslServer server,
            ClientHello hello,
            Optional<ProtocolVersion> version,
            Optional<Choice> choice,
            boolean retry,
            Optional<NegotiationFailure> failure,
            List<NegotiationFate> fates) {
        this.server = server;
        this.hello = hello;
        this.version = version;
        this.choice = choice;
        this.retry = retry;
        this.failure = failure;
        this.fates = Collections.unmodifiableList(fates);
    }

    /**
     * Who answers.
     *
     * @return the server
     */
    public OpenSslServer server() {
        return server;
    }

    /**
     * What is answered.
     *
     * @return the hello
     */
    public ClientHello hello() {
        return hello;
    }

    /**
     * Does the server get through to the end of its first flight?
     *
     * @return true if there is a choice and no failure
     */
    public boolean succeeds() {
        return failure.isEmpty();
    }

    /**
     * The version the server settles on, even if it finds no suite then.
     *
     * @return the version, empty if it does not get that far
     */
    public Optional<ProtocolVersion> version() {
        return version;
    }

    /**
     * What the ServerHello says. In rare cases the server fails behind it.
     *
     * @return the choice, empty if no ServerHello is sent
     */
    public Optional<Choice> choice() {
        return choice;
    }

    /**
     * Is the answer a HelloRetryRequest (RFC 8446 section 4.1.4)? The choice then names the group the server wants a share
     * for, and the client sends its hello again.
     *
     * @return true if the server asks for another hello
     */
    public boolean asksForRetry() {
        return retry;
    }

    /**
     * Why the server gives up.
     *
     * @return the failure, empty if it does not
     */
    public Optional<NegotiationFailure> failure() {
        return failure;
    }

    /**
     * What became of every suite of either side, in the order in which the server walks: first the list whose order
     * counts, then what only the other side has.
     *
     * @return an immutable list
     */
    public List<NegotiationFate> fates() {
        return fates;
    }

    /**
     * What became of a suite.
     *
     * @param suite the suite
     * @return its fate, empty if neither side lists it
     */
    public Optional<NegotiationFate> fateOf(CipherSuite suite) {
        return fates.stream().filter(fate -> fate.suite().equals(suite)).findFirst();
    }

    /**
     * What the server makes of an alert that the client sends in place of its key, as when it does not like the
     * certificate.
     *
     * @param fatal is it fatal, not a warning?
     * @param alert what it says
     * @return what becomes of the connection; empty if the server is not waiting for a key, or speaks SSLv2 or TLSv1.3
     */
    public Optional<AlertArrival> receiveAlert(boolean fatal, AlertDescription alert) {
        boolean awaitsKey = succeeds()
                && !retry
                && choice.map(Choice::version)
                        .filter(spoken ->
                                spoken.isAtLeast(ProtocolVersion.SSLV3) && ProtocolVersion.TLSV1_2.isAtLeast(spoken))
                        .isPresent();
        return awaitsKey ? Optional.of(new AlertReader(server.build().release()).read(fatal, alert)) : Optional.empty();
    }

    /**
     * What one change of the server would let this hello succeed: a curve, DH parameters, the other side's preference, one
     * more certificate, one rule less in the cipher string, one more protocol, a temporary RSA key. Whether the client then
     * goes through with it is its own affair; {@link Handshake#whatIf()} asks an OpenSSL client, too.
     *
     * @return an immutable list, the weakest side effect first; empty if the negotiation succeeds as it is
     */
    public List<SingleChange> whatIf() {
        return succeeds() ? List.of() : singleChanges().thatLetSucceed();
    }

    SingleChanges singleChanges() {
        return new SingleChanges(server, changed -> {
            Negotiation negotiation = changed.answer(hello);
            return negotiation.succeeds() ? negotiation.choice() : Optional.empty();
        });
    }

    /**
     * Holds this answer beside another one to the same hello, as when the server had other settings.
     *
     * @param before the other answer
     * @return both, and the suites whose fates differ
     * @throws IllegalArgumentException if the other one answers another hello
     */
    public NegotiationComparison comparedWith(Negotiation before) {
        return new NegotiationComparison(before, this);
    }

    /**
     * Says in a few sentences what is answered, what the log and the client see, and what became of the suites.
     *
     * @return lines of at most 100 columns, each ended by a line feed
     */
    public String explain() {
        return new NegotiationText(this).explain();
    }

    /** What {@link #explain()} says, and a table of the suites the client offers, at most 100 columns wide. */
    @Override
    public String toString() {
        NegotiationText text = new NegotiationText(this);
        return text.explain() + "\n" + text.table();
    }
}
