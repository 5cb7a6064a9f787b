package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.AlertDescription;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a handshake between two OpenSSLs: whether it succeeds, who fails first, and which reason each side's
 * log names.
 *
 * <pre>{@code
 * OpenSslClient client = OpenSslClient.builder(OpenSslBuild.parse("1.0.2u"))
 *         .cipherString("DHE-RSA-AES128-SHA")
 *         .build();
 * OpenSslServer server = OpenSslServer.builder(OpenSslBuild.parse("1.0.1e"))
 *         .dh(DhParameters.fixed(512))
 *         .build();
 * Handshake handshake = Handshake.between(client, server);
 * handshake.failedFirst();          // Optional[CLIENT]
 * handshake.reasonAt(Side.CLIENT);  // Optional[dh key too small]
 * handshake.reasonAt(Side.SERVER);  // Optional[sslv3 alert handshake failure]
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Handshake {

    private final OpenSslClient client;
    private final OpenSslServer server;
    private final Optional<Negotiation> negotiation;
    private final Optional<Side> failedFirst;
    private final Optional<String> firstReason;
    private final Optional<String> otherReason;
    private final Optional<AlertDescription> alert;

    private Handshake(
            HandshakeCourse course,
            Optional<Negotiation> negotiation,
            Optional<Side> failedFirst,
            Optional<String> firstReason,
            Optional<String> otherReason,
            Optional<AlertDescription> alert) {
        this.client = course.client();
        this.server = course.server();
        this.negotiation = negotiation;
        this.failedFirst = failedFirst;
        this.firstReason = firstReason;
        this.otherReason = otherReason;
        this.alert = alert;
    }

    /**
     * Predicts the handshake of two OpenSSLs.
     *
     * @param client the one that connects
     * @param server the one that answers
     * @return what becomes of it
     */
    public static Handshake between(OpenSslClient client, OpenSslServer server) {
        return new HandshakeCourse(client, server).run();
    }

    static Handshake successful(HandshakeCourse course, Negotiation negotiation) {
        return new Handshake(
                course,
                Optional.of(negotiation),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Handshake failed(
            HandshakeCourse course,
            Optional<Negotiation> negotiation,
            Side first,
            Optional<String> reason,
            Optional<AlertDescription> alert,
            Optional<String> otherReason) {
        return new Handshake(course, negotiation, Optional.of(first), reason, otherReason, alert);
    }

    /**
     * Do both sides get to the end?
     *
     * @return true if nobody fails
     */
    public boolean succeeds() {
        return failedFirst.isEmpty();
    }

    /**
     * The side that fails of its own accord; the other then fails because of it.
     *
     * @return the side, empty if the handshake succeeds
     */
    public Optional<Side> failedFirst() {
        return failedFirst;
    }

    /**
     * The reason of the first error in a side's log.
     *
     * @param side the side
     * @return such as {@code no shared cipher}; empty if its OpenSSL logs no error, as when the peer just goes away
     */
    public Optional<String> reasonAt(Side side) {
        return failedFirst.equals(Optional.of(side)) ? firstReason : otherReason;
    }

    /**
     * The fatal alert that the side failing first sends.
     *
     * @return the alert, empty if it sends none
     */
    public Optional<AlertDescription> alert() {
        return alert;
    }

    /**
     * What the server answered to the client's hello.
     *
     * @return the negotiation, empty if the client sent none
     */
    public Optional<Negotiation> negotiation() {
        return negotiation;
    }

    /**
     * Version, suite and curve of a handshake that succeeds.
     *
     * @return the choice, empty if the handshake fails
     */
    public Optional<Choice> choice() {
        return succeeds() ? negotiation.flatMap(Negotiation::choice) : Optional.empty();
    }

    /**
     * What one change of the server would let the handshake succeed.
     *
     * @return an immutable list, the weakest side effect first; empty if the handshake succeeds as it is
     */
    public List<SingleChange> whatIf() {
        return succeeds() ? List.of() : singleChanges().thatLetSucceed();
    }

    SingleChanges singleChanges() {
        return new SingleChanges(server, changed -> between(client, changed).choice());
    }

    /** {@code TLSv1.2 AES128-SHA}, {@code client fails first: dh key too small}. */
    @Override
    public String toString() {
        return choice().map(Choice::toString)
                .orElseGet(() -> (failedFirst.equals(Optional.of(Side.CLIENT)) ? "client" : "server") + " fails first"
                        + firstReason.map(reason -> ": " + reason).orElse(""));
    }
}
