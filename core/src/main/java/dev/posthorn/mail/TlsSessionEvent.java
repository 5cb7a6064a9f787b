package dev.posthorn.mail;

import dev.posthorn.internal.PosthornStyle;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A handshake that succeeded, whoever says so: what Postfix, Dovecot, Exim, Sendmail and Cyrus print of it alike, each in
 * its own words.
 *
 * <pre>{@code
 * try (Stream<MaillogEvent> lines = Maillog.stream(path)) {
 *     lines.map(TlsSessionEvent::of).flatMap(Optional::stream).forEach(System.out::println);
 * }
 * }</pre>
 */
@Value.Immutable
@PosthornStyle
@SuppressWarnings("exports") // Immutables' annotations are for the compiler only.
public sealed interface TlsSessionEvent permits ImmutableTlsSessionEvent {

    /**
     * What stood around the message.
     *
     * @return place, time, host and program
     */
    Envelope envelope();

    /**
     * Who wrote it.
     *
     * @return the program
     */
    MailSoftware software();

    /**
     * Which side the writer was.
     *
     * @return server if the other side had connected to it
     */
    TlsRole role();

    /**
     * The name of the other side.
     *
     * @return a host name, empty if none is printed
     */
    Optional<String> peerName();

    /**
     * The address of the other side.
     *
     * @return the address without brackets, empty if none is printed
     */
    Optional<String> peerAddress();

    /**
     * The protocol as it was printed.
     *
     * @return such as {@code TLSv1.2} or, by GnuTLS, {@code TLS1.2}
     */
    String protocol();

    /**
     * The protocol's version.
     *
     * @return the version, empty if {@link #protocol()} is no name this library knows
     */
    default Optional<ProtocolVersion> negotiatedVersion() {
        return PrintedNames.version(protocol());
    }

    /**
     * The cipher suite as it was printed, in the naming of OpenSSL, the registry or GnuTLS.
     *
     * @return such as {@code ECDHE-RSA-AES256-GCM-SHA384}
     */
    String cipherSuiteName();

    /**
     * The cipher suite.
     *
     * @return the suite, empty if {@link #cipherSuiteName()} is no name this library knows in any naming
     */
    default Optional<CipherSuite> cipherSuite() {
        return PrintedNames.suite(cipherSuiteName(), negotiatedVersion());
    }

    /**
     * How many bits of the key were secret.
     *
     * @return the number, empty if none is printed
     */
    OptionalInt effectiveKeyBits();

    /**
     * How many bits the algorithm takes.
     *
     * @return the number, empty if none is printed, as by Exim
     */
    OptionalInt algorithmKeyBits();

    /**
     * What the program thinks of the other side's certificate, in its own word.
     *
     * @return {@code Untrusted} (Postfix), {@code verify=}'s {@code FAIL} (Sendmail), {@code CV=}'s {@code no} (Exim),
     *     {@code no authentication} (Cyrus), and so on; empty if it does not say
     */
    Optional<String> verification();

    /**
     * The session that a line tells of.
     *
     * @param event any event of a log
     * @return the session, empty if the line does not tell of one with its cipher suite
     */
    static Optional<TlsSessionEvent> of(MaillogEvent event) {
        if (event instanceof TlsEstablished established) {
            return Optional.of(TlsSessionEvents.of(established));
        }
        return event instanceof NeighbourNotice notice ? TlsSessionEvents.of(notice) : Optional.empty();
    }

    /**
     * Starts an event.
     *
     * @return a builder that wants envelope, software, role, protocol and suite
     */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link TlsSessionEvent}. */
    final class Builder extends ImmutableTlsSessionEvent.Builder {
        Builder() {}
    }
}
