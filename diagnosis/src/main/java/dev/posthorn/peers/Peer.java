package dev.posthorn.peers;

import dev.posthorn.mail.LogTimestamp;
import dev.posthorn.mail.MailPeer;
import dev.posthorn.mail.TlsRole;
import dev.posthorn.text.TerminalText;
import java.util.List;
import java.util.Optional;

/**
 * What one peer did in a log, as far as it has to do with TLS, and what it is taken for.
 *
 * <p>A peer is a role and an address: what a host does as a client of ours says nothing of what it does as a server. Counts
 * begin with its first session that has to do with TLS. Immutable.
 */
public final class Peer {

    private static final int MAX_ECHO = 100;

    private final TlsRole role;
    private final String name;
    private final String address;
    private final Optional<PeerAddress> ipAddress;
    private final PeerCounts counts;
    private final Optional<LogTimestamp> firstAt;
    private final Optional<LogTimestamp> lastAt;
    private final List<PeerTls> negotiated;
    private final List<PeerFailure> failures;
    private final List<Observation> observations;
    private final List<String> services;
    private final List<String> domains;
    private final Optional<PeerFinding> finding;

    Peer(PeerRecord record, Optional<PeerFinding> finding) {
        this.role = record.role;
        this.name = record.name;
        this.address = record.address;
        this.ipAddress = PeerAddress.parse(record.address);
        this.counts = record.counts();
        this.firstAt = record.firstAt;
        this.lastAt = record.lastAt;
        this.negotiated = record.negotiated();
        this.failures = record.failures();
        this.observations = record.observations();
        this.services = List.copyOf(record.services);
        this.domains = List.copyOf(record.domains);
        this.finding = finding;
    }

    /**
     * Which side this host is in the sessions with it.
     *
     * @return server if the peer is a client of ours
     */
    public TlsRole role() {
        return role;
    }

    /**
     * What the log last calls it.
     *
     * @return a host name, {@code unknown}, or whatever the log says; not escaped
     */
    public String name() {
        return name;
    }

    /**
     * What the log gives as its address.
     *
     * @return an address, or whatever the log says; not escaped
     */
    public String address() {
        return address;
    }

    /**
     * Its address, if what the log says is one.
     *
     * @return the address, empty if it must not stand in a table
     */
    public Optional<PeerAddress> ipAddress() {
        return ipAddress;
    }

    /**
     * How many sessions it had, and what they came to.
     *
     * @return the counts
     */
    public PeerCounts counts() {
        return counts;
    }

    /**
     * When its first session began.
     *
     * @return the time as written, empty if no line has one
     */
    public Optional<LogTimestamp> firstAt() {
        return firstAt;
    }

    /**
     * When its last session began.
     *
     * @return the time as written, empty if no line has one
     */
    public Optional<LogTimestamp> lastAt() {
        return lastAt;
    }

    /**
     * Which versions and suites were agreed upon.
     *
     * @return each once, the most frequent first; at most {@value PeerRecord#MAX_KINDS}
     */
    public List<PeerTls> negotiated() {
        return negotiated;
    }

    /**
     * How its TLS failed.
     *
     * @return each way once, the most frequent first; at most {@value PeerRecord#MAX_KINDS}
     */
    public List<PeerFailure> failures() {
        return failures;
    }

    /**
     * Did TLS with it fail?
     *
     * @return true if it did at least once
     */
    public boolean isFailing() {
        return counts.failed() > 0;
    }

    /**
     * The services of this host it spoke with.
     *
     * @return such as {@code postfix} and {@code postfix/submission}, a few of them; as in the log, not escaped
     */
    public List<String> services() {
        return services;
    }

    /**
     * The domains of the recipients that were delivered to it.
     *
     * @return a few domains, each a proper host name in lower case; empty for a client of ours
     */
    public List<String> domains() {
        return domains;
    }

    /**
     * What it is taken for.
     *
     * @return the finding, empty if nothing failed
     */
    public Optional<PeerFinding> finding() {
        return finding;
    }

    /** What is known of its hellos. */
    List<Observation> observations() {
        return observations;
    }

    /**
     * Name and address as Postfix writes them.
     *
     * @return such as {@code mx.example.com[192.0.2.1]}, safe for a terminal
     */
    public String text() {
        return TerminalText.escape(MailPeer.of(name, address).text(), MAX_ECHO);
    }

    /** {@code mx.example.com[192.0.2.1]: speaks TLSv1.0 at most (LIKELY)}. */
    @Override
    public String toString() {
        return text() + finding.map(found -> ": " + found).orElse("");
    }
}
